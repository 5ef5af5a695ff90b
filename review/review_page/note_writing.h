// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/draft_timer.h"
#include "review/notes/note_draft.h"

#include <QObject>
#include <filesystem>

namespace mockingbird::review {

class NoteEntry;
class NoteSteps;
class RecordingPanel;
class ReviewModel;

/// How a note comes to be: the first character pauses the recording, Enter keeps the note and lets it play
/// on, Escape discards it as a step that can be undone. What is being typed is put away as DraftClock says.
class NoteWriting : public QObject {
    Q_OBJECT

public:
    NoteWriting(NoteEntry& entry, RecordingPanel& recording, ReviewModel& model, NoteSteps& steps,
                QObject* parent);

    /// Where the draft lies from now on, and back with what was left there.
    void begin(const std::filesystem::path& draftFile);
    /// Puts away what is being typed, and empties the field.
    void end();
    /// Puts away what is being typed.
    void save();

signals:
    void discarded();              ///< and can be asked back by an undo
    void draftFound(MediaTime at); ///< what an earlier visit left was put back into the field
    void fieldLeft();              ///< the keyboard goes back to the recording
    void failed(const Error& error);

private:
    void begun();
    void kept();
    void discard();
    void leaveField();

    NoteEntry& m_entry;
    RecordingPanel& m_recording;
    ReviewModel& m_model;
    NoteSteps& m_steps;
    std::filesystem::path m_draftFile;
    DraftTimer m_timer;
    bool m_resumes = false; ///< whether the recording played when the note began
};

} // namespace mockingbird::review
