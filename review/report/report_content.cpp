// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_content.h"

#include "review/compare/comparison.h"

#include <algorithm>
#include <utility>

namespace mockingbird::review {

namespace {

std::optional<double> percentOf(const Comparison& comparison, catalog::SessionId session) {
    for (const Attempt& attempt : comparison.attempts)
        if (attempt.session == session && attempt.total)
            return attempt.total->percent;
    return std::nullopt;
}

bool covers(const catalog::Segment& segment, const catalog::Note& note) {
    return segment.recording == note.recording && segment.start <= note.at &&
           (!segment.end || note.at < *segment.end);
}

} // namespace

Result<ReportContent> gatherReport(catalog::Catalog& catalog, catalog::SessionId session) {
    ReportContent content;
    content.session = TRY(catalog.sessions().byId(session));
    content.mentee = TRY(catalog.people().byId(content.session.mentee));
    for (const catalog::PersonId& person : content.session.panel)
        content.panel.push_back(TRY(catalog.people().byId(person)).name);
    content.kit = TRY(catalog.kits().byId(content.session.kit, content.session.kitVersion));
    content.recordings = TRY(catalog.recordings().ofSession(session));
    content.segments = TRY(catalog.sessions().segments(session));
    content.notes = TRY(catalog.reviews().notes(session));
    content.scores = TRY(catalog.reviews().scores(session));
    for (catalog::Review& review : TRY(catalog.reviews().ofSession(session))) {
        ReportedReview reported{std::move(review), {}};
        reported.commitments = TRY(catalog.reviews().commitments(reported.review.id));
        const auto isOfIt = [&](const auto& thing) { return thing.review == reported.review.id; };
        if (!reported.review.summary.empty() || !reported.commitments.empty() ||
            std::ranges::any_of(content.notes, isOfIt) || std::ranges::any_of(content.scores, isOfIt))
            content.reviews.push_back(std::move(reported));
    }
    const auto comparison = TRY(compareAttempts(catalog, content.session.mentee, content.session.kit));
    content.percent = percentOf(comparison, session);
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

std::vector<NoteGroup> ReportContent::noteGroups() const {
    const auto partOf = [&](const catalog::RecordingId& id) {
        const auto found = std::ranges::find(recordings, id, &catalog::Recording::id);
        return found != recordings.end() ? found->part : 0;
    };
    std::vector<const catalog::Note*> ordered;
    for (const catalog::Note& one : notes)
        ordered.push_back(&one);
    std::ranges::stable_sort(
        ordered, {}, [&](const catalog::Note* one) { return std::pair(partOf(one->recording), one->at); });
    std::vector<NoteGroup> groups;
    const catalog::Segment* last = nullptr;
    for (const catalog::Note* one : ordered) {
        const auto found =
            std::ranges::find_if(segments, [&](const auto& segment) { return covers(segment, *one); });
        const catalog::Segment* segment = found != segments.end() ? &*found : nullptr;
        if (groups.empty() || segment != last) {
            NoteGroup group;
            if (segment != nullptr) {
                group.question = kit.question(segment->question);
                group.start = segment->start;
            }
            if (group.question != nullptr)
                group.number = static_cast<int>(group.question - kit.questions.data()) + 1;
            groups.push_back(std::move(group));
        }
        groups.back().notes.push_back(one);
        last = segment;
    }
    return groups;
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

const catalog::Level* ReportContent::level(const catalog::Score& score) const {
    const catalog::Criterion* criterion = kit.rubric.criterion(score.criterion);
    if (criterion == nullptr)
        return nullptr;
    const auto found = std::ranges::find(criterion->levels, score.level, &catalog::Level::level);
    return found != criterion->levels.end() ? &*found : nullptr;
}

const catalog::Score* ReportContent::score(const catalog::PersonId& rater,
                                           const catalog::CriterionId& criterion) const {
    const auto found = std::ranges::find_if(scores, [&](const catalog::Score& one) {
        return one.rater == rater && one.criterion == criterion && !one.question;
    });
    return found != scores.end() ? &*found : nullptr;
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
