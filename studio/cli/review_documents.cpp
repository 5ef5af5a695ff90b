// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/review_documents.h"

#include "common/catalog/drawing_json.h"
#include "common/catalog/goal_store.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using nlohmann::json;

json seconds(const std::optional<MediaTime>& time) {
    return time ? json(time->seconds()) : json(nullptr);
}

json labelOf(const catalog::Kit& kit, catalog::CriterionId id, int wanted) {
    const catalog::Criterion* criterion = kit.rubric.criterion(id);
    if (criterion == nullptr)
        return nullptr;
    const auto level = std::ranges::find(criterion->levels, wanted, &catalog::Level::level);
    return level == criterion->levels.end() ? json(nullptr) : json(level->label);
}

json personOrNull(const catalog::PersonId& id, const std::string& name) {
    return id.isNull() ? json(nullptr) : reference(id, name);
}

/// Of a review that may not be read yet: that it is there, and how far.
json closedDocument(const catalog::Review& review) {
    json document = reviewDocument(review, {});
    document["summary"] = nullptr;
    document["commitments"] = nullptr;
    document["readable"] = false;
    return document;
}

/// What lies before the reviews and needs nobody's leave.
Result<void> addRecordingDay(json& document, catalog::Catalog& catalog, const catalog::Session& session,
                             const catalog::Kit& kit) {
    json& segments = document["segments"] = json::array();
    for (const auto& segment : TRY(catalog.sessions().segments(session.id)))
        segments.push_back(segmentDocument(segment, kit));
    json& bookmarks = document["bookmarks"] = json::array();
    for (const auto& bookmark : TRY(catalog.sessions().bookmarks(session.id)))
        bookmarks.push_back(bookmarkDocument(bookmark));
    json& consents = document["consents"] = json::array();
    for (const auto& consent : TRY(catalog.consents().ofSession(session.id)))
        consents.push_back(TRY(consentDocument(catalog, consent)));
    json& incidents = document["incidents"] = json::array();
    for (const auto& incident : TRY(catalog.incidents().ofSession(session.id)))
        incidents.push_back(incidentDocument(incident));
    json& captions = document["captions"] = json::array();
    for (const auto& recording : TRY(catalog.recordings().ofSession(session.id)))
        if (const auto held = TRY(catalog.captions().ofRecording(recording.id)))
            captions.push_back(captionsDocument(*held, CaptionDetail::Count));
    return {};
}

/// What the mentee set out to do.
Result<void> addIntentions(json& document, catalog::Catalog& catalog, const catalog::Session& session) {
    const auto goal = TRY(catalog.goals().of(session.mentee, session.startedAt));
    document["goal"] = goal ? json(goal->text) : json(nullptr);
    json& before = document["commitments_before"] = json::array();
    for (const auto& each : TRY(catalog.reviews().commitmentsBefore(session.mentee, session.startedAt)))
        before.push_back({{"id", each.id.toString()}, {"text", each.text}});
    return {};
}

} // namespace

json reviewDocument(const catalog::Review& review, const std::vector<catalog::Commitment>& commitments) {
    json texts = json::array();
    for (const catalog::Commitment& commitment : commitments)
        texts.push_back({{"id", commitment.id.toString()}, {"text", commitment.text}});
    return {{"id", review.id.toString()},
            {"session", review.session.toString()},
            {"rater", reference(review.rater, review.raterName)},
            {"state", catalog::name(review.state)},
            {"readable", true},
            {"sealed_at", review.sealedAt ? json(review.sealedAt->toIso()) : json(nullptr)},
            {"hash", review.hash.empty() ? json(nullptr) : json(review.hash)},
            {"summary", review.summary},
            {"commitments", std::move(texts)}};
}

json noteDocument(const catalog::Note& note, const catalog::Kit& kit,
                  const std::vector<catalog::Reply>& replies) {
    json below = json::array();
    for (const catalog::Reply& reply : replies)
        if (reply.note == note.id)
            below.push_back(replyDocument(reply));
    return {{"id", note.id.toString()},
            {"session", note.session.toString()},
            {"review", note.review.toString()},
            {"recording", note.recording.toString()},
            {"author", reference(note.author, note.authorName)},
            {"at", note.at.seconds()},
            {"until", seconds(note.until)},
            {"text", note.text},
            {"criterion", criterionReference(note.criterion, kit)},
            {"question", questionReference(note.question, kit)},
            {"tags", note.tags},
            {"audience", catalog::name(note.audience)},
            {"drawing", catalog::toJson(note.drawing)},
            {"understood", note.understood},
            {"replies", std::move(below)},
            {"made_at", note.madeAt.toIso()}};
}

