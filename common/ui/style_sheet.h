// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/theme.h"

#include <QString>

namespace mockingbird::ui {

/// The size of a style's text where body text has `bodyPoints`.
[[nodiscard]] double textPoints(TextStyle style, double bodyPoints);

/// The application's style sheet in these colours, everything in it scaled with the text.
[[nodiscard]] QString styleSheet(const Colors& colors, Scheme scheme, double bodyPoints);

} // namespace mockingbird::ui
