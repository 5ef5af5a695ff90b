// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/level_meter.h"

#include "common/ui/theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mockingbird::ui {

namespace {

constexpr int kHoldMs = 1500;
constexpr double kClippedFrom = 0.99;

double decibels(double level) {
    return level > 0 ? 20.0 * std::log10(level) : -200.0;
}

double part(double level) {
    return std::clamp(1.0 - decibels(level) / LevelMeter::kSilentBelowDb, 0.0, 1.0);
}

} // namespace

LevelMeter::LevelMeter(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sound level"));
    m_sinceHeard.start();
    m_sinceHeld.start();
}

void LevelMeter::setLevel(double peak, double rms) {
    m_peak = part(peak);
    m_rms = part(rms);
    m_clipped = peak >= kClippedFrom;
    if (m_peak >= m_held || m_sinceHeld.hasExpired(kHoldMs)) {
        m_held = m_peak;
        m_sinceHeld.restart();
    }
    if (decibels(peak) > kSilentBelowDb)
        m_sinceHeard.restart();
    const bool silent = m_sinceHeard.hasExpired(kSilentAfterMs);
    if (silent != m_silent) {
        m_silent = silent;
        setAccessibleDescription(silent ? tr("Silent") : tr("Sound is heard"));
        emit silenceChanged(silent);
    }
    update();
}

QSize LevelMeter::sizeHint() const {
    return {px(180), px(16)};
}
QSize LevelMeter::minimumSizeHint() const {
    return {px(60), px(12)};
}

void LevelMeter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& c = colors();
    const QRectF track(0.5, 0.5, width() - 1.0, height() - 1.0);
    const double radius = std::min(4.0, track.height() / 2);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.raised);
    painter.drawRoundedRect(track, radius, radius);

    QRectF bar = track.adjusted(1, 1, -1, -1);
    bar.setWidth(bar.width() * m_rms);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_clipped ? c.danger : c.accent);
    painter.drawRoundedRect(bar, radius - 1, radius - 1);
    if (m_held > 0) {
        const double x = track.left() + 1 + (track.width() - 4) * m_held;
        painter.setBrush(m_clipped ? c.danger : c.text);
        painter.drawRect(QRectF(x, track.top() + 2, 2, track.height() - 4));
    }
    // Colour alone would not tell it: the word stands in the bar.
    const QString word = m_silent ? tr("Silent") : m_clipped ? tr("Too loud") : QString();
    if (!word.isEmpty() && height() >= px(14)) {
        QFont small = ui::font(TextStyle::Small);
        small.setPixelSize(std::max(9, height() - 5));
        painter.setFont(small);
        painter.setPen(m_silent ? c.muted : c.onDanger);
        painter.drawText(track.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    }
}

} // namespace mockingbird::ui
