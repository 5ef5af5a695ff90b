// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"
#include "common/catalog/note.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;
struct ReviewRound;
struct Viewer;

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
/// answers Sealed, and Denied one that is another's. The acting person reads what AccessStore lets them see
/// and ReviewRound lets them read, and nothing of the rest.
class ReviewStore {
public:
    explicit ReviewStore(Database& database);

    /// The acting person's review of the session, begun where there is none yet.
    [[nodiscard]] Result<Review> mine(SessionId session);
    /// The acting person's review where there is one; begins none.
    [[nodiscard]] Result<std::optional<Review>> ofActor(SessionId session) const;
    /// Without the summaries of those that aren't to be read.
    [[nodiscard]] Result<std::vector<Review>> ofSession(SessionId session) const;
    [[nodiscard]] Result<std::vector<Review>> ofRater(PersonId rater) const; ///< newest first
    [[nodiscard]] Result<Review> byId(ReviewId id) const;
    Result<void> setSummary(ReviewId review, const std::string& summary);
    /// Also opens, in the same step, every review of the session that all may read then, perhaps this one
    /// (ReviewRound::opensNow).
    [[nodiscard]] Result<Review> seal(ReviewId review);
    /// Denied where the acting person may not (ReviewRound::mayOpen).
    [[nodiscard]] Result<Review> open(ReviewId review);
    [[nodiscard]] Result<ReviewRound> round(SessionId session) const;

    /// `note.id`, `author`, `madeAt` are given; session and review from `review`; a null recording is the
    /// session's first. OutOfRange past the recording's end; InvalidArgument for until before
    /// at, for a note without text, tag and drawing, or a drawing beyond its limits; NotFound for a criterion
    /// or question that the session's kit doesn't have.
    [[nodiscard]] Result<Note> addNote(ReviewId review, Note note);
    [[nodiscard]] Result<Note> changeNote(const Note& note);
    Result<void> removeNote(NoteId id);
    Result<void> restoreNote(NoteId id);
    [[nodiscard]] Result<std::vector<Note>> notes(SessionId session) const; ///< by time
    /// NotFound for a removed one.
    [[nodiscard]] Result<Note> note(NoteId id) const;
    /// By id, or a unique end of it of at least 6 characters.
    [[nodiscard]] Result<Note> findNote(std::string_view text) const;

    /// By the acting person. NotFound for a removed note, Denied for one they may not read (ReviewRound),
    /// InvalidArgument for empty text.
    [[nodiscard]] Result<Reply> addReply(NoteId note, const std::string& text);
    /// Denied where it is another's; so for removing and restoring.
    [[nodiscard]] Result<Reply> changeReply(ReplyId id, const std::string& text);
    Result<void> removeReply(ReplyId id);
    Result<void> restoreReply(ReplyId id);
    [[nodiscard]] Result<std::vector<Reply>> replies(SessionId session) const; ///< by when they were made
    /// Denied unless the acting person is the session's mentee and may read the note.
    Result<void> setUnderstood(NoteId note, bool understood);

    /// Sets or replaces the level. OutOfRange, naming the levels there are, where the rubric has no such
    /// level.
    [[nodiscard]] Result<Score> setScore(ReviewId review, CriterionId criterion, int level,
                                         std::optional<QuestionId> question = std::nullopt);
    Result<void> clearScore(ScoreId id);
    [[nodiscard]] Result<Score> addEvidence(ScoreId score, const Evidence& evidence);
    [[nodiscard]] Result<Score> removeEvidence(ScoreId score, const Evidence& evidence);
    [[nodiscard]] Result<std::vector<Score>> scores(SessionId session) const;
    /// Those that `viewer` may read, for who has both already.
    [[nodiscard]] Result<std::vector<Score>> scores(const ReviewRound& round, const Viewer& viewer) const;

    /// At most three texts; replaces what was there.
    Result<void> setCommitments(ReviewId review, const std::vector<std::string>& texts);
    [[nodiscard]] Result<std::vector<Commitment>> commitments(ReviewId review) const;
    /// What the mentee took along from their newest session before `before` that has commitments which they
    /// may read (see review_round.h); empty where there are none. What several said in the same words comes
    /// once.
    [[nodiscard]] Result<std::vector<Commitment>> commitmentsBefore(PersonId mentee, WallTime before) const;

    /// Every one that is not a draft, of the sessions in sight; without their summaries.
    [[nodiscard]] Result<std::vector<Review>> sealed() const;
    /// SHA-256 over what the review holds now; equals `hash` as long as nobody tampered with a sealed one.
    [[nodiscard]] Result<std::string> contentHash(const Review& review) const;

private:
    /// The review, or Denied where it is another's, Sealed where it accepts no change.
    [[nodiscard]] Result<Review> draft(ReviewId id) const;
    Result<void> requireMine(const Review& review) const;
    [[nodiscard]] Result<std::vector<Review>> everyOf(SessionId session) const;
    struct Reading;
    /// What of a session's reviews the acting person may read.
    [[nodiscard]] Result<Reading> reading(SessionId session) const;

    Database& m_database;
};

} // namespace mockingbird::catalog
