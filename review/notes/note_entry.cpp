// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_entry.h"

#include "common/ui/buttons.h"
#include "common/ui/flow_layout.h"
#include "common/ui/icons.h"
#include "common/ui/theme.h"
#include "review/notes/discard_panel.h"
#include "review/notes/note_chips_panel.h"
#include "review/timeline/time_text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

template <class Id>
void fillChoice(QComboBox& choice, const QString& none, const std::vector<std::pair<Id, QString>>& items) {
    const QString chosen = choice.currentData().toString();
    choice.clear();
    choice.addItem(none, QString());
    for (const auto& [id, name] : items)
        choice.addItem(name, QString::fromStdString(id.toString()));
    choice.setCurrentIndex(std::max(0, choice.findData(chosen)));
}

template <class Id>
std::optional<Id> chosenId(const QComboBox& choice) {
    const auto id = Id::parse(choice.currentData().toString().toStdString());
    return id.ok() ? std::optional(*id) : std::nullopt;
}

template <class Id>
void choose(QComboBox& choice, const std::optional<Id>& id) {
    const QString data = id ? QString::fromStdString(id->toString()) : QString();
    choice.setCurrentIndex(std::max(0, choice.findData(data)));
}

} // namespace

NoteEntry::NoteEntry(std::function<Moment()> now, QWidget* parent)
    : QWidget(parent), m_now(std::move(now)), m_tools(new QWidget(this)), m_buttons(new QWidget(this)),
      m_label(ui::label({}, ui::TextStyle::Strong, this)), m_question(new QComboBox(this)),
      m_criterion(new QComboBox(this)), m_field(new QPlainTextEdit(this)),
      m_startButton(ui::quietButton(tr("Start here"), nullptr, this)),
      m_endButton(ui::quietButton(tr("End here"), nullptr, this)),
      m_drawButton(ui::quietButton(tr("Draw"), "draw_line", this)),
      m_audienceButton(ui::quietButton({}, nullptr, this)),
      m_keep(ui::button(tr("Keep note"), "check", this)), m_chips(new NoteChipsPanel(this)),
      m_discard(new DiscardPanel(this)) {
    m_label->setWordWrap(false);
    m_field->setObjectName("noteField");
    m_field->setTabChangesFocus(true);
    m_field->installEventFilter(this);
    m_question->setAccessibleName(tr("Question of the note"));
    m_question->setToolTip(tr("Which question the note is about: the one its moment lies in, or another"));
    m_criterion->setAccessibleName(tr("Criterion of the note"));
    m_criterion->setToolTip(tr("What the note is about"));
    m_startButton->setToolTip(tr("Begin the note's range at the moment shown  [ or Alt+I"));
    m_endButton->setToolTip(tr("End the note's range at the moment shown  ] or Alt+O"));
    m_drawButton->setToolTip(tr("Draw on the picture shown  Alt+D"));
    m_keep->setToolTip(tr("Enter"));
    for (QPushButton* button : {m_startButton, m_endButton, m_drawButton, m_audienceButton, m_keep})
        button->setFocusPolicy(Qt::TabFocus);
    for (QComboBox* choice : {m_question, m_criterion}) {
        choice->setFocusPolicy(Qt::TabFocus);
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(9);
        choice->view()->setTextElideMode(Qt::ElideRight);
    }
    buildLayout();
    connectParts();
    setQuestions({});
    setCriteria({});
    setRefusal({});
    showAudience();
    fitHeight();
}

