// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_desk.h"

#include "common/catalog/catalog.h"
#include "common/catalog/programme.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/chip.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/consensus/consensus_panel.h"
#include "review/drawing/drawing_bar.h"
#include "review/notes/note_entry.h"
#include "review/notes/notes_panel.h"
#include "review/notes/reply_drafts.h"
#include "review/player_view/player_view.h"
#include "review/review_page/desk_panes.h"
#include "review/review_page/key_list_dialog.h"
#include "review/review_page/note_drawing.h"
#include "review/review_page/note_reading.h"
#include "review/review_page/note_writing.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/reply_writing.h"
#include "review/review_page/review_settings_dialog.h"
#include "review/review_page/scoring.h"
#include "review/review_page/sealing.h"
#include "review/review_page/summary_panel.h"
#include "review/review_page/tagging.h"
#include "review/rubric/level_card.h"
#include "review/rubric/rubric_panel.h"
#include "review/tag_strip/tag_strip.h"
#include "review/timeline/time_text.h"
#include "review/timeline/timeline_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace mockingbird::review {

namespace {

const MediaTime kSkip(std::chrono::seconds(5));
/// What is repeated where there is no range, note or question: so much around the moment shown.
const MediaTime kLoopAround(std::chrono::seconds(5));

QString withoutFullStop(const QString& sentence) {
    return sentence.endsWith(QLatin1Char('.')) ? sentence.chopped(1) : sentence;
}

enum Tab { kNotesTab, kScoresTab, kSummaryTab, kAgreeTab };

} // namespace

ReviewDesk::ReviewDesk(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_model(catalog), m_noteSteps(m_model), m_scoreSteps(m_model),
      m_title(ui::label({}, ui::TextStyle::Heading, this)),
      m_state(new ui::Chip({}, ui::Tone::Neutral, this)),
      m_undoButton(ui::iconButton(tr("Undo"), "undo", this)), m_banner(new ui::Banner(this)),
      m_recording(new RecordingPanel(catalog, m_model, this)), m_drawingBar(new DrawingBar(this)),
      m_tagStrip(new TagStrip(this)), m_entry(new NoteEntry([this] { return m_recording->now(); }, this)),
      m_tabs(new QTabWidget(this)), m_notes(new NotesPanel(m_tabs)), m_rubric(new RubricPanel(m_tabs)),
      m_summary(new SummaryPanel(m_tabs)), m_consensus(new ConsensusPanel(m_tabs)),
      m_keys(new ReviewKeys(this)),
      m_writing(new NoteWriting(*m_entry, *m_recording, m_model, m_noteSteps, this)),
      m_reading(new NoteReading(*m_notes, *m_recording, m_model, m_noteSteps, this)),
      m_replying(new ReplyWriting(*m_notes, m_model, m_noteSteps, this)),
      m_drawing(new NoteDrawing(*m_drawingBar, *m_entry, *m_recording, this)),
      m_tagging(new Tagging(*m_tagStrip, *m_keys, *m_entry, *m_recording, m_model, m_noteSteps, this)),
      m_scoring(new Scoring(*m_rubric, *m_consensus, *m_recording, *m_reading, m_model, m_scoreSteps, this)),
      m_sealing(new Sealing(*m_summary, *m_recording, *m_scoring, m_model, m_clock, this)) {
    buildLayout();
    connectModel();
    connectParts();
    applySettings(ReviewSettings::load());
    showUndo();
    // A button that was clicked doesn't keep the keyboard: Space goes on playing and pausing, and typing
    // starts notes.
    for (QAbstractButton* button : findChildren<QAbstractButton*>())
        if (!qobject_cast<LevelCard*>(button))
            button->setFocusPolicy(Qt::TabFocus);
}

ReviewDesk::~ReviewDesk() {
    m_writing->save();
    m_replying->save();
    m_clock.stop();
    m_summary->disconnect(m_sealing);
}

QWidget* ReviewDesk::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    auto* back = ui::quietButton(tr("All sessions"), nullptr, header);
    auto* settings = ui::iconButton(tr("How you review"), "settings", header);
    auto* keys = ui::quietButton(tr("Keys  ?"), nullptr, header);
    m_title->setWordWrap(false);
    m_title->setMinimumWidth(0);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(back);
    row->addWidget(m_title, 1);
    row->addWidget(m_state);
    m_paneButton = ui::quietButton(tr("Notes and scores"), nullptr, header);
    m_paneButton->hide();
    row->addWidget(m_paneButton);
    row->addWidget(m_undoButton);
    row->addWidget(settings);
    row->addWidget(keys);
    connect(back, &QPushButton::clicked, this, &ReviewDesk::closeRequested);
    connect(keys, &QPushButton::clicked, this, [this] { keyPressed(ReviewKey::KeyList); });
    connect(settings, &QToolButton::clicked, this, [this] {
        auto* dialog = new ReviewSettingsDialog(this);
        connect(dialog, &ReviewSettingsDialog::settingsChanged, this, &ReviewDesk::applySettings);
        dialog->open();
    });
    return header;
}

