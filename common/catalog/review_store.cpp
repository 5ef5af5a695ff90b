// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/review_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/note_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/review_seal.h"
#include "common/catalog/score_store.h"
#include "common/catalog/session_store.h"

#include <array>

namespace mockingbird::catalog {

namespace {

constexpr std::array kStates = {ReviewState::Draft, ReviewState::Sealed, ReviewState::Opened};
constexpr std::size_t kMostCommitments = 3;

void applyReviewBegun(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO review (id, session, rater, state, summary, sealed_at_ms, hash) "
                 "VALUES (?1, ?2, ?3, 'draft', '', NULL, '')")
        .bind(idAt<ReviewId>(p, "id"), idAt<SessionId>(p, "session"), idAt<PersonId>(p, "rater"))
        .run();
}

void applySummarySet(Database& database, const Event& event) {
    database.prepare("UPDATE review SET summary = ?2 WHERE id = ?1")
        .bind(idAt<ReviewId>(event.payload, "id"), event.payload.at("summary").get<std::string>())
        .run();
}

void applyReviewSealed(Database& database, const Event& event) {
    database.prepare("UPDATE review SET state = 'sealed', sealed_at_ms = ?2, hash = ?3 WHERE id = ?1")
        .bind(idAt<ReviewId>(event.payload, "id"), event.at, event.payload.at("hash").get<std::string>())
        .run();
}

void applyReviewOpened(Database& database, const Event& event) {
    database.prepare("UPDATE review SET state = 'opened' WHERE id = ?1")
        .bind(idAt<ReviewId>(event.payload, "id"))
        .run();
}

void applyCommitmentsSet(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto review = idAt<ReviewId>(p, "id");
    database.prepare("DELETE FROM commitment WHERE review = ?1").bind(review).run();
    int position = 0;
    for (const auto& item : p.at("commitments"))
        database.prepare("INSERT INTO commitment (id, review, position, text) VALUES (?1, ?2, ?3, ?4)")
            .bind(idAt<CommitmentId>(item, "id"), review, ++position, item.at("text").get<std::string>())
            .run();
}

Result<std::vector<Review>> reviewsFrom(Statement& rows) {
    std::vector<Review> reviews;
    while (rows.next()) {
        Review review;
        review.id = rows.id<ReviewId>(0);
        review.session = rows.id<SessionId>(1);
        review.rater = rows.id<PersonId>(2);
        review.raterName = rows.text(3);
        const std::string state = rows.text(4);
        for (const ReviewState each : kStates)
            if (name(each) == state)
                review.state = each;
        review.summary = rows.text(5);
        if (!rows.isNull(6))
            review.sealedAt = rows.wallTime(6);
        review.hash = rows.text(7);
        reviews.push_back(std::move(review));
    }
    return reviews;
}

} // namespace

Projection reviewProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"commitment", "DELETE FROM commitment",
         "SELECT id, review, position, text FROM commitment ORDER BY id"},
        {"review", "DELETE FROM review",
         "SELECT id, session, rater, state, summary, sealed_at_ms, hash FROM review ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"review.begun", applyReviewBegun},       {"review.summarised", applySummarySet},
        {"review.sealed", applyReviewSealed},     {"review.opened", applyReviewOpened},
        {"commitments.set", applyCommitmentsSet},
    };
    return {kTables, kAppliers};
}

std::string_view name(ReviewState state) {
    switch (state) {
    case ReviewState::Draft:
        return "draft";
    case ReviewState::Sealed:
        return "sealed";
    case ReviewState::Opened:
        return "opened";
    }
    return "draft";
}

ReviewStore::ReviewStore(Database& database) : m_database(database) {}

Result<Review> ReviewStore::draft(ReviewId id) const {
    Review review = TRY(byId(id));
    if (review.state != ReviewState::Draft)
        return Error{ErrorCode::Sealed, "the review is " + std::string(name(review.state)), 0};
    return review;
}

