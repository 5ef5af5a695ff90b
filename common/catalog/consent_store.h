// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// One participant's agreement to be recorded in a session.
struct Consent {
    ConsentId id;
    SessionId session;
    PersonId person;
    std::string textHash; ///< SHA-256 of the text that was shown, in hexadecimal
    WallTime agreedAt;
};

class ConsentStore {
public:
    explicit ConsentStore(Database& database);

    /// The text shown is kept once, under its hash. InvalidArgument for an empty text or somebody who has no
    /// part in the session; the person's earlier agreement in it is answered where there is one to this text.
    [[nodiscard]] Result<Consent> agree(SessionId session, PersonId person, std::string_view textShown,
                                        WallTime agreedAt);
    [[nodiscard]] Result<std::vector<Consent>> ofSession(SessionId session) const; ///< by agreedAt
    /// NotFound where no such text was ever agreed to.
    [[nodiscard]] Result<std::string> text(std::string_view hash) const;
    /// The hashes of texts that are no longer what was agreed to; none where all is well.
    [[nodiscard]] Result<std::vector<std::string>> changedTexts() const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
