// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/review_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/calibration_store.h"
#include "common/catalog/commitment_store.h"
#include "common/catalog/database.h"
#include "common/catalog/note_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/reply_store.h"
#include "common/catalog/review_round.h"
#include "common/catalog/review_seal.h"
#include "common/catalog/score_store.h"
#include "common/catalog/session_round.h"
#include "common/catalog/session_store.h"

#include <algorithm>
#include <array>
#include <set>

namespace mockingbird::catalog {

namespace {

constexpr std::array kReviewStates = {ReviewState::Draft, ReviewState::Sealed, ReviewState::Opened};

void applyReviewBegun(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO review (id, session, rater, state, summary, sealed_at_ms, hash) "
                 "VALUES (?1, ?2, ?3, 'draft', '', NULL, '')")
        .bind(idAt<ReviewId>(p, "id"), idAt<SessionId>(p, "session"), idAt<PersonId>(p, "rater"))
        .run();
    refreshRound(database, idAt<SessionId>(p, "session"));
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
    refreshRound(database, idAt<ReviewId>(event.payload, "id"));
}

void applyReviewOpened(Database& database, const Event& event) {
    database.prepare("UPDATE review SET state = 'opened', opened_at_ms = ?2 WHERE id = ?1")
        .bind(idAt<ReviewId>(event.payload, "id"), event.at)
        .run();
    refreshRound(database, idAt<ReviewId>(event.payload, "id"));
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
        for (const ReviewState each : kReviewStates)
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

struct ReviewStore::Reading {
    ReviewRound round;
    Viewer viewer;

    [[nodiscard]] bool mayRead(const Review& review) const;
    [[nodiscard]] bool mayRead(ReviewId id) const;
};

Projection reviewProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"review", "DELETE FROM review",
         "SELECT id, session, rater, state, summary, sealed_at_ms, hash, opened_at_ms FROM review ORDER BY "
         "id"},
    };
    static constexpr Applier kAppliers[] = {
        {"review.begun", applyReviewBegun},
        {"review.summarised", applySummarySet},
        {"review.sealed", applyReviewSealed},
        {"review.opened", applyReviewOpened},
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
    TRY(requireMine(review));
    return review;
}

Result<void> ReviewStore::requireMine(const Review& review) const {
    // Nobody acting is the owner, as long as nobody signs in.
    if (review.rater == m_database.actor() || m_database.isStudio())
        return {};
    if (m_database.actor().isNull())
        return AccessStore(m_database).require(Action::Make, Thing::Review, review.session);
    return AccessStore(m_database).require(Action::Change, Thing::OthersDraft, review.session);
}

