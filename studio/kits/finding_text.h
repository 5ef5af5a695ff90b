// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_check.h"

#include <QString>

namespace mockingbird::studio {

/// What is wrong, and what to do about it, as it stands beside the field.
[[nodiscard]] QString findingText(const catalog::KitFinding& finding, const catalog::Kit& kit);
/// Whether something only hasn't been written yet, which is told once somebody wants to publish.
[[nodiscard]] bool isUnwritten(catalog::KitFault fault);

} // namespace mockingbird::studio
