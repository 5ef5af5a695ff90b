// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/key_list_dialog.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "review/review_page/review_keys.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::review {

KeyListDialog::KeyListDialog(QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys of the review page"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(ui::px(ui::kLarge));
    grid->setVerticalSpacing(ui::px(ui::kSmall));
    int line = 0;
    for (const ReviewKeys::Row& row : ReviewKeys::list()) {
        QLabel* keys = ui::label(row.keys, ui::TextStyle::Strong, this);
        keys->setWordWrap(false);
        QLabel* what = ui::label(row.what, ui::TextStyle::Body, this);
        what->setWordWrap(false);
        grid->addWidget(keys, line, 0);
        grid->addWidget(what, line, 1);
        ++line;
    }
    auto* close = ui::button(tr("Close"), nullptr, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kLarge);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addLayout(grid);
    layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace mockingbird::review
