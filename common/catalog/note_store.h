// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"

namespace mockingbird::catalog {

/// The notes of reviews, for the ReviewStore, whose public functions these implement.
class NoteStore {
public:
    explicit NoteStore(Database& database);

    [[nodiscard]] Result<Note> add(const Review& review, Note note);
    [[nodiscard]] Result<Note> change(const Review& review, Note note);
    Result<void> setRemoved(const Note& note, bool removed);
    Result<void> setUnderstood(const Note& note, bool understood);
    /// One that may be removed; `removed`, where given, is told.
    [[nodiscard]] Result<Note> byId(NoteId id, bool* removed = nullptr) const;
    [[nodiscard]] Result<NoteId> find(std::string_view text) const;
    [[nodiscard]] Result<std::vector<Note>> ofSession(SessionId session) const;

private:
    [[nodiscard]] Result<Note> checked(const Review& review, Note note) const;

    Database& m_database;
};

/// The recording of the session that a moment lies in (its first one for a null id), once it is certain that
/// the time lies within it. OutOfRange otherwise.
[[nodiscard]] Result<RecordingId> placeMoment(Database& database, SessionId session, RecordingId recording,
                                              MediaTime at);

} // namespace mockingbird::catalog
