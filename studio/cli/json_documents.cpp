// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/json_documents.h"

#include "common/base/error_sentence.h"
#include "common/catalog/kit_json.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using nlohmann::json;

json seconds(const std::optional<MediaTime>& time) {
    return time ? json(time->seconds()) : json(nullptr);
}

json trackDocument(const catalog::Track& track) {
    return {{"index", track.index},
            {"kind", track.kind == catalog::TrackKind::Video ? "video" : "audio"},
            {"role", track.role == catalog::TrackRole::Mix ? "mix" : "source"},
            {"source", track.source},
            {"name", track.name},
            {"codec", track.codec},
            {"width", track.width},
            {"height", track.height},
            {"sample_rate", track.sampleRate}};
}

Result<json> peopleReferences(catalog::Catalog& catalog, const std::vector<catalog::PersonId>& people) {
    json references = json::array();
    for (const catalog::PersonId& id : people) {
        const auto person = TRY(catalog.people().byId(id));
        references.push_back(reference(id, person.name));
    }
    return references;
}

json cellDocument(const review::ComparisonCell& cell) {
    const auto number = [](const std::optional<double>& value) {
        return value ? json(*value) : json(nullptr);
    };
    json scores = json::array();
    for (const review::RaterScore& score : cell.scores)
        scores.push_back({{"rater", reference(score.rater, score.raterName)},
                          {"level", score.level},
                          {"from_questions", score.fromQuestions},
                          {"state", catalog::name(score.state)}});
    return {{"in_rubric", cell.inRubric},
            {"scores", std::move(scores)},
            {"mean", number(cell.mean)},
            {"lowest", number(cell.lowest)},
            {"highest", number(cell.highest)},
            {"since_first", number(cell.sinceFirst)},
            {"since_previous", number(cell.sincePrevious)}};
}

json attemptDocument(const review::Attempt& attempt) {
    json total = nullptr;
    if (attempt.total) {
        const auto& points = *attempt.total;
        total = {{"percent", points.percent},
                 {"since_first", points.sinceFirst ? json(*points.sinceFirst) : json(nullptr)},
                 {"since_previous", points.sincePrevious ? json(*points.sincePrevious) : json(nullptr)}};
    }
    return {{"id", attempt.session.toString()},
            {"attempt", attempt.number},
            {"started_at", attempt.heldAt.toIso()},
            {"kit_version", attempt.kitVersion},
            {"rubric_version", attempt.rubricVersion},
            {"rubric_differs", attempt.rubricDiffers},
            {"kit_differs", attempt.kitDiffers},
            {"has_drafts", attempt.hasDrafts},
            {"total", std::move(total)}};
}

} // namespace

json criterionReference(const std::optional<catalog::CriterionId>& id, const catalog::Kit& kit) {
    if (!id)
        return nullptr;
    const catalog::Criterion* criterion = kit.rubric.criterion(*id);
    return reference(*id, criterion != nullptr ? criterion->name : "");
}

json questionReference(const std::optional<catalog::QuestionId>& id, const catalog::Kit& kit) {
    if (!id)
        return nullptr;
    const catalog::Question* question = kit.question(*id);
    return {{"id", id->toString()}, {"text", question != nullptr ? question->text : ""}};
}

json errorDocument(const Error& error) {
    return {{"error", {{"code", name(error.code)}, {"message", sentence(error)}, {"detail", error.detail}}}};
}

json deviceDocument(const recorder::Device& device) {
    return {{"id", device.source.toString()},
            {"kind", device.video ? "video" : "audio"},
            {"name", device.name},
            {"default", device.isDefault}};
}

json personDocument(const catalog::Person& person) {
    json roles = json::array();
    for (const catalog::Role role : person.roles)
        roles.push_back(catalog::name(role));
    return {{"id", person.id.toString()},
            {"name", person.name},
            {"roles", std::move(roles)},
            {"classification", person.classification},
            {"branch", person.branch},
            {"accommodations",
             {{"extra_time_percent", person.accommodations.extraTimePercent},
              {"larger_text", person.accommodations.largerText}}}};
}

json kitDocument(const catalog::Kit& kit) {
    return catalog::toJson(kit);
}

json recordingDocument(catalog::Catalog& catalog, const catalog::Recording& recording) {
    json tracks = json::array();
    for (const catalog::Track& track : recording.tracks)
        tracks.push_back(trackDocument(track));
    return {{"id", recording.id.toString()},
            {"session", recording.session.toString()},
            {"part", recording.part},
            {"file", catalog.recordings().path(recording).string()},
            {"state", catalog::name(recording.state)},
            {"started_at", recording.startedAt.toIso()},
            {"duration", recording.duration.seconds()},
            {"bytes", recording.bytes},
            {"tracks", std::move(tracks)}};
}

