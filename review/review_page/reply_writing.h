// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "review/notes/draft_timer.h"

#include <QObject>
#include <filesystem>

namespace mockingbird::review {

class NotesPanel;
class NoteSteps;
class ReviewModel;

/// Replies from the panel into the catalog, and what of them isn't kept yet on the disk within a second.
class ReplyWriting : public QObject {
    Q_OBJECT

public:
    ReplyWriting(NotesPanel& panel, ReviewModel& model, NoteSteps& steps, QObject* parent);

    /// Where the drafts lie from now on, and back with what was left there for notes that may be answered.
    void begin(const std::filesystem::path& draftsFile);
    /// Puts away what is being typed, and empties the field.
    void end();
    /// Puts away what is being typed.
    void save();

signals:
    void draftsFound(mockingbird::catalog::NoteId note, int count); ///< the first note's that has one
    void failed(const mockingbird::Error& error);

private:
    void keep(catalog::NoteId note, const QString& text);

    NotesPanel& m_panel;
    ReviewModel& m_model;
    NoteSteps& m_steps;
    std::filesystem::path m_draftsFile;
    DraftTimer m_timer;
};

} // namespace mockingbird::review
