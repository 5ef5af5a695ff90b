// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/score_store.h"

#include "common/catalog/database.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/note_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_store.h"

#include <algorithm>
#include <unordered_map>

namespace mockingbird::catalog {

namespace {

void applyScoreSet(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO score (id, review, criterion, question, level) VALUES (?1, ?2, ?3, ?4, ?5) "
                 "ON CONFLICT (id) DO UPDATE SET level = excluded.level")
        .bind(idAt<ScoreId>(p, "id"), idAt<ReviewId>(p, "review"), idAt<CriterionId>(p, "criterion"),
              idOrNullAt<QuestionId>(p, "question"), p.at("level").get<int>())
        .run();
}

void applyScoreCleared(Database& database, const Event& event) {
    const auto id = idAt<ScoreId>(event.payload, "id");
    database.prepare("DELETE FROM evidence WHERE score = ?1").bind(id).run();
    database.prepare("DELETE FROM score WHERE id = ?1").bind(id).run();
}

void applyEvidenceAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("INSERT INTO evidence (score, note, recording, at_us) VALUES (?1, ?2, ?3, ?4)")
        .bind(idAt<ScoreId>(p, "score"), idOrNullAt<NoteId>(p, "note"),
              idOrNullAt<RecordingId>(p, "recording"), timeOrNoneAt(p, "at_us"))
        .run();
}

void applyEvidenceRemoved(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("DELETE FROM evidence WHERE score = ?1 AND coalesce(note, '') = coalesce(?2, '') AND "
                 "coalesce(recording, '') = coalesce(?3, '') AND coalesce(at_us, 0) = coalesce(?4, 0)")
        .bind(idAt<ScoreId>(p, "score"), idOrNullAt<NoteId>(p, "note"),
              idOrNullAt<RecordingId>(p, "recording"), timeOrNoneAt(p, "at_us"))
        .run();
}

/// A note carries its own place, which a correction may move: only its id is kept.
nlohmann::json payloadOf(const Score& score, const Evidence& evidence) {
    const bool moment = !evidence.note;
    return {{"score", jsonOf(score.id)},
            {"note", jsonOf(evidence.note)},
            {"recording", moment ? jsonOf(evidence.recording) : nlohmann::json(nullptr)},
            {"at_us", moment ? jsonOf(evidence.at) : nlohmann::json(nullptr)}};
}

bool sameEvidence(const Evidence& a, const Evidence& b) {
    if (a.note || b.note)
        return a.note == b.note;
    return a.recording == b.recording && a.at == b.at;
}

Score scoreFrom(const Statement& row) {
    Score score;
    score.id = row.id<ScoreId>(0);
    score.review = row.id<ReviewId>(1);
    score.session = row.id<SessionId>(2);
    score.rater = row.id<PersonId>(3);
    score.raterName = row.text(4);
    score.criterion = row.id<CriterionId>(5);
    if (!row.isNull(6))
        score.question = row.id<QuestionId>(6);
    score.level = row.number(7);
    return score;
}

Evidence evidenceFrom(const Statement& row, int first) {
    Evidence evidence;
    if (!row.isNull(first))
        evidence.note = row.id<NoteId>(first);
    evidence.recording = row.id<RecordingId>(first + 1);
    evidence.at = row.mediaTime(first + 2);
    return evidence;
}

std::string levelsOf(const Criterion& criterion) {
    std::string text;
    for (const Level& level : criterion.levels)
        text += (text.empty() ? "" : ", ") + std::to_string(level.level);
    return text;
}

} // namespace

Projection scoreProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"evidence", "DELETE FROM evidence",
         "SELECT score, note, recording, at_us FROM evidence ORDER BY score, coalesce(note, ''), "
         "coalesce(recording, ''), at_us"},
        {"score", "DELETE FROM score",
         "SELECT id, review, criterion, question, level FROM score ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"score.set", applyScoreSet},
        {"score.cleared", applyScoreCleared},
        {"evidence.added", applyEvidenceAdded},
        {"evidence.removed", applyEvidenceRemoved},
    };
    return {kTables, kAppliers};
}

Result<void> checkLevel(Database& database, SessionId id, CriterionId criterion,
                        std::optional<QuestionId> question, int level) {
    const Session session = TRY(SessionStore(database).byId(id));
    const Kit kit = TRY(KitStore(database).byId(session.kit, session.kitVersion));
    const Criterion* rated = kit.rubric.criterion(criterion);
    if (!rated)
        return Error{ErrorCode::NotFound, "the session's rubric has no such criterion", 0};
    if (std::none_of(rated->levels.begin(), rated->levels.end(),
                     [&](const Level& l) { return l.level == level; }))
        return Error{ErrorCode::OutOfRange,
                     "\"" + rated->name + "\" has no level " + std::to_string(level) +
                         "; it has the levels " + levelsOf(*rated),
                     0};
    if (question && !kit.question(*question))
        return Error{ErrorCode::NotFound, "the session's kit has no such question", 0};
    return {};
}

