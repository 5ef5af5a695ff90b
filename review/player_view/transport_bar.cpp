// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/transport_bar.h"

#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/player_view/player_view.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <array>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr std::array<double, 8> kSpeeds{0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0};
constexpr int kNormalSpeed = 2;
constexpr int kFullVolume = 100;

} // namespace

TransportBar::TransportBar(PlayerView& view, QWidget* parent) : QWidget(parent), m_view(view) {
    m_previousNote = button("previous_note", tr("Previous note"), tr("Ctrl+Left"));
    m_back = button("step_back", tr("One frame back"), tr("Comma"));
    m_play = button("play", tr("Play"), tr("Space"));
    m_forth = button("step_forward", tr("One frame on"), tr("Full stop"));
    m_nextNote = button("next_note", tr("Next note"), tr("Ctrl+Right"));

    m_position = new QLabel(this);
    m_position->setAccessibleName(tr("Position"));
    m_position->setTextFormat(Qt::PlainText);

    m_speed = new QComboBox(this);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed; slower (Shift+Comma), faster (Shift+Full stop)"));
    for (const double speed : kSpeeds)
        m_speed->addItem(tr("%1×").arg(speed), speed);
    m_speed->setCurrentIndex(kNormalSpeed);

    m_mute = button("speaker", tr("Mute"), tr("Alt+M"));
    m_mute->setCheckable(true);
    m_mute->setShortcut(QKeySequence(Qt::ALT | Qt::Key_M)); // a plain letter begins a note
    m_volume = new QSlider(Qt::Horizontal, this);
    m_volume->setRange(0, kFullVolume);
    m_volume->setValue(kFullVolume);
    m_volume->setPageStep(10);
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(tr("Volume"));
    m_volume->setFixedWidth(ui::px(96));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kTight));
    for (QToolButton* control : {m_previousNote, m_back, m_play, m_forth, m_nextNote})
        row->addWidget(control);
    row->addSpacing(ui::px(ui::kSmall));
    row->addWidget(m_position);
    row->addStretch(1);
    row->addWidget(m_speed);
    row->addSpacing(ui::px(ui::kSmall));
    row->addWidget(m_mute);
    row->addWidget(m_volume);

    connect(m_play, &QToolButton::clicked, &m_view, &PlayerView::toggle);
    connect(m_back, &QToolButton::clicked, &m_view, &PlayerView::stepBack);
    connect(m_forth, &QToolButton::clicked, &m_view, &PlayerView::stepForward);
    connect(m_previousNote, &QToolButton::clicked, this, &TransportBar::previousNote);
    connect(m_nextNote, &QToolButton::clicked, this, &TransportBar::nextNote);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_view.setSpeed(m_speed->itemData(index).toDouble()); });
    const auto applyVolume = [this] {
        m_view.setVolume(m_mute->isChecked() ? 0.0 : static_cast<double>(m_volume->value()) / kFullVolume);
        paintIcons();
    };
    connect(m_mute, &QToolButton::toggled, this, applyVolume);
    connect(m_volume, &QSlider::valueChanged, this, applyVolume);
    connect(&m_view, &PlayerView::playingChanged, this, &TransportBar::showPlaying);
    connect(&m_view, &PlayerView::positionChanged, this, &TransportBar::showPosition);

    paintIcons();
    showPlaying();
    showPosition(m_view.position());
    setNotesThere(false, false);
}

QToolButton* TransportBar::button(const char* icon, const QString& name, const QString& key) {
    auto* made = new QToolButton(this);
    made->setIcon(ui::icon(icon));
    made->setIconSize(QSize(ui::px(20), ui::px(20)));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the page
    made->setAccessibleName(name);
    made->setToolTip(tr("%1 (%2)").arg(name, key));
    return made;
}

void TransportBar::setSpeed(double speed) {
    int nearest = 0;
    for (int index = 1; index < m_speed->count(); ++index) {
        if (std::abs(kSpeeds[static_cast<std::size_t>(index)] - speed) <
            std::abs(kSpeeds[static_cast<std::size_t>(nearest)] - speed))
            nearest = index;
    }
    m_speed->setCurrentIndex(nearest);
}

void TransportBar::setNotesThere(bool before, bool after) {
    m_previousNote->setEnabled(before);
    m_nextNote->setEnabled(after);
}

void TransportBar::setLoopOn(bool /*on*/) {}
void TransportBar::setSkipSilenceOn(bool /*on*/) {}
void TransportBar::setSilenceKnown(bool /*known*/) {}

void TransportBar::showPlaying() {
    const QString name = m_view.playing() ? tr("Pause") : tr("Play");
    m_play->setIcon(ui::icon(m_view.playing() ? "pause" : "play"));
    m_play->setAccessibleName(name);
    m_play->setToolTip(tr("%1 (%2)").arg(name, tr("Space")));
}

void TransportBar::showPosition(MediaTime position) {
    const QString text = tr("%1 / %2").arg(ui::shortTime(position), ui::shortTime(m_view.duration()));
    if (m_position->text() != text)
        m_position->setText(text);
}

void TransportBar::paintIcons() {
    m_previousNote->setIcon(ui::icon("previous_note"));
    m_back->setIcon(ui::icon("step_back"));
    m_forth->setIcon(ui::icon("step_forward"));
    m_nextNote->setIcon(ui::icon("next_note"));
    const QString name = m_mute->isChecked() ? tr("Unmute") : tr("Mute");
    m_mute->setIcon(ui::icon(m_mute->isChecked() ? "mute" : "speaker"));
    m_mute->setAccessibleName(name);
    m_mute->setToolTip(tr("%1 (%2)").arg(name, tr("Alt+M")));
    showPlaying();
}

void TransportBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        paintIcons();
}

} // namespace mockingbird::review
