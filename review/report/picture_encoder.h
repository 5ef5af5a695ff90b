// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/picture.h"

#include <string>

namespace mockingbird::review {

/// The picture as a PNG file's bytes, every pixel as it is.
[[nodiscard]] Result<std::string> encodePng(const media::Picture& picture);

/// The picture made smaller where it is wider than that, with its shape kept.
[[nodiscard]] Result<media::Picture> shrunk(const media::Picture& picture, int widest);

/// The picture as a JPEG file's bytes, made smaller where it is wider than that.
[[nodiscard]] Result<std::string> encodeJpeg(const media::Picture& picture, int widest);

} // namespace mockingbird::review
