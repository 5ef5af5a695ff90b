// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"

namespace mockingbird::recorder {

/// Whether a picture shows anything: some pixel in a few hundred is clearly not black. Looks at one pixel in
/// sixteen.
[[nodiscard]] bool showsSomething(const media::Picture& picture);

} // namespace mockingbird::recorder
