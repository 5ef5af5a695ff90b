// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"
#include "recorder/encode/picture_scaler.h"
#include "recorder/sync/running_clock.h"

#include <optional>

namespace mockingbird::recorder {

/// Makes small pictures for the eye of what a source captures, some 15 a second. For one thread.
class PreviewMaker {
public:
    /// Nothing where the last one is too young, or the picture can't be converted.
    [[nodiscard]] std::optional<media::Picture> make(const AVFrame& picture, SteadyTime at);

private:
    std::optional<PictureScaler> m_scaler;
    int m_fromWidth = 0;
    int m_fromHeight = 0;
    std::optional<SteadyTime> m_last;
};

} // namespace mockingbird::recorder