Result<Review> ReviewStore::mine(SessionId session) {
    return m_database.transact([&]() -> Result<Review> {
        TRY(SessionStore(m_database).byId(session));
        const auto known = TRY(ofActor(session));
        if (known)
            return *known;
        const PersonId rater = m_database.actor();
        if (rater.isNull())
            return Error{ErrorCode::InvalidArgument, "it isn't said who is reviewing", 0};
        TRY(PeopleStore(m_database).byId(rater));
        const auto id = ReviewId::make();
        TRY(m_database.append(id.uuid(), "review.begun",
                              {{"id", jsonOf(id)}, {"session", jsonOf(session)}, {"rater", jsonOf(rater)}}));
        return byId(id);
    });
}

Result<std::optional<Review>> ReviewStore::ofActor(SessionId session) const {
    for (const Review& review : TRY(ofSession(session)))
        if (review.rater == m_database.actor())
            return std::optional(review);
    return std::optional<Review>();
}

Result<std::vector<Review>> ReviewStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Review>> {
        Statement rows =
            m_database.prepare("SELECT v.id, v.session, v.rater, p.name, v.state, v.summary, v.sealed_at_ms, "
                               "v.hash FROM review v "
                               "JOIN person p ON p.id = v.rater WHERE v.session = ?1 ORDER BY v.id");
        rows.bind(session);
        return reviewsFrom(rows);
    });
}

Result<Review> ReviewStore::byId(ReviewId id) const {
    return m_database.guard([&]() -> Result<Review> {
        Statement rows = m_database.prepare("SELECT v.id, v.session, v.rater, p.name, v.state, v.summary, "
                                            "v.sealed_at_ms, v.hash FROM review v "
                                            "JOIN person p ON p.id = v.rater WHERE v.id = ?1");
        rows.bind(id);
        auto reviews = TRY(reviewsFrom(rows));
        if (reviews.empty())
            return Error{ErrorCode::NotFound, "there is no review " + id.toString(), 0};
        return reviews.front();
    });
}

Result<std::vector<Review>> ReviewStore::sealed() const {
    return m_database.guard([&]() -> Result<std::vector<Review>> {
        Statement rows =
            m_database.prepare("SELECT v.id, v.session, v.rater, p.name, v.state, v.summary, v.sealed_at_ms, "
                               "v.hash FROM review v "
                               "JOIN person p ON p.id = v.rater WHERE v.state <> 'draft' ORDER BY v.id");
        return reviewsFrom(rows);
    });
}

Result<void> ReviewStore::setSummary(ReviewId id, const std::string& summary) {
    return m_database.transact([&]() -> Result<void> {
        const Review review = TRY(draft(id));
        if (review.summary == summary)
            return {};
        return m_database.append(id.uuid(), "review.summarised", {{"id", jsonOf(id)}, {"summary", summary}});
    });
}

Result<std::string> ReviewStore::contentHash(const Review& review) const {
    const auto sessionNotes = TRY(notes(review.session));
    const auto sessionScores = TRY(scores(review.session));
    const auto promised = TRY(commitments(review.id));
    return sealOf(review, sessionNotes, sessionScores, promised);
}

Result<Review> ReviewStore::seal(ReviewId id) {
    return m_database.transact([&]() -> Result<Review> {
        const Review review = TRY(draft(id));
        const std::string hash = TRY(contentHash(review));
        TRY(m_database.append(id.uuid(), "review.sealed", {{"id", jsonOf(id)}, {"hash", hash}}));
        return byId(id);
    });
}

Result<Review> ReviewStore::open(ReviewId id) {
    return m_database.transact([&]() -> Result<Review> {
        const Review review = TRY(byId(id));
        if (review.state == ReviewState::Draft)
            return Error{ErrorCode::InvalidArgument, "a review is sealed before it is opened", 0};
        if (review.state == ReviewState::Opened)
            return review;
        TRY(m_database.append(id.uuid(), "review.opened", {{"id", jsonOf(id)}}));
        return byId(id);
    });
}

Result<Note> ReviewStore::addNote(ReviewId id, Note note) {
    return m_database.transact([&]() -> Result<Note> {
        const Review review = TRY(draft(id));
        return NoteStore(m_database).add(review, std::move(note));
    });
}

