// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_painting.h"

#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/notes/text_height.h"
#include "review/timeline/time_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <algorithm>
#include <optional>

namespace mockingbird::review {

namespace {

constexpr int kMark = 12;
constexpr int kGlyph = 14;
constexpr int kReplyIndent = 14;

QString tr(const char* text) {
    return QCoreApplication::translate("mockingbird::review::NoteDelegate", text);
}

int headHeight() {
    return QFontMetrics(ui::font(ui::TextStyle::Strong)).height();
}

int smallHeight() {
    return QFontMetrics(ui::font(ui::TextStyle::Small)).height();
}

int gap() {
    return ui::px(2);
}

int tagHeight() {
    return smallHeight() + ui::px(4);
}

QRect inner(const QRect& place) {
    return place.adjusted(ui::px(ui::kMedium), ui::px(ui::kSmall), -ui::px(ui::kMedium), -ui::px(ui::kSmall));
}

int textIndent() {
    return ui::px(kMark) + ui::px(ui::kSmall);
}

int replyIndent() {
    return textIndent() + ui::px(kReplyIndent);
}

int textHeight(const QString& text, int width) {
    static std::optional<TextHeight> measure;
    const QFont font = ui::font(ui::TextStyle::Body);
    if (!measure || measure->font() != font)
        measure.emplace(font);
    return measure->of(text, width);
}

int widthFor(int lineWidth, int indent) {
    return std::max(ui::px(80), lineWidth - 2 * ui::px(ui::kMedium) - indent);
}

bool hasTagLine(const NoteRow& row) {
    return !row.note.tags.empty() || row.note.understood;
}

struct Inks {
    QColor strong;
    QColor weak;
};

/// The line's ground, by whether it is selected, hovered, focused.
Inks paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QRectF& ground) {
    const ui::Colors& colors = ui::colors();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? colors.accentSoft : colors.raised);
        painter.drawRoundedRect(ground, ui::kRadius, ui::kRadius);
    }
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(colors.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground, ui::kRadius, ui::kRadius);
    }
    return selected ? Inks{colors.onAccentSoft, colors.onAccentSoft} : Inks{colors.text, colors.muted};
}

/// An icon in the line's height; answers where the next thing begins.
int paintGlyph(QPainter& painter, const char* name, int left, int top, int height, const QColor& ink) {
    const int size = ui::px(kGlyph);
    painter.drawPixmap(left, top + (height - size) / 2,
                       ui::iconPixmap(name, size, ink, painter.device()->devicePixelRatioF()));
    return left + size + ui::px(ui::kTight);
}

void paintHead(QPainter& painter, QRect line, const NoteRow& row, const Inks& inks) {
    const QFont strongFont = ui::font(ui::TextStyle::Strong);
    const QString time = momentText(row.note.at, row.note.until);
    painter.setFont(strongFont);
    painter.setPen(inks.strong);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, time);
    int left = line.left() + QFontMetrics(strongFont).horizontalAdvance(time) + ui::px(6);
    if (row.isPrivate())
        left = paintGlyph(painter, "lock", left, line.top(), line.height(), inks.strong);
    if (!row.note.drawing.empty())
        left = paintGlyph(painter, "draw_line", left, line.top(), line.height(), inks.strong);

    QStringList about;
    if (!row.part.isEmpty())
        about << row.part;
    if (row.questionNumber > 0)
        about << tr("Q%1").arg(row.questionNumber);
    if (!row.criterion.isEmpty())
        about << row.criterion;
    about << ui::toQString(row.note.authorName);
    const QFont smallFont = ui::font(ui::TextStyle::Small);
    painter.setFont(smallFont);
    painter.setPen(inks.weak);
    line.setLeft(left + ui::px(6));
    painter.drawText(
        line, Qt::AlignVCenter | Qt::AlignRight,
        QFontMetrics(smallFont).elidedText(about.join(QStringLiteral(" · ")), Qt::ElideRight, line.width()));
}