json segmentDocument(const catalog::Segment& segment, const catalog::Kit& kit) {
    return {{"id", segment.id.toString()},
            {"session", segment.session.toString()},
            {"recording", segment.recording.toString()},
            {"question", questionReference(segment.question, kit)},
            {"start", segment.start.seconds()},
            {"end", seconds(segment.end)}};
}

json bookmarkDocument(const catalog::Bookmark& bookmark) {
    return {{"id", bookmark.id.toString()},
            {"session", bookmark.session.toString()},
            {"recording", bookmark.recording.toString()},
            {"at", bookmark.at.seconds()},
            {"label", bookmark.label}};
}

json incidentDocument(const catalog::Incident& incident) {
    return {{"id", incident.id.toString()},
            {"session", incident.session.toString()},
            {"recording", incident.recording.toString()},
            {"source", incident.source},
            {"source_name", incident.sourceName},
            {"kind", catalog::name(incident.kind)},
            {"at", incident.at.seconds()},
            {"until", seconds(incident.until)}};
}

Result<json> consentDocument(catalog::Catalog& catalog, const catalog::Consent& consent) {
    const auto person = TRY(catalog.people().byId(consent.person));
    const auto text = TRY(catalog.consents().text(consent.textHash));
    return json{{"id", consent.id.toString()},
                {"session", consent.session.toString()},
                {"person", reference(person.id, person.name)},
                {"text_hash", consent.textHash},
                {"text", text},
                {"agreed_at", consent.agreedAt.toIso()}};
}

json hitDocument(const catalog::SearchHit& hit) {
    std::string plain = hit.snippet;
    std::erase_if(plain, [](char letter) { return letter == '\x02' || letter == '\x03'; });
    json document = {{"title", hit.title},
                     {"snippet", std::move(plain)},
                     {"kind", name(hit.kind)},
                     {"session", hit.session.isNull() ? json(nullptr) : json(hit.session.toString())}};
    switch (hit.kind) {
    case catalog::SearchHit::Kind::Session:
    case catalog::SearchHit::Kind::Caption:
        document["id"] = hit.session.toString();
        break;
    case catalog::SearchHit::Kind::Note:
    case catalog::SearchHit::Kind::Reply:
        document["id"] = hit.note.toString();
        break;
    case catalog::SearchHit::Kind::Material:
        document["id"] = hit.material.toString();
        document["page"] = hit.page;
        break;
    }
    if (!hit.recording.isNull())
        document.update({{"recording", hit.recording.toString()}, {"at", hit.at.seconds()}});
    return document;
}

json comparisonDocument(const review::Comparison& comparison) {
    json attempts = json::array();
    for (const review::Attempt& attempt : comparison.attempts)
        attempts.push_back(attemptDocument(attempt));
    json criteria = json::array();
    for (const review::ComparedCriterion& compared : comparison.criteria) {
        json cells = json::array();
        for (const review::ComparisonCell& cell : compared.cells)
            cells.push_back(cellDocument(cell));
        criteria.push_back({{"id", compared.criterion.id.toString()},
                            {"name", compared.criterion.name},
                            {"weight", compared.criterion.weight},
                            {"attempts", std::move(cells)}});
    }
    return {{"mentee", reference(comparison.mentee.id, comparison.mentee.name)},
            {"kit", reference(comparison.kit.id, comparison.kit.name)},
            {"attempts", std::move(attempts)},
            {"criteria", std::move(criteria)}};
}

Result<json> sessionDocument(catalog::Catalog& catalog, const catalog::Session& session) {
    json recordings = json::array();
    for (const auto& recording : TRY(catalog.recordings().ofSession(session.id)))
        recordings.push_back(recordingDocument(catalog, recording));
    json kit = reference(session.kit, session.kitName);
    kit["version"] = session.kitVersion;
    json panel = TRY(peopleReferences(catalog, session.panel));
    json observers = TRY(peopleReferences(catalog, session.observers));
    return json{{"id", session.id.toString()},
                {"mentee", reference(session.mentee, session.menteeName)},
                {"kit", std::move(kit)},
                {"mode", catalog::name(session.mode)},
                {"attempt", session.attempt},
                {"started_at", session.startedAt.toIso()},
                {"state", session.state},
                {"panel", std::move(panel)},
                {"observers", std::move(observers)},
                {"recordings", std::move(recordings)}};
}

} // namespace mockingbird::studio
