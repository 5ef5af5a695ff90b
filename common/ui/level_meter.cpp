// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/level_meter.h"

#include "common/ui/theme.h"

#include <QAccessibleWidget>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mockingbird::ui {

namespace {

constexpr auto kPeakHold = std::chrono::milliseconds(1500);
constexpr auto kLoudHold = std::chrono::seconds(2);

double decibels(double level) {
    return level > 0 ? 20.0 * std::log10(level) : -200.0;
}

double part(double level) {
    return std::clamp(1.0 - decibels(level) / LevelMeter::kLeastDb, 0.0, 1.0);
}

int asDecibels(double part) {
    return static_cast<int>(std::lround((1.0 - part) * LevelMeter::kLeastDb));
}

/// What a screen reader sees: a value that can be asked for, and is not announced at each of its changes.
class AccessibleMeter : public QAccessibleWidget {
public:
    explicit AccessibleMeter(LevelMeter* meter) : QAccessibleWidget(meter, QAccessible::Indicator) {}

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        return what == QAccessible::Value ? static_cast<LevelMeter*>(widget())->valueText()
                                          : QAccessibleWidget::text(what);
    }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* meter = qobject_cast<LevelMeter*>(object);
    return meter == nullptr ? nullptr : new AccessibleMeter(meter); // Qt owns it
}

} // namespace

LevelMeter::LevelMeter(QWidget* parent) : QWidget(parent) {
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sound level"));
    setToolTip(tr("The bar is how loud it is, the line the loudest of the last moments."));
}

void LevelMeter::setLevel(double peak, double rms, bool clipped, Time now) {
    m_rms = part(rms);
    if (part(peak) >= m_held || now - m_heldSince >= kPeakHold) {
        m_held = part(peak);
        m_heldSince = now;
    }
    if (clipped)
        m_clippedAt = now;
    const bool tooLoud = m_clippedAt && now - *m_clippedAt < kLoudHold;
    if (tooLoud != m_tooLoud) {
        m_tooLoud = tooLoud;
        tellState();
    }
    update();
}

void LevelMeter::setSilent(bool silent) {
    if (silent == m_silent)
        return;
    m_silent = silent;
    tellState();
    update();
}

void LevelMeter::tellState() {
    setAccessibleDescription(m_silent ? tr("Silent") : m_tooLoud ? tr("Too loud") : tr("Sound is heard"));
}

QString LevelMeter::valueText() const {
    if (m_silent || m_held <= 0)
        return tr("Silent");
    const QString level = tr("%1 decibels, peak %2").arg(asDecibels(m_rms)).arg(asDecibels(m_held));
    return m_tooLoud ? tr("Too loud: %1").arg(level) : level;
}

QSize LevelMeter::sizeHint() const {
    return {px(180), px(18)};
}
QSize LevelMeter::minimumSizeHint() const {
    return {px(60), px(18)};
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
    painter.setBrush(c.accent);
    painter.drawRoundedRect(bar, radius - 1, radius - 1);
    if (m_held > 0) {
        const double x = track.left() + 1 + (track.width() - 4) * m_held;
        painter.setBrush(c.text);
        painter.drawRect(QRectF(x, track.top() + 2, 2, track.height() - 4));
    }
    // Colour alone would not tell it.
    if (m_silent)
        paintWord(painter, tr("Silent"));
    else if (m_tooLoud)
        paintWord(painter, tr("! Too loud"));
}

/// At the loud end, on a ground of its own: legible whatever the bar does.
void LevelMeter::paintWord(QPainter& painter, const QString& word) {
    const Colors& c = colors();
    QFont small = ui::font(TextStyle::Small);
    small.setPixelSize(std::max(9, height() - px(6)));
    small.setWeight(QFont::DemiBold);
    painter.setFont(small);
    const double wide = QFontMetricsF(small).horizontalAdvance(word) + px(12);
    const QRectF ground(width() - 1.0 - wide, 1, wide, height() - 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_silent ? c.warningSoft : c.danger);
    painter.drawRoundedRect(ground, 3, 3);
    painter.setPen(m_silent ? c.onWarningSoft : c.onDanger);
    painter.drawText(ground, Qt::AlignCenter, word);
}

} // namespace mockingbird::ui