void NoteEntry::buildLayout() {
    auto* top = new ui::FlowLayout(m_tools);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(ui::px(ui::kTight));
    m_label->setMinimumHeight(m_startButton->sizeHint().height());
    for (QWidget* each : std::initializer_list<QWidget*>{m_label, m_startButton, m_endButton, m_drawButton,
                                                         m_question, m_criterion})
        top->addWidget(each);
    auto* buttons = new QVBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(ui::px(ui::kTight));
    buttons->addWidget(m_audienceButton);
    buttons->addWidget(m_keep);
    buttons->addStretch();
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(ui::px(ui::kSmall));
    bottom->addWidget(m_field, 1, Qt::AlignTop);
    bottom->addWidget(m_buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addWidget(m_tools);
    layout->addLayout(bottom);
    layout->addWidget(m_chips);
    layout->addWidget(m_discard);
    QWidget* before = m_field;
    for (QWidget* each : std::initializer_list<QWidget*>{m_audienceButton, m_keep, m_question, m_criterion,
                                                         m_startButton, m_endButton, m_drawButton}) {
        setTabOrder(before, each);
        before = each;
    }
}

void NoteEntry::connectParts() {
    connect(qApp, &QApplication::focusChanged, this, &NoteEntry::showTools);
    connect(this, &NoteEntry::draftChanged, this, &NoteEntry::showTools);
    connect(m_field, &QPlainTextEdit::textChanged, this, &NoteEntry::textChanged);
    connect(m_keep, &QPushButton::clicked, this, &NoteEntry::keep);
    connect(m_startButton, &QPushButton::clicked, this, &NoteEntry::markStart);
    connect(m_endButton, &QPushButton::clicked, this, &NoteEntry::markEnd);
    connect(m_drawButton, &QPushButton::clicked, this, &NoteEntry::drawingRequested);
    connect(m_audienceButton, &QPushButton::clicked, this, &NoteEntry::toggleAudience);
    connect(m_chips, &NoteChipsPanel::tagRemoved, this, &NoteEntry::removeTag);
    connect(m_chips, &NoteChipsPanel::drawingRemoved, this, [this] { setDrawing({}); });
    connect(m_discard, &DiscardPanel::discardChosen, this, &NoteEntry::discard);
    connect(m_discard, &DiscardPanel::goOnChosen, this, &NoteEntry::goOnWriting);
    for (QComboBox* choice : {m_question, m_criterion})
        connect(choice, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_restoring)
                emit draftChanged();
        });
}

void NoteEntry::setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria) {
    m_restoring = true;
    fillChoice(*m_criterion, tr("No criterion"), criteria);
    m_restoring = false;
    m_criterion->setVisible(!criteria.empty());
}

void NoteEntry::setQuestions(const std::vector<std::pair<catalog::QuestionId, QString>>& questions) {
    m_restoring = true;
    fillChoice(*m_question, tr("By its moment"), questions);
    m_restoring = false;
    m_question->setVisible(!questions.empty());
}

void NoteEntry::setReactionTime(std::chrono::milliseconds time) {
    m_reaction = std::max(time, std::chrono::milliseconds(0));
}

void NoteEntry::setRefusal(const QString& reason) {
    m_refusal = reason;
    m_field->setPlaceholderText(writable() ? tr("Type to pin a note to the moment shown") : reason);
    m_field->setReadOnly(!writable());
    for (QWidget* each : std::initializer_list<QWidget*>{m_startButton, m_endButton, m_drawButton,
                                                         m_audienceButton, m_question, m_criterion, m_chips})
        each->setEnabled(writable());
    showMoment();
}

bool NoteEntry::writable() const {
    return m_refusal.isEmpty();
}

void NoteEntry::startWith(const QString& text) {
    m_field->setFocus(Qt::OtherFocusReason);
    if (m_discard->isVisibleTo(this) && !text.isEmpty() && answerDiscard(text.front().toUpper().unicode()))
        return;
    m_field->moveCursor(QTextCursor::End);
    m_field->insertPlainText(text);
}

