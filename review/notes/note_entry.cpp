// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_entry.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "review/timeline/time_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

NoteEntry::NoteEntry(std::function<Moment()> now, QWidget* parent)
    : QWidget(parent), m_now(std::move(now)), m_label(ui::label({}, ui::TextStyle::Strong, this)),
      m_criterion(new QComboBox(this)), m_field(new QPlainTextEdit(this)),
      m_startButton(ui::quietButton(tr("Start here"), nullptr, this)),
      m_endButton(ui::quietButton(tr("End here"), nullptr, this)),
      m_keep(ui::button(tr("Keep note"), "check", this)) {
    m_label->setWordWrap(false);
    m_field->setObjectName("noteField");
    m_field->setTabChangesFocus(true);
    m_field->installEventFilter(this);
    m_criterion->setAccessibleName(tr("Criterion of the note"));
    m_criterion->setToolTip(tr("What the note is about"));
    m_startButton->setToolTip(tr("Begin the note's range at the moment shown  [ or Alt+I"));
    m_endButton->setToolTip(tr("End the note's range at the moment shown  ] or Alt+O"));
    m_keep->setToolTip(tr("Enter"));
    for (QPushButton* button : {m_startButton, m_endButton, m_keep})
        button->setFocusPolicy(Qt::TabFocus);
    m_criterion->setFocusPolicy(Qt::TabFocus);
    m_criterion->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    auto* top = new QHBoxLayout;
    top->setSpacing(ui::px(ui::kSmall));
    top->addWidget(m_label);
    top->addStretch();
    top->addWidget(m_startButton);
    top->addWidget(m_endButton);
    top->addWidget(m_criterion);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(ui::px(ui::kSmall));
    bottom->addWidget(m_field, 1);
    bottom->addWidget(m_keep, 0, Qt::AlignBottom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addLayout(top);
    layout->addLayout(bottom);
    setTabOrder(m_field, m_keep);
    setTabOrder(m_keep, m_criterion);
    setTabOrder(m_criterion, m_startButton);
    setTabOrder(m_startButton, m_endButton);

    connect(m_field, &QPlainTextEdit::textChanged, this, &NoteEntry::textChanged);
    connect(m_keep, &QPushButton::clicked, this, &NoteEntry::keep);
    connect(m_startButton, &QPushButton::clicked, this, &NoteEntry::markStart);
    connect(m_endButton, &QPushButton::clicked, this, &NoteEntry::markEnd);
    connect(m_criterion, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_restoring)
            emit draftChanged();
    });
    setCriteria({});
    setRefusal({});
    fitHeight();
}

void NoteEntry::setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria) {
    const QString chosen = m_criterion->currentData().toString();
    m_restoring = true;
    m_criterion->clear();
    m_criterion->addItem(tr("No criterion"), QString());
    for (const auto& [id, name] : criteria)
        m_criterion->addItem(name, QString::fromStdString(id.toString()));
    m_criterion->setCurrentIndex(std::max(0, m_criterion->findData(chosen)));
    m_restoring = false;
}

void NoteEntry::setRefusal(const QString& reason) {
    m_refusal = reason;
    m_field->setReadOnly(!writable());
    m_field->setPlaceholderText(writable() ? tr("Type to pin a note to the moment shown") : reason);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_startButton, m_endButton, m_criterion, m_keep})
        widget->setEnabled(writable());
    showMoment();
}

bool NoteEntry::writable() const {
    return m_refusal.isEmpty();
}

void NoteEntry::startWith(const QString& text) {
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->moveCursor(QTextCursor::End);
    m_field->insertPlainText(text);
}

void NoteEntry::markStart() {
    if (!writable())
        return;
    m_start = m_now();
    if (m_end && *m_end <= m_start->time)
        m_end.reset();
    showMoment();
    emit draftChanged();
}

void NoteEntry::markEnd() {
    if (!writable())
        return;
    const Moment now = m_now();
    // An end needs a start before it, in the same recording; without one it would be the start of nothing.
    if (m_start && m_start->recording == now.recording && now.time > m_start->time)
        m_end = now.time;
    showMoment();
    emit draftChanged();
}

std::optional<NoteDraft> NoteEntry::draft() const {
    if (!m_begun || !m_start)
        return std::nullopt;
    NoteDraft draft{m_start->recording, m_start->time, m_end, std::nullopt, m_field->toPlainText()};
    const auto criterion = catalog::CriterionId::parse(m_criterion->currentData().toString().toStdString());
    if (criterion.ok())
        draft.criterion = *criterion;
    return draft;
}

void NoteEntry::restore(const NoteDraft& draft) {
    m_restoring = true;
    m_begun = true;
    m_start = Moment{draft.recording, draft.at};
    m_end = draft.until;
    m_field->setPlainText(draft.text);
    m_field->moveCursor(QTextCursor::End);
    const QString criterion =
        draft.criterion ? QString::fromStdString(draft.criterion->toString()) : QString();
    m_criterion->setCurrentIndex(std::max(0, m_criterion->findData(criterion)));
    m_restoring = false;
    showMoment();
    emit draftChanged();
}

void NoteEntry::clear() {
    m_restoring = true;
    m_begun = false;
    m_start.reset();
    m_end.reset();
    m_field->clear();
    m_criterion->setCurrentIndex(0);
    m_restoring = false;
    showMoment();
    emit draftChanged();
}

QString NoteEntry::momentLabel() const {
    return m_label->text();
}

bool NoteEntry::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            discard();
            return true;
        }
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            keep();
            return true;
        }
        if (enter) { // a paragraph of its own, so that the text has plain line ends
            m_field->insertPlainText(QStringLiteral("\n"));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NoteEntry::textChanged() {
    fitHeight();
    if (m_restoring)
        return;
    const bool empty = m_field->document()->isEmpty();
    if (!empty && !m_begun) {
        m_begun = true;
        if (!m_start)
            m_start = m_now();
        showMoment();
        emit begun();
    } else if (empty && m_begun) {
        m_begun = false;
        m_start.reset();
        m_end.reset();
        showMoment();
    }
    emit draftChanged();
}

void NoteEntry::keep() {
    if (!writable())
        return;
    if (!m_begun || m_field->toPlainText().trimmed().isEmpty())
        emit left();
    else
        emit kept();
}

void NoteEntry::discard() {
    if (m_begun) {
        emit discarded();
        return;
    }
    clear();
    emit left();
}

void NoteEntry::showMoment() {
    if (!writable())
        m_label->setText(tr("Notes"));
    else if (!m_start)
        m_label->setText(tr("New note"));
    else if (m_end)
        m_label->setText(tr("Note over %1").arg(momentText(m_start->time, m_end)));
    else
        m_label->setText(tr("Note at %1").arg(preciseTime(m_start->time)));
    m_field->setAccessibleName(m_label->text());
    m_keep->setEnabled(writable() && m_begun);
}

void NoteEntry::fitHeight() {
    const int lines = std::clamp(m_field->document()->lineCount(), 2, 4);
    const QMargins margins = m_field->contentsMargins();
    const int frame =
        static_cast<int>(2 * m_field->document()->documentMargin()) + margins.top() + margins.bottom();
    m_field->setFixedHeight(lines * m_field->fontMetrics().lineSpacing() + frame + ui::px(ui::kSmall) * 2);
}

} // namespace mockingbird::review
