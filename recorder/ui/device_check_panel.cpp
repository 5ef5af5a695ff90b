// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/device_check_panel.h"

#include "common/ui/banner.h"
#include "common/ui/theme.h"
#include "recorder/ui/device_check_row.h"
#include "recorder/ui/picture_check.h"
#include "recorder/ui/test_chime.h"

#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::recorder {

namespace {
constexpr double kLeakFrom = 0.5;
constexpr double kLeakGoneBelow = 0.4; // apart, so that the advice doesn't flicker
} // namespace

DeviceCheckPanel::DeviceCheckPanel(QWidget* parent)
    : QWidget(parent), m_list(new QVBoxLayout), m_headphones(new ui::Banner) {
    auto* chime = new TestChime(this);
    m_play = [chime] { return chime->play(); };
    m_headphones->setDismissable(false);
    m_headphones->setProperty("advice", "headphones");
    m_list->setSpacing(ui::px(ui::kSmall));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addLayout(m_list);
    column->addWidget(m_headphones);
}

DeviceCheckPanel::~DeviceCheckPanel() = default;

void DeviceCheckPanel::reset(const RecorderSettings& settings) {
    std::vector<std::unique_ptr<DeviceCheckRow>> before = std::move(m_rows);
    m_rows.clear();
    const auto take = [&](const SourceSpec& source, bool video) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const auto& row) {
            return row != nullptr && row->isFor(source, video);
        });
        if (old != before.end()) {
            m_rows.push_back(std::move(*old));
        } else {
            m_rows.push_back(std::make_unique<DeviceCheckRow>(source, video, this));
            DeviceCheckRow* row = m_rows.back().get();
            connect(row, &DeviceCheckRow::changed, this, &DeviceCheckPanel::judge);
            connect(row, &DeviceCheckRow::playRequested, this, [this, row] { row->soundPlayed(m_play()); });
        }
        m_list->removeWidget(m_rows.back().get());
        m_list->addWidget(m_rows.back().get());
    };
    for (const SourceSpec& source : settings.video)
        take(source, true);
    for (const SourceSpec& source : settings.audio)
        take(source, false);
    showLeak({});
    judge();
}

void DeviceCheckPanel::show(const RecorderStats& stats) {
    const std::size_t count = std::min(m_rows.size(), stats.sources.size());
    for (std::size_t index = 0; index < count; ++index) {
        const SourceStats& source = stats.sources[index];
        if (m_rows[index]->isFor(source.source, source.video))
            m_rows[index]->show(source);
    }
    showLeak(stats);
}

void DeviceCheckPanel::showPicture(std::size_t index, const media::Picture& picture) {
    if (index < m_rows.size() && !m_rows[index]->passed() && showsSomething(picture))
        m_rows[index]->seen();
}

QString DeviceCheckPanel::nextStep() const {
    const auto waiting =
        std::find_if(m_rows.begin(), m_rows.end(), [](const auto& row) { return !row->passed(); });
    return waiting == m_rows.end() ? QString() : (*waiting)->nextStep();
}

void DeviceCheckPanel::judge() {
    const bool passed = !m_rows.empty() && std::all_of(m_rows.begin(), m_rows.end(),
                                                       [](const auto& row) { return row->passed(); });
    if (passed == m_passed)
        return;
    m_passed = passed;
    emit passedChanged();
}

void DeviceCheckPanel::showLeak(const RecorderStats& stats) {
    const double leak = stats.speakerLeak.value_or(0);
    const bool advise = m_leak ? leak >= kLeakGoneBelow : leak >= kLeakFrom;
    if (advise == m_leak)
        return;
    m_leak = advise;
    if (advise)
        m_headphones->showMessage(ui::Tone::Warning,
                                  tr("Use headphones: the loudspeaker is heard in the microphone."));
    else
        m_headphones->dismiss();
}

} // namespace mockingbird::recorder