json replyDocument(const catalog::Reply& reply) {
    return {{"id", reply.id.toString()},
            {"note", reply.note.toString()},
            {"author", reference(reply.author, reply.authorName)},
            {"text", reply.text},
            {"made_at", reply.madeAt.toIso()}};
}

json scoreDocument(const catalog::Score& score, const catalog::Kit& kit,
                   const std::vector<catalog::Note>& notes) {
    json evidence = json::array();
    for (const catalog::Evidence& moment : score.evidence) {
        const auto note = std::ranges::find_if(
            notes, [&](const catalog::Note& one) { return moment.note && one.id == *moment.note; });
        evidence.push_back({{"at", moment.at.seconds()},
                            {"note", note != notes.end() ? json(moment.note->toString()) : json(nullptr)}});
    }
    return {{"id", score.id.toString()},
            {"session", score.session.toString()},
            {"review", score.review.toString()},
            {"rater", reference(score.rater, score.raterName)},
            {"criterion", criterionReference(score.criterion, kit)},
            {"question", questionReference(score.question, kit)},
            {"level", score.level},
            {"label", labelOf(kit, score.criterion, score.level)},
            {"evidence", std::move(evidence)}};
}

json agreedDocument(const catalog::AgreedScore& agreed, const catalog::Kit& kit) {
    return {{"id", agreed.id.toString()},
            {"session", agreed.session.toString()},
            {"criterion", criterionReference(agreed.criterion, kit)},
            {"question", questionReference(agreed.question, kit)},
            {"level", agreed.level},
            {"label", labelOf(kit, agreed.criterion, agreed.level)},
            {"reason", agreed.reason},
            {"author", personOrNull(agreed.author, agreed.authorName)},
            {"made_at", agreed.madeAt.toIso()}};
}

json calibrationDocument(const catalog::Calibration& calibration) {
    return {{"id", calibration.id.toString()},
            {"session", calibration.session.toString()},
            {"cohort", calibration.cohort.isNull() ? json(nullptr) : json(calibration.cohort.toString())},
            {"title", calibration.title}};
}

json captionsDocument(const catalog::Captions& captions, CaptionDetail detail) {
    json document = {{"id", captions.id.toString()},
                     {"recording", captions.recording.toString()},
                     {"language", captions.language},
                     {"source", captions.source},
                     {"count", captions.cues.size()}};
    if (detail == CaptionDetail::Count)
        return document;
    json& cues = document["cues"] = json::array();
    for (const catalog::Cue& cue : captions.cues)
        cues.push_back({{"start", cue.start.seconds()},
                        {"end", cue.end.seconds()},
                        {"text", cue.text},
                        {"speaker", cue.speaker}});
    return document;
}

Result<json> wholeSessionDocument(catalog::Catalog& catalog, const catalog::Session& session) {
    json document = TRY(sessionDocument(catalog, session));
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    TRY(addRecordingDay(document, catalog, session, kit));
    TRY(addIntentions(document, catalog, session));

    const auto round = TRY(catalog.reviews().round(session.id));
    const auto viewer = TRY(catalog::viewerOf(catalog));
    const auto calibration = TRY(catalog.calibrations().ofSession(session.id));
    document["calibration"] = calibration ? calibrationDocument(*calibration) : json(nullptr);
    json& awaited = document["awaited"] = json::array();
    for (const catalog::PersonId rater : round.awaited())
        awaited.push_back(reference(rater, TRY(catalog.people().byId(rater)).name));
    json& reviews = document["reviews"] = json::array();
    for (const catalog::Review& review : round.reviews)
        reviews.push_back(round.mayRead(viewer, review)
                              ? reviewDocument(review, TRY(catalog.reviews().commitments(review.id)))
                              : closedDocument(review));
    auto notes = TRY(catalog.reviews().notes(session.id));
    std::erase_if(notes, [&](const catalog::Note& note) { return !round.mayRead(viewer, note); });
    const auto replies = TRY(catalog.reviews().replies(session.id));
    json& noteList = document["notes"] = json::array();
    for (const catalog::Note& note : notes)
        noteList.push_back(noteDocument(note, kit, replies));
    json& scores = document["scores"] = json::array();
    for (const catalog::Score& score : TRY(catalog.reviews().scores(session.id))) {
        const auto review = std::ranges::find(round.reviews, score.review, &catalog::Review::id);
        if (review != round.reviews.end() && round.mayRead(viewer, *review))
            scores.push_back(scoreDocument(score, kit, notes));
    }
    json& agreed = document["agreed_scores"] = json::array();
    if (round.mayReadAgreed(viewer))
        for (const catalog::AgreedScore& each : TRY(catalog.consensus().ofSession(session.id)))
            agreed.push_back(agreedDocument(each, kit));
    return document;
}

} // namespace mockingbird::studio
