// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/playback/play_range.h"
#include "review/review_page/note_steps.h"
#include "review/review_page/review_clock.h"
#include "review/review_page/review_keys.h"
#include "review/review_page/review_model.h"
#include "review/review_page/review_settings.h"
#include "review/review_page/score_steps.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace mockingbird::ui {
class Banner;
class Chip;
} // namespace mockingbird::ui

namespace mockingbird::review {

class ConsensusPanel;
class DeskPanes;
class DrawingBar;
class NoteDrawing;
class NoteEntry;
class NoteReading;
class NoteWriting;
class NotesPanel;
class RecordingPanel;
class ReplyWriting;
class RubricPanel;
class Scoring;
class Sealing;
class SummaryPanel;
class Tagging;
class TagStrip;

/// One session under review: the recording with its note field to the left; notes, scores, summary and what
/// the raters agree on to the right. What happens between the parts, NoteWriting, NoteReading, NoteDrawing,
/// Tagging, Scoring and Sealing know.
class ReviewDesk : public QWidget {
    Q_OBJECT

public:
    explicit ReviewDesk(catalog::Catalog& catalog, QWidget* parent = nullptr);
    ~ReviewDesk() override;

    Result<void> openSession(catalog::SessionId session, std::optional<MediaTime> at);
    void closeSession();
    void refresh();
    void entered();
    /// Pauses, and puts away what is being typed.
    void left();

    /// The picture gives way to what wraps; otherwise a scroll area would give the desk its preferred height.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

    [[nodiscard]] ReviewModel& model() { return m_model; }
    [[nodiscard]] RecordingPanel& recording() const { return *m_recording; }
    [[nodiscard]] NoteEntry& entry() const { return *m_entry; }
    [[nodiscard]] NotesPanel& notes() const { return *m_notes; }
    [[nodiscard]] RubricPanel& rubric() const { return *m_rubric; }
    [[nodiscard]] SummaryPanel& summary() const { return *m_summary; }
    [[nodiscard]] QTabWidget& tabs() const { return *m_tabs; }
    [[nodiscard]] ConsensusPanel& consensus() const { return *m_consensus; }
    [[nodiscard]] TagStrip& tagStrip() const { return *m_tagStrip; }
    [[nodiscard]] DrawingBar& drawingBar() const { return *m_drawingBar; }
    [[nodiscard]] DeskPanes& panes() const { return *m_panes; }
    [[nodiscard]] QPushButton* paneButton() const { return m_paneButton; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    void closeRequested();
    /// The report is wanted as a file.
    void reportRequested(mockingbird::catalog::SessionId session);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildHeader();
    void buildLayout();
    void connectModel();
    void connectParts();
    void keyPressed(ReviewKey key);
    void noteKeyPressed(ReviewKey key);
    void showModel();
    void showCount();
    void showUndo();
    void seal();
    void showWelcome();
    void offerReply(catalog::NoteId note, int count);
    void toggleLoop();
    void applySettings(const ReviewSettings& settings);
    void takeRange(PlayRange range);
    void showPanes();
    void goToTab(int tab);

    catalog::Catalog& m_catalog;
    ReviewModel m_model;
    ReviewClock m_clock;
    NoteSteps m_noteSteps;
    ScoreSteps m_scoreSteps;
    QString m_welcome;          ///< what the mentee wants to do better, as the banner says it
    bool m_undoOffered = false; ///< the banner offers to bring a discarded note back
    QLabel* m_title;
    ui::Chip* m_state;
    QToolButton* m_undoButton;
    QPushButton* m_paneButton = nullptr;
    DeskPanes* m_panes = nullptr;
    ui::Banner* m_banner;
    RecordingPanel* m_recording;
    DrawingBar* m_drawingBar;
    TagStrip* m_tagStrip;
    NoteEntry* m_entry;
    QTabWidget* m_tabs;
    NotesPanel* m_notes;
    RubricPanel* m_rubric;
    SummaryPanel* m_summary;
    ConsensusPanel* m_consensus;
    ReviewKeys* m_keys;
    NoteWriting* m_writing;
    NoteReading* m_reading;
    ReplyWriting* m_replying;
    NoteDrawing* m_drawing;
    Tagging* m_tagging;
    Scoring* m_scoring;
    Sealing* m_sealing;
};

} // namespace mockingbird::review
