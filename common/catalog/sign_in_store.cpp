// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sign_in_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/database.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/sign_in_delay.h"

#include <algorithm>
#include <map>

namespace mockingbird::catalog {

namespace {

constexpr int kCodeLength = 12;
constexpr int kRecoveryCodeLength = 20;
constexpr std::int64_t kCodeMilliseconds = std::int64_t{14} * 24 * 60 * 60 * 1000;
constexpr int kLongestIdle = 480;
constexpr const char* kRecovery = "recovery";

Error wrong() {
    return {ErrorCode::Denied, "the name and the passphrase don't belong together", 0};
}

Error wrongCode() {
    return {ErrorCode::Denied,
            "the name and the code don't belong together, or the code was used or is older than 14 days", 0};
}

void setIdle(Database& database, const Event& event) {
    database
        .prepare("INSERT INTO sign_in (id, idle_minutes) VALUES (1, ?1) "
                 "ON CONFLICT (id) DO UPDATE SET idle_minutes = excluded.idle_minutes")
        .bind(event.payload.at("idle_minutes").get<int>())
        .run();
}

void turnOffSignIn(Database& database, const Event&) {
    database.prepare("DELETE FROM sign_in").run();
}

/// That it happened is all there is to it.
void onlyLogged(Database&, const Event&) {}

Result<void> checkIdle(int minutes) {
    if (minutes < 0 || minutes > kLongestIdle)
        return Error{ErrorCode::InvalidArgument, "idle time is 1 to 480 minutes, or 0 for never", 0};
    return {};
}

/// Acts in somebody's name while it lives.
class InTheNameOf {
public:
    InTheNameOf(Database& database, PersonId person) : m_database(database), m_before(database.actor()) {
        m_database.actAs(person);
    }
    ~InTheNameOf() { m_database.actAs(m_before); }
    InTheNameOf(const InTheNameOf&) = delete;
    InTheNameOf& operator=(const InTheNameOf&) = delete;

private:
    Database& m_database;
    PersonId m_before;
};

} // namespace

Projection signInProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"sign_in", "DELETE FROM sign_in", "SELECT id, idle_minutes FROM sign_in ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"sign_in.turned_on", setIdle},        {"sign_in.changed", setIdle},
        {"sign_in.turned_off", turnOffSignIn}, {"passphrase.set", onlyLogged},
        {"passphrase.reset", onlyLogged},      {"recovery_code.made", onlyLogged},
    };
    return {kTables, kAppliers};
}

std::string_view name(PassphraseState state) {
    switch (state) {
    case PassphraseState::None:
        return "none";
    case PassphraseState::CodeGiven:
        return "code-given";
    case PassphraseState::Set:
        return "set";
    }
    return "none";
}

Result<SignInSettings> SignInStore::settings() const {
    return m_database.guard([&]() -> Result<SignInSettings> {
        Statement row = m_database.prepare("SELECT idle_minutes FROM sign_in");
        if (!row.next())
            return SignInSettings{};
        return SignInSettings{true, row.number(0)};
    });
}

Result<std::vector<SignInEntry>> SignInStore::everybody() const {
    return m_database.guard([&]() -> Result<std::vector<SignInEntry>> {
        const Database::Unasked unasked(m_database);
        std::map<PersonId, PassphraseState> states;
        Statement rows = m_database.prepare("SELECT person, passphrase IS NOT NULL FROM credential "
                                            "WHERE passphrase IS NOT NULL OR code_until_ms > ?1");
        rows.bind(m_now());
        while (rows.next())
            states[rows.id<PersonId>(0)] =
                rows.number(1) != 0 ? PassphraseState::Set : PassphraseState::CodeGiven;
        std::vector<SignInEntry> entries;
        for (const Person& person : TRY(PeopleStore(m_database).all())) {
            const auto state = states.find(person.id);
            entries.push_back(
                {person.id, person.name, state == states.end() ? PassphraseState::None : state->second});
        }
        return entries;
    });
}

