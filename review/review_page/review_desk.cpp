// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_desk.h"

#include "common/catalog/catalog.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/chip.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/notes/note_entry.h"
#include "review/notes/notes_panel.h"
#include "review/review_page/key_list_dialog.h"
#include "review/review_page/note_writing.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/summary_panel.h"
#include "review/rubric/level_card.h"
#include "review/rubric/rubric_panel.h"
#include "review/timeline/time_text.h"
#include "review/timeline/timeline_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <tuple>

namespace mockingbird::review {

namespace {

const MediaTime kSkip(std::chrono::seconds(5));
/// How long a note without an end counts as the one that playback is at.
const MediaTime kNoteStays(std::chrono::seconds(5));
/// How near the moment shown must be to a note for evidence to mean the note; a few frames.
const MediaTime kSameMoment(std::chrono::milliseconds(120));

} // namespace

ReviewDesk::ReviewDesk(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_model(catalog),
      m_title(ui::label({}, ui::TextStyle::Heading, this)),
      m_state(new ui::Chip({}, ui::Tone::Neutral, this)),
      m_undoButton(ui::iconButton(tr("Undo"), "undo", this)), m_banner(new ui::Banner(this)),
      m_recording(new RecordingPanel(catalog, m_model, this)),
      m_entry(new NoteEntry([this] { return m_recording->now(); }, this)), m_tabs(new QTabWidget(this)),
      m_notes(new NotesPanel(m_tabs)), m_rubric(new RubricPanel(m_tabs)), m_summary(new SummaryPanel(m_tabs)),
      m_keys(new ReviewKeys(this)), m_writing(new NoteWriting(*m_entry, *m_recording, m_model, this)) {
    buildLayout();
    connectNotes();
    connectScores();
    connect(m_keys, &ReviewKeys::pressed, this, &ReviewDesk::keyPressed);
    connect(m_recording, &RecordingPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_recording, &RecordingPanel::moved, this, &ReviewDesk::followPlayback);
    connect(m_recording, &RecordingPanel::neighbourRequested, this, &ReviewDesk::goToNeighbour);
    connect(m_recording, &RecordingPanel::noteActivated, this, &ReviewDesk::goToNote);
    connect(&m_model, &ReviewModel::changed, this, &ReviewDesk::showModel);
    connect(&m_model, &ReviewModel::failed, m_banner, &ui::Banner::showError);
    connect(m_undoButton, &QToolButton::clicked, &m_model.undoStack(), &QUndoStack::undo);
    const auto showUndo = [this] {
        const QString what = m_model.undoStack().undoText();
        m_undoButton->setEnabled(m_model.undoStack().canUndo());
        m_undoButton->setToolTip(what.isEmpty() ? tr("Undo  Ctrl+Z") : tr("Undo: %1  Ctrl+Z").arg(what));
    };
    showUndo();
    connect(&m_model.undoStack(), &QUndoStack::indexChanged, this, [this, showUndo] {
        showUndo();
        if (std::exchange(m_undoOffered, false))
            m_banner->dismiss(); // its "Undo" would take back another step now
    });
    // A button that was clicked doesn't keep the keyboard: Space goes on playing and pausing, and typing
    // starts notes.
    for (QAbstractButton* button : findChildren<QAbstractButton*>())
        if (!qobject_cast<LevelCard*>(button))
            button->setFocusPolicy(Qt::TabFocus);
}

ReviewDesk::~ReviewDesk() {
    m_writing->save();
    m_summary->disconnect(this);
}

QWidget* ReviewDesk::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    auto* back = ui::quietButton(tr("All sessions"), nullptr, header);
    auto* keys = ui::quietButton(tr("Keys  ?"), nullptr, header);
    m_title->setWordWrap(false);
    m_title->setMinimumWidth(0);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(back);
    row->addWidget(m_title, 1);
    row->addWidget(m_state);
    row->addWidget(m_undoButton);
    row->addWidget(keys);
    connect(back, &QPushButton::clicked, this, &ReviewDesk::closeRequested);
    connect(keys, &QPushButton::clicked, this, [this] { keyPressed(ReviewKey::KeyList); });
    return header;
}

void ReviewDesk::buildLayout() {
    m_tabs->addTab(m_notes, tr("Notes"));
    m_tabs->addTab(m_rubric, tr("Scores"));
    m_tabs->addTab(m_summary, tr("Summary"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setFocusPolicy(Qt::TabFocus);

    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_recording, 1);
    column->addWidget(m_entry);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(left);
    splitter->addWidget(m_tabs);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 3);
    splitter->setHandleWidth(ui::px(ui::kMedium));
    m_tabs->setMinimumWidth(ui::px(320));

    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kMedium);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kSmall));
    layout->addWidget(buildHeader());
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
}