void ReviewDesk::buildLayout() {
    m_tabs->addTab(m_notes, tr("Notes"));
    m_tabs->addTab(m_rubric, tr("Scores"));
    m_tabs->addTab(m_summary, tr("Summary"));
    m_tabs->addTab(m_consensus, tr("Agree"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setFocusPolicy(Qt::TabFocus);

    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_recording, 1);
    column->addWidget(m_tagStrip);
    column->addWidget(m_drawingBar);
    column->addWidget(m_entry);
    m_tabs->setMinimumWidth(ui::px(320));
    m_panes = new DeskPanes(left, m_tabs, this);

    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kMedium);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kSmall));
    layout->addWidget(buildHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_panes, 1);
}

void ReviewDesk::connectModel() {
    connect(&m_model, &ReviewModel::changed, this, &ReviewDesk::showModel);
    connect(&m_model, &ReviewModel::noteChanged, this, [this](catalog::NoteId id) {
        m_reading->show(id);
        m_tagging->show();
        m_sealing->show();
        showCount();
    });
    connect(&m_model, &ReviewModel::repliesChanged, m_reading, qOverload<>(&NoteReading::show));
    connect(&m_model, &ReviewModel::scoresChanged, this, [this] {
        m_scoring->showScores();
        m_sealing->show();
    });
    connect(&m_model, &ReviewModel::wordsChanged, m_sealing, &Sealing::show);
    connect(&m_model, &ReviewModel::agreedChanged, m_scoring, &Scoring::showConsensus);
    connect(&m_model, &ReviewModel::failed, m_banner, &ui::Banner::showError);
    connect(m_undoButton, &QToolButton::clicked, &m_model.undoStack(), &QUndoStack::undo);
    connect(&m_model.undoStack(), &QUndoStack::indexChanged, this, [this] {
        showUndo();
        if (std::exchange(m_undoOffered, false))
            m_banner->dismiss(); // its "Undo" would take back another step now
    });
}