NoteEntry::Moment NoteEntry::noteMoment() const {
    Moment moment = m_now();
    if (!moment.playing)
        return moment;
    const double microseconds = static_cast<double>(m_reaction.count()) * 1000.0 * moment.speed;
    const MediaTime before =
        moment.time - MediaTime::fromMicroseconds(static_cast<std::int64_t>(microseconds));
    // Where the moment shown lies before the loop, it is the moment shown.
    moment.time = std::max(before, std::min(moment.time, std::max(moment.earliest, MediaTime())));
    return moment;
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

void NoteEntry::setRange(MediaTime start, MediaTime end) {
    if (!writable())
        return;
    m_start = m_now();
    m_start->time = start;
    m_end = end;
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

void NoteEntry::addTag(const QString& name) {
    if (!writable() || name.isEmpty() || m_tags.contains(name))
        return;
    m_tags << name;
    contentChanged();
}

void NoteEntry::removeTag(const QString& name) {
    if (m_tags.removeAll(name) > 0)
        contentChanged();
}

void NoteEntry::setDrawing(const catalog::Drawing& drawing) {
    if (!writable() || drawing == m_drawing)
        return;
    m_drawing = drawing;
    contentChanged();
}

void NoteEntry::setAudience(catalog::NoteAudience audience) {
    if (audience == m_audience)
        return;
    m_audience = audience;
    showAudience();
    emit draftChanged();
}

void NoteEntry::toggleAudience() {
    if (writable())
        setAudience(m_audience == catalog::NoteAudience::Shared ? catalog::NoteAudience::Private
                                                                : catalog::NoteAudience::Shared);
}

std::optional<NoteDraft> NoteEntry::draft() const {
    if (!m_begun || !m_start)
        return std::nullopt;
    NoteDraft draft;
    draft.recording = m_start->recording;
    draft.at = m_start->time;
    draft.until = m_end;
    draft.criterion = chosenId<catalog::CriterionId>(*m_criterion);
    draft.text = m_field->toPlainText();
    draft.question = chosenId<catalog::QuestionId>(*m_question);
    draft.audience = m_audience;
    draft.tags = m_tags;
    draft.drawing = m_drawing;
    return draft;
}

void NoteEntry::restore(const NoteDraft& draft) {
    m_restoring = true;
    m_begun = true;
    m_start = Moment{draft.recording, draft.at};
    m_end = draft.until;
    m_tags = draft.tags;
    m_drawing = draft.drawing;
    m_audience = draft.audience;
    m_field->setPlainText(draft.text);
    m_field->moveCursor(QTextCursor::End);
    choose(*m_criterion, draft.criterion);
    choose(*m_question, draft.question);
    m_restoring = false;
    m_discard->hide();
    m_chips->showChips(m_tags, !m_drawing.empty());
    showAudience();
    showMoment();
    emit draftChanged();
}

void NoteEntry::clear() {
    m_restoring = true;
    m_begun = false;
    m_start.reset();
    m_end.reset();
    m_tags.clear();
    m_drawing = {};
    m_audience = catalog::NoteAudience::Shared; // private is said of each note anew
    m_field->clear();
    m_criterion->setCurrentIndex(0);
    m_question->setCurrentIndex(0);
    m_restoring = false;
    m_discard->hide();
    m_chips->showChips({}, false);
    showAudience();
    showMoment();
    emit draftChanged();
}

QString NoteEntry::momentLabel() const {
    return m_label->text();
}

bool NoteEntry::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (fieldKey(key->key(), key->modifiers() & ~Qt::KeypadModifier))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool NoteEntry::fieldKey(int key, Qt::KeyboardModifiers modifiers) {
    if (!(modifiers & (Qt::AltModifier | Qt::ControlModifier)) && m_discard->isVisibleTo(this) &&
        answerDiscard(key))
        return true;
    if (modifiers == Qt::AltModifier && key == Qt::Key_P) {
        toggleAudience();
        return true;
    }
    if (modifiers == Qt::AltModifier && key == Qt::Key_D) {
        if (writable())
            emit drawingRequested();
        return true;
    }
    if (key == Qt::Key_Escape) {
        askToDiscard();
        return true;
    }
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && modifiers.testFlag(Qt::ShiftModifier)) {
        if (writable()) // a paragraph of its own, so that the text has plain line ends
            m_field->insertPlainText(QStringLiteral("\n"));
        return true;
    }
    if (enter)
        keep();
    return enter;
}

/// Whether the key was an answer to "Discard this note?". Every other key just goes on writing.
bool NoteEntry::answerDiscard(int key) {
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_D:
        discard();
        return true;
    case Qt::Key_Escape:
    case Qt::Key_K:
        goOnWriting();
        return true;
    case Qt::Key_Shift:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return false; // on the way to a capital, or to the buttons
    default:
        m_discard->hide();
        return false;
    }
}