void ReviewDesk::connectNotes() {
    connect(m_keys, &ReviewKeys::typed, this, [this](const QString& text) {
        if (m_entry->writable() && m_recording->playable())
            m_entry->startWith(text);
    });
    connect(m_writing, &NoteWriting::failed, m_banner, &ui::Banner::showError);
    connect(m_writing, &NoteWriting::fieldLeft, &m_recording->timeline(), qOverload<>(&QWidget::setFocus));
    connect(m_writing, &NoteWriting::draftFound, this, [this](MediaTime at) {
        m_banner->showMessage(ui::Tone::Info,
                              tr("The note you were writing at %1 is still here.").arg(preciseTime(at)));
    });
    connect(m_writing, &NoteWriting::discarded, this, [this] {
        m_banner->showMessage(ui::Tone::Info, tr("The note was discarded."), tr("Undo"),
                              [this] { m_model.undoStack().undo(); });
        m_undoOffered = true;
    });
    connect(m_notes, &NotesPanel::jumpRequested, this, &ReviewDesk::goToNote);
    connect(m_notes, &NotesPanel::removalRequested, this, [this](catalog::NoteId id) {
        const auto note = m_model.note(id);
        if (note && m_model.own() && note->review == m_model.own()->id)
            m_model.removeNote(id);
    });
    connect(m_notes, &NotesPanel::rewritten, this, [this](catalog::NoteId id, const QString& text) {
        auto note = m_model.note(id);
        if (!note)
            return;
        note->text = text.toStdString();
        m_model.changeNote(*note);
    });
    connect(&m_model, &ReviewModel::noteAdded, this, [this](catalog::NoteId id) {
        m_notes->select(id);
        m_recording->setSelectedNote(id);
    });
}

void ReviewDesk::connectScores() {
    connect(m_rubric, &RubricPanel::levelChosen, &m_model,
            [this](catalog::CriterionId criterion, const auto&, int level) {
                m_model.setLevel(criterion, level);
            });
    connect(m_rubric, &RubricPanel::cleared, &m_model,
            [this](catalog::CriterionId criterion, const auto&) { m_model.clearScore(criterion); });
    connect(m_rubric, &RubricPanel::momentAdded, this,
            [this](catalog::CriterionId criterion, const auto&) { addMoment(criterion); });
    connect(m_rubric, &RubricPanel::evidenceRemoved, &m_model,
            [this](catalog::CriterionId criterion, const auto&, const catalog::Evidence& evidence) {
                m_model.removeEvidence(criterion, evidence);
            });
    connect(m_rubric, &RubricPanel::jumpRequested, this, [this](const catalog::Evidence& evidence) {
        if (evidence.note)
            goToNote(*evidence.note);
        else
            m_recording->goTo(evidence.recording, evidence.at);
    });
    connect(m_summary, &SummaryPanel::summaryWritten, this,
            [this](const QString& text) { m_model.setSummary(text.toStdString()); });
    connect(m_summary, &SummaryPanel::commitmentsWritten, this, [this](const QStringList& texts) {
        std::vector<std::string> commitments;
        for (const QString& text : texts)
            commitments.push_back(text.toStdString());
        m_model.setCommitments(commitments);
    });
    connect(m_summary, &SummaryPanel::sealRequested, this, &ReviewDesk::seal);
}

Result<void> ReviewDesk::openSession(catalog::SessionId session, std::optional<MediaTime> at) {
    closeSession();
    m_banner->dismiss();
    TRY(m_model.open(session));
    const catalog::Session& opened = m_model.session();
    m_title->setText(tr("%1 · %2 · attempt %3 · %4")
                         .arg(ui::toQString(opened.menteeName), ui::toQString(opened.kitName))
                         .arg(opened.attempt)
                         .arg(ui::longDate(opened.startedAt)));
    m_title->setToolTip(m_title->text());
    m_recording->open();
    if (at && !m_model.recordings().empty())
        m_recording->goTo(m_model.recordings().front().id, *at);
    m_writing->begin(NoteDraft::pathFor(m_catalog.folder(), session, m_catalog.actor()));
    return {};
}

