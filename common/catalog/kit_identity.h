// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit.h"

namespace mockingbird::catalog {

/// Gives ids to the questions and criteria that have none: those of the same words in `before`, so that
/// attempts across versions stay comparable, and new ones otherwise.
void identifyParts(Kit& kit, const Kit* before);

} // namespace mockingbird::catalog
