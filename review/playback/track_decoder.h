// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"

#include <functional>
#include <string>

namespace mockingbird::review {

/// An open decoder for one stream of `file`; `prepare` sets what has to be set before it opens. Unsupported
/// where there is no decoder for it.
[[nodiscard]] Result<media::AvCodecContext>
openTrackDecoder(const AVStream& stream, const std::string& file,
                 const std::function<void(AVCodecContext&)>& prepare);

} // namespace mockingbird::review