ScoreStore::ScoreStore(Database& database) : m_database(database) {}

Result<Score> ScoreStore::set(const Review& review, CriterionId criterion, int level,
                              std::optional<QuestionId> question) {
    TRY(checkLevel(m_database, review.session, criterion, question, level));
    ScoreId id = ScoreId::make();
    for (const Score& score : TRY(ofSession(review.session))) {
        if (score.review != review.id || score.criterion != criterion || score.question != question)
            continue;
        if (score.level == level)
            return score;
        id = score.id;
    }
    TRY(m_database.append(review.id.uuid(), "score.set",
                          {{"id", jsonOf(id)},
                           {"review", jsonOf(review.id)},
                           {"criterion", jsonOf(criterion)},
                           {"question", jsonOf(question)},
                           {"level", level}}));
    return byId(id);
}

Result<void> ScoreStore::clear(const Score& score) {
    return m_database.append(score.review.uuid(), "score.cleared", {{"id", jsonOf(score.id)}});
}

Result<Score> ScoreStore::addEvidence(const Score& score, const Evidence& wanted) {
    Evidence evidence = wanted;
    if (evidence.note) {
        bool removed = false;
        const Note note = TRY(NoteStore(m_database).byId(*evidence.note, &removed));
        if (removed || note.session != score.session)
            return Error{ErrorCode::NotFound, "the session has no such note", 0};
    } else {
        evidence.recording = TRY(placeMoment(m_database, score.session, evidence.recording, evidence.at));
    }
    for (const Evidence& known : score.evidence)
        if (sameEvidence(known, evidence))
            return score;
    TRY(m_database.append(score.review.uuid(), "evidence.added", payloadOf(score, evidence)));
    return byId(score.id);
}

Result<Score> ScoreStore::removeEvidence(const Score& score, const Evidence& evidence) {
    if (std::none_of(score.evidence.begin(), score.evidence.end(),
                     [&](const Evidence& known) { return sameEvidence(known, evidence); }))
        return Error{ErrorCode::NotFound, "the score has no such evidence", 0};
    TRY(m_database.append(score.review.uuid(), "evidence.removed", payloadOf(score, evidence)));
    return byId(score.id);
}

Result<Score> ScoreStore::byId(ScoreId id) const {
    return m_database.guard([&]() -> Result<Score> {
        Statement row = m_database.prepare(
            "SELECT s.id, s.review, v.session, v.rater, p.name, s.criterion, s.question, s.level FROM score "
            "s "
            "JOIN review v ON v.id = s.review JOIN person p ON p.id = v.rater WHERE s.id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no score " + id.toString(), 0};
        Score score = scoreFrom(row);
        Statement rows = m_database.prepare(
            "SELECT e.note, coalesce(n.recording, e.recording), coalesce(n.at_us, e.at_us) FROM evidence e "
            "LEFT JOIN note n ON n.id = e.note JOIN recording r ON r.id = coalesce(n.recording, e.recording) "
            "WHERE e.score = ?1 AND coalesce(n.removed, 0) = 0 "
            "ORDER BY r.part, coalesce(n.at_us, e.at_us), coalesce(e.note, '')");
        rows.bind(id);
        while (rows.next())
            score.evidence.push_back(evidenceFrom(rows, 0));
        return score;
    });
}

Result<std::vector<Score>> ScoreStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Score>> {
        std::vector<Score> scores;
        Statement rows = m_database.prepare(
            "SELECT s.id, s.review, v.session, v.rater, p.name, s.criterion, s.question, s.level FROM review "
            "v "
            "JOIN score s ON s.review = v.id JOIN person p ON p.id = v.rater WHERE v.session = ?1 "
            "ORDER BY v.id, s.criterion, coalesce(s.question, '')");
        rows.bind(session);
        std::unordered_map<ScoreId, std::size_t> places;
        while (rows.next()) {
            scores.push_back(scoreFrom(rows));
            places.emplace(scores.back().id, scores.size() - 1);
        }
        // The evidence of all of them at once: a query for each score would be felt with many.
        Statement carried = m_database.prepare(
            "SELECT e.score, e.note, coalesce(n.recording, e.recording), coalesce(n.at_us, e.at_us) "
            "FROM review v JOIN score s ON s.review = v.id JOIN evidence e ON e.score = s.id "
            "LEFT JOIN note n ON n.id = e.note JOIN recording r ON r.id = coalesce(n.recording, e.recording) "
            "WHERE v.session = ?1 AND coalesce(n.removed, 0) = 0 "
            "ORDER BY r.part, coalesce(n.at_us, e.at_us), coalesce(e.note, '')");
        carried.bind(session);
        while (carried.next())
            scores[places.at(carried.id<ScoreId>(0))].evidence.push_back(evidenceFrom(carried, 1));
        return scores;
    });
}

} // namespace mockingbird::catalog
