// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/calibration_store.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/goal_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_round.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// One session with all that the acting person may read of its reviews. Each part is read anew by itself, so
/// that a step costs what it touches.
struct ReviewedSession {
    catalog::Viewer viewer;
    catalog::Session session;
    catalog::Kit kit;
    std::vector<catalog::Recording> recordings;
    std::vector<catalog::Segment> segments;
    std::vector<catalog::Bookmark> bookmarks;
    std::optional<catalog::Goal> goal; ///< the mentee's when the session was held
    std::vector<catalog::Commitment> lastCommitments;
    std::optional<catalog::Calibration> calibration;

    catalog::ReviewRound round;
    std::optional<catalog::Review> own;  ///< none where it wasn't begun
    std::vector<catalog::Review> others; ///< those that may be read
    std::vector<catalog::Note> notes;    ///< by part and time
    std::vector<catalog::Reply> replies; ///< by when they were made
    std::vector<catalog::Score> scores;  ///< of every rater who may be read
    std::vector<catalog::AgreedScore> agreed;
    std::vector<std::string> commitments; ///< of the own review

    [[nodiscard]] static Result<ReviewedSession> load(catalog::Catalog& catalog, catalog::SessionId session);
    /// Whose reviews there are, and with them everything else that depends on who may read what.
    Result<void> loadReviews(catalog::Catalog& catalog);
    /// One note, wherever it is now: added, changed or gone.
    Result<void> loadNote(catalog::Catalog& catalog, catalog::NoteId id);
    Result<void> loadReplies(catalog::Catalog& catalog);
    Result<void> loadScores(catalog::Catalog& catalog);
    /// The own review's words: summary and commitments.
    Result<void> loadWords(catalog::Catalog& catalog);
    Result<void> loadAgreed(catalog::Catalog& catalog);

    [[nodiscard]] const catalog::Note* note(catalog::NoteId id) const; ///< nullptr where there is none such
    [[nodiscard]] int partOf(catalog::RecordingId recording) const;    ///< 0 where it isn't the session's
    [[nodiscard]] bool isOwn(const catalog::Note& note) const { return own && note.review == own->id; }

private:
    [[nodiscard]] bool mayRead(catalog::ReviewId review) const;
    [[nodiscard]] bool comesBefore(const catalog::Note& one, const catalog::Note& other) const;
};

} // namespace mockingbird::review
