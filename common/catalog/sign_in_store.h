// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"
#include "common/catalog/passphrase.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

struct SignInSettings {
    bool on = false;
    int idleMinutes = 10; ///< after which a person is signed out; 0 for never
};

enum class PassphraseState { None, CodeGiven, Set };
/// `none`, `code-given`, `set`.
[[nodiscard]] std::string_view name(PassphraseState state);

/// Somebody who can sign in.
struct SignInEntry {
    PersonId id;
    std::string name;
    PassphraseState state = PassphraseState::None;
};

/// Whether people sign in, and their passphrases. That one was set or reset is an event; the hashes are in a
/// table of their own that no log, search or export knows. What takes a passphrase takes a good part of a
/// second: not on the GUI thread. It doesn't act as who signed in; the caller does that.
class SignInStore {
public:
    explicit SignInStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<SignInSettings> settings() const;
    /// Everybody in the catalog by name; asked before anybody has signed in.
    [[nodiscard]] Result<std::vector<SignInEntry>> everybody() const;
    [[nodiscard]] Result<PassphraseState> stateOf(PersonId person) const;

    /// The acting coordinator's passphrase from now on; those of others from an earlier time still hold.
    /// Answers the recovery code, which is shown once. Denied for whoever is no coordinator.
    [[nodiscard]] Result<std::string> turnOn(std::string_view passphrase, int idleMinutes);
    /// With the acting coordinator's passphrase.
    Result<void> turnOff(std::string_view passphrase);
    Result<void> setIdleMinutes(int minutes);
    /// In place of the old one, with the acting coordinator's passphrase.
    [[nodiscard]] Result<std::string> newRecoveryCode(std::string_view passphrase);
    /// A one-time code, good for 14 days, with which the person sets a passphrase; the one they had doesn't
    /// hold any more. By a coordinator.
    [[nodiscard]] Result<std::string> giveCode(PersonId person);

    /// Who it is. Denied, always with the same sentence, where the name or the passphrase is wrong; Denied,
    /// saying for how long, after several wrong ones in a row.
    [[nodiscard]] Result<PersonId> signIn(std::string_view nameOrId, std::string_view passphrase);
    /// The same with a one-time code; sets the passphrase.
    [[nodiscard]] Result<PersonId> signInWithCode(std::string_view nameOrId, std::string_view code,
                                                  std::string_view newPassphrase);
    /// A coordinator's, with the recovery code. Answers the next recovery code.
    [[nodiscard]] Result<std::string> recover(std::string_view nameOrId, std::string_view recoveryCode,
                                              std::string_view newPassphrase);
    /// The acting person's own.
    Result<void> changePassphrase(std::string_view old, std::string_view next);

    /// For tests.
    void setClock(std::function<WallTime()> now) { m_now = std::move(now); }
    void setCost(const PassphraseCost& cost) { m_cost = cost; }

private:
    /// The person of that name, null where there is none or several.
    [[nodiscard]] Result<PersonId> personOf(std::string_view nameOrId) const;
    /// Denied while the last wrong ones make everybody wait; otherwise counts one more, which `forgive` takes
    /// back. Counted first, so that pulling the plug is no way around.
    Result<void> countAttempt(const std::string& who);
    Result<void> forgive(const std::string& who);
    [[nodiscard]] Result<std::string> hashOf(PersonId person) const;
    Result<void> requireOwn(std::string_view passphrase);
    /// Keeps the hash and logs that it was set, in the name of the person.
    Result<void> keep(PersonId person, const std::string& hash, std::string_view how);
    [[nodiscard]] Result<std::string> replaceRecoveryCode();

    Database& m_database;
    std::function<WallTime()> m_now = [] { return WallTime::now(); };
    PassphraseCost m_cost;
};

} // namespace mockingbird::catalog
