// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/commitment_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_round.h"

#include <algorithm>
#include <utility>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kMostCommitments = 3;

void applyCommitmentsSet(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto review = idAt<ReviewId>(p, "id");
    database.prepare("DELETE FROM commitment WHERE review = ?1").bind(review).run();
    int position = 0;
    for (const auto& item : p.at("commitments"))
        database.prepare("INSERT INTO commitment (id, review, position, text) VALUES (?1, ?2, ?3, ?4)")
            .bind(idAt<CommitmentId>(item, "id"), review, ++position, item.at("text").get<std::string>())
            .run();
    refreshRound(database, review);
}

std::vector<Commitment> commitmentsFrom(Statement& rows) {
    std::vector<Commitment> commitments;
    while (rows.next())
        commitments.push_back({rows.id<CommitmentId>(0), rows.id<ReviewId>(1), rows.text(2)});
    return commitments;
}

} // namespace

Projection commitmentProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"commitment", "DELETE FROM commitment",
         "SELECT id, review, position, text FROM commitment ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {{"commitments.set", applyCommitmentsSet}};
    return {kTables, kAppliers};
}

CommitmentStore::CommitmentStore(Database& database) : m_database(database) {}

Result<void> CommitmentStore::set(const Review& review, const std::vector<std::string>& texts) {
    const auto known = TRY(ofReview(review.id));
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
    return m_database.append(review.id.uuid(), "commitments.set",
                             {{"id", jsonOf(review.id)}, {"commitments", items}});
}

Result<std::vector<Commitment>> CommitmentStore::ofReview(ReviewId review) const {
    return m_database.guard([&]() -> Result<std::vector<Commitment>> {
        Statement rows =
            m_database.prepare("SELECT id, review, text FROM commitment WHERE review = ?1 ORDER BY position");
        rows.bind(review);
        return commitmentsFrom(rows);
    });
}

Result<std::vector<Commitment>> CommitmentStore::before(PersonId mentee, WallTime time) const {
    return m_database.guard([&]() -> Result<std::vector<Commitment>> {
        // What the mentee may read: their own review, and others' once they are opened (ReviewRound). Of
        // their own, others read no draft.
        Statement rows = m_database.prepare(
            "SELECT c.id, c.review, c.text FROM commitment c JOIN review v ON v.id = c.review "
            "WHERE (v.state = 'opened' OR (v.rater = ?1 AND (v.state <> 'draft' OR coalesce(?3, ?1) = ?1))) "
            "AND v.session = "
            "(SELECT s.id FROM session s JOIN review w ON w.session = s.id "
            "JOIN commitment d ON d.review = w.id WHERE s.mentee = ?1 AND s.removed = 0 "
            "AND s.started_at_ms < ?2 AND (w.state = 'opened' OR (w.rater = ?1 AND (w.state <> 'draft' "
            "OR coalesce(?3, ?1) = ?1))) "
            "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT 1) ORDER BY v.id, c.position");
        rows.bind(mentee, time, m_database.actor());
        // What several raters asked for in the same words is one thing to do.
        std::vector<Commitment> told;
        for (Commitment& each : commitmentsFrom(rows)) {
            const auto isSame = [&](const std::string& text) {
                return foldCase(text) == foldCase(each.text);
            };
            if (std::ranges::none_of(told, isSame, &Commitment::text))
                told.push_back(std::move(each));
        }
        return told;
    });
}

} // namespace mockingbird::catalog