/// The tags, each in a field of its own as far as there is room, and whether the mentee understood.
void paintTags(QPainter& painter, const QRect& line, const NoteRow& row, const Inks& inks) {
    const QFont font = ui::font(ui::TextStyle::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int left = line.left();
    if (row.note.understood) {
        left = paintGlyph(painter, "check", left, line.top(), line.height(), inks.strong);
        const QString word = tr("Understood");
        painter.setPen(inks.weak);
        painter.drawText(QRect(left, line.top(), line.right() - left, line.height()), Qt::AlignVCenter, word);
        left += metrics.horizontalAdvance(word) + ui::px(ui::kSmall);
    }
    const QString more = QStringLiteral("…");
    for (const std::string& tag : row.note.tags) {
        const QString text = ui::toQString(tag);
        const int width = metrics.horizontalAdvance(text) + 2 * ui::px(6);
        if (left + width > line.right()) {
            painter.setPen(inks.weak);
            painter.drawText(QRect(left, line.top(), metrics.horizontalAdvance(more), line.height()),
                             Qt::AlignVCenter, more);
            return;
        }
        const QRectF field = QRectF(left, line.top(), width, line.height()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(inks.weak, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(field, field.height() / 2, field.height() / 2);
        painter.setPen(inks.strong);
        painter.drawText(field, Qt::AlignCenter, text);
        left += width + ui::px(ui::kTight);
    }
}

} // namespace

QRect noteTextRect(const QRect& place) {
    return inner(place).adjusted(textIndent(), headHeight() + gap(), 0, 0);
}

QRect replyTextRect(const QRect& place) {
    return place.adjusted(ui::px(ui::kMedium) + replyIndent(), ui::px(ui::kTight) + smallHeight(),
                          -ui::px(ui::kMedium), -ui::px(ui::kTight));
}

int noteLineHeight(const NoteRow& row, int width) {
    int height = headHeight() + 2 * ui::px(ui::kSmall);
    if (!row.note.text.empty())
        height += gap() + textHeight(ui::toQString(row.note.text), widthFor(width, textIndent()));
    if (hasTagLine(row))
        height += ui::px(ui::kTight) + tagHeight();
    return height;
}

int replyLineHeight(const catalog::Reply& reply, int width) {
    return 2 * ui::px(ui::kTight) + smallHeight() +
           textHeight(ui::toQString(reply.text), widthFor(width, replyIndent()));
}

void paintNoteLine(QPainter& painter, const QStyleOptionViewItem& option, const NoteRow& row,
                   LineState state) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(option.rect).adjusted(2.5, 1.5, -2.5, -1.5);
    const Inks inks = paintGround(painter, option, ground);
    if (state == LineState::Current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ui::colors().accent);
        painter.drawRoundedRect(QRectF(ground.left(), ground.top() + 4, 4, ground.height() - 8), 2, 2);
    }
    const QRect area = inner(option.rect);
    const int head = headHeight();
    drawMark(painter,
             QRectF(area.left(), area.top() + (head - ui::px(kMark)) / 2.0, ui::px(kMark), ui::px(kMark)),
             row.mark());
    paintHead(painter, QRect(area.left() + textIndent(), area.top(), area.width() - textIndent(), head), row,
              inks);
    painter.setFont(ui::font(ui::TextStyle::Body));
    painter.setPen(inks.strong);
    QRect text = noteTextRect(option.rect);
    if (hasTagLine(row)) {
        const QRect tags(text.left(), area.bottom() + 1 - tagHeight(), text.width(), tagHeight());
        text.setBottom(tags.top());
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, ui::toQString(row.note.text));
        paintTags(painter, tags, row, inks);
    } else {
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, ui::toQString(row.note.text));
    }
    painter.restore();
}

void paintReplyLine(QPainter& painter, const QStyleOptionViewItem& option, const catalog::Reply& reply) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int indent = ui::px(ui::kMedium) + textIndent();
    const Inks inks = paintGround(painter, option,
                                  QRectF(option.rect).adjusted(indent + ui::px(ui::kTight), 0.5, -2.5, -0.5));
    // The thread that it hangs on.
    painter.setPen(Qt::NoPen);
    painter.setBrush(ui::colors().controlBorder);
    painter.drawRect(QRectF(option.rect.left() + indent, option.rect.top(), ui::px(2), option.rect.height()));

    const QRect text = replyTextRect(option.rect);
    QRect head(text.left(), option.rect.top() + ui::px(ui::kTight), text.width(), smallHeight());
    QFont nameFont = ui::font(ui::TextStyle::Small);
    nameFont.setWeight(QFont::DemiBold);
    const QFontMetrics nameMetrics(nameFont);
    const QString name =
        nameMetrics.elidedText(ui::toQString(reply.authorName), Qt::ElideRight, head.width());
    painter.setFont(nameFont);
    painter.setPen(inks.strong);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, name);
    head.setLeft(head.left() + nameMetrics.horizontalAdvance(name) + ui::px(ui::kSmall));
    const QFont smallFont = ui::font(ui::TextStyle::Small);
    painter.setFont(smallFont);
    painter.setPen(inks.weak);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignRight,
                     QFontMetrics(smallFont).elidedText(ui::dateAndTime(reply.madeAt), Qt::ElideRight,
                                                        std::max(0, head.width())));
    painter.setFont(ui::font(ui::TextStyle::Body));
    painter.setPen(inks.strong);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, ui::toQString(reply.text));
    painter.restore();
}

} // namespace mockingbird::review
