// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/to_read_panel.h"

#include "common/catalog/material_store.h"
#include "common/catalog/reading_store.h"
#include "common/ui/buttons.h"
#include "common/ui/chip.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

constexpr std::size_t kListed = 6;

} // namespace

ToReadPanel::ToReadPanel(catalog::Catalog& catalog, QWidget* parent)
    : ui::Card(tr("To read beforehand"), parent), m_catalog(catalog) {}

void ToReadPanel::refresh(const std::optional<catalog::Appointment>& next) {
    std::vector<catalog::KitId> kits;
    if (next && !next->kit.isNull())
        kits.push_back(next->kit);
    const auto found = m_catalog.materials().readings().recommendedTo(m_catalog.actor(), kits);
    if (m_rows != nullptr) { // what was clicked in it is still at work
        m_rows->hide();
        m_rows->deleteLater();
        m_rows = nullptr;
    }
    setVisible(found.ok() && !found->empty());
    if (!found) {
        emit failed(found.error());
        return;
    }
    m_rows = new QWidget;
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    body()->addWidget(m_rows);
    std::size_t read = 0;
    std::size_t shown = 0;
    for (const catalog::MaterialToRead& one : *found) {
        if (one.reading && one.reading->readAt) {
            ++read;
            continue;
        }
        if (++shown > kListed)
            continue;
        const QString title = ui::toQString(one.material.title);
        const QString far = one.reading && one.reading->percent > 0
                                ? tr("%1 % read").arg(one.reading->percent)
                                : tr("Not begun");
        auto* row = new QHBoxLayout;
        row->addWidget(ui::label(title, ui::TextStyle::Body), 1);
        row->addWidget(new ui::Chip(far));
        auto* open = ui::quietButton(one.reading ? tr("Read on") : tr("Read"));
        open->setAccessibleName(tr("%1: %2, %3").arg(open->text(), title, far));
        open->setObjectName(QStringLiteral("read %1").arg(ui::toQString(one.material.id.toString())));
        row->addWidget(open);
        column->addLayout(row);
        connect(open, &QPushButton::clicked, this,
                [this, id = one.material.id] { emit materialRequested(id); });
    }
    QStringList rest;
    if (shown > kListed)
        rest << tr("%1 more under Materials").arg(shown - kListed);
    if (read > 0)
        rest << tr("%1 of %2 read").arg(read).arg(found->size());
    if (!rest.isEmpty())
        column->addWidget(ui::mutedLabel(rest.join(QStringLiteral(" · ")), ui::TextStyle::Small));
}

} // namespace mockingbird::studio
