// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "review/tags/tag_set.h"

#include <string>
#include <vector>

namespace mockingbird::review {

/// What a person works with: the sets they made, and the one they chose. Kept in this computer's settings, a
/// person each: it says nothing about anybody's recording.
struct TagSetSettings {
    std::vector<TagSet> own;
    std::string chosen; ///< the set's name; empty for the first

    /// What can't be read as a set, such as one written by hand, is left out.
    [[nodiscard]] static TagSetSettings load(catalog::PersonId person);
    void save(catalog::PersonId person) const;
};

} // namespace mockingbird::review
