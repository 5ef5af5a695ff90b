// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/capture/capture_source.h"
#include "recorder/sync/pace_clock.h"

#include <memory>

namespace mockingbird::recorder {

/// A generated tone with a beep each second; see test_pattern.h. `source` chooses the tone.
class TestSoundSource final : public CaptureSource {
public:
    TestSoundSource(std::shared_ptr<PaceClock> clock, int source);
    Result<void> open(std::stop_token stop) override;
    Result<std::optional<Captured>> next(std::stop_token stop) override;

private:
    const std::shared_ptr<PaceClock> m_clock;
    const double m_hertz;
    std::int64_t m_position = 0; ///< samples
};

} // namespace mockingbird::recorder
