// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "common/catalog/progress.h"

namespace mockingbird::catalog {

class Database;

// What the appliers of events tell the full-text index after they have changed the tables. Each enters,
// replaces or takes out what the tables now hold; defined in search_store.cpp, beside the index's SQL. They
// throw.

/// A session, and where it was removed or restored also what was said in it.
void indexSession(Database& database, SessionId session);
void indexContentOf(Database& database, SessionId session);
/// The sessions that bear a person's name.
void indexSessionsOf(Database& database, PersonId person);
/// With its replies.
void indexNote(Database& database, NoteId note);
void indexReply(Database& database, ReplyId reply);
void indexCaptions(Database& database, CaptionsId captions);
/// Before their rows go.
void forgetCaptions(Database& database, CaptionsId captions);
/// Page by page.
void indexMaterial(Database& database, MaterialId material);
/// Before its pages go.
void forgetMaterial(Database& database, MaterialId material);

/// Makes the full-text index of all entries, where it was left alone while they were entered
/// (Database::searchIndexWaits). As one stroke it costs a third of what it does entry by entry.
void fillSearchIndex(Database& database, const Progress& progress);

} // namespace mockingbird::catalog
