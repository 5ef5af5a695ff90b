// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/commitments_view.h"

#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace mockingbird::studio {

CommitmentsView::CommitmentsView(const std::vector<catalog::Commitment>& commitments, QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    for (const catalog::Commitment& one : commitments) {
        auto* row = new QHBoxLayout;
        auto* mark = new QLabel;
        mark->setPixmap(ui::icon("check", &ui::Colors::accent).pixmap(QSize(ui::px(20), ui::px(20))));
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(ui::label(ui::toQString(one.text), ui::TextStyle::Body), 1);
        column->addLayout(row);
    }
}

} // namespace mockingbird::studio