Result<Review> ReviewStore::mine(SessionId session) {
    return m_database.transact([&]() -> Result<Review> {
        TRY(SessionStore(m_database).byId(session));
        TRY(AccessStore(m_database).require(Action::Make, Thing::Review, session));
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
    TRY(AccessStore(m_database).require(Action::See, Thing::Session, session));
    for (const Review& review : TRY(everyOf(session)))
        if (review.rater == m_database.actor())
            return std::optional(review);
    return std::optional<Review>();
}

Result<std::vector<Review>> ReviewStore::ofSession(SessionId session) const {
    TRY(AccessStore(m_database).require(Action::See, Thing::Session, session));
    auto reviews = TRY(everyOf(session));
    const bool all = std::ranges::all_of(reviews, [&](const Review& review) {
        return review.state == ReviewState::Opened || review.rater == m_database.actor();
    });
    if (all || m_database.isStudio())
        return reviews;
    const Reading reading = TRY(this->reading(session));
    for (Review& review : reviews)
        if (!reading.mayRead(review))
            review.summary.clear();
    return reviews;
}

Result<std::vector<Review>> ReviewStore::everyOf(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Review>> {
        Statement rows =
            m_database.prepare("SELECT v.id, v.session, v.rater, p.name, v.state, v.summary, v.sealed_at_ms, "
                               "v.hash FROM review v "
                               "JOIN person p ON p.id = v.rater WHERE v.session = ?1 ORDER BY v.id");
        rows.bind(session);
        return reviewsFrom(rows);
    });
}

Result<std::vector<Review>> ReviewStore::ofRater(PersonId rater) const {
    return m_database.guard([&]() -> Result<std::vector<Review>> {
        Statement rows =
            m_database.prepare("SELECT v.id, v.session, v.rater, p.name, v.state, v.summary, v.sealed_at_ms, "
                               "v.hash FROM review v JOIN person p ON p.id = v.rater "
                               "JOIN session s ON s.id = v.session AND s.removed = 0 "
                               "WHERE v.rater = ?1 ORDER BY v.id DESC");
        rows.bind(rater);
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
        TRY(AccessStore(m_database).require(Action::See, Thing::Review, reviews.front().session));
        if (reviews.front().rater != m_database.actor() && !m_database.isStudio() &&
            !TRY(reading(reviews.front().session)).mayRead(reviews.front()))
            reviews.front().summary.clear();
        return reviews.front();
    });
}

Result<std::vector<Review>> ReviewStore::sealed() const {
    return m_database.guard([&]() -> Result<std::vector<Review>> {
        const auto seenBy = TRY(AccessStore(m_database).sight());
        Statement rows =
            m_database.prepare("SELECT v.id, v.session, v.rater, p.name, v.state, v.summary, v.sealed_at_ms, "
                               "v.hash FROM review v "
                               "JOIN person p ON p.id = v.rater WHERE v.state <> 'draft' AND (?1 IS NULL OR "
                               "v.session IN (SELECT session FROM session_standing WHERE person = ?1)) "
                               "ORDER BY v.id");
        rows.bind(seenBy);
        auto reviews = TRY(reviewsFrom(rows));
        if (!m_database.isStudio())
            for (Review& review : reviews)
                review.summary.clear();
        return reviews;
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
    const auto sessionNotes = TRY(NoteStore(m_database).ofSession(review.session));
    const auto sessionScores = TRY(ScoreStore(m_database).ofSession(review.session));
    const auto promised = TRY(CommitmentStore(m_database).ofReview(review.id));
    const Database::Unasked unasked(m_database);
    return sealOf(TRY(byId(review.id)), sessionNotes, sessionScores, promised);
}

Result<Review> ReviewStore::seal(ReviewId id) {
    return m_database.transact([&]() -> Result<Review> {
        const Review review = TRY(draft(id));
        const std::string hash = TRY(contentHash(review));
        TRY(m_database.append(id.uuid(), "review.sealed", {{"id", jsonOf(id)}, {"hash", hash}}));
        for (const ReviewId opening : TRY(round(review.session)).opensNow())
            TRY(m_database.append(opening.uuid(), "review.opened", {{"id", jsonOf(opening)}}));
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
        const ReviewRound all = TRY(round(review.session));
        if (!all.mayOpen(TRY(viewerOf(m_database)), review))
            return Error{ErrorCode::Denied,
                         all.calibration ? "the reviews of a calibration don't open to each other"
                         : all.coordinated
                             ? "before all raters have sealed, a coordinator alone opens a review"
                             : "before all raters have sealed, a rater who has opens a review",
                         0};
        TRY(m_database.append(id.uuid(), "review.opened", {{"id", jsonOf(id)}}));
        return byId(id);
    });
}

Result<ReviewRound> ReviewStore::round(SessionId id) const {
    return m_database.snapshot([&]() -> Result<ReviewRound> {
        ReviewRound round;
        round.session = TRY(SessionStore(m_database).byId(id));
        round.reviews = TRY(everyOf(id));
        const PersonId mentee = round.session.mentee;
        const auto seat = [&](PersonId person) {
            if (person != mentee && std::ranges::find(round.raters, person) == round.raters.end())
                round.raters.push_back(person);
        };
        std::ranges::for_each(round.session.panel, seat);
        for (const Review& review : round.reviews)
            seat(review.rater);
        Statement kit =
            m_database.prepare("SELECT self_review_first FROM kit_version WHERE kit = ?1 AND version = ?2");
        kit.bind(round.session.kit, round.session.kitVersion);
        round.selfReviewFirst = kit.next() && kit.number(0) != 0;
        round.calibration = TRY(CalibrationStore(m_database).ofSession(id)).has_value();
        round.coordinated =
            m_database.prepare("SELECT 1 FROM person_role WHERE role = 'coordinator' LIMIT 1").next();
        return round;
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

bool ReviewStore::Reading::mayRead(const Review& review) const {
    return round.mayRead(viewer, review);
}

bool ReviewStore::Reading::mayRead(ReviewId id) const {
    const auto review = std::ranges::find(round.reviews, id, &Review::id);
    return review != round.reviews.end() && round.mayRead(viewer, *review);
}

Result<ReviewStore::Reading> ReviewStore::reading(SessionId session) const {
    return Reading{TRY(round(session)), TRY(viewerOf(m_database))};
}

Result<std::vector<Note>> ReviewStore::notes(SessionId session) const {
    TRY(AccessStore(m_database).require(Action::See, Thing::Review, session));
    auto notes = TRY(NoteStore(m_database).ofSession(session));
    if (notes.empty() || m_database.isStudio())
        return notes;
    const Reading reading = TRY(this->reading(session));
    std::erase_if(notes, [&](const Note& note) { return !reading.round.mayRead(reading.viewer, note); });
    return notes;
}

Result<Note> ReviewStore::note(NoteId id) const {
    bool removed = false;
    const Note known = TRY(NoteStore(m_database).byId(id, &removed));
    if (removed)
        return Error{ErrorCode::NotFound, "the note was removed", 0};
    if (m_database.isStudio())
        return known;
    const Reading reading = TRY(this->reading(known.session));
    if (!reading.round.mayRead(reading.viewer, known))
        return Error{ErrorCode::Denied, "the note is not yet, or never, for the one who is acting", 0};
    return known;
}

Result<Note> ReviewStore::findNote(std::string_view text) const {
    return note(TRY(NoteStore(m_database).find(text)));
}

Result<Reply> ReviewStore::addReply(NoteId id, const std::string& text) {
    return m_database.transact([&]() -> Result<Reply> {
        const Note known = TRY(note(id));
        return ReplyStore(m_database).add(known, text);
    });
}

Result<Reply> ReviewStore::changeReply(ReplyId id, const std::string& text) {
    return m_database.transact([&] { return ReplyStore(m_database).change(id, text); });
}

Result<void> ReviewStore::removeReply(ReplyId id) {
    return m_database.transact([&] { return ReplyStore(m_database).setRemoved(id, true); });
}

Result<void> ReviewStore::restoreReply(ReplyId id) {
    return m_database.transact([&] { return ReplyStore(m_database).setRemoved(id, false); });
}

Result<std::vector<Reply>> ReviewStore::replies(SessionId session) const {
    TRY(AccessStore(m_database).require(Action::See, Thing::Review, session));
    auto replies = TRY(ReplyStore(m_database).ofSession(session));
    if (replies.empty() || m_database.isStudio())
        return replies;
    std::set<NoteId> readable;
    for (const Note& note : TRY(notes(session)))
        readable.insert(note.id);
    std::erase_if(replies, [&](const Reply& reply) { return !readable.contains(reply.note); });
    return replies;
}

Result<void> ReviewStore::setUnderstood(NoteId id, bool understood) {
    return m_database.transact([&]() -> Result<void> {
        const Note known = TRY(note(id));
        const Session session = TRY(SessionStore(m_database).byId(known.session));
        if (m_database.actor() != session.mentee)
            return Error{ErrorCode::Denied, "the mentee alone says that they understood a note", 0};
        if (known.understood == understood)
            return {};
        return NoteStore(m_database).setUnderstood(known, understood);
    });
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
    TRY(AccessStore(m_database).require(Action::See, Thing::Review, session));
    auto scores = TRY(ScoreStore(m_database).ofSession(session));
    if (scores.empty() || m_database.isStudio())
        return scores;
    const Reading reading = TRY(this->reading(session));
    std::erase_if(scores, [&](const Score& score) { return !reading.mayRead(score.review); });
    return scores;
}

Result<std::vector<Score>> ReviewStore::scores(const ReviewRound& round, const Viewer& viewer) const {
    TRY(AccessStore(m_database).require(Action::See, Thing::Review, round.session.id));
    auto scores = TRY(ScoreStore(m_database).ofSession(round.session.id));
    std::set<ReviewId> readable;
    for (const Review& review : round.reviews)
        if (round.mayRead(viewer, review))
            readable.insert(review.id);
    std::erase_if(scores, [&](const Score& score) { return !readable.contains(score.review); });
    return scores;
}

Result<void> ReviewStore::setCommitments(ReviewId id, const std::vector<std::string>& texts) {
    return m_database.transact([&]() -> Result<void> {
        const Review review = TRY(draft(id));
        return CommitmentStore(m_database).set(review, texts);
    });
}

Result<std::vector<Commitment>> ReviewStore::commitments(ReviewId id) const {
    const Review review = TRY(byId(id));
    if (!m_database.isStudio() && !TRY(reading(review.session)).mayRead(review))
        return std::vector<Commitment>{};
    return CommitmentStore(m_database).ofReview(id);
}

Result<std::vector<Commitment>> ReviewStore::commitmentsBefore(PersonId mentee, WallTime before) const {
    if (!TRY(AccessStore(m_database).may(Action::See, Thing::Goal, mentee)))
        return std::vector<Commitment>{};
    return CommitmentStore(m_database).before(mentee, before);
}

} // namespace mockingbird::catalog
