// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_keys.h"

#include "review/rubric/criterion_card.h"
#include "review/rubric/level_card.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QToolButton>

namespace mockingbird::review {

namespace {

bool isField(const QWidget* widget) {
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return !text->isReadOnly();
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return !line->isReadOnly();
    return false;
}

/// Whether Ctrl+Z is the field's own affair.
bool fieldUndoes(const QWidget* widget, bool redo) {
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return redo ? text->document()->isRedoAvailable() : text->document()->isUndoAvailable();
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return redo ? line->isRedoAvailable() : line->isUndoAvailable();
    return false;
}

CriterionCard* cardAround(QWidget* widget) {
    for (QWidget* each = widget; each; each = each->parentWidget())
        if (auto* card = qobject_cast<CriterionCard*>(each))
            return card;
    return nullptr;
}

/// What the focused control makes of the key itself, as it would anywhere.
bool belongsTo(QWidget* focus, const QKeyEvent& event) {
    const int key = event.key();
    const bool arrow =
        key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    const bool upOrDown = key == Qt::Key_Up || key == Qt::Key_Down;
    if (qobject_cast<QComboBox*>(focus))
        return true;
    if (CriterionCard* card = cardAround(focus)) {
        auto* level = qobject_cast<LevelCard*>(focus);
        if ((level || focus == card->header()) && key >= Qt::Key_0 && key <= Qt::Key_9)
            return true;
        if (level)
            return upOrDown || (key == Qt::Key_Space && !level->isChecked());
    }
    // Rows of questions and levels to choose from.
    const bool digit = key >= Qt::Key_0 && key <= Qt::Key_9;
    if (focus && focus->property("takesArrowsAndDigits").toBool() && (arrow || digit))
        return true;
    if (qobject_cast<QAbstractButton*>(focus))
        return key == Qt::Key_Space;
    if (qobject_cast<QAbstractItemView*>(focus))
        return upOrDown || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    return arrow && (qobject_cast<QAbstractSlider*>(focus) || qobject_cast<QTabBar*>(focus));
}

std::optional<ReviewKey> withModifier(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier) {
        switch (event.key()) {
        case Qt::Key_K:
            return ReviewKey::TogglePlay;
        case Qt::Key_J:
            return ReviewKey::Back;
        case Qt::Key_L:
            return ReviewKey::Faster;
        case Qt::Key_I:
            return ReviewKey::RangeStart;
        case Qt::Key_O:
            return ReviewKey::RangeEnd;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return ReviewKey::ZoomIn;
        case Qt::Key_Minus:
            return ReviewKey::ZoomOut;
        case Qt::Key_0:
            return ReviewKey::ZoomToFit;
        case Qt::Key_1:
            return ReviewKey::NotesTab;
        case Qt::Key_2:
            return ReviewKey::ScoresTab;
        case Qt::Key_3:
            return ReviewKey::SummaryTab;
        case Qt::Key_4:
            return ReviewKey::AgreeTab;
        default:
            return std::nullopt;
        }
    }
    if (modifiers == Qt::ControlModifier) {
        switch (event.key()) {
        case Qt::Key_Space:
            return ReviewKey::TogglePlay;
        case Qt::Key_Up:
            return ReviewKey::PreviousNote;
        case Qt::Key_Down:
            return ReviewKey::NextNote;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return ReviewKey::PlayNote;
        case Qt::Key_PageUp:
            return ReviewKey::PreviousBookmark;
        case Qt::Key_PageDown:
            return ReviewKey::NextBookmark;
        case Qt::Key_L:
            return ReviewKey::Loop;
        case Qt::Key_T:
            return ReviewKey::TagMode;
        default:
            break;
        }
    }
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && event.key() == Qt::Key_F)
        return ReviewKey::FindNotes;
    if (event.matches(QKeySequence::Undo))
        return ReviewKey::Undo;
    if (event.matches(QKeySequence::Redo) ||
        (event.key() == Qt::Key_Z && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)))
        return ReviewKey::Redo;
    if (event.key() == Qt::Key_F1)
        return ReviewKey::KeyList;
    return std::nullopt;
}

std::optional<ReviewKey> withoutModifier(const QKeyEvent& event) {
    // Punctuation by what it types, not by where the keyboard's layout has it.
    const QString text = event.text();
    if (text == QStringLiteral(","))
        return ReviewKey::FrameBack;
    if (text == QStringLiteral("."))
        return ReviewKey::FrameForward;
    if (text == QStringLiteral("<"))
        return ReviewKey::SlowDown;
    if (text == QStringLiteral(">"))
        return ReviewKey::SpeedUp;
    if (text == QStringLiteral("["))
        return ReviewKey::RangeStart;
    if (text == QStringLiteral("]"))
        return ReviewKey::RangeEnd;
    if (text == QStringLiteral("?"))
        return ReviewKey::KeyList;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Left)
        return ReviewKey::PreviousNote;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Right)
        return ReviewKey::NextNote;
    if (modifiers != Qt::NoModifier)
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Space:
        return ReviewKey::TogglePlay;
    case Qt::Key_Left:
        return ReviewKey::Back;
    case Qt::Key_Right:
        return ReviewKey::Forward;
    case Qt::Key_Up:
        return ReviewKey::PreviousNote;
    case Qt::Key_Down:
        return ReviewKey::NextNote;
    case Qt::Key_PageUp:
        return ReviewKey::PreviousQuestion;
    case Qt::Key_PageDown:
        return ReviewKey::NextQuestion;
    case Qt::Key_Escape:
        return ReviewKey::DropRange;
    default:
        return std::nullopt;
    }
}

