// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/question_attempts.h"

#include "common/catalog/access_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/review_store.h"
#include "review/compare/attempt_levels.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace mockingbird::review {

namespace {

bool isWhole(const catalog::Recording& recording) {
    return recording.state == catalog::RecordingState::Complete ||
           recording.state == catalog::RecordingState::Salvaged;
}

/// The recording with the answer and where it lies; the first one that is whole where nobody marked it.
void placeAnswer(QuestionAttempt& attempt, const std::vector<catalog::Recording>& recordings,
                 const std::vector<catalog::Segment>& segments, catalog::QuestionId question) {
    for (const catalog::Segment& segment : segments) {
        const auto found = std::ranges::find(recordings, segment.recording, &catalog::Recording::id);
        if (segment.question != question || found == recordings.end() || !isWhole(*found))
            continue;
        attempt.recording = *found;
        attempt.marked = true;
        attempt.start = segment.start;
        attempt.end = segment.end.value_or(found->duration);
        return;
    }
    const auto first = std::ranges::find_if(recordings, isWhole);
    if (first != recordings.end())
        attempt.recording = *first;
}

bool isWithin(const QuestionAttempt& answer, MediaTime at) {
    return at >= answer.start && (!answer.end || at < *answer.end);
}

std::optional<MediaTime> firstEvidence(const std::vector<catalog::Score>& scores,
                                       const catalog::CriterionId& criterion, const QuestionAttempt& answer) {
    std::optional<MediaTime> first;
    for (const catalog::Score& score : scores)
        for (const catalog::Evidence& evidence : score.evidence)
            if (score.criterion == criterion && answer.recording &&
                evidence.recording == answer.recording->id && isWithin(answer, evidence.at) &&
                (!first || evidence.at < *first))
                first = evidence.at;
    return first;
}

/// What was given for the question where something was, else for the interview as a whole.
QuestionLevels questionLevelsOf(const AttemptLevels& all, const catalog::Criterion& criterion,
                                catalog::QuestionId question, const QuestionAttempt& answer) {
    QuestionLevels levels{criterion, {}, false, {}};
    const auto ofThis = [&](const auto& score) {
        return score.criterion == criterion.id && score.question == question;
    };
    levels.ofQuestion = std::ranges::any_of(all.scores, ofThis) || std::ranges::any_of(all.agreed, ofThis);
    const std::optional<catalog::QuestionId> wanted =
        levels.ofQuestion ? std::optional(question) : std::nullopt;
    AttemptLevels some = all;
    std::erase_if(some.scores, [&](const catalog::Score& score) { return score.question != wanted; });
    std::erase_if(some.agreed, [&](const catalog::AgreedScore& score) { return score.question != wanted; });
    levels.cell = cellOf(some, criterion.id);
    levels.shownAt = firstEvidence(some.scores, criterion.id, answer);
    return levels;
}

} // namespace

Result<std::vector<AskedQuestion>> askedQuestions(catalog::Catalog& catalog, catalog::PersonId mentee,
                                                  catalog::KitId kit) {
    TRY(catalog.access().require(catalog::Action::See, catalog::Thing::Comparison, mentee));
    auto sessions = TRY(catalog.sessions().all({.mentee = mentee, .kit = kit}));
    std::ranges::sort(sessions, {}, &catalog::Session::attempt);
    std::map<int, catalog::Kit> versions;
    for (const catalog::Session& session : sessions)
        if (!versions.contains(session.kitVersion))
            versions.emplace(session.kitVersion, TRY(catalog.kits().byId(session.kit, session.kitVersion)));
    std::vector<AskedQuestion> asked;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version)
        for (const catalog::Question& question : version->second.questions)
            if (std::ranges::none_of(asked,
                                     [&](const auto& known) { return known.question.id == question.id; }))
                asked.push_back({question, {}});
    for (const catalog::Session& session : sessions) {
        const auto recordings = TRY(catalog.recordings().ofSession(session.id));
        const auto segments = TRY(catalog.sessions().segments(session.id));
        const bool recorded = std::ranges::any_of(recordings, isWhole);
        for (AskedQuestion& each : asked) {
            if (versions.at(session.kitVersion).question(each.question.id) == nullptr)
                continue;
            const bool marked =
                recorded && std::ranges::count(segments, each.question.id, &catalog::Segment::question) > 0;
            each.sessions.push_back({session, recorded, marked});
        }
    }
    return asked;
}

Result<QuestionAttempt> readQuestionAttempt(catalog::Catalog& catalog, const catalog::Session& session,
                                            catalog::QuestionId question) {
    QuestionAttempt attempt;
    attempt.session = session;
    placeAnswer(attempt, TRY(catalog.recordings().ofSession(session.id)),
                TRY(catalog.sessions().segments(session.id)), question);
    if (attempt.recording)
        attempt.file = catalog.recordings().path(*attempt.recording);
    const catalog::Viewer viewer = TRY(catalog::viewerOf(catalog));
    const AttemptLevels levels = TRY(TRY(AttemptReader::make(catalog)).read(session));
    attempt.rubric = levels.rubric.id;
    attempt.rubricVersion = levels.rubric.version;
    for (const catalog::Criterion& criterion : levels.rubric.criteria)
        attempt.levels.push_back(questionLevelsOf(levels, criterion, question, attempt));
    const catalog::ReviewRound round = TRY(catalog.reviews().round(session.id));
    for (catalog::Note& note : TRY(catalog.reviews().notes(session.id))) {
        if (!attempt.recording || note.recording != attempt.recording->id || !round.mayRead(viewer, note))
            continue;
        if (note.question ? *note.question == question : isWithin(attempt, note.at))
            attempt.notes.push_back(std::move(note));
    }
    return attempt;
}

std::vector<QuestionChange> questionChanges(const std::vector<QuestionAttempt>& attempts) {
    std::vector<QuestionChange> changes;
    if (attempts.empty() || std::ranges::any_of(attempts, [&](const QuestionAttempt& attempt) {
            return attempt.rubric != attempts.front().rubric ||
                   attempt.rubricVersion != attempts.front().rubricVersion;
        }))
        return changes;
    for (std::size_t index = 0; index < attempts.front().levels.size(); ++index) {
        QuestionChange change;
        change.criterion = attempts.front().levels[index].criterion;
        std::optional<bool> ofQuestion;
        bool mixed = false;
        std::optional<double> first;
        std::optional<double> last;
        for (std::size_t place = 0; place < attempts.size(); ++place) {
            const QuestionLevels& levels = attempts[place].levels[index];
            change.levels.push_back(levels.cell.mean);
            if (!levels.cell.mean)
                continue;
            mixed |= ofQuestion.value_or(levels.ofQuestion) != levels.ofQuestion;
            ofQuestion = levels.ofQuestion;
            if (first)
                last = levels.cell.mean;
            else
                first = levels.cell.mean;
            (last ? change.until : change.from) = place;
        }
        if (!first || mixed)
            continue;
        change.ofQuestion = *ofQuestion;
        if (last)
            change.change = *last - *first;
        changes.push_back(std::move(change));
    }
    std::ranges::stable_sort(changes, std::ranges::greater(), [](const QuestionChange& change) {
        return change.change ? std::abs(*change.change) : -1.0;
    });
    return changes;
}

} // namespace mockingbird::review
