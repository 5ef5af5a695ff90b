// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/consensus_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/review_round.h"
#include "common/catalog/score_store.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

void applyAgreementSet(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO agreed_score (id, session, criterion, question, level, reason, author, "
                 "made_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                 "ON CONFLICT (id) DO UPDATE SET level = excluded.level, reason = excluded.reason, "
                 "author = excluded.author, made_at_ms = excluded.made_at_ms")
        .bind(idAt<AgreedScoreId>(p, "id"), idAt<SessionId>(p, "session"), idAt<CriterionId>(p, "criterion"),
              idOrNullAt<QuestionId>(p, "question"), p.at("level").get<int>(),
              p.at("reason").get<std::string>(), event.author, event.at)
        .run();
}

void applyAgreementWithdrawn(Database& database, const Event& event) {
    database.prepare("DELETE FROM agreed_score WHERE id = ?1")
        .bind(idAt<AgreedScoreId>(event.payload, "id"))
        .run();
}

AgreedScore agreedFrom(const Statement& row) {
    AgreedScore agreed;
    agreed.id = row.id<AgreedScoreId>(0);
    agreed.session = row.id<SessionId>(1);
    agreed.criterion = row.id<CriterionId>(2);
    if (!row.isNull(3))
        agreed.question = row.id<QuestionId>(3);
    agreed.level = row.number(4);
    agreed.reason = row.text(5);
    agreed.author = row.id<PersonId>(6);
    agreed.authorName = row.text(7);
    agreed.madeAt = row.wallTime(8);
    return agreed;
}

std::optional<AgreedScore> byId(Database& database, AgreedScoreId id) {
    Statement row =
        database.prepare("SELECT a.id, a.session, a.criterion, a.question, a.level, a.reason, a.author, "
                         "coalesce(p.name, ''), a.made_at_ms FROM agreed_score a "
                         "LEFT JOIN person p ON p.id = a.author WHERE a.id = ?1");
    if (!row.bind(id).next())
        return std::nullopt;
    return agreedFrom(row);
}

/// Whether the acting person may say what was agreed on.
Result<void> checkRound(Database& database, SessionId session) {
    const ReviewRound round = TRY(ReviewStore(database).round(session));
    TRY(AccessStore(database).require(Action::Change, Thing::AgreedScore, session));
    const Viewer viewer = TRY(viewerOf(database));
    if (!round.mayAgree(viewer))
        return Error{ErrorCode::Denied,
                     round.calibration ? "what is right in a calibration, a coordinator says"
                                       : "the raters agree, not the one they rated",
                     0};
    if (!round.calibration && !round.mayAgree())
        return Error{ErrorCode::InvalidArgument,
                     "raters agree once two or more have sealed their reviews, and nobody is awaited", 0};
    return {};
}

} // namespace

Projection consensusProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"agreed_score", "DELETE FROM agreed_score",
         "SELECT id, session, criterion, question, level, reason, author, made_at_ms FROM agreed_score "
         "ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"agreement.set", applyAgreementSet},
        {"agreement.withdrawn", applyAgreementWithdrawn},
    };
    return {kTables, kAppliers};
}

ConsensusStore::ConsensusStore(Database& database) : m_database(database) {}

Result<AgreedScore> ConsensusStore::agree(SessionId session, CriterionId criterion,
                                          std::optional<QuestionId> question, int level,
                                          const std::string& wantedReason) {
    return m_database.transact([&]() -> Result<AgreedScore> {
        TRY(checkLevel(m_database, session, criterion, question, level));
        TRY(checkRound(m_database, session));
        const std::string reason = trimmed(wantedReason);
        AgreedScoreId id = AgreedScoreId::make();
        for (const AgreedScore& known : TRY(ofSession(session))) {
            if (known.criterion != criterion || known.question != question)
                continue;
            if (known.level == level && known.reason == reason)
                return known;
            id = known.id;
        }
        TRY(m_database.append(session.uuid(), "agreement.set",
                              {{"id", jsonOf(id)},
                               {"session", jsonOf(session)},
                               {"criterion", jsonOf(criterion)},
                               {"question", jsonOf(question)},
                               {"level", level},
                               {"reason", reason}}));
        return byId(m_database, id).value();
    });
}

Result<void> ConsensusStore::withdraw(AgreedScoreId id) {
    return m_database.transact([&]() -> Result<void> {
        const auto known = byId(m_database, id);
        if (!known)
            return Error{ErrorCode::NotFound, "there is no agreed score " + id.toString(), 0};
        TRY(checkRound(m_database, known->session));
        return m_database.append(known->session.uuid(), "agreement.withdrawn", {{"id", jsonOf(id)}});
    });
}

Result<std::vector<AgreedScore>> ConsensusStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<AgreedScore>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::AgreedScore, session));
        std::vector<AgreedScore> scores;
        Statement rows =
            m_database.prepare("SELECT a.id, a.session, a.criterion, a.question, a.level, a.reason, "
                               "a.author, coalesce(p.name, ''), a.made_at_ms FROM agreed_score a "
                               "LEFT JOIN person p ON p.id = a.author WHERE a.session = ?1 "
                               "ORDER BY a.criterion, coalesce(a.question, '')");
        rows.bind(session);
        while (rows.next())
            scores.push_back(agreedFrom(rows));
        return scores;
    });
}

} // namespace mockingbird::catalog
