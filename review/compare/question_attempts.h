// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/kit.h"
#include "common/catalog/note.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"
#include "review/compare/comparison.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::review {

/// One of a mentee's attempts at a kit, as a question was asked in it or not.
struct QuestionSession {
    catalog::Session session;
    bool recorded = false; ///< there is a recording, whole or salvaged
    bool marked = false;   ///< where the question was asked and answered is known
};

/// A question of a kit, in any version that the mentee had.
struct AskedQuestion {
    catalog::Question question;            ///< as in the newest of those versions
    std::vector<QuestionSession> sessions; ///< whose kit has it, by attempt
};

/// What was given for one criterion in one attempt, as far as the acting person may know it.
struct QuestionLevels {
    catalog::Criterion criterion;
    ComparisonCell cell;              ///< without its changes
    bool ofQuestion = false;          ///< for this question, else for the interview as a whole
    std::optional<MediaTime> shownAt; ///< the first moment of the answer that a rater gave as evidence
};

/// One attempt's answer to one question.
struct QuestionAttempt {
    catalog::Session session;
    int rubricVersion = 1;
    catalog::RubricId rubric;
    std::optional<catalog::Recording> recording; ///< that holds the answer, else the first; none without one
    std::filesystem::path file;
    MediaTime start;                    ///< of the answer in it; where it isn't marked, of the recording
    std::optional<MediaTime> end;       ///< of the answer
    bool marked = false;                ///< whether start is the answer's
    std::vector<catalog::Note> notes;   ///< that may be read, of the answer, by time
    std::vector<QuestionLevels> levels; ///< one for each criterion of the attempt's rubric, in its order
};

/// The questions that the mentee's attempts at the kit had, in the newest version's order, older ones last.
[[nodiscard]] Result<std::vector<AskedQuestion>> askedQuestions(catalog::Catalog& catalog,
                                                                catalog::PersonId mentee, catalog::KitId kit);

/// Only what the acting person may read (ReviewRound::mayRead).
[[nodiscard]] Result<QuestionAttempt>
readQuestionAttempt(catalog::Catalog& catalog, const catalog::Session& session, catalog::QuestionId question);

/// How one criterion changed over the attempts.
struct QuestionChange {
    catalog::Criterion criterion;
    std::vector<std::optional<double>> levels; ///< agreed on, else the raters' mean; one an attempt
    std::optional<double> change;              ///< from the first with a level to the last
    std::size_t from = 0;                      ///< the first's place, and
    std::size_t until = 0;                     ///< the last's
    bool ofQuestion = false;                   ///< every level was given for this question
};

/// The criteria that at least one of the attempts has a level for, those that changed most first. None where
/// the attempts were rated by different versions of the rubric or, by criterion, where one level was given
/// for the question and another for the interview as a whole.
[[nodiscard]] std::vector<QuestionChange> questionChanges(const std::vector<QuestionAttempt>& attempts);

} // namespace mockingbird::review
