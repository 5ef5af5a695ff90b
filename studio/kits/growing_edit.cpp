// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/growing_edit.h"

#include "common/ui/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QTextCursor>
#include <algorithm>
#include <cmath>

namespace mockingbird::studio {

namespace {
constexpr int kFrame = 7; // the padding and border that the style sheet puts above and below
} // namespace

GrowingEdit::GrowingEdit(const QString& name, Enter enter, int leastLines, QWidget* parent)
    : QPlainTextEdit(parent), m_enter(enter), m_leastLines(leastLines) {
    setAccessibleName(name);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        if (!m_showing)
            emit edited(toPlainText());
    });
    grow();
}

void GrowingEdit::showText(const QString& text) {
    if (text == toPlainText())
        return;
    m_showing = true;
    const int place = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(place, static_cast<int>(text.size())));
    setTextCursor(cursor);
    m_showing = false;
}

void GrowingEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::ControlModifier) {
        event->ignore(); // is the editor's
        return;
    }
    if (enter && m_enter == Enter::Leaves && event->modifiers() == Qt::NoModifier) {
        emit left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void GrowingEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    grow();
}

void GrowingEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        grow();
}

void GrowingEdit::grow() {
    // A plain text document's height is a number of lines.
    const double lines = std::max<double>(m_leastLines, document()->size().height());
    const int wanted = static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing())) +
                       2 * (ui::px(kFrame) + static_cast<int>(document()->documentMargin()));
    if (wanted != height())
        setFixedHeight(wanted);
}

} // namespace mockingbird::studio