void ReviewDesk::closeSession() {
    if (!m_model.isOpen())
        return;
    left();
    m_recording->close();
    m_model.close();
    m_writing->end();
    m_notes->clearSelection();
}

void ReviewDesk::refresh() {
    if (!m_model.isOpen())
        return;
    const Result<void> reloaded = m_model.reload();
    if (!reloaded.ok())
        m_banner->showError(reloaded.error());
}

void ReviewDesk::entered() {
    m_recording->setWatching(true);
    m_recording->timeline().setFocus();
}

void ReviewDesk::left() {
    m_recording->pause();
    m_recording->setWatching(false);
    m_summary->flush();
    m_writing->save();
}

void ReviewDesk::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_model.isOpen())
        m_recording->showNotes(); // the marks' colours are the scheme's
}

void ReviewDesk::keyPressed(ReviewKey key) {
    switch (key) {
    case ReviewKey::TogglePlay:
        return m_recording->togglePlay();
    case ReviewKey::Faster:
        return m_recording->playFaster();
    case ReviewKey::SpeedUp:
        return m_recording->changeSpeed(1);
    case ReviewKey::SlowDown:
        return m_recording->changeSpeed(-1);
    case ReviewKey::Back:
        return m_recording->skip(MediaTime() - kSkip);
    case ReviewKey::Forward:
        return m_recording->skip(kSkip);
    case ReviewKey::FrameBack:
        return m_recording->stepFrame(-1);
    case ReviewKey::FrameForward:
        return m_recording->stepFrame(1);
    case ReviewKey::PreviousNote:
        return goToNeighbour(-1);
    case ReviewKey::NextNote:
        return goToNeighbour(1);
    case ReviewKey::RangeStart:
        return m_entry->markStart();
    case ReviewKey::RangeEnd:
        return m_entry->markEnd();
    case ReviewKey::DropRange:
        if (!m_entry->draft())
            m_entry->clear();
        return;
    case ReviewKey::Undo:
        return m_model.undoStack().undo();
    case ReviewKey::Redo:
        return m_model.undoStack().redo();
    case ReviewKey::KeyList:
        return (new KeyListDialog(this))->open();
    }
}

void ReviewDesk::showModel() {
    m_entry->setRefusal(m_model.refusal());
    std::vector<std::pair<catalog::CriterionId, QString>> criteria;
    for (const catalog::Criterion& criterion : m_model.kit().rubric.criteria)
        criteria.emplace_back(criterion.id, ui::toQString(criterion.name));
    m_entry->setCriteria(criteria);
    const bool sealed = m_model.own() && m_model.own()->state != catalog::ReviewState::Draft;
    m_state->setText(!m_model.own() ? tr("Not begun") : sealed ? tr("Sealed") : tr("Draft"));
    m_state->setTone(sealed ? ui::Tone::Success : ui::Tone::Neutral);
    showNotes();
    showScores();
    showSummary();
    m_recording->showNotes();
}

void ReviewDesk::showNotes() {
    std::vector<NoteRow> rows;
    rows.reserve(m_model.notes().size());
    for (const catalog::Note& note : m_model.notes()) {
        NoteRow row;
        row.note = note;
        row.authorIndex = m_model.authorIndex(note.author);
        row.editable = m_model.editable() && m_model.own() && note.review == m_model.own()->id;
        if (note.criterion) {
            row.criterionIndex = m_model.criterionIndex(*note.criterion);
            if (const auto* criterion = m_model.kit().rubric.criterion(*note.criterion))
                row.criterion = ui::toQString(criterion->name);
        }
        if (m_model.recordings().size() > 1)
            row.part = tr("Part %1").arg(m_model.partOf(note.recording));
        rows.push_back(std::move(row));
    }
    m_recording->setNotesThere(!rows.empty(), !rows.empty());
    m_tabs->setTabText(0, rows.empty() ? tr("Notes") : tr("Notes (%1)").arg(rows.size()));
    m_notes->setRows(std::move(rows));
}

