// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <string>

namespace mockingbird::media {

/// The error for a negative FFmpeg return value. AVERROR(errno) goes by errorFromErrno; AVERROR_INVALIDDATA
/// is Corrupt; a missing demuxer, decoder, encoder or filter is Unsupported; AVERROR_EXIT Cancelled.
[[nodiscard]] Error errorFromAv(int value, std::string detail);

} // namespace mockingbird::media
