// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/capture/capture_source.h"
#include "recorder/sync/pace_clock.h"

#include <memory>

namespace mockingbird::recorder {

/// Generated pictures whose every frame tells its number; see test_pattern.h.
class TestPictureSource final : public CaptureSource {
public:
    TestPictureSource(std::shared_ptr<PaceClock> clock, int framesPerSecond);
    Result<void> open(std::stop_token stop) override;
    Result<std::optional<Captured>> next(std::stop_token stop) override;

private:
    const std::shared_ptr<PaceClock> m_clock;
    const int m_framesPerSecond;
    std::int64_t m_number = 0;
};

/// Draws frame `number` into a new YUV 4:2:0 picture.
[[nodiscard]] Result<media::AvFrame> drawTestPicture(std::int64_t number, int framesPerSecond);

} // namespace mockingbird::recorder
