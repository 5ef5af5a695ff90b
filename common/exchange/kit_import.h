// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/exchange/import_file.h"

#include <string>
#include <vector>

namespace mockingbird::exchange {

/// Where rubrics and questions go. A whole kit says itself which it is.
struct ImportTarget {
    catalog::KitId into; ///< a draft of this kit's next version; null for new drafts
};

/// One thing that an import does, or leaves as it is.
struct ImportStep {
    enum class What {
        NewKit,
        NextVersion,
        KitAsItIs,
        NewDraft,
        DraftChanged,
        NewMaterial,
        NewerMaterial,
        MaterialAttached,
        MaterialAsItIs
    };
    What what = What::KitAsItIs;
    std::string text; ///< a sentence
};
/// Such as `next-version`.
[[nodiscard]] std::string_view name(ImportStep::What what);

/// What an import will do, before it does it.
struct ImportPlan {
    std::vector<ImportStep> steps;
    std::vector<Remark> remarks; ///< the file's, and what of it meets something else here

    [[nodiscard]] bool changesAnything() const;
};

/// What came of one.
struct ImportOutcome {
    ImportPlan plan;
    std::vector<catalog::KitId> kits; ///< published or known already
    std::vector<catalog::KitDraftId> drafts;
};

/// What the file's content will become in this catalog. A kit is known by its id: the same is not published
/// twice, another content becomes the next version. NotFound for a kit to go into that isn't there,
/// InvalidArgument for several rubrics that are to go into one.
[[nodiscard]] Result<ImportPlan> planImport(catalog::Catalog& catalog, const ImportFile& file,
                                            const ImportTarget& target);

/// Does it, all or nothing. Reads the archive of a packed kit once more; `progress` hears of its files. As
/// planImport() and the stores; NoSpace, Cancelled.
[[nodiscard]] Result<ImportOutcome> runImport(catalog::Catalog& catalog, const ImportFile& file,
                                              const ImportTarget& target,
                                              const BundleProgress& progress = {});

} // namespace mockingbird::exchange