Result<PassphraseState> SignInStore::stateOf(PersonId person) const {
    return m_database.guard([&]() -> Result<PassphraseState> {
        Statement row = m_database.prepare("SELECT passphrase IS NOT NULL, coalesce(code_until_ms, 0) > ?2 "
                                           "FROM credential WHERE person = ?1");
        if (!row.bind(person, m_now()).next())
            return PassphraseState::None;
        return row.number(0) != 0   ? PassphraseState::Set
               : row.number(1) != 0 ? PassphraseState::CodeGiven
                                    : PassphraseState::None;
    });
}

Result<PersonId> SignInStore::personOf(std::string_view nameOrId) const {
    const Database::Unasked unasked(m_database);
    const auto people = TRY(PeopleStore(m_database).all());
    const auto byId =
        std::ranges::find_if(people, [&](const Person& person) { return person.id.toString() == nameOrId; });
    if (byId != people.end())
        return byId->id;
    const auto found = PeopleStore(m_database).find(nameOrId);
    const bool listed = found.ok() && std::ranges::find(people, found->id, &Person::id) != people.end();
    return listed ? found->id : PersonId{};
}

Result<std::string> SignInStore::hashOf(PersonId person) const {
    return m_database.guard([&]() -> Result<std::string> {
        Statement row =
            m_database.prepare("SELECT coalesce(passphrase, '') FROM credential WHERE person = ?1");
        return row.bind(person).next() ? row.text(0) : std::string();
    });
}

Result<void> SignInStore::countAttempt(const std::string& who) {
    return m_database.transact([&]() -> Result<void> {
        const WallTime now = m_now();
        Statement row = m_database.prepare("SELECT failures, last_at_ms FROM sign_in_failure WHERE who = ?1");
        if (row.bind(std::string_view(who)).next()) {
            const auto left = delayLeft(row.number(0), row.wallTime(1), now);
            if (left.count() > 0)
                return Error{ErrorCode::Denied,
                             "there were several wrong ones in a row; it can be tried again in " +
                                 std::to_string(left.count()) + " s",
                             0};
        }
        m_database
            .prepare("INSERT INTO sign_in_failure (who, failures, last_at_ms) VALUES (?1, 1, ?2) "
                     "ON CONFLICT (who) DO UPDATE SET failures = sign_in_failure.failures + 1, "
                     "last_at_ms = excluded.last_at_ms")
            .bind(std::string_view(who), now)
            .run();
        return {};
    });
}

Result<void> SignInStore::forgive(const std::string& who) {
    return m_database.transact([&]() -> Result<void> {
        m_database.prepare("DELETE FROM sign_in_failure WHERE who = ?1").bind(std::string_view(who)).run();
        return {};
    });
}

Result<void> SignInStore::keep(PersonId person, const std::string& hash, std::string_view how) {
    return m_database.transact([&]() -> Result<void> {
        const InTheNameOf named(m_database, person);
        m_database
            .prepare("INSERT INTO credential (person, passphrase, code, code_until_ms) "
                     "VALUES (?1, ?2, NULL, NULL) ON CONFLICT (person) DO UPDATE SET "
                     "passphrase = excluded.passphrase, code = NULL, code_until_ms = NULL")
            .bind(person, std::string_view(hash))
            .run();
        return m_database.append(person.uuid(), "passphrase.set", {{"person", jsonOf(person)}, {"how", how}});
    });
}

Result<std::string> SignInStore::replaceRecoveryCode() {
    std::string code = makeCode(kRecoveryCodeLength);
    if (code.empty())
        return Error{ErrorCode::Internal, "libsodium can't be used", 0};
    m_database
        .prepare("INSERT INTO sign_in_recovery (id, code) VALUES (1, ?1) "
                 "ON CONFLICT (id) DO UPDATE SET code = excluded.code")
        .bind(std::string_view(hashCode(code)))
        .run();
    return code;
}

