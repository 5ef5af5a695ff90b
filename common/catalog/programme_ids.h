// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"

namespace mockingbird::catalog {

using OutcomeId = Id<struct OutcomeTag>;

} // namespace mockingbird::catalog
