// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/exchange/csv.h"
#include "common/exchange/kit_bundle.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::exchange::test {

// What every importer promises of whatever bytes it is given: it refuses them with a sentence, or what it
// makes of them is sound, and goes out and comes back as it is. Each returns which promise is broken, or
// nothing.
[[nodiscard]] std::optional<std::string> brokenByCsv(std::string_view bytes);
[[nodiscard]] std::optional<std::string> brokenByCanvas(std::string_view bytes);
[[nodiscard]] std::optional<std::string> brokenByQuestions(std::string_view bytes);
[[nodiscard]] std::optional<std::string> brokenByKitJson(std::string_view bytes);
/// The bytes of an archive.
[[nodiscard]] std::optional<std::string> brokenByBundle(std::string_view bytes);

/// An archive made of `parts`, from the beginning on: the first is its manifest, in which "@1" stands for the
/// hash of the first file and "#1" for its size, and so on; every further part is a file.
[[nodiscard]] std::string archiveOf(const std::vector<std::string>& parts);

} // namespace mockingbird::exchange::test
