// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tag_strip/tag_button.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QPainter>

namespace mockingbird::review {

namespace {

int pillHeight() {
    return QFontMetrics(ui::font(ui::TextStyle::Small)).height() + 2 * ui::px(5);
}

} // namespace

TagButton::TagButton(const Tag& tag, QWidget* parent)
    : QAbstractButton(parent), m_name(ui::toQString(tag.name)), m_key(QLatin1Char(tag.key)) {
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    tell();
}

void TagButton::setCount(int count) {
    if (count == m_count)
        return;
    m_count = count;
    tell();
    updateGeometry();
    update();
}

void TagButton::setKeyShown(bool shown) {
    if (shown == m_keyShown)
        return;
    m_keyShown = shown;
    tell();
    updateGeometry();
    update();
}

/// `Situation`, as a person reads it; the tag itself is in small letters.
QString TagButton::label() const {
    return m_name.isEmpty() ? m_name : m_name.front().toUpper() + m_name.mid(1);
}

int TagButton::keyWidth() const {
    return m_keyShown ? pillHeight() - ui::px(6) : 0;
}

void TagButton::tell() {
    const QString given =
        m_count == 1 ? tr("%1, given once").arg(label()) : tr("%1, given %2 times").arg(label()).arg(m_count);
    setAccessibleName(m_keyShown ? tr("%1, key %2").arg(given, QString(m_key)) : given);
}

QSize TagButton::sizeHint() const {
    const QFontMetrics words(ui::font(ui::TextStyle::Small));
    int width = 2 * ui::px(9) + words.horizontalAdvance(label());
    if (m_keyShown)
        width += keyWidth();
    if (m_count > 0)
        width += ui::px(6) + words.horizontalAdvance(QString::number(m_count));
    return {width, pillHeight()};
}

void TagButton::paintEvent(QPaintEvent*) {
    const ui::Colors& colors = ui::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool given = m_count > 0;
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    const qreal radius = ground.height() / 2;
    QColor fill = given ? colors.accentSoft : colors.surface;
    if (isEnabled() && (isDown() || underMouse()))
        fill = colors.raised;
    const bool onSoft = given && fill == colors.accentSoft;
    painter.setBrush(fill);
    painter.setPen(hasFocus() ? QPen(colors.focus, 2)
                              : QPen(isEnabled() ? colors.controlBorder : colors.border, 1));
    painter.drawRoundedRect(ground, radius, radius);

    const QColor ink = !isEnabled() ? colors.muted : onSoft ? colors.onAccentSoft : colors.text;
    int left = ui::px(9);
    QFont strong = ui::font(ui::TextStyle::Small);
    strong.setWeight(QFont::DemiBold);
    if (m_keyShown) {
        const qreal side = keyWidth();
        const QRectF cap(ui::px(3), (height() - side) / 2, side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isEnabled() ? colors.accent : colors.border);
        painter.drawRoundedRect(cap, side / 2, side / 2);
        painter.setPen(isEnabled() ? colors.onAccent : colors.muted);
        painter.setFont(strong);
        painter.drawText(cap, Qt::AlignCenter, QString(m_key));
        left += keyWidth();
    }
    painter.setPen(ink);
    painter.setFont(ui::font(ui::TextStyle::Small));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, label());
    if (given) {
        painter.setFont(strong);
        painter.drawText(QRect(0, 0, width() - ui::px(9), height()), Qt::AlignVCenter | Qt::AlignRight,
                         QString::number(m_count));
    }
}

} // namespace mockingbird::review
