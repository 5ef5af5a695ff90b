// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/level_card.h"

#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QPainter>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kBadge = 26;
constexpr int kTick = 18;

int strongHeight() {
    return QFontMetrics(ui::font(ui::TextStyle::Strong)).height();
}

} // namespace

LevelCard::LevelCard(const catalog::Level& level, QWidget* parent)
    : QRadioButton(parent), m_level(level.level), m_label(ui::toQString(level.label)),
      m_anchor(ui::toQString(level.anchor)) {
    setAutoExclusive(false); // the card around it moves the choice, so that no choice stays possible
    setAccessibleName(tr("%1, %2").arg(m_level).arg(m_label));
    setAccessibleDescription(m_anchor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect LevelCard::anchorRect(int width) const {
    const int left = ui::px(kBadge) + ui::px(ui::kSmall) + ui::px(ui::kMedium);
    const QRect room(left, ui::px(ui::kSmall) + strongHeight() + ui::px(2),
                     std::max(ui::px(60), width - left - ui::px(ui::kMedium)), 100'000);
    return QFontMetrics(ui::font(ui::TextStyle::Body))
        .boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_anchor);
}

QSize LevelCard::sizeHint() const {
    return {ui::px(280), heightForWidth(ui::px(280))};
}

QSize LevelCard::minimumSizeHint() const {
    return {ui::px(180), ui::px(kBadge) + 2 * ui::px(ui::kSmall)};
}

int LevelCard::heightForWidth(int width) const {
    const int text =
        m_anchor.isEmpty() ? ui::px(ui::kSmall) + strongHeight() : anchorRect(width).bottom() + 1;
    return std::max(text, ui::px(kBadge) + ui::px(ui::kSmall)) + ui::px(ui::kSmall);
}

void LevelCard::paintEvent(QPaintEvent*) {
    const ui::Colors& colors = ui::colors();
    const bool chosen = isChecked();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor fill = colors.surface;
    if (chosen)
        fill = colors.accentSoft;
    else if (underMouse() && isEnabled())
        fill = colors.raised;
    painter.setBrush(fill);
    painter.setPen(chosen ? QPen(colors.accent, 2) : QPen(colors.border, 1));
    painter.drawRoundedRect(ground, ui::kRadius, ui::kRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.focus, 2));
        painter.drawRoundedRect(ground.adjusted(2, 2, -2, -2), ui::kRadius - 2, ui::kRadius - 2);
    }

    const QRectF badge(ui::px(ui::kSmall), ui::px(ui::kSmall), ui::px(kBadge), ui::px(kBadge));
    painter.setPen(chosen ? QPen(Qt::NoPen) : QPen(colors.controlBorder, 1.5));
    painter.setBrush(chosen ? QBrush(colors.accent) : QBrush(Qt::NoBrush));
    painter.drawEllipse(badge);
    painter.setFont(ui::font(ui::TextStyle::Strong));
    painter.setPen(chosen ? colors.onAccent : colors.text);
    painter.drawText(badge, Qt::AlignCenter, QString::number(m_level));

    const QColor text = chosen ? colors.onAccentSoft : colors.text;
    painter.setPen(text);
    const int left = anchorRect(width()).left();
    QRect head(left, ui::px(ui::kSmall), width() - left - ui::px(ui::kMedium), strongHeight());
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_label);
    if (chosen) {
        const int size = ui::px(kTick);
        painter.drawPixmap(head.right() - size, head.top() + (head.height() - size) / 2,
                           ui::iconPixmap("check", size, colors.onAccentSoft, devicePixelRatioF()));
    }
    painter.setFont(ui::font(ui::TextStyle::Body));
    painter.drawText(anchorRect(width()), Qt::AlignLeft | Qt::TextWordWrap, m_anchor);
}

} // namespace mockingbird::review
