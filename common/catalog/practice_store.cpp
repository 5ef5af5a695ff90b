// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/practice_store.h"

#include "common/catalog/database.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/preparation_rights.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_store.h"

#include <array>

namespace mockingbird::catalog {

namespace {

constexpr std::array kOutcomes = {PracticeOutcome::Answered, PracticeOutcome::Again,
                                  PracticeOutcome::Skipped};
constexpr const char* kWhat = "practised questions";
constexpr int kLongestSeconds = 86'400;

void applyPracticeAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO practice (id, person, kit, question, outcome, seconds, session, at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind(idAt<PracticeId>(p, "id"), idAt<PersonId>(p, "person"), idAt<KitId>(p, "kit"),
              idAt<QuestionId>(p, "question"), p.at("outcome").get<std::string>(), p.at("seconds").get<int>(),
              idOrNullAt<SessionId>(p, "session"), event.at)
        .run();
}

void setPracticeRemoved(Database& database, const Event& event, int removed) {
    database.prepare("UPDATE practice SET removed = ?2 WHERE id = ?1")
        .bind(idAt<PracticeId>(event.payload, "id"), removed)
        .run();
}

void applyPracticeRemoved(Database& database, const Event& event) {
    setPracticeRemoved(database, event, 1);
}

void applyPracticeRestored(Database& database, const Event& event) {
    setPracticeRemoved(database, event, 0);
}

} // namespace

Projection practiceProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"practice", "DELETE FROM practice",
         "SELECT id, person, kit, question, outcome, seconds, session, at_ms, removed FROM practice ORDER BY "
         "id"},
    };
    static constexpr Applier kAppliers[] = {
        {"practice.added", applyPracticeAdded},
        {"practice.removed", applyPracticeRemoved},
        {"practice.restored", applyPracticeRestored},
    };
    return {kTables, kAppliers};
}

std::string_view name(PracticeOutcome outcome) {
    switch (outcome) {
    case PracticeOutcome::Answered:
        return "answered";
    case PracticeOutcome::Again:
        return "again";
    case PracticeOutcome::Skipped:
        return "skipped";
    }
    return "answered";
}

Result<PracticeOutcome> parsePracticeOutcome(std::string_view text) {
    for (const PracticeOutcome outcome : kOutcomes)
        if (name(outcome) == text)
            return outcome;
    return Error{ErrorCode::InvalidArgument,
                 "\"" + std::string(text) + "\" is no outcome; there are answered, again and skipped", 0};
}

Result<Practice> PracticeStore::add(const Practice& wanted) {
    return m_database.transact([&]() -> Result<Practice> {
        TRY(checkOwn(m_database, wanted.person, kWhat));
        const Kit kit = TRY(KitStore(m_database).byId(wanted.kit));
        if (kit.question(wanted.question) == nullptr)
            return Error{ErrorCode::NotFound, "the kit has no such question", 0};
        if (wanted.seconds < 0 || wanted.seconds > kLongestSeconds)
            return Error{ErrorCode::InvalidArgument, "an answer takes 0 seconds to a day", 0};
        if (!wanted.session.isNull() &&
            TRY(SessionStore(m_database).byId(wanted.session)).mentee != wanted.person)
            return Error{ErrorCode::InvalidArgument, "the session is somebody else's", 0};
        Practice made = wanted;
        made.id = PracticeId::make();
        TRY(m_database.append(made.person.uuid(), "practice.added",
                              {{"id", jsonOf(made.id)},
                               {"person", jsonOf(made.person)},
                               {"kit", jsonOf(made.kit)},
                               {"question", jsonOf(made.question)},
                               {"outcome", name(made.outcome)},
                               {"seconds", made.seconds},
                               {"session", jsonOf(made.session)}}));
        made.at = WallTime{made.id.uuid().unixMilliseconds()};
        return made;
    });
}

Result<void> PracticeStore::remove(PracticeId id) {
    return setRemoved(id, true);
}

Result<void> PracticeStore::restore(PracticeId id) {
    return setRemoved(id, false);
}

Result<void> PracticeStore::setRemoved(PracticeId id, bool removed) {
    return m_database.transact([&]() -> Result<void> {
        Statement row = m_database.prepare("SELECT person, removed FROM practice WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "nothing was practised as " + id.toString(), 0};
        const auto person = row.id<PersonId>(0);
        TRY(checkOwn(m_database, person, kWhat));
        if ((row.number(1) != 0) == removed)
            return {};
        return m_database.append(person.uuid(), removed ? "practice.removed" : "practice.restored",
                                 {{"id", jsonOf(id)}});
    });
}

Result<std::vector<Practice>> PracticeStore::of(PersonId person, KitId kit) const {
    return m_database.guard([&]() -> Result<std::vector<Practice>> {
        TRY(checkOwn(m_database, person, kWhat));
        Statement rows = m_database.prepare(
            "SELECT id, person, kit, question, outcome, seconds, session, at_ms FROM practice WHERE "
            "person = ?1 AND removed = 0 AND (?2 IS NULL OR kit = ?2) ORDER BY at_ms DESC, id DESC");
        rows.bind(person, kit);
        std::vector<Practice> all;
        while (rows.next())
            all.push_back({rows.id<PracticeId>(0), rows.id<PersonId>(1), rows.id<KitId>(2),
                           rows.id<QuestionId>(3), TRY(parsePracticeOutcome(rows.text(4))), rows.number(5),
                           rows.id<SessionId>(6), rows.wallTime(7)});
        return all;
    });
}

} // namespace mockingbird::catalog
