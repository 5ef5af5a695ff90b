// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace mockingbird::ui {

/// The icon of that name (a file of common/ui/icons, without `.svg`) in the theme's text colour, and muted where the
/// control is disabled. Names that don't exist are a bug: they assert, and are empty in a release build.
[[nodiscard]] QIcon icon(const char* name);
/// The same in a colour of one's choice, such as the one that is read on a filled button.
[[nodiscard]] QIcon icon(const char* name, const QColor& color);
/// Drawn at `size` logical pixels, for labels.
[[nodiscard]] QPixmap iconPixmap(const char* name, int size, const QColor& color, qreal devicePixelRatio = 1.0);
/// The studio's own mark, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace mockingbird::ui
