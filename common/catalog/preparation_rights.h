// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

namespace mockingbird::catalog {

class Database;

// Who may do what with a mentee's preparation. It is the mentee's own; a mentor is shown what was shared, and
// appointments are made by those who hold the interview, too.

/// Denied, naming `what`, where somebody else acts than the person; also where it isn't known who does.
Result<void> checkOwn(Database& database, PersonId person, const char* what);
/// Whether the acting person is the mentee's mentor.
[[nodiscard]] Result<bool> mentors(Database& database, PersonId mentee);
/// The same, or the liaison of such a pair.
[[nodiscard]] Result<bool> accompanies(Database& database, PersonId mentee);
/// Whether the acting person may make and change the mentee's appointments, or see them, as the table says
/// (access.h). Denied.
Result<void> checkArranges(Database& database, PersonId mentee);
[[nodiscard]] Result<bool> seesAppointments(Database& database, PersonId mentee);

} // namespace mockingbird::catalog
