// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::studio {

/// A word for each of so many levels (2 to 10), rising, of which none judges the person.
[[nodiscard]] std::vector<std::string> suggestedLabels(int levels);
/// Gives each level the suggested word, whatever it had.
void suggestLabels(catalog::Criterion& criterion);
/// Adds levels above, or takes them from above. Words that were suggested for the number before are suggested
/// anew; what somebody wrote stays.
void setLevelCount(catalog::Criterion& criterion, int levels);
/// With an id, weight 1, and `levels` levels with suggested words and empty anchors.
[[nodiscard]] catalog::Criterion newCriterion(const std::string& name, int levels);
[[nodiscard]] catalog::Question newQuestion(const std::string& text);

/// The lines of a text that say something, without the bullets and numbers that lists are written with.
[[nodiscard]] std::vector<std::string> cleanLines(std::string_view text);
/// A criterion's part of the whole weight in per cent; 0 where nothing weighs anything.
[[nodiscard]] double weightShare(const catalog::Rubric& rubric, std::size_t criterion);

/// Presets of how an interview runs. Choosing one fills the profile; everything in it can be changed after.
[[nodiscard]] const std::vector<catalog::TimingProfile>& profilePresets();
/// The preset that the profile equals, whatever it is called; -1 for none.
[[nodiscard]] int presetOf(const catalog::TimingProfile& profile);

/// Moves one of them; places outside are the nearest end.
template <class T>
void moveItem(std::vector<T>& items, std::size_t from, std::ptrdiff_t to) {
    if (from >= items.size())
        return;
    T moved = std::move(items[from]);
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(from));
    const auto end = static_cast<std::ptrdiff_t>(items.size());
    items.insert(items.begin() + (to < 0 ? 0 : to > end ? end : to), std::move(moved));
}

} // namespace mockingbird::studio
