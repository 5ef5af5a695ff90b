// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_import_store.h"
#include "studio/people_file/people_plan.h"

#include <string>
#include <vector>

namespace mockingbird::studio {

/// The people as the acting person sees them. Denied unless that is a coordinator or the machine's owner:
/// nobody else brings people in.
[[nodiscard]] Result<PeopleSnapshot> snapshotForImport(catalog::Catalog& catalog);

/// Does what the plan says, in one transaction; refused rows are left out. Busy where the catalog has changed
/// since the plan was made, so that what happens is what was shown; InvalidArgument where there is nothing to
/// do.
[[nodiscard]] Result<catalog::PeopleImport> applyPlan(catalog::Catalog& catalog, const PeoplePlan& plan,
                                                      const std::string& file);

/// What taking back an import came to.
struct PeopleUndo {
    std::size_t takenBack = 0;
    std::vector<std::string> kept; ///< what stays as somebody changed it since: one sentence each
};
/// In one transaction. InvalidArgument where that was done already.
[[nodiscard]] Result<PeopleUndo> undoImport(catalog::Catalog& catalog, catalog::PeopleImportId id);

} // namespace mockingbird::studio
