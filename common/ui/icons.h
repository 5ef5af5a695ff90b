// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/theme.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace mockingbird::ui {

/// The icon of that name (a file of common/ui/icons, without `.svg`) in one of the theme's colours, muted
/// where the control is disabled. It is drawn anew when the theme changes. Names that don't exist are a bug:
/// they assert, and are empty in a release build.
[[nodiscard]] QIcon icon(const char* name, QColor Colors::*color = &Colors::text);
/// Drawn at `size` logical pixels, for labels.
[[nodiscard]] QPixmap iconPixmap(const char* name, int size, const QColor& color,
                                 qreal devicePixelRatio = 1.0);
/// The studio's own mark, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace mockingbird::ui
