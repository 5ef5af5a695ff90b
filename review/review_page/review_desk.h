// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/review_page/review_keys.h"
#include "review/review_page/review_model.h"

#include <QWidget>
#include <functional>
#include <optional>

class QLabel;
class QTabWidget;
class QToolButton;

namespace mockingbird::ui {
class Banner;
class Chip;
} // namespace mockingbird::ui

namespace mockingbird::review {

class NoteEntry;
class NoteWriting;
class NotesPanel;
class RecordingPanel;
class RubricPanel;
class SummaryPanel;

/// One session under review: the recording with its note field to the left, notes, scores and summary to the
/// right.
class ReviewDesk : public QWidget {
    Q_OBJECT

public:
    /// Asks a question whose answer can't be taken back; true for yes.
    using Confirm = std::function<bool(QWidget* parent, const QString& question, const QString& explanation,
                                       const QString& yes, const QString& no)>;

    explicit ReviewDesk(catalog::Catalog& catalog, QWidget* parent = nullptr);
    ~ReviewDesk() override;

    Result<void> openSession(catalog::SessionId session, std::optional<MediaTime> at);
    void closeSession();
    void refresh();
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }
    void entered();
    /// Pauses, and puts away what is being typed.
    void left();

    [[nodiscard]] ReviewModel& model() { return m_model; }
    [[nodiscard]] RecordingPanel& recording() const { return *m_recording; }
    [[nodiscard]] NoteEntry& entry() const { return *m_entry; }
    [[nodiscard]] NotesPanel& notes() const { return *m_notes; }
    [[nodiscard]] RubricPanel& rubric() const { return *m_rubric; }
    [[nodiscard]] SummaryPanel& summary() const { return *m_summary; }
    [[nodiscard]] QTabWidget& tabs() const { return *m_tabs; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildHeader();
    void buildLayout();
    void connectNotes();
    void connectScores();
    void keyPressed(ReviewKey key);
    void showModel();
    void showNotes();
    void showScores();
    void showSummary();
    void goToNote(catalog::NoteId id);
    void goToNeighbour(int direction);
    void followPlayback();
    void addMoment(catalog::CriterionId criterion);
    void seal();

    catalog::Catalog& m_catalog;
    ReviewModel m_model;
    Confirm m_confirm;
    bool m_undoOffered = false; ///< the banner offers to bring a discarded note back
    QLabel* m_title;
    ui::Chip* m_state;
    QToolButton* m_undoButton;
    ui::Banner* m_banner;
    RecordingPanel* m_recording;
    NoteEntry* m_entry;
    QTabWidget* m_tabs;
    NotesPanel* m_notes;
    RubricPanel* m_rubric;
    SummaryPanel* m_summary;
    ReviewKeys* m_keys;
    NoteWriting* m_writing;
};

} // namespace mockingbird::review
