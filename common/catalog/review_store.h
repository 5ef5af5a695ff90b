// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class ReviewState { Draft, Sealed, Opened };
[[nodiscard]] std::string_view name(ReviewState state);

/// One rater's notes, scores and summary of a session.
struct Review {
    ReviewId id;
    SessionId session;
    PersonId rater;
    std::string raterName;
    ReviewState state = ReviewState::Draft;
    std::string summary;
    std::optional<WallTime> sealedAt;
    std::string hash; ///< SHA-256 over its content, once sealed
};

/// Feedback at a moment, or over a range.
struct Note {
    NoteId id;
    ReviewId review;
    SessionId session;
    RecordingId recording;
    PersonId author;
    std::string authorName;
    MediaTime at;
    std::optional<MediaTime> until;
    std::string text;
    std::optional<CriterionId> criterion;
    std::vector<std::string> tags;
    WallTime madeAt;
};

/// A moment that carries a score: a note, or a time of a recording.
struct Evidence {
    std::optional<NoteId> note;
    RecordingId recording;
    MediaTime at;
};

/// A rater's level for one criterion, of a question or (none) of the session.
struct Score {
    ScoreId id;
    ReviewId review;
    SessionId session;
    PersonId rater;
    std::string raterName;
    CriterionId criterion;
    std::optional<QuestionId> question;
    int level = 0;
    std::vector<Evidence> evidence; ///< by time
};

struct Commitment {
    CommitmentId id;
    ReviewId review;
    std::string text;
};

/// Reviews with their notes, scores and commitments. Everything that changes a review that is not a draft
/// answers Sealed.
class ReviewStore {
public:
    explicit ReviewStore(Database& database);

    /// The acting person's review of the session, begun where there is none yet.
    [[nodiscard]] Result<Review> mine(SessionId session);
    /// The acting person's review where there is one; begins none.
    [[nodiscard]] Result<std::optional<Review>> ofActor(SessionId session) const;
    [[nodiscard]] Result<std::vector<Review>> ofSession(SessionId session) const;
    [[nodiscard]] Result<Review> byId(ReviewId id) const;
    Result<void> setSummary(ReviewId review, const std::string& summary);
    [[nodiscard]] Result<Review> seal(ReviewId review);
    [[nodiscard]] Result<Review> open(ReviewId review);

    /// `note.id`, `author`, `madeAt` are given; session and review from `review`; a null recording is the
    /// session's first. OutOfRange past the recording's end; InvalidArgument for empty text or until before
    /// at; NotFound for a criterion that the session's rubric doesn't have.
    [[nodiscard]] Result<Note> addNote(ReviewId review, Note note);
    [[nodiscard]] Result<Note> changeNote(const Note& note);
    Result<void> removeNote(NoteId id);
    Result<void> restoreNote(NoteId id);
    [[nodiscard]] Result<std::vector<Note>> notes(SessionId session) const; ///< all raters', by time

    /// Sets or replaces the level. OutOfRange, naming the levels there are, where the rubric has no such
    /// level.
    [[nodiscard]] Result<Score> setScore(ReviewId review, CriterionId criterion, int level,
                                         std::optional<QuestionId> question = std::nullopt);
    Result<void> clearScore(ScoreId id);
    [[nodiscard]] Result<Score> addEvidence(ScoreId score, const Evidence& evidence);
    [[nodiscard]] Result<Score> removeEvidence(ScoreId score, const Evidence& evidence);
    [[nodiscard]] Result<std::vector<Score>> scores(SessionId session) const; ///< all raters'

    /// At most three texts; replaces what was there.
    Result<void> setCommitments(ReviewId review, const std::vector<std::string>& texts);
    [[nodiscard]] Result<std::vector<Commitment>> commitments(ReviewId review) const;

    [[nodiscard]] Result<std::vector<Review>> sealed() const; ///< every one that is not a draft
    /// SHA-256 over what the review holds now; equals `hash` as long as nobody tampered with a sealed one.
    [[nodiscard]] Result<std::string> contentHash(const Review& review) const;

private:
    /// The review, or Sealed where it accepts no change.
    [[nodiscard]] Result<Review> draft(ReviewId id) const;

    Database& m_database;
};

} // namespace mockingbird::catalog