void ReviewDesk::connectParts() {
    connect(m_panes, &DeskPanes::changed, this, &ReviewDesk::showPanes);
    connect(m_paneButton, &QPushButton::clicked, this, [this] {
        const bool side = m_panes->pane() == DeskPanes::Pane::Side;
        m_panes->showPane(side ? DeskPanes::Pane::Recording : DeskPanes::Pane::Side);
        if (side)
            m_recording->timeline().setFocus();
        else
            m_tabs->setFocus();
    });
    connect(m_notes, &NotesPanel::jumpRequested, this,
            [this] { m_panes->showPane(DeskPanes::Pane::Recording); });
    connect(m_keys, &ReviewKeys::pressed, this, &ReviewDesk::keyPressed);
    connect(m_keys, &ReviewKeys::typed, this, [this](const QString& text) {
        if (!m_entry->writable() || !m_recording->playable())
            return;
        m_panes->showPane(DeskPanes::Pane::Recording);
        m_entry->startWith(text);
    });
    connect(m_recording, &RecordingPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_recording, &RecordingPanel::pictureFailed, this, [this](const QString& name) {
        m_banner->showMessage(
            ui::Tone::Warning,
            tr("The picture \"%1\" can't be shown: it is damaged, or of a kind that can't be "
               "decoded. The other picture and the sound play on.")
                .arg(name));
    });
    connect(&m_recording->player(), &PlayerView::playingChanged, this, [this](bool playing) {
        if (playing && !m_welcome.isEmpty() && m_banner->text() == m_welcome)
            m_banner->dismiss(); // read by now, and the Summary says it too
    });
    connect(m_recording, &RecordingPanel::rangeDrawn, this, &ReviewDesk::takeRange);
    connect(m_recording, &RecordingPanel::loopRequested, this, &ReviewDesk::toggleLoop);
    connect(m_writing, &NoteWriting::failed, m_banner, &ui::Banner::showError);
    connect(m_writing, &NoteWriting::fieldLeft, &m_recording->timeline(), qOverload<>(&QWidget::setFocus));
    connect(m_writing, &NoteWriting::draftFound, this, [this](MediaTime at) {
        m_banner->showMessage(ui::Tone::Info,
                              tr("The note you were writing at %1 is still here.").arg(preciseTime(at)));
    });
    connect(m_replying, &ReplyWriting::failed, m_banner, &ui::Banner::showError);
    connect(m_replying, &ReplyWriting::draftsFound, this, &ReviewDesk::offerReply);
    connect(m_writing, &NoteWriting::discarded, this, [this] {
        m_banner->showMessage(ui::Tone::Info, tr("The note was discarded."), tr("Undo"),
                              [this] { m_model.undoStack().undo(); });
        m_undoOffered = true;
    });
    connect(m_sealing, &Sealing::sealWanted, this, &ReviewDesk::seal);
    connect(m_sealing, &Sealing::scoreRequested, this,
            [this](catalog::CriterionId criterion, const std::optional<catalog::QuestionId>& question) {
                m_tabs->setCurrentIndex(kScoresTab);
                m_rubric->goTo(criterion, question);
            });
    connect(m_summary, &SummaryPanel::reportRequested, this,
            [this] { emit reportRequested(m_model.now().session.id); });
}

Result<void> ReviewDesk::openSession(catalog::SessionId session, std::optional<MediaTime> at) {
    closeSession();
    m_banner->dismiss();
    m_welcome.clear();
    const auto draft = NoteDraft::pathFor(m_catalog.folder(), session, m_catalog.actor());
    m_clock.begin(std::filesystem::path(draft).replace_extension(".seconds"));
    const auto seen = catalog::Programme(m_catalog).feedback().noteSeen(session);
    TRY(m_model.open(session));
    const catalog::Session& opened = m_model.now().session;
    m_title->setText(tr("%1 · %2 · attempt %3 · %4")
                         .arg(ui::toQString(opened.menteeName), ui::toQString(opened.kitName))
                         .arg(opened.attempt)
                         .arg(ui::longDate(opened.startedAt)));
    m_title->setToolTip(m_title->text());
    m_tagging->begin();
    m_notes->setTags(m_tagging->names());
    m_recording->open();
    m_panes->showPane(DeskPanes::Pane::Recording);
    if (at && !m_model.now().recordings.empty())
        m_recording->goTo(m_model.now().recordings.front().id, *at);
    m_writing->begin(draft);
    m_replying->begin(replyDraftsPath(m_catalog.folder(), session, m_catalog.actor()));
    showWelcome();
    if (!seen.ok())
        m_banner->showError(seen.error());
    return {};
}

/// Where there is room for one of them, the other is a click away.
void ReviewDesk::showPanes() {
    const bool recording = m_panes->pane() == DeskPanes::Pane::Recording;
    m_paneButton->setVisible(m_panes->folded());
    m_entry->setCompact(m_panes->folded());
    m_paneButton->setText(recording ? tr("Notes and scores") : tr("Recording"));
}

void ReviewDesk::goToTab(int tab) {
    m_panes->showPane(DeskPanes::Pane::Side);
    m_tabs->setCurrentIndex(tab);
}

