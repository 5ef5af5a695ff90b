// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/progress.h"

#include "common/catalog/payload.h"

namespace mockingbird::catalog {

Progress stretch(const Progress& whole, double from, double to) {
    if (!whole)
        return {};
    return [whole, from, to](double part) { return whole(from + (to - from) * part); };
}

void tell(const Progress& progress, double part) {
    if (progress && !progress(part))
        throw Failure{{ErrorCode::Cancelled, "it was stopped; the catalog is as it was", 0}};
}

} // namespace mockingbird::catalog