bool beginsNote(const QKeyEvent& event) {
    const auto modifiers =
        event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier | Qt::GroupSwitchModifier);
    const QString text = event.text();
    return modifiers == Qt::NoModifier && !text.isEmpty() && text.front().isPrint() &&
           !text.front().isSpace();
}

} // namespace

ReviewKeys::ReviewKeys(QWidget* desk) : QObject(desk), m_desk(desk) {
    qApp->installEventFilter(this);
}

bool ReviewKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType() || !m_desk->isVisible())
        return false;
    if (QApplication::activePopupWidget() || QApplication::activeModalWidget())
        return false;
    // A key that a child leaves alone comes by again on its parents; the focus decides, and only the first
    // time.
    QWidget* focus = QApplication::focusWidget();
    if (!focus)
        focus = qobject_cast<QWidget*>(watched);
    if (focus != watched || (focus != m_desk && !m_desk->isAncestorOf(focus)))
        return false;
    return handle(*static_cast<QKeyEvent*>(event), focus);
}

bool ReviewKeys::handle(const QKeyEvent& event, QWidget* focus) {
    if (const auto key = withModifier(event)) {
        if ((*key == ReviewKey::Undo || *key == ReviewKey::Redo) &&
            fieldUndoes(focus, *key == ReviewKey::Redo))
            return false;
        emit pressed(*key);
        return true;
    }
    if (isField(focus) || belongsTo(focus, event))
        return false;
    if (const auto key = withoutModifier(event)) {
        emit pressed(*key);
        return true;
    }
    if (!beginsNote(event))
        return false;
    if (event.text().size() == 1 && m_tagKeys.contains(event.text().front().toUpper())) {
        emit tagged(event.text().front().toUpper());
        return true;
    }
    emit typed(event.text());
    return true;
}

std::vector<ReviewKeys::Row> ReviewKeys::list() {
    return {
        {tr("Any letter"), tr("Begins a note at the moment shown, and pauses")},
        {tr("Enter"), tr("Keeps the note, and plays on if it was playing")},
        {tr("Shift+Enter"), tr("A new line in the note")},
        {tr("Escape"), tr("Discards the note, after asking (Undo brings it back)")},
        {tr("[  ]"), tr("The note's range begins, ends at the moment shown; Alt+I, Alt+O while typing")},
        {tr("Alt+P, Alt+D"), tr("The note is private or shared; draws on the frame")},
        {tr("Ctrl+T"), tr("Tags with single keys, or no more")},
        {tr("Space"), tr("Plays and pauses; Alt+K or Ctrl+Space while typing")},
        {tr("← →"), tr("Five seconds back, forth; Alt+J goes back while typing")},
        {tr(",  ."), tr("One frame back, forth")},
        {tr("<  >"), tr("Slower, faster; Alt+L plays, then 1.5 times, twice as fast")},
        {tr("↑ ↓"), tr("Previous, next note; Ctrl+↑, Ctrl+↓ while typing")},
        {tr("Ctrl+Enter"), tr("Plays the selected note from a little before it")},
        {tr("Page ↑ ↓"), tr("Previous, next question; with Ctrl bookmark")},
        {tr("Ctrl+L"), tr("Repeats the range, the selected note or the question, or no more")},
        {tr("Alt+S, Alt+C, Alt+M"), tr("Skips silence; shows captions; mutes")},
        {tr("Alt+ +, −, 0"), tr("The timeline closer, wider, whole")},
        {tr("Alt+1 to Alt+4"), tr("To the notes, scores, summary, agreement")},
        {tr("1 to 5, Alt+E"), tr("The level, in a criterion's levels; the moment shown as its evidence")},
        {tr("Alt+← →"), tr("Moves the selected note; Shift and the mouse draw a range")},
        {tr("F2, Delete"), tr("Edits, removes the selected note")},
        {tr("Alt+R, Alt+U"), tr("Replies to the selected note; marks it as understood")},
        {tr("Ctrl+Shift+F"), tr("Finds notes")},
        {tr("Ctrl+Z, Ctrl+Shift+Z"), tr("Takes the last step back, does it again")},
        {tr("?  or F1"), tr("This list")},
    };
}

} // namespace mockingbird::review
