// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::review {

/// A review with what its rater takes along for the mentee.
struct ReportedReview {
    catalog::Review review;
    std::vector<catalog::Commitment> commitments;
};

/// The notes of one stretch: of a question, or of what lies outside of all.
struct NoteGroup {
    const catalog::Question* question = nullptr; ///< nullptr outside of all questions
    int number = 0;                              ///< the question's in the kit, from 1
    std::optional<MediaTime> start;
    std::vector<const catalog::Note*> notes; ///< by part and time
};

/// All that a report tells, read from the catalog once. Owns it; groups point into it.
struct ReportContent {
    catalog::Session session;
    catalog::Person mentee;
    std::vector<std::string> panel;
    catalog::Kit kit;
    std::vector<catalog::Recording> recordings;
    std::vector<catalog::Segment> segments;
    std::vector<ReportedReview> reviews; ///< only those with something in them
    std::vector<catalog::Note> notes;
    std::vector<catalog::Score> scores;
    std::optional<double> percent; ///< the attempt's weighted total, where every criterion is scored

    [[nodiscard]] MediaTime length() const;
    /// `2:05`, or with several parts `part 2, 0:12`.
    [[nodiscard]] std::string timeText(const catalog::RecordingId& recording, MediaTime at) const;
    /// `2:05-2:11` for a range.
    [[nodiscard]] std::string timeText(const catalog::Note& note) const;
    [[nodiscard]] std::vector<NoteGroup> noteGroups() const;
    /// The group's title: `Question 2`, or `Besides the questions`.
    [[nodiscard]] static std::string title(const NoteGroup& group);
    [[nodiscard]] const catalog::Note* note(const catalog::NoteId& id) const; ///< nullptr for a removed one
    [[nodiscard]] std::string criterionName(const std::optional<catalog::CriterionId>& id) const;
    /// The level as the session's rubric has it; nullptr where it has no such.
    [[nodiscard]] const catalog::Level* level(const catalog::Score& score) const;
    /// The rater's score for the criterion over the whole session, or nullptr.
    [[nodiscard]] const catalog::Score* score(const catalog::PersonId& rater,
                                              const catalog::CriterionId& criterion) const;
};

[[nodiscard]] Result<ReportContent> gatherReport(catalog::Catalog& catalog, catalog::SessionId session);

/// `In person`, `Virtual (a call)`, `Solo`.
[[nodiscard]] std::string modeText(catalog::SessionMode mode);

} // namespace mockingbird::review
