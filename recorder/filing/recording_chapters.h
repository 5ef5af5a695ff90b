// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/recording_store.h"
#include "recorder/chapter.h"

#include <string>
#include <vector>

namespace mockingbird::recorder {

/// What the catalog knows of a recording that a player may show, to be written into its file.
struct RecordingMarks {
    std::string title;             ///< the kit's name
    std::vector<Chapter> chapters; ///< each question's segment, by its number in the kit, and each bookmark
};

/// Whatever of it can be read: a file without chapters is better than none, so failures are logged alone.
[[nodiscard]] RecordingMarks marksOf(catalog::Catalog& catalog, const catalog::Recording& recording);

/// A title that fits in a player's menu: cut at a word, with an ellipsis, where it has more than 80
/// characters. `text` is UTF-8; line breaks become spaces.
[[nodiscard]] std::string shortTitle(const std::string& text);

} // namespace mockingbird::recorder
