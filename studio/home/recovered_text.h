// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/recording_store.h"
#include "recorder/filing/session_progress.h"

#include <QString>

namespace mockingbird::studio {

/// What a recording that was cut off has kept, and what is missing of it, as `reader` is told.
[[nodiscard]] QString recoveredText(const catalog::Recording& recording,
                                    const recorder::SessionProgress& progress, catalog::PersonId reader);

} // namespace mockingbird::studio
