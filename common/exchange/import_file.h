// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/exchange/kit_bundle.h"
#include "common/exchange/remark.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace mockingbird::exchange {

enum class ImportKind { Kit, Rubrics, Questions };
/// `kit`, `rubrics`, `questions`.
[[nodiscard]] std::string_view name(ImportKind kind);

/// What a file holds that somebody brings, read and checked; nothing was done with it yet.
struct ImportFile {
    std::filesystem::path path;
    ImportKind kind = ImportKind::Kit;
    std::optional<KitBundle> bundle; ///< a kit
    bool packed = false;             ///< it came as an archive, in which the materials' files lie
    std::vector<catalog::Rubric> rubrics;
    std::vector<catalog::Question> questions;
    std::vector<Remark> remarks;
};

/// Reads a `.mbkit`, a kit as JSON, rubrics from Canvas or questions as CSV, or (where its name ends in .txt)
/// a question on each line: which of them it is, its content says. Its failures name the file, and the line
/// where there are lines. NotFound, Denied, Io, Cancelled; Corrupt and InvalidArgument as the readers.
[[nodiscard]] Result<ImportFile> readImportFile(const std::filesystem::path& file,
                                                const BundleProgress& progress = {});

} // namespace mockingbird::exchange
