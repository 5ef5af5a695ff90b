// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace mockingbird::review {

class PlayerView;

/// Fills the menu with the ways to show the recording's pictures, the present one checked; the view must
/// outlive the entries.
void fillPictureMenu(QMenu& menu, PlayerView& view);
/// The name of the icon for the way they are shown now.
[[nodiscard]] const char* pictureIcon(const PlayerView& view);

} // namespace mockingbird::review
