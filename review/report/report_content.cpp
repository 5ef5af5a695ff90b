// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_content.h"

#include "common/catalog/access_store.h"
#include "common/catalog/review_round.h"
#include "review/compare/attempt_levels.h"
#include "review/tags/answer_tags.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace mockingbird::review {

namespace {

using catalog::NoteAudience;
using catalog::ReviewState;

/// Says what a copy may hold.
class Gate {
public:
    Gate(const catalog::ReviewRound& round, catalog::Viewer reader, ReportCopy copy)
        : m_round(&round), m_reader(std::move(reader)), m_copy(copy), m_opens(round.opensNow()) {}

    /// A mentee's copy is handed round: it holds what all may read, not what this reader could.
    [[nodiscard]] bool passes(const catalog::Review& review) const {
        if (m_copy == ReportCopy::Own)
            return m_round->mayRead(m_reader, review);
        if (review.state != ReviewState::Sealed)
            return review.state == ReviewState::Opened;
        // Where nobody else rates, there is nobody whom the mentee's own view could lead.
        return std::ranges::find(m_opens, review.id) != m_opens.end() ||
               (m_round->raters.empty() && review.rater == m_round->session.mentee);
    }
    /// Of a note in a review that passes.
    [[nodiscard]] bool passes(const catalog::Note& note) const {
        return note.audience == NoteAudience::Shared ||
               (m_copy == ReportCopy::Own && m_round->mayRead(m_reader, note));
    }
    [[nodiscard]] bool passesAgreed() const {
        const catalog::Viewer mentee{m_round->session.mentee, {catalog::Role::Mentee}};
        return m_round->mayReadAgreed(m_copy == ReportCopy::Own ? m_reader : mentee);
    }

private:
    const catalog::ReviewRound* m_round;
    catalog::Viewer m_reader;
    ReportCopy m_copy;
    std::vector<catalog::ReviewId> m_opens;
};

/// Whether a rater's review is missing in it.
bool isIncomplete(const catalog::ReviewRound& round, const std::set<catalog::ReviewId>& held) {
    return std::ranges::any_of(round.raters, [&](const catalog::PersonId& rater) {
        return std::ranges::none_of(round.reviews, [&](const catalog::Review& review) {
            return review.rater == rater && held.contains(review.id);
        });
    });
}

} // namespace

Result<ReportContent> gatherReport(catalog::Catalog& catalog, catalog::SessionId session, ReportCopy copy) {
    ReportContent content;
    content.copy = copy;
    content.session = TRY(catalog.sessions().byId(session));
    TRY(catalog.access().require(catalog::Action::Export, catalog::Thing::Report, session));
    content.mentee = TRY(catalog.people().byId(content.session.mentee));
    for (const catalog::PersonId& person : content.session.panel)
        content.panel.push_back(TRY(catalog.people().byId(person)).name);
    content.kit = TRY(catalog.kits().byId(content.session.kit, content.session.kitVersion));
    content.recordings = TRY(catalog.recordings().ofSession(session));
    content.segments = TRY(catalog.sessions().segments(session));

    const auto round = TRY(catalog.reviews().round(session));
    const Gate gate(round,
                    copy == ReportCopy::Own ? TRY(catalog::viewerOf(catalog))
                                            : catalog::Viewer{content.mentee.id, {catalog::Role::Mentee}},
                    copy);
    AttemptLevels attempt{content.session, content.kit.rubric, {}, {}, {}};
    std::set<catalog::ReviewId> held;
    for (const catalog::Review& review : round.reviews) {
        if (!gate.passes(review))
            continue;
        held.insert(review.id);
        attempt.reviewStates[review.id] = review.state;
    }
    content.incomplete = isIncomplete(round, held);
    const auto isHeld = [&](const auto& thing) { return held.contains(thing.review); };
    std::ranges::copy_if(TRY(catalog.reviews().notes(session)), std::back_inserter(content.notes),
                         [&](const catalog::Note& note) { return isHeld(note) && gate.passes(note); });
    std::ranges::copy_if(TRY(catalog.reviews().scores(session)), std::back_inserter(content.scores), isHeld);
    std::ranges::copy_if(TRY(catalog.reviews().replies(session)), std::back_inserter(content.replies),
                         [&](const catalog::Reply& reply) { return content.note(reply.note) != nullptr; });
    if (gate.passesAgreed())
        content.agreed = TRY(catalog.consensus().ofSession(session));

    for (const catalog::Review& review : round.reviews) {
        if (!held.contains(review.id))
            continue;
        ReportedReview reported{review, TRY(catalog.reviews().commitments(review.id))};
        const auto isOfIt = [&](const auto& thing) { return thing.review == review.id; };
        if (!review.summary.empty() || !reported.commitments.empty() ||
            std::ranges::any_of(content.notes, isOfIt) || std::ranges::any_of(content.scores, isOfIt))
            content.reviews.push_back(std::move(reported));
    }
    // The mentee's own view stands beside the raters', behind them.
    std::ranges::stable_partition(content.reviews, [&](const ReportedReview& reported) {
        return reported.review.rater != content.session.mentee;
    });
    attempt.scores = content.scores;
    attempt.agreed = content.agreed;
    content.percent = percentOf(attempt);
    return content;
}

