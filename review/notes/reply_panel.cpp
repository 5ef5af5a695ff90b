// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/reply_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mockingbird::review {

ReplyPanel::ReplyPanel(QWidget* parent)
    : QFrame(parent), m_label(ui::label({}, ui::TextStyle::Strong, this)), m_field(new QPlainTextEdit(this)),
      m_keep(ui::button(tr("Reply"), "reply", this)), m_cancel(ui::quietButton(tr("Cancel"), nullptr, this)) {
    m_field->setObjectName("replyField");
    m_field->setTabChangesFocus(true);
    m_field->installEventFilter(this);
    m_keep->setToolTip(tr("Enter"));
    m_cancel->setToolTip(tr("Escape; what you typed waits for this note"));
    for (QPushButton* button : {m_keep, m_cancel})
        button->setFocusPolicy(Qt::TabFocus);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::px(ui::kSmall));
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_keep);
    auto* layout = new QVBoxLayout(this);
    const int edge = ui::px(ui::kTight);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addWidget(m_label);
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        m_keep->setEnabled(!m_field->toPlainText().trimmed().isEmpty());
        fitHeight();
        emit draftsChanged();
    });
    connect(m_keep, &QPushButton::clicked, this, &ReplyPanel::keep);
    connect(m_cancel, &QPushButton::clicked, this, &ReplyPanel::close);
    m_keep->setEnabled(false);
    fitHeight();
    hide();
}

void ReplyPanel::open(catalog::NoteId note, const QString& what) {
    if (note != m_note || !isOpen()) {
        putAway();
        m_note = note;
        const auto waiting = m_waiting.find(note);
        m_field->setPlainText(waiting == m_waiting.end() ? QString() : waiting->second);
        m_field->moveCursor(QTextCursor::End);
    }
    m_label->setText(tr("Reply to %1").arg(what));
    m_field->setAccessibleName(m_label->text());
    show();
    m_field->setFocus(Qt::OtherFocusReason);
}

bool ReplyPanel::isOpen() const {
    return isVisibleTo(parentWidget());
}

bool ReplyPanel::holdsText() const {
    return !m_waiting.empty() || !m_field->toPlainText().trimmed().isEmpty();
}

ReplyDrafts ReplyPanel::drafts() const {
    ReplyDrafts all = m_waiting;
    if (isOpen() && !m_field->toPlainText().trimmed().isEmpty())
        all[m_note] = m_field->toPlainText();
    else if (isOpen())
        all.erase(m_note);
    return all;
}

void ReplyPanel::restore(ReplyDrafts drafts) {
    forget();
    m_waiting = std::move(drafts);
}

void ReplyPanel::forget() {
    m_waiting.clear();
    m_field->clear();
    hide();
}

void ReplyPanel::close() {
    putAway();
    hide();
    emit closed();
}

bool ReplyPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ShiftModifier)) {
            m_field->insertPlainText(QStringLiteral("\n"));
            return true;
        }
        if (enter) {
            keep();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ReplyPanel::keep() {
    const QString text = m_field->toPlainText().trimmed();
    if (text.isEmpty()) {
        close();
        return;
    }
    m_field->clear();
    m_waiting.erase(m_note);
    hide();
    emit written(m_note, text);
    emit closed();
}

void ReplyPanel::putAway() {
    const QString text = m_field->toPlainText();
    if (text.trimmed().isEmpty())
        m_waiting.erase(m_note);
    else
        m_waiting[m_note] = text;
    m_field->clear();
}

void ReplyPanel::fitHeight() {
    const int lines = std::clamp(m_field->document()->lineCount(), 2, 5);
    const int frame = static_cast<int>(2 * m_field->document()->documentMargin());
    m_field->setFixedHeight(lines * m_field->fontMetrics().lineSpacing() + frame + ui::px(ui::kSmall) * 2);
}

} // namespace mockingbird::review
