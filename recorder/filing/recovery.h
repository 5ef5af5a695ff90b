// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/recording_store.h"

#include <vector>

namespace mockingbird::recorder {

/// Salvages every recording that the catalog knows as unfinished and that nobody writes now, and files the
/// outcome (Salvaged or Lost); questions and bookmarks become chapters. Returns those it dealt with; none
/// where all is well. Idempotent.
[[nodiscard]] Result<std::vector<catalog::Recording>> recover(catalog::Catalog& catalog);

/// Copies a media file made elsewhere into the catalog as a recording of the session: copied beside, synced,
/// renamed; the original is not touched. Unsupported for a file that is no media or of no kind that the
/// player can show.
/// A file that ends before the time its header names is filed as Salvaged, with what could be read.
[[nodiscard]] Result<catalog::Recording>
importRecording(catalog::Catalog& catalog, catalog::SessionId session, const std::filesystem::path& file);

} // namespace mockingbird::recorder