/// What was typed in an earlier visit and not sent.
void ReviewDesk::offerReply(catalog::NoteId note, int count) {
    const QString what = count > 1 ? tr("%1 replies you were writing are still here.").arg(count)
                                   : tr("The reply you were writing is still here.");
    m_banner->showMessage(ui::Tone::Info, what, tr("Go on"), [this, note] {
        goToTab(kNotesTab);
        m_notes->select(note);
        m_notes->replyToSelected();
    });
}

/// Before the first note: what the mentee wants to do better, and what they took along last time.
void ReviewDesk::showWelcome() {
    const ReviewedSession& now = m_model.now();
    const bool begun = now.own.has_value();
    if (begun || !m_model.editable() || m_banner->isVisibleTo(this))
        return;
    QStringList lines;
    const QString mentee = ui::toQString(now.session.menteeName);
    if (now.goal)
        lines << (m_model.viewerIsMentee() ? tr("Your goal: %1").arg(ui::toQString(now.goal->text))
                                           : tr("%1's goal: %2").arg(mentee, ui::toQString(now.goal->text)));
    QStringList taken;
    for (const catalog::Commitment& commitment : now.lastCommitments)
        taken << withoutFullStop(ui::toQString(commitment.text));
    if (!taken.isEmpty())
        lines << tr("Taken along last time: %1").arg(taken.join(QStringLiteral("; ")));
    if (lines.isEmpty())
        return;
    m_welcome = lines.join(QLatin1Char('\n'));
    m_banner->showMessage(ui::Tone::Info, m_welcome);
}

void ReviewDesk::closeSession() {
    if (!m_model.isOpen())
        return;
    left();
    m_drawing->end();
    m_summary->leaveSealStep();
    m_recording->close();
    m_model.close();
    m_writing->end();
    m_replying->end();
    m_notes->clearSelection();
}

void ReviewDesk::refresh() {
    if (!m_model.isOpen())
        return;
    const Result<void> refreshed = m_model.refresh();
    if (!refreshed.ok())
        m_banner->showError(refreshed.error());
}

void ReviewDesk::entered() {
    m_recording->setWatching(true);
    m_recording->timeline().setFocus();
    if (m_model.isOpen() && m_model.editable())
        m_clock.run();
}

void ReviewDesk::left() {
    m_recording->pause();
    m_recording->setWatching(false);
    m_summary->flush();
    m_consensus->flush();
    m_writing->save();
    m_replying->save();
    m_clock.stop();
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
    case ReviewKey::PreviousQuestion:
        return m_recording->goToQuestion(-1);
    case ReviewKey::NextQuestion:
        return m_recording->goToQuestion(1);
    case ReviewKey::PreviousBookmark:
        return m_recording->goToBookmark(-1);
    case ReviewKey::NextBookmark:
        return m_recording->goToBookmark(1);
    case ReviewKey::Loop:
        return toggleLoop();
    case ReviewKey::ZoomIn:
        return m_recording->timeline().zoomIn();
    case ReviewKey::ZoomOut:
        return m_recording->timeline().zoomOut();
    case ReviewKey::ZoomToFit:
        return m_recording->timeline().zoomToFit();
    case ReviewKey::NotesTab:
        goToTab(kNotesTab);
        return m_notes->list()->setFocus(Qt::ShortcutFocusReason);
    case ReviewKey::ScoresTab:
        goToTab(kScoresTab);
        return m_rubric->takeKeyboard();
    case ReviewKey::SummaryTab:
        goToTab(kSummaryTab);
        return m_summary->takeKeyboard();
    case ReviewKey::AgreeTab:
        if (m_tabs->isTabVisible(kAgreeTab)) {
            goToTab(kAgreeTab);
            m_consensus->takeKeyboard();
        }
        return;
    case ReviewKey::Undo:
        return m_model.undoStack().undo();
    case ReviewKey::Redo:
        return m_model.undoStack().redo();
    case ReviewKey::KeyList:
        return (new KeyListDialog(this))->open();
    default:
        return noteKeyPressed(key);
    }
}

