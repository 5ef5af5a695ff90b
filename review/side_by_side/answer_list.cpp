// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/answer_list.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/compare_page/comparison_text.h"
#include "review/timeline/time_text.h"

#include <QKeyEvent>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr int kMomentRole = Qt::UserRole;

/// The level and who gave it: `3 (Ann 3 · Ben 3)`.
QString levelsText(const ComparisonCell& cell) {
    if (!cell.mean)
        return AnswerList::tr("no level");
    QString text = levelText(*cell.mean);
    if (cell.agreed)
        text = AnswerList::tr("agreed on %1").arg(text);
    const QString raters = ratersText(cell);
    return raters.isEmpty() ? text : AnswerList::tr("%1 (%2)").arg(text, raters);
}

} // namespace

AnswerList::AnswerList(QWidget* parent) : QListWidget(parent) {
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setMinimumHeight(ui::px(96));
    setAccessibleDescription(tr("Enter on a note, or on a level that was shown at a moment, goes there."));
}

void AnswerList::showAttempt(const QuestionAttempt& attempt) {
    const int row = currentRow();
    clear();
    const auto listLevels = [&](const QString& heading, bool ofQuestion) {
        bool any = false;
        for (const QuestionLevels& levels : attempt.levels) {
            if (!levels.cell.mean || levels.ofQuestion != ofQuestion)
                continue;
            if (!std::exchange(any, true))
                addHeading(heading);
            const QString text =
                tr("%1: %2").arg(ui::toQString(levels.criterion.name), levelsText(levels.cell));
            addRow(levels.shownAt ? tr("%1, shown at %2").arg(text, preciseTime(*levels.shownAt)) : text,
                   levels.shownAt);
        }
        return any;
    };
    const bool ofQuestion = listLevels(tr("Levels for this question"), true);
    const bool ofAll = listLevels(tr("Levels for the whole interview"), false);
    if (!ofQuestion && !ofAll)
        addHeading(tr("No levels that you may see yet"));
    addHeading(attempt.notes.empty() ? tr("No notes on this answer") : tr("Notes on this answer"));
    for (const catalog::Note& note : attempt.notes) {
        QString text = ui::toQString(note.text);
        if (text.isEmpty()) {
            QStringList tags;
            for (const std::string& tag : note.tags)
                tags << ui::toQString(tag);
            text = tags.isEmpty() ? tr("(a drawing)") : tags.join(QStringLiteral(", "));
        }
        addRow(tr("%1  %2 – %3").arg(preciseTime(note.at), text, ui::toQString(note.authorName)), note.at);
    }
    setCurrentRow(row < count() ? row : -1);
}

void AnswerList::addHeading(const QString& text) {
    auto* item = new QListWidgetItem(text, this);
    item->setFlags(Qt::ItemIsEnabled);
    item->setFont(ui::font(ui::TextStyle::Small));
    item->setForeground(ui::colors().muted);
}

void AnswerList::addRow(const QString& text, std::optional<MediaTime> moment) {
    auto* item = new QListWidgetItem(text, this);
    if (moment)
        item->setData(kMomentRole, QVariant::fromValue<qlonglong>(moment->microseconds()));
}

std::optional<MediaTime> AnswerList::momentOf(const QListWidgetItem& item) {
    const QVariant moment = item.data(kMomentRole);
    if (!moment.isValid())
        return std::nullopt;
    return MediaTime::fromMicroseconds(moment.toLongLong());
}

void AnswerList::keyPressEvent(QKeyEvent* event) {
    const bool moves = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down ||
                       event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown ||
                       event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (moves)
        QListWidget::keyPressEvent(event);
    else
        event->ignore();
}

} // namespace mockingbird::review
