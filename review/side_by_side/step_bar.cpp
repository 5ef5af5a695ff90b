// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/step_bar.h"

#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <array>

namespace mockingbird::review {

namespace {

constexpr std::array<double, 6> kStepSpeeds{0.5, 0.75, 1.0, 1.25, 1.5, 2.0};
constexpr int kUsualSpeed = 2;
constexpr int kWholeVolume = 100;
/// The slider counts hundredths of a second.
constexpr std::int64_t kSliderStep = 10'000;

int sliderValue(MediaTime time) {
    return static_cast<int>(time.microseconds() / kSliderStep);
}

QString signedTime(MediaTime time) {
    return time < MediaTime() ? QStringLiteral("−") + ui::shortTime(MediaTime() - time) : ui::shortTime(time);
}

} // namespace

StepBar::StepBar(QWidget* parent)
    : QWidget(parent), m_back(button("step_back", tr("One frame back"), tr("Comma"))),
      m_play(button("play", tr("Play"), tr("Space"))),
      m_forth(button("step_forward", tr("One frame on"), tr("Full stop"))), m_text(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_speed(new QComboBox(this)),
      m_mute(button("speaker", tr("Mute"), tr("Alt+M"))), m_volume(new QSlider(Qt::Horizontal, this)) {
    m_text->setAccessibleName(tr("Position in the answer"));
    m_text->setTextFormat(Qt::PlainText);
    m_slider->setAccessibleName(tr("Position in the answer"));
    m_slider->setSingleStep(sliderValue(MediaTime(std::chrono::seconds(1))));
    m_slider->setPageStep(sliderValue(MediaTime(std::chrono::seconds(5))));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed; slower (Shift+Comma), faster (Shift+Full stop)"));
    for (const double speed : kStepSpeeds)
        m_speed->addItem(tr("%1×").arg(speed), speed);
    m_speed->setCurrentIndex(kUsualSpeed);
    m_mute->setCheckable(true);
    m_volume->setRange(0, kWholeVolume);
    m_volume->setValue(kWholeVolume);
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(tr("Volume"));
    m_volume->setFixedWidth(ui::px(80));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kTight));
    for (QWidget* each : std::initializer_list<QWidget*>{m_back, m_play, m_forth, m_text})
        row->addWidget(each);
    row->addWidget(m_slider, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_speed, m_mute, m_volume})
        row->addWidget(each);

    connect(m_play, &QToolButton::clicked, this, &StepBar::playToggled);
    connect(m_back, &QToolButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_forth, &QToolButton::clicked, this, [this] { emit stepped(1); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        emit sought(MediaTime::fromMicroseconds(std::int64_t{value} * kSliderStep));
    });
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { emit speedChanged(speed()); });
    connect(m_volume, &QSlider::valueChanged, this, [this] { emit volumeChanged(volume()); });
    connect(m_mute, &QToolButton::toggled, this, [this] {
        showIcons();
        emit volumeChanged(volume());
    });
    setRange({});
    showIcons();
}

QToolButton* StepBar::button(const char* icon, const QString& name, const QString& key) {
    auto* made = new QToolButton(this);
    made->setIcon(ui::icon(icon));
    made->setIconSize(QSize(ui::px(20), ui::px(20)));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the view
    made->setAccessibleName(name);
    made->setToolTip(tr("%1 (%2)").arg(name, key));
    return made;
}

void StepBar::setRange(const PlayRange& range) {
    m_range = range;
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(sliderValue(range.start), sliderValue(range.end));
    // As wide as it will ever be, so that nothing moves while it plays.
    const QString end = ui::shortTime(range.end);
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(tr("%1 / %2").arg(end, end)) +
                            ui::px(ui::kMedium));
    setPosition(std::clamp(m_position, range.start, std::max(range.start, range.end)));
}

void StepBar::setPosition(MediaTime position) {
    m_position = position;
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(sliderValue(position));
    }
    const QString text = tr("%1 / %2").arg(signedTime(position), ui::shortTime(m_range.end));
    if (m_text->text() != text)
        m_text->setText(text);
}

QString StepBar::positionText() const {
    return m_text->text();
}

void StepBar::setPlaying(bool playing) {
    if (std::exchange(m_playing, playing) != playing)
        showIcons();
}

void StepBar::changeSpeed(int steps) {
    m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + steps, 0, m_speed->count() - 1));
}

double StepBar::speed() const {
    return m_speed->currentData().toDouble();
}

double StepBar::volume() const {
    return m_mute->isChecked() ? 0.0 : static_cast<double>(m_volume->value()) / kWholeVolume;
}

void StepBar::toggleMute() {
    m_mute->toggle();
}

void StepBar::showIcons() {
    const QString play = m_playing ? tr("Pause") : tr("Play");
    m_play->setIcon(ui::icon(m_playing ? "pause" : "play"));
    m_play->setAccessibleName(play);
    m_play->setToolTip(tr("%1 (%2)").arg(play, tr("Space")));
    const QString mute = m_mute->isChecked() ? tr("Unmute") : tr("Mute");
    m_mute->setIcon(ui::icon(m_mute->isChecked() ? "mute" : "speaker"));
    m_mute->setAccessibleName(mute);
    m_mute->setToolTip(tr("%1 (%2)").arg(mute, tr("Alt+M")));
    m_back->setIcon(ui::icon("step_back"));
    m_forth->setIcon(ui::icon("step_forward"));
}

void StepBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        showIcons();
}

} // namespace mockingbird::review
