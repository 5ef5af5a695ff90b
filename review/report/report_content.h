// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::review {

/// Whose copy of the report it is.
enum class ReportCopy {
    Mentee, ///< what is opened to the mentee: no draft, no sealed review, nobody's private note
    Own,    ///< what the acting person may read, with their own draft and private notes; not to be handed on
};

/// A review with what its rater takes along for the mentee.
struct ReportedReview {
    catalog::Review review;
    std::vector<catalog::Commitment> commitments;
};

/// The notes of one stretch: of a question, or of what lies outside of all.
struct NoteGroup {
    const catalog::Question* question = nullptr; ///< nullptr outside of all questions
    int number = 0;                              ///< the question's in the kit, from 1
    std::vector<const catalog::Note*> notes;     ///< by part and time
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
    std::vector<catalog::Reply> replies; ///< below those notes, by when they were made
    std::vector<catalog::Score> scores;
    std::vector<catalog::AgreedScore> agreed; ///< what the raters agreed on, beside their own scores
    std::optional<double> percent; ///< the attempt's weighted total, where every criterion is scored
    ReportCopy copy = ReportCopy::Mentee;
    bool incomplete = false; ///< a rater's review is not in it, as it isn't written or opened yet

    [[nodiscard]] MediaTime length() const;
    /// `2:05`, or with several parts `part 2, 0:12`.
    [[nodiscard]] std::string timeText(const catalog::RecordingId& recording, MediaTime at) const;
    /// `2:05-2:11` for a range.
    [[nodiscard]] std::string timeText(const catalog::Note& note) const;
    /// By the kit's questions; what lies outside of all comes last.
    [[nodiscard]] std::vector<NoteGroup> noteGroups() const;
    /// The notes that bear the tag, by part and time.
    [[nodiscard]] std::vector<const catalog::Note*> tagged(std::string_view tag) const;
    [[nodiscard]] std::vector<const catalog::Reply*> repliesTo(const catalog::NoteId& note) const;
    [[nodiscard]] bool holdsPrivateNotes() const;
    /// The group's title: `Question 2`, or `Besides the questions`.
    [[nodiscard]] static std::string title(const NoteGroup& group);
    [[nodiscard]] const catalog::Note*
    note(const catalog::NoteId& id) const; ///< nullptr where it isn't in it
    [[nodiscard]] std::string criterionName(const std::optional<catalog::CriterionId>& id) const;
    /// The level as the session's rubric has it; nullptr where it has no such.
    [[nodiscard]] const catalog::Level* level(const catalog::CriterionId& criterion, int level) const;
    /// The moments that carry the score; those of notes that aren't in the report are left out.
    [[nodiscard]] std::vector<catalog::Evidence> moments(const catalog::Score& score) const;
    /// `Question 2`; empty for none.
    [[nodiscard]] std::string questionLabel(const std::optional<catalog::QuestionId>& id) const;

private:
    [[nodiscard]] std::vector<const catalog::Note*> inOrder() const;
};

/// Reads what that copy may hold. NotFound for an unknown session.
[[nodiscard]] Result<ReportContent> gatherReport(catalog::Catalog& catalog, catalog::SessionId session,
                                                 ReportCopy copy = ReportCopy::Mentee);

/// `In person`, `Virtual (a call)`, `Solo`.
[[nodiscard]] std::string modeText(catalog::SessionMode mode);

} // namespace mockingbird::review