Result<Note> ReviewStore::changeNote(const Note& note) {
    return m_database.transact([&]() -> Result<Note> {
        bool removed = false;
        const Note known = TRY(NoteStore(m_database).byId(note.id, &removed));
        if (removed)
            return Error{ErrorCode::NotFound, "the note was removed", 0};
        const Review review = TRY(draft(known.review));
        return NoteStore(m_database).change(review, note);
    });
}

Result<void> ReviewStore::removeNote(NoteId id) {
    return m_database.transact([&]() -> Result<void> {
        bool removed = false;
        const Note note = TRY(NoteStore(m_database).byId(id, &removed));
        TRY(draft(note.review));
        if (removed)
            return Error{ErrorCode::NotFound, "the note was removed", 0};
        return NoteStore(m_database).setRemoved(note, true);
    });
}

Result<void> ReviewStore::restoreNote(NoteId id) {
    return m_database.transact([&]() -> Result<void> {
        bool removed = false;
        const Note note = TRY(NoteStore(m_database).byId(id, &removed));
        TRY(draft(note.review));
        if (!removed)
            return {};
        return NoteStore(m_database).setRemoved(note, false);
    });
}

Result<std::vector<Note>> ReviewStore::notes(SessionId session) const {
    return NoteStore(m_database).ofSession(session);
}

Result<Score> ReviewStore::setScore(ReviewId id, CriterionId criterion, int level,
                                    std::optional<QuestionId> question) {
    return m_database.transact([&]() -> Result<Score> {
        const Review review = TRY(draft(id));
        return ScoreStore(m_database).set(review, criterion, level, question);
    });
}

Result<void> ReviewStore::clearScore(ScoreId id) {
    return m_database.transact([&]() -> Result<void> {
        const Score score = TRY(ScoreStore(m_database).byId(id));
        TRY(draft(score.review));
        return ScoreStore(m_database).clear(score);
    });
}

Result<Score> ReviewStore::addEvidence(ScoreId id, const Evidence& evidence) {
    return m_database.transact([&]() -> Result<Score> {
        const Score score = TRY(ScoreStore(m_database).byId(id));
        TRY(draft(score.review));
        return ScoreStore(m_database).addEvidence(score, evidence);
    });
}

Result<Score> ReviewStore::removeEvidence(ScoreId id, const Evidence& evidence) {
    return m_database.transact([&]() -> Result<Score> {
        const Score score = TRY(ScoreStore(m_database).byId(id));
        TRY(draft(score.review));
        return ScoreStore(m_database).removeEvidence(score, evidence);
    });
}

Result<std::vector<Score>> ReviewStore::scores(SessionId session) const {
    return ScoreStore(m_database).ofSession(session);
}

Result<void> ReviewStore::setCommitments(ReviewId id, const std::vector<std::string>& texts) {
    return m_database.transact([&]() -> Result<void> {
        TRY(draft(id));
        auto known = TRY(commitments(id));
        nlohmann::json items = nlohmann::json::array();
        bool same = true;
        for (const std::string& each : texts) {
            const std::string text = trimmed(each);
            if (text.empty())
                continue;
            CommitmentId commitment = CommitmentId::make();
            const std::size_t position = items.size();
            if (position < known.size() && known[position].text == text)
                commitment = known[position].id; // what was kept keeps its id
            else
                same = false;
            items.push_back({{"id", jsonOf(commitment)}, {"text", text}});
        }
        if (items.size() > kMostCommitments)
            return Error{ErrorCode::InvalidArgument, "at most three commitments are taken along", 0};
        if (same && items.size() == known.size())
            return {};
        return m_database.append(id.uuid(), "commitments.set", {{"id", jsonOf(id)}, {"commitments", items}});
    });
}

Result<std::vector<Commitment>> ReviewStore::commitments(ReviewId review) const {
    return m_database.guard([&]() -> Result<std::vector<Commitment>> {
        std::vector<Commitment> commitments;
        Statement rows =
            m_database.prepare("SELECT id, review, text FROM commitment WHERE review = ?1 ORDER BY position");
        rows.bind(review);
        while (rows.next())
            commitments.push_back({rows.id<CommitmentId>(0), rows.id<ReviewId>(1), rows.text(2)});
        return commitments;
    });
}

} // namespace mockingbird::catalog