void ReviewDesk::noteKeyPressed(ReviewKey key) {
    switch (key) {
    case ReviewKey::PreviousNote:
        return m_reading->goToNeighbour(-1);
    case ReviewKey::NextNote:
        return m_reading->goToNeighbour(1);
    case ReviewKey::PlayNote:
        return m_reading->playSelected();
    case ReviewKey::RangeStart:
        return m_entry->markStart();
    case ReviewKey::RangeEnd:
        return m_entry->markEnd();
    case ReviewKey::DropRange:
        if (!m_entry->draft())
            m_entry->clear();
        return;
    case ReviewKey::TagMode:
        return m_tagging->toggleMode();
    case ReviewKey::FindNotes:
        goToTab(kNotesTab);
        return m_notes->find();
    default:
        return;
    }
}

void ReviewDesk::toggleLoop() {
    if (m_recording->loop())
        return m_recording->setLoop(std::nullopt);
    const NoteEntry::Moment now = m_recording->now();
    const auto draft = m_entry->draft();
    std::optional<PlayRange> range;
    if (draft && draft->until && draft->recording == now.recording)
        range = PlayRange{draft->at, *draft->until};
    if (!range)
        range = m_reading->selectedRange();
    if (!range)
        range = m_recording->questionRange();
    m_recording->setLoop(
        range.value_or(PlayRange{std::max(MediaTime(), now.time - kLoopAround), now.time + kLoopAround}));
}

void ReviewDesk::takeRange(PlayRange range) {
    m_entry->setRange(range.start, range.end);
    m_entry->field()->setFocus();
}

void ReviewDesk::applySettings(const ReviewSettings& settings) {
    m_entry->setReactionTime(settings.reactionTime);
    m_reading->setLeadIn(settings.leadIn);
}

void ReviewDesk::showUndo() {
    const QString what = m_model.undoStack().undoText();
    m_undoButton->setEnabled(m_model.undoStack().canUndo());
    m_undoButton->setToolTip(what.isEmpty() ? tr("Undo  Ctrl+Z") : tr("Undo: %1  Ctrl+Z").arg(what));
}

void ReviewDesk::showModel() {
    const ReviewedSession& now = m_model.now();
    m_entry->setRefusal(m_model.refusal());
    std::vector<std::pair<catalog::CriterionId, QString>> criteria;
    for (const catalog::Criterion& criterion : now.kit.rubric.criteria)
        criteria.emplace_back(criterion.id, ui::toQString(criterion.name));
    std::vector<std::pair<catalog::QuestionId, QString>> questions;
    for (const catalog::Question& question : now.kit.questions)
        questions.emplace_back(question.id,
                               QString::number(questions.size() + 1) + u' ' + ui::toQString(question.text));
    m_entry->setCriteria(criteria);
    m_entry->setQuestions(questions);
    m_notes->setCriteria(criteria);
    m_notes->setQuestions(questions);
    m_notes->setActor(now.viewer.id);
    const bool sealed = now.own && now.own->state != catalog::ReviewState::Draft;
    const bool opened = now.own && now.own->state == catalog::ReviewState::Opened;
    m_state->setText(!now.own ? tr("Not begun")
                     : opened ? tr("Opened")
                     : sealed ? tr("Sealed")
                              : tr("Draft"));
    m_state->setTone(sealed ? ui::Tone::Success : ui::Tone::Neutral);
    m_reading->show();
    m_tagging->show();
    m_scoring->showScores();
    m_scoring->showConsensus();
    m_sealing->show();
    showCount();
    m_tabs->setTabVisible(kAgreeTab, m_scoring->consensusThere());
    m_tabs->setTabText(kAgreeTab, now.calibration ? tr("Differences") : tr("Agree"));
}

void ReviewDesk::showCount() {
    const std::size_t count = m_model.now().notes.size();
    m_tabs->setTabText(kNotesTab, count == 0 ? tr("Notes") : tr("Notes (%1)").arg(count));
}

void ReviewDesk::seal() {
    if (m_entry->draft()) {
        m_banner->showMessage(ui::Tone::Warning,
                              tr("A note is still being written. Keep it with Enter or discard it "
                                 "with Escape, then seal."));
        return;
    }
    m_summary->flush();
    if (m_model.seal())
        m_clock.stop();
}

} // namespace mockingbird::review
