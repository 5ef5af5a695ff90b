// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"
#include "review/notes/note_row.h"
#include "review/playback/play_range.h"

#include <QObject>
#include <chrono>
#include <optional>

namespace mockingbird::review {

class NotesPanel;
class NoteSteps;
class RecordingPanel;
class ReviewModel;

/// How notes are read: the list and the timeline show them, follow playback, and lead to their moments; what
/// the list says was done to a note becomes a step.
class NoteReading : public QObject {
    Q_OBJECT

public:
    NoteReading(NotesPanel& panel, RecordingPanel& recording, ReviewModel& model, NoteSteps& steps,
                QObject* parent);

    /// Puts the model's notes into the list and onto the timeline.
    void show();
    /// The one that changed alone.
    void show(catalog::NoteId id);
    /// How long before its moment a note begins to play.
    void setLeadIn(std::chrono::milliseconds leadIn) { m_leadIn = MediaTime(leadIn); }
    /// Shows the note's exact frame; while playing, goes on from its lead-in.
    void goTo(catalog::NoteId id);
    void goToNeighbour(int direction);
    /// The range of the selected note, where it has one.
    [[nodiscard]] std::optional<PlayRange> selectedRange() const;
    /// Plays the selected note from its lead-in.
    void playSelected();
    /// What carries a score given now: the selected note while the recording stands at it, else the moment.
    [[nodiscard]] catalog::Evidence evidenceNow() const;
    void goTo(const catalog::Evidence& evidence);
    /// Follows playback: the note at the moment shown, and what it draws on the frame.
    void follow();

private:
    void connectPanel();
    void showAround();
    [[nodiscard]] NoteRow rowOf(const catalog::Note& note) const;
    void move(catalog::NoteId id, MediaTime at, std::optional<MediaTime> until);
    [[nodiscard]] MediaTime leadInOf(const catalog::Note& note) const;

    NotesPanel& m_panel;
    RecordingPanel& m_recording;
    ReviewModel& m_model;
    NoteSteps& m_steps;
    MediaTime m_leadIn;
    catalog::NoteId m_drawn; ///< whose drawing is shown
};

} // namespace mockingbird::review
