// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/source_spec.h"

#include <QString>

namespace mockingbird::recorder {

/// The name of the icon that stands for such a source.
[[nodiscard]] const char* sourceIcon(SourceKind kind, bool video);
/// What it is called until the device says its name, such as `Microphone`.
[[nodiscard]] QString sourceWord(SourceKind kind, bool video);

} // namespace mockingbird::recorder
