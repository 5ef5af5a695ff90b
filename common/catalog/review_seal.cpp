// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/review_seal.h"

#include "common/catalog/drawing_json.h"
#include "common/catalog/payload.h"
#include "common/catalog/sha256.h"

#include <map>

namespace mockingbird::catalog {

namespace {

/// What later versions brought is there only where it is used, so that a review sealed before them keeps its
/// hash. What happens after sealing (understood, replies) is no part.
nlohmann::json contentOf(const Note& note) {
    nlohmann::json content = {{"id", jsonOf(note.id)},
                              {"recording", jsonOf(note.recording)},
                              {"author", jsonOf(note.author)},
                              {"at_us", jsonOf(note.at)},
                              {"until_us", jsonOf(note.until)},
                              {"text", note.text},
                              {"criterion", jsonOf(note.criterion)},
                              {"tags", note.tags}};
    if (note.question)
        content["question"] = jsonOf(note.question);
    if (note.audience != NoteAudience::Shared)
        content["audience"] = name(note.audience);
    if (!note.drawing.empty())
        content["drawing"] = toJson(note.drawing);
    return content;
}

} // namespace

std::string sealOf(const Review& review, const std::vector<Note>& notes, const std::vector<Score>& scores,
                   const std::vector<Commitment>& commitments) {
    using nlohmann::json; // whose objects keep their keys sorted
    std::map<NoteId, json> noteList;
    for (const Note& note : notes)
        if (note.review == review.id)
            noteList[note.id] = contentOf(note);
    std::map<ScoreId, json> scoreList;
    for (const Score& score : scores) {
        if (score.review != review.id)
            continue;
        json evidence = json::array();
        for (const Evidence& each : score.evidence)
            evidence.push_back({{"note", jsonOf(each.note)},
                                {"recording", jsonOf(each.recording)},
                                {"at_us", jsonOf(each.at)}});
        scoreList[score.id] = {{"id", jsonOf(score.id)},
                               {"criterion", jsonOf(score.criterion)},
                               {"question", jsonOf(score.question)},
                               {"level", score.level},
                               {"evidence", std::move(evidence)}};
    }
    json content = {{"id", jsonOf(review.id)},       {"session", jsonOf(review.session)},
                    {"rater", jsonOf(review.rater)}, {"summary", review.summary},
                    {"notes", json::array()},        {"scores", json::array()},
                    {"commitments", json::array()}};
    for (auto& [id, note] : noteList)
        content["notes"].push_back(std::move(note));
    for (auto& [id, score] : scoreList)
        content["scores"].push_back(std::move(score));
    for (const Commitment& commitment : commitments)
        content["commitments"].push_back(commitment.text);
    Sha256 hash;
    hash.add(content.dump());
    return hash.hex();
}

} // namespace mockingbird::catalog
