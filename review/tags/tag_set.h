// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::review {

/// A word that a note is filed under with one key.
struct Tag {
    char key = 0;     ///< upper-case letter or digit
    std::string name; ///< lower case, as it stands in Note::tags, such as `eye contact`
    bool operator==(const Tag&) const = default;
};

inline constexpr std::string_view kStrengthTag = "strength";
inline constexpr std::string_view kGrowthTag = "growth";
inline constexpr std::string_view kResultTag = "result";

/// A set of tags that a mentor works with; keys and names are unique in it.
struct TagSet {
    std::string name; ///< such as "STAR"
    std::vector<Tag> tags;
    bool operator==(const TagSet&) const = default;
};

/// What the studio brings: STAR (situation, task, action, result), strengths and growth, delivery (filler,
/// eye contact, pace, volume), and all of them together.
[[nodiscard]] const std::vector<TagSet>& builtInTagSets();
/// Why these tags can't be a set, in plain words; empty where they can.
[[nodiscard]] std::string tagSetFault(const TagSet& set);

} // namespace mockingbird::review