MediaTime ReportContent::length() const {
    MediaTime length;
    for (const catalog::Recording& recording : recordings)
        length += recording.duration;
    return length;
}

std::string ReportContent::timeText(const catalog::RecordingId& recording, MediaTime at) const {
    const auto found = std::ranges::find(recordings, recording, &catalog::Recording::id);
    if (recordings.size() < 2 || found == recordings.end())
        return at.toShortString();
    return "part " + std::to_string(found->part) + ", " + at.toShortString();
}

std::string ReportContent::timeText(const catalog::Note& note) const {
    std::string text = timeText(note.recording, note.at);
    if (note.until && note.until->toShortString() != note.at.toShortString())
        text += "\u2013" + note.until->toShortString();
    return text;
}

std::vector<const catalog::Note*> ReportContent::inOrder() const {
    const auto partOf = [&](const catalog::RecordingId& id) {
        const auto found = std::ranges::find(recordings, id, &catalog::Recording::id);
        return found != recordings.end() ? found->part : 0;
    };
    std::vector<const catalog::Note*> ordered;
    for (const catalog::Note& one : notes)
        ordered.push_back(&one);
    std::ranges::stable_sort(
        ordered, {}, [&](const catalog::Note* one) { return std::pair(partOf(one->recording), one->at); });
    return ordered;
}

std::vector<NoteGroup> ReportContent::noteGroups() const {
    std::vector<NoteGroup> groups;
    for (const catalog::Question& question : kit.questions)
        groups.push_back({&question, static_cast<int>(groups.size()) + 1, {}});
    groups.emplace_back();
    for (const catalog::Note* one : inOrder()) {
        const auto about = questionOf(*one, segments);
        const catalog::Question* question = about ? kit.question(*about) : nullptr;
        groups[question != nullptr ? static_cast<std::size_t>(question - kit.questions.data())
                                   : kit.questions.size()]
            .notes.push_back(one);
    }
    std::erase_if(groups, [](const NoteGroup& group) { return group.notes.empty(); });
    return groups;
}

std::vector<const catalog::Note*> ReportContent::tagged(std::string_view tag) const {
    std::vector<const catalog::Note*> found = inOrder();
    std::erase_if(found, [&](const catalog::Note* one) {
        return std::ranges::find(one->tags, tag) == one->tags.end();
    });
    return found;
}

std::vector<const catalog::Reply*> ReportContent::repliesTo(const catalog::NoteId& note) const {
    std::vector<const catalog::Reply*> found;
    for (const catalog::Reply& reply : replies)
        if (reply.note == note)
            found.push_back(&reply);
    return found;
}

bool ReportContent::holdsPrivateNotes() const {
    return std::ranges::find(notes, NoteAudience::Private, &catalog::Note::audience) != notes.end();
}

std::string ReportContent::title(const NoteGroup& group) {
    return group.question != nullptr ? "Question " + std::to_string(group.number) : "Besides the questions";
}

const catalog::Note* ReportContent::note(const catalog::NoteId& id) const {
    const auto found = std::ranges::find(notes, id, &catalog::Note::id);
    return found != notes.end() ? &*found : nullptr;
}

std::string ReportContent::criterionName(const std::optional<catalog::CriterionId>& id) const {
    const catalog::Criterion* criterion = id ? kit.rubric.criterion(*id) : nullptr;
    return criterion != nullptr ? criterion->name : std::string();
}

const catalog::Level* ReportContent::level(const catalog::CriterionId& criterion, int level) const {
    const catalog::Criterion* found = kit.rubric.criterion(criterion);
    if (found == nullptr)
        return nullptr;
    const auto step = std::ranges::find(found->levels, level, &catalog::Level::level);
    return step != found->levels.end() ? &*step : nullptr;
}

std::vector<catalog::Evidence> ReportContent::moments(const catalog::Score& score) const {
    std::vector<catalog::Evidence> moments;
    for (catalog::Evidence moment : score.evidence) {
        if (const catalog::Note* one = moment.note ? note(*moment.note) : nullptr) {
            moment.recording = one->recording;
            moment.at = one->at;
        } else if (moment.note) {
            continue; // taken back, or not for this reader: its time would tell of it
        }
        moments.push_back(moment);
    }
    return moments;
}

std::string ReportContent::questionLabel(const std::optional<catalog::QuestionId>& id) const {
    if (!id)
        return {};
    const catalog::Question* question = kit.question(*id);
    return question != nullptr ? "Question " + std::to_string(question - kit.questions.data() + 1)
                               : "Question";
}

std::string modeText(catalog::SessionMode mode) {
    switch (mode) {
    case catalog::SessionMode::InPerson:
        return "In person";
    case catalog::SessionMode::Virtual:
        return "Virtual (a call)";
    case catalog::SessionMode::Solo:
        break;
    }
    return "Solo";
}

} // namespace mockingbird::review
