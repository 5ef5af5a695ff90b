// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/consent_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_store.h"
#include "common/catalog/sha256.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

void applyConsentWorded(Database& database, const Event& event) {
    database.prepare("INSERT INTO consent_text (hash, text) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING")
        .bind(event.payload.at("hash").get<std::string>(), event.payload.at("text").get<std::string>())
        .run();
}

void applyConsentGiven(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO consent (id, session, person, text_hash, agreed_at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(idAt<ConsentId>(p, "id"), idAt<SessionId>(p, "session"), idAt<PersonId>(p, "person"),
              p.at("text_hash").get<std::string>(), p.at("agreed_at_ms").get<std::int64_t>())
        .run();
}

Consent consentFrom(const Statement& row) {
    return {row.id<ConsentId>(0), row.id<SessionId>(1), row.id<PersonId>(2), row.text(3), row.wallTime(4)};
}

bool takesPart(const Session& session, PersonId person) {
    const auto holds = [&](const std::vector<PersonId>& people) {
        return std::find(people.begin(), people.end(), person) != people.end();
    };
    return session.mentee == person || holds(session.panel) || holds(session.observers);
}

} // namespace

Projection consentProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"consent", "DELETE FROM consent",
         "SELECT id, session, person, text_hash, agreed_at_ms FROM consent ORDER BY id"},
        {"consent_text", "DELETE FROM consent_text", "SELECT hash, text FROM consent_text ORDER BY hash"},
    };
    static constexpr Applier kAppliers[] = {
        {"consent.worded", applyConsentWorded},
        {"consent.given", applyConsentGiven},
    };
    return {kTables, kAppliers};
}

ConsentStore::ConsentStore(Database& database) : m_database(database) {}

Result<Consent> ConsentStore::agree(SessionId session, PersonId person, std::string_view textShown,
                                    WallTime agreedAt) {
    if (trimmed(textShown).empty())
        return Error{ErrorCode::InvalidArgument, "nobody can agree to an empty text", 0};
    return m_database.transact([&]() -> Result<Consent> {
        if (!takesPart(TRY(SessionStore(m_database).byId(session)), person))
            return Error{ErrorCode::InvalidArgument, "the person has no part in the session", 0};
        Sha256 sum;
        sum.add(textShown);
        const Consent consent{ConsentId::make(), session, person, sum.hex(), agreedAt};
        Statement earlier =
            m_database.prepare("SELECT id, session, person, text_hash, agreed_at_ms FROM consent "
                               "WHERE session = ?1 AND person = ?2 AND text_hash = ?3");
        if (earlier.bind(session, person, consent.textHash).next())
            return consentFrom(earlier);
        // An event of its own, in a stream of its own: it serves other sessions, too, when this one's go.
        if (!m_database.prepare("SELECT 1 FROM consent_text WHERE hash = ?1").bind(consent.textHash).next())
            TRY(m_database.append(Uuid7::make(), "consent.worded",
                                  {{"hash", consent.textHash}, {"text", textShown}}));
        TRY(m_database.append(session.uuid(), "consent.given",
                              {{"id", jsonOf(consent.id)},
                               {"session", jsonOf(session)},
                               {"person", jsonOf(person)},
                               {"text_hash", consent.textHash},
                               {"agreed_at_ms", agreedAt.milliseconds}}));
        return consent;
    });
}

Result<std::vector<Consent>> ConsentStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Consent>> {
        TRY(AccessStore(m_database).require(Action::See, Thing::Session, session));
        std::vector<Consent> consents;
        Statement rows =
            m_database.prepare("SELECT id, session, person, text_hash, agreed_at_ms FROM consent "
                               "WHERE session = ?1 ORDER BY agreed_at_ms, id");
        rows.bind(session);
        while (rows.next())
            consents.push_back(consentFrom(rows));
        return consents;
    });
}

Result<std::string> ConsentStore::text(std::string_view hash) const {
    return m_database.guard([&]() -> Result<std::string> {
        Statement row = m_database.prepare("SELECT text FROM consent_text WHERE hash = ?1");
        if (!row.bind(hash).next())
            return Error{ErrorCode::NotFound, "nobody agreed to a text " + std::string(hash), 0};
        return row.text(0);
    });
}

Result<std::vector<std::string>> ConsentStore::changedTexts() const {
    return m_database.guard([&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> changed;
        Statement rows = m_database.prepare("SELECT hash, text FROM consent_text ORDER BY hash");
        while (rows.next()) {
            Sha256 sum;
            sum.add(rows.text(1));
            if (sum.hex() != rows.text(0))
                changed.push_back(rows.text(0));
        }
        return changed;
    });
}

} // namespace mockingbird::catalog
