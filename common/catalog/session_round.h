// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "common/catalog/progress.h"

namespace mockingbird::catalog {

class Database;

// What the appliers of events tell the table session_round after they have changed the others: what is still
// to be done about a session. Defined in session_round_store.cpp, beside its SQL. They throw. A rebuild
// leaves the table alone and fills it at the end, as it does the full-text index.

void refreshRound(Database& database, SessionId session);
void refreshRound(Database& database, ReviewId review);
void refreshRound(Database& database, CommitmentId commitment);
void fillRounds(Database& database, const Progress& progress);

} // namespace mockingbird::catalog
