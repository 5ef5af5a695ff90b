// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"

#include <string>
#include <vector>

namespace mockingbird::catalog {

/// SHA-256 (hexadecimal) over a review's content as canonical JSON: keys sorted, no blanks, lists by id.
/// Notes and scores of other reviews among those given don't count.
[[nodiscard]] std::string sealOf(const Review& review, const std::vector<Note>& notes,
                                 const std::vector<Score>& scores,
                                 const std::vector<Commitment>& commitments);

} // namespace mockingbird::catalog
