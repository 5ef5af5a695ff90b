// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QString>

namespace mockingbird::ui {

/// What happened, what is safe, and what to do next, in plain words.
[[nodiscard]] QString sentence(const Error& error);

} // namespace mockingbird::ui