Result<std::string> SignInStore::turnOn(std::string_view passphrase, int idleMinutes) {
    const PersonId actor = m_database.actor();
    if (actor.isNull())
        return Error{ErrorCode::InvalidArgument, "it isn't said which coordinator you are", 0};
    TRY(AccessStore(m_database).require(Action::Change, Thing::SignInSettings));
    TRY(checkIdle(idleMinutes));
    TRY(checkPassphrase(passphrase));
    const std::string hash = TRY(hashPassphrase(passphrase, m_cost));
    return m_database.transact([&]() -> Result<std::string> {
        if (TRY(settings()).on)
            return Error{ErrorCode::InvalidArgument, "people sign in already", 0};
        TRY(m_database.append(actor.uuid(), "sign_in.turned_on", {{"idle_minutes", idleMinutes}}));
        TRY(keep(actor, hash, "first"));
        return replaceRecoveryCode();
    });
}

Result<void> SignInStore::requireOwn(std::string_view passphrase) {
    const PersonId actor = m_database.actor();
    const std::string who = actor.toString();
    TRY(countAttempt(who));
    if (!TRY(fitsPassphrase(TRY(hashOf(actor)), passphrase, m_cost)))
        return Error{ErrorCode::Denied, "this is not your passphrase", 0};
    return forgive(who);
}

Result<void> SignInStore::turnOff(std::string_view passphrase) {
    TRY(AccessStore(m_database).require(Action::Change, Thing::SignInSettings));
    if (!TRY(settings()).on)
        return {};
    TRY(requireOwn(passphrase));
    return m_database.append(m_database.actor().uuid(), "sign_in.turned_off", nlohmann::json::object());
}

Result<void> SignInStore::setIdleMinutes(int minutes) {
    TRY(AccessStore(m_database).require(Action::Change, Thing::SignInSettings));
    TRY(checkIdle(minutes));
    return m_database.transact([&]() -> Result<void> {
        const SignInSettings now = TRY(settings());
        if (!now.on)
            return Error{ErrorCode::InvalidArgument, "people don't sign in to this catalog", 0};
        if (now.idleMinutes == minutes)
            return {};
        return m_database.append(m_database.actor().uuid(), "sign_in.changed", {{"idle_minutes", minutes}});
    });
}

Result<std::string> SignInStore::newRecoveryCode(std::string_view passphrase) {
    TRY(AccessStore(m_database).require(Action::Change, Thing::SignInSettings));
    if (!TRY(settings()).on)
        return Error{ErrorCode::InvalidArgument, "people don't sign in to this catalog", 0};
    TRY(requireOwn(passphrase));
    return m_database.transact([&]() -> Result<std::string> {
        TRY(m_database.append(m_database.actor().uuid(), "recovery_code.made", nlohmann::json::object()));
        return replaceRecoveryCode();
    });
}

Result<std::string> SignInStore::giveCode(PersonId person) {
    TRY(AccessStore(m_database).require(Action::Remove, Thing::Passphrase));
    if (person == m_database.actor())
        return Error{ErrorCode::InvalidArgument, "your own passphrase you change with the one you have", 0};
    return m_database.transact([&]() -> Result<std::string> {
        if (!TRY(settings()).on)
            return Error{ErrorCode::InvalidArgument, "people don't sign in to this catalog", 0};
        TRY(PeopleStore(m_database).byId(person));
        const bool had = TRY(stateOf(person)) == PassphraseState::Set;
        std::string code = makeCode(kCodeLength);
        if (code.empty())
            return Error{ErrorCode::Internal, "libsodium can't be used", 0};
        m_database
            .prepare("INSERT INTO credential (person, passphrase, code, code_until_ms) "
                     "VALUES (?1, NULL, ?2, ?3) ON CONFLICT (person) DO UPDATE SET passphrase = NULL, "
                     "code = excluded.code, code_until_ms = excluded.code_until_ms")
            .bind(person, std::string_view(hashCode(code)), m_now().milliseconds + kCodeMilliseconds)
            .run();
        m_database.prepare("DELETE FROM sign_in_failure WHERE who = ?1").bind(person).run();
        TRY(m_database.append(person.uuid(), "passphrase.reset", {{"person", jsonOf(person)}, {"had", had}}));
        return code;
    });
}

