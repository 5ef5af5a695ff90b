// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "studio/catalog_place.h"

#include <string_view>

namespace mockingbird::studio {

enum class SampleState { NotMade, There, Removed };
/// `not-made`, `there`, `removed`.
[[nodiscard]] std::string_view name(SampleState state);

[[nodiscard]] SampleState sampleState(const CatalogPlace& place);

/// Makes the sample catalog where there is none, unless the person removed it. Built beside and renamed: it
/// is there whole or not at all, also when two programs do it at once. Takes some 100 ms when it has to be
/// made.
[[nodiscard]] Result<SampleState> ensureSample(const CatalogPlace& place);

/// Removes it for good; ensureSample() doesn't make it again. A folder that isn't the sample is never touched
/// (InvalidArgument).
Result<void> removeSample(const CatalogPlace& place);

/// Brings it back as it was shipped, where it is not there.
Result<void> restoreSample(const CatalogPlace& place);

/// ensureSample(), then opens it. NotFound where the person removed it.
[[nodiscard]] Result<std::unique_ptr<catalog::Catalog>> openSample(const CatalogPlace& place);

} // namespace mockingbird::studio
