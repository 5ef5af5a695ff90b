// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/sound_tracks_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/player_view/player_view.h"
#include "review/player_view/toggle_button.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr int kUsualPercent = 100;
constexpr int kMostPercent = 200;
constexpr int kWidestName = 220;

} // namespace

SoundTracksPanel::SoundTracksPanel(PlayerView& view, QWidget* parent)
    : QFrame(parent), m_view(view), m_grid(new QGridLayout),
      m_reset(ui::quietButton(tr("Reset"), "undo", this)) {
    setAccessibleName(tr("Sound tracks"));
    setProperty("card", true);
    m_reset->setToolTip(tr("Hear everybody as recorded"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kMedium), ui::px(ui::kMedium), ui::px(ui::kMedium),
                               ui::px(ui::kSmall));
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(ui::label(tr("Who is heard"), ui::TextStyle::Strong, this));
    m_grid->setHorizontalSpacing(ui::px(ui::kSmall));
    m_grid->setVerticalSpacing(ui::px(ui::kTight));
    column->addLayout(m_grid);
    column->addWidget(m_reset, 0, Qt::AlignRight);
    connect(m_reset, &QAbstractButton::clicked, this, &SoundTracksPanel::reset);
    connect(&m_view, &PlayerView::offerChanged, this, &SoundTracksPanel::rebuild);
    rebuild();
}

void SoundTracksPanel::rebuild() {
    if (m_shown == m_view.player() && m_shown != nullptr)
        return;
    m_shown = m_view.player();
    m_rows.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_shown != nullptr)
        for (const PlayerTrack& track : m_shown->soundTracks())
            if (!track.mix)
                addRow(track);
    setFocusProxy(m_rows.empty() ? nullptr : m_rows.front().mute);
    tell();
}

void SoundTracksPanel::addRow(const PlayerTrack& track) {
    Row row;
    row.stream = track.stream;
    row.name = ui::toQString(track.name);
    auto* name = ui::label({}, ui::TextStyle::Body, this);
    name->setWordWrap(false);
    name->setText(name->fontMetrics().elidedText(row.name, Qt::ElideRight, ui::px(kWidestName)));
    name->setToolTip(row.name);
    row.mute = new ToggleButton("speaker", tr("Mute %1").arg(row.name), {}, this);
    auto* solo = new ToggleButton("sound_tracks", tr("Solo %1").arg(row.name), {}, this);
    solo->setText(tr("Solo"));
    solo->setToolButtonStyle(Qt::ToolButtonTextOnly);
    solo->setToolTip(tr("Hear only %1, and others that are solo").arg(row.name));
    row.solo = solo;
    row.volume = new QSlider(Qt::Horizontal, this);
    row.volume->setRange(0, kMostPercent);
    row.volume->setSingleStep(5);
    row.volume->setPageStep(20);
    row.volume->setFixedWidth(ui::px(120));
    row.volume->setAccessibleName(tr("Volume of %1").arg(row.name));
    row.volume->setToolTip(tr("Volume of %1; a double click puts it back").arg(row.name));
    row.volume->installEventFilter(this);
    row.percent = ui::mutedLabel({}, ui::TextStyle::Small, this);
    row.percent->setWordWrap(false);
    row.percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.percent->setMinimumWidth(row.percent->fontMetrics().horizontalAdvance(QStringLiteral("200 %")));

    const int place = static_cast<int>(m_rows.size());
    int columnPlace = 0;
    for (QWidget* each : std::initializer_list<QWidget*>{name, row.mute, row.solo, row.volume, row.percent})
        m_grid->addWidget(each, place, columnPlace++);
    m_rows.push_back(row);
    display(row, m_view.player()->track(row.stream));
    const auto changedNow = [this, index = m_rows.size() - 1] { apply(m_rows[index]); };
    connect(row.mute, &QAbstractButton::toggled, this, changedNow);
    connect(row.solo, &QAbstractButton::toggled, this, changedNow);
    connect(row.volume, &QSlider::valueChanged, this, changedNow);
}

void SoundTracksPanel::apply(const Row& row) {
    if (m_view.player() == nullptr)
        return;
    const Player::TrackSetting setting{static_cast<double>(row.volume->value()) / kUsualPercent,
                                       row.mute->isChecked(), row.solo->isChecked()};
    m_view.player()->setTrack(row.stream, setting);
    display(row, setting);
    tell();
}

void SoundTracksPanel::display(const Row& row, const Player::TrackSetting& setting) {
    const QSignalBlocker mute(row.mute);
    const QSignalBlocker solo(row.solo);
    const QSignalBlocker volume(row.volume);
    row.mute->setChecked(setting.muted);
    row.mute->setIcon(ui::icon(setting.muted ? "mute" : "speaker"));
    row.mute->setToolTip(setting.muted ? tr("Unmute %1").arg(row.name) : tr("Mute %1").arg(row.name));
    row.solo->setChecked(setting.soloed);
    const int percent = static_cast<int>(std::lround(setting.volume * kUsualPercent));
    row.volume->setValue(percent);
    row.percent->setText(tr("%1 %").arg(percent));
}

bool SoundTracksPanel::changed() const {
    return std::ranges::any_of(m_rows, [](const Row& row) {
        return row.mute->isChecked() || row.solo->isChecked() || row.volume->value() != kUsualPercent;
    });
}

void SoundTracksPanel::tell() {
    m_reset->setEnabled(changed());
    emit changedChanged(changed());
}

void SoundTracksPanel::reset() {
    for (const Row& row : m_rows) {
        display(row, {});
        if (m_view.player() != nullptr)
            m_view.player()->setTrack(row.stream, {});
    }
    tell();
}

bool SoundTracksPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonDblClick) {
        if (auto* slider = qobject_cast<QSlider*>(watched)) {
            slider->setValue(kUsualPercent);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace mockingbird::review
