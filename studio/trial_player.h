// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

class QWidget;

namespace mockingbird::studio {

/// Plays a trial take on the Record page, at once and once more when asked: recorder and review are
/// strangers, so the player comes from here. nullptr where the file can't be played.
[[nodiscard]] QWidget* makeTrialPlayer(const std::filesystem::path& file, QWidget* parent);

} // namespace mockingbird::studio
