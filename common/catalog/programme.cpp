// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/programme.h"

#include "common/catalog/catalog.h"
#include "common/catalog/goal_store.h"

namespace mockingbird::catalog {

Programme::Programme(Catalog& catalog) : m_database(&catalog.goals().m_database) {}

} // namespace mockingbird::catalog