bool NoteEntry::hasContent() const {
    return !m_field->document()->isEmpty() || !m_tags.isEmpty() || !m_drawing.empty();
}

void NoteEntry::textChanged() {
    fitHeight();
    if (!m_restoring)
        contentChanged();
}

void NoteEntry::contentChanged() {
    m_chips->showChips(m_tags, !m_drawing.empty());
    const bool content = hasContent();
    if (content && !m_begun) {
        m_begun = true;
        if (!m_start)
            m_start = noteMoment();
        showMoment();
        emit begun();
    } else if (!content && m_begun) {
        m_begun = false;
        m_start.reset();
        m_end.reset();
        m_discard->hide();
    }
    showMoment();
    emit draftChanged();
}

void NoteEntry::keep() {
    if (!writable())
        return;
    const auto written = draft();
    if (!written || written->empty())
        emit left();
    else
        emit kept();
}

void NoteEntry::askToDiscard() {
    const auto written = draft();
    if (!written) {
        clear();
        emit left();
    } else if (written->empty()) {
        discard(); // spaces
    } else {
        m_discard->ask();
    }
}

void NoteEntry::goOnWriting() {
    m_discard->hide();
    m_field->setFocus(Qt::OtherFocusReason);
}

void NoteEntry::discard() {
    m_discard->hide();
    if (m_begun)
        emit discarded();
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

void NoteEntry::showAudience() {
    const bool hidden = m_audience == catalog::NoteAudience::Private;
    m_audienceButton->setText(hidden ? tr("Only me") : tr("Shared"));
    m_audienceButton->setIcon(ui::icon(hidden ? "lock" : "people", &ui::Colors::accent));
    const QString what = hidden ? tr("Private: only you ever see this note")
                                : tr("Shared: the mentee sees this note once the review is opened");
    m_audienceButton->setAccessibleName(what);
    m_audienceButton->setToolTip(tr("%1. Change it: Alt+P").arg(what));
}

void NoteEntry::setCompact(bool compact) {
    m_compact = compact;
    showTools();
}

bool NoteEntry::resting() const {
    return m_compact && !draft() && !m_start && !m_end && !m_discard->isVisibleTo(this) &&
           !isAncestorOf(QApplication::focusWidget());
}

void NoteEntry::showTools() {
    const bool shown = !resting();
    if (m_tools->isVisibleTo(this) == shown)
        return;
    m_tools->setVisible(shown);
    m_buttons->setVisible(shown);
    fitHeight();
}

void NoteEntry::fitHeight() {
    const int lines = resting() ? 1 : std::clamp(m_field->document()->lineCount(), 2, 4);
    const QMargins margins = m_field->contentsMargins();
    const int frame =
        static_cast<int>(2 * m_field->document()->documentMargin()) + margins.top() + margins.bottom();
    const int buttons = resting() ? 0
                                  : m_keep->sizeHint().height() + m_audienceButton->sizeHint().height() +
                                        ui::px(ui::kTight); // those beside it
    m_field->setFixedHeight(
        std::max(buttons, lines * m_field->fontMetrics().lineSpacing() + frame + ui::px(ui::kSmall) * 2));
}

} // namespace mockingbird::review
