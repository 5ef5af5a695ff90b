// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/field_store.h"
#include "common/catalog/people_store.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::studio {

// What an import writes down of itself, one object a thing that it did, and how each is taken back.
inline constexpr std::string_view kPersonAdded = "person-added";
inline constexpr std::string_view kPersonChanged = "person-changed";
inline constexpr std::string_view kCohortAdded = "cohort-added";
inline constexpr std::string_view kPairMade = "pair-made";

[[nodiscard]] nlohmann::json stepOf(const catalog::Person& added);
[[nodiscard]] nlohmann::json stepOf(const catalog::Person& before, const catalog::PersonValues& valuesBefore,
                                    const catalog::Person& after, const catalog::PersonValues& valuesAfter);
[[nodiscard]] nlohmann::json stepOf(const catalog::Cohort& added);
/// `terms`: how many the pair has now; `name` is what people call it.
[[nodiscard]] nlohmann::json stepOf(const catalog::Pair& made, std::size_t terms, const std::string& name);

/// Null for another step.
[[nodiscard]] catalog::PersonId addedPerson(const nlohmann::json& step);

/// A change of a person backwards, as far as nobody changed the same thing since.
struct Reversal {
    std::optional<catalog::Person> person; ///< none where nothing of it goes back
    catalog::PersonValues values;
    std::vector<std::string> kept; ///< the names of what was changed since
};
[[nodiscard]] Result<Reversal> reversalOf(const nlohmann::json& step, const catalog::Person& now,
                                          const catalog::PersonValues& valuesNow,
                                          const std::vector<catalog::PersonField>& fields);

} // namespace mockingbird::studio
