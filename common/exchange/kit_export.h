// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/exchange/kit_bundle.h"
#include "common/exchange/remark.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace mockingbird::exchange {

/// A whole kit with its materials, a whole kit without them, its questions alone, its rubric alone.
enum class ExportForm { Bundle, Json, Questions, Canvas };
/// The ending of such a file: `.mbkit`, `.json`, `.csv`, `.canvas.csv`.
[[nodiscard]] std::string_view ending(ExportForm form);
/// By the file's ending; InvalidArgument, listing them, for any other.
[[nodiscard]] Result<ExportForm> exportFormOf(const std::filesystem::path& file);
/// A name for the kit's file, such as `Library_Page.mbkit`.
[[nodiscard]] std::string suggestedFileName(const catalog::Kit& kit, ExportForm form);

/// Writes a published version, the newest where none is named; the file is there whole or not at all. What it
/// doesn't hold is in the remarks. NotFound, Denied, NoSpace, Io, Cancelled.
[[nodiscard]] Result<std::vector<Remark>> exportKit(catalog::Catalog& catalog, catalog::KitId kit,
                                                    std::optional<int> version,
                                                    const std::filesystem::path& file, ExportForm form,
                                                    const ZipProgress& progress = {});

} // namespace mockingbird::exchange
