// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/meter_panel.h"

#include "common/ui/level_meter.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace mockingbird::recorder {

MeterPanel::MeterPanel(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(ui::px(ui::kMedium));
    m_grid->setColumnStretch(1, 1);
}

bool MeterPanel::fits(const RecorderStats& stats) const {
    std::size_t row = 0;
    for (const SourceStats& source : stats.sources) {
        if (source.video)
            continue;
        if (row >= m_rows.size() || !(m_rows[row].source == source.source))
            return false;
        ++row;
    }
    return row == m_rows.size();
}

void MeterPanel::rebuild(const RecorderStats& stats) {
    clear();
    for (const SourceStats& source : stats.sources) {
        if (source.video)
            continue;
        const QString name = ui::toQString(source.name);
        const int row = static_cast<int>(m_rows.size());
        auto* words = ui::label({}, ui::TextStyle::Small);
        words->setWordWrap(false);
        words->setText(words->fontMetrics().elidedText(name, Qt::ElideRight, ui::px(170)));
        words->setToolTip(name);
        auto* meter = new ui::LevelMeter;
        meter->setAccessibleName(tr("Sound level of %1").arg(name));
        m_grid->addWidget(words, row, 0);
        m_grid->addWidget(meter, row, 1);
        m_rows.push_back({source.source, words, meter});
    }
}

void MeterPanel::show(const RecorderStats& stats) {
    if (!fits(stats))
        rebuild(stats);
    std::size_t row = 0;
    for (const SourceStats& source : stats.sources) {
        if (source.video)
            continue;
        ui::LevelMeter* meter = m_rows[row++].meter;
        meter->setSilent(std::find(source.troubles.begin(), source.troubles.end(), Trouble::Silent) !=
                         source.troubles.end());
        meter->setLevel(source.peak, source.rms, source.clipped);
    }
}

void MeterPanel::clear() {
    for (const Row& row : m_rows) {
        delete row.label;
        delete row.meter;
    }
    m_rows.clear();
}

} // namespace mockingbird::recorder
