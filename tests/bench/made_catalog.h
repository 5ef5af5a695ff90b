// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <filesystem>

namespace mockingbird::bench {

inline constexpr int kPeople = 2000;
inline constexpr int kKits = 500;
inline constexpr int kNotesOfASession = 10;
inline constexpr const char* kCoordinator = "Coordinator Example";
inline constexpr const char* kMentor = "Mentor Example";
inline constexpr const char* kLiaison = "Liaison Example";
inline constexpr const char* kMentee = "Mentee Example";

/// A catalog of so many sessions, each recorded, reviewed with ten notes and two scores, sealed and opened,
/// of 2,000 people in pairs, a cohort a year, with outcomes, and 500 kits. Its log is written first, then the
/// tables are made from it. The same for the same number, but for what a bench has added. Made in a folder
/// below `cache` where it isn't there, or is one of another version.
[[nodiscard]] Result<std::filesystem::path> madeCatalog(const std::filesystem::path& cache, int sessions);

} // namespace mockingbird::bench