void ReviewDesk::showScores() {
    m_rubric->setKit(m_model.kit());
    m_rubric->showStandings([this](catalog::CriterionId criterion, const auto&) {
        CriterionStanding standing;
        standing.own = m_model.ownScore(criterion);
        standing.others = m_model.othersScores(criterion);
        standing.editable = m_model.editable();
        if (!standing.own)
            return standing;
        for (const catalog::Evidence& evidence : standing.own->evidence) {
            EvidenceText text{evidence, ui::shortTime(evidence.at), {}};
            if (const auto note = evidence.note ? m_model.note(*evidence.note) : std::nullopt)
                text.what = ui::toQString(note->text);
            standing.evidence.push_back(std::move(text));
        }
        return standing;
    });
}

void ReviewDesk::showSummary() {
    SummaryContent content;
    content.editable = m_model.editable();
    content.commitments = m_model.commitments();
    if (m_model.own()) {
        content.summary = ui::toQString(m_model.own()->summary);
        if (m_model.own()->sealedAt)
            content.state = tr("Sealed on %1. It can be read, and no longer changed.")
                                .arg(ui::dateAndTime(*m_model.own()->sealedAt));
    }
    QStringList others;
    for (const catalog::Review& review : m_model.others())
        if (!review.summary.empty())
            others << tr("%1: %2").arg(ui::toQString(review.raterName), ui::toQString(review.summary));
    content.others = others.join(QStringLiteral("\n\n"));
    m_summary->showContent(content);
}

void ReviewDesk::goToNote(catalog::NoteId id) {
    const auto note = m_model.note(id);
    if (!note)
        return;
    m_recording->goTo(note->recording, note->at);
    m_notes->select(id);
    m_recording->setSelectedNote(id);
}

void ReviewDesk::goToNeighbour(int direction) {
    const auto& notes = m_model.notes();
    if (notes.empty())
        return;
    const auto selected = m_notes->selected();
    const auto found = selected ? std::ranges::find(notes, selected->id, &catalog::Note::id) : notes.end();
    const NoteEntry::Moment now = m_recording->now();
    // From the selected note while the recording stands at it, else from the moment shown.
    if (found != notes.end() && found->recording == now.recording && now.time >= found->at - kSameMoment &&
        now.time <= found->at + kSameMoment) {
        const auto index = (found - notes.begin()) + direction;
        if (index >= 0 && index < static_cast<std::ptrdiff_t>(notes.size()))
            goToNote(notes[static_cast<std::size_t>(index)].id);
        return;
    }
    const auto place = [this](const catalog::RecordingId& recording, MediaTime at) {
        return std::tuple(m_model.partOf(recording), at);
    };
    const auto here = place(now.recording, now.time);
    const auto next = std::ranges::find_if(
        notes, [&](const catalog::Note& note) { return place(note.recording, note.at) > here; });
    if (direction > 0 && next != notes.end())
        goToNote(next->id);
    else if (direction < 0 && next != notes.begin())
        goToNote((next - 1)->id);
}

void ReviewDesk::followPlayback() {
    const NoteEntry::Moment now = m_recording->now();
    catalog::NoteId current;
    for (const catalog::Note& note : m_model.notes()) {
        const MediaTime end = note.until.value_or(note.at + kNoteStays);
        if (note.recording == now.recording && note.at <= now.time + kSameMoment && now.time <= end)
            current = note.id;
    }
    m_notes->model().setCurrent(current);
}

void ReviewDesk::addMoment(catalog::CriterionId criterion) {
    const NoteEntry::Moment now = m_recording->now();
    catalog::Evidence evidence{std::nullopt, now.recording, now.time};
    const auto selected = m_notes->selected();
    if (selected && selected->recording == now.recording && now.time >= selected->at - kSameMoment &&
        now.time <= selected->until.value_or(selected->at) + kSameMoment)
        evidence = {selected->id, selected->recording, selected->at};
    m_model.addEvidence(criterion, evidence);
}

void ReviewDesk::seal() {
    if (m_entry->draft()) {
        m_banner->showMessage(ui::Tone::Warning,
                              tr("A note is still being written. Keep it with Enter or discard it "
                                 "with Escape, then seal."));
        return;
    }
    if (!m_confirm(
            this, tr("Seal this review?"),
            tr("Your notes, scores and summary stay as they are from now on: nobody can change them, you "
               "neither. The others who take part can read them then."),
            tr("Seal"), tr("Not yet")))
        return;
    m_model.seal();
}

} // namespace mockingbird::review