Result<PersonId> SignInStore::signIn(std::string_view nameOrId, std::string_view passphrase) {
    const PersonId person = TRY(personOf(nameOrId));
    const std::string who = person.isNull() ? std::string() : person.toString();
    TRY(countAttempt(who));
    const std::string hash = person.isNull() ? std::string() : TRY(hashOf(person));
    if (!TRY(fitsPassphrase(hash, passphrase, m_cost)))
        return wrong();
    TRY(forgive(who));
    if (isOutdatedHash(hash, m_cost)) {
        const std::string stronger = TRY(hashPassphrase(passphrase, m_cost));
        TRY(m_database.transact([&]() -> Result<void> {
            m_database.prepare("UPDATE credential SET passphrase = ?2 WHERE person = ?1 AND passphrase = ?3")
                .bind(person, std::string_view(stronger), std::string_view(hash))
                .run();
            return {};
        }));
    }
    return person;
}

Result<PersonId> SignInStore::signInWithCode(std::string_view nameOrId, std::string_view code,
                                             std::string_view newPassphrase) {
    TRY(checkPassphrase(newPassphrase));
    const PersonId person = TRY(personOf(nameOrId));
    const std::string who = person.isNull() ? std::string() : person.toString();
    TRY(countAttempt(who));
    const std::string hash = TRY(hashPassphrase(newPassphrase, m_cost));
    return m_database.transact([&]() -> Result<PersonId> {
        Statement row = m_database.prepare("SELECT code FROM credential WHERE person = ?1 "
                                           "AND code IS NOT NULL AND code_until_ms > ?2");
        if (person.isNull() || !row.bind(person, m_now()).next() || !fitsCode(row.text(0), code))
            return wrongCode();
        TRY(keep(person, hash, "code"));
        TRY(forgive(who));
        return person;
    });
}

Result<std::string> SignInStore::recover(std::string_view nameOrId, std::string_view recoveryCode,
                                         std::string_view newPassphrase) {
    TRY(checkPassphrase(newPassphrase));
    if (!TRY(settings()).on)
        return Error{ErrorCode::InvalidArgument, "people don't sign in to this catalog", 0};
    const PersonId person = TRY(personOf(nameOrId));
    TRY(countAttempt(kRecovery));
    const std::string hash = TRY(hashPassphrase(newPassphrase, m_cost));
    return m_database.transact([&]() -> Result<std::string> {
        Statement row = m_database.prepare("SELECT r.code FROM sign_in_recovery r JOIN person_role p "
                                           "ON p.person = ?1 AND p.role = 'coordinator'");
        if (person.isNull() || !row.bind(person).next() || !fitsCode(row.text(0), recoveryCode))
            return Error{ErrorCode::Denied, "the coordinator and the recovery code don't belong together", 0};
        TRY(keep(person, hash, "recovery"));
        TRY(forgive(kRecovery));
        TRY(forgive(person.toString()));
        return replaceRecoveryCode();
    });
}

Result<void> SignInStore::changePassphrase(std::string_view old, std::string_view next) {
    const PersonId actor = m_database.actor();
    if (actor.isNull())
        return Error{ErrorCode::Denied, "nobody has signed in", 0};
    if (!TRY(settings()).on)
        return Error{ErrorCode::InvalidArgument, "people don't sign in to this catalog", 0};
    TRY(checkPassphrase(next));
    TRY(requireOwn(old));
    return keep(actor, TRY(hashPassphrase(next, m_cost)), "changed");
}

} // namespace mockingbird::catalog
