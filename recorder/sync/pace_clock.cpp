// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/pace_clock.h"

#include <condition_variable>
#include <mutex>

namespace mockingbird::recorder {

namespace {

class SteadyPaceClock final : public PaceClock {
public:
    explicit SteadyPaceClock(SteadyTime epoch) : m_epoch(epoch) {}

    SteadyTime epoch() const override { return m_epoch; }

    bool waitUntil(SteadyTime time, std::stop_token stop) override {
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        never.wait_until(lock, stop, time, [] { return false; });
        return !stop.stop_requested();
    }

private:
    const SteadyTime m_epoch;
};

} // namespace

std::shared_ptr<PaceClock> PaceClock::steady(SteadyTime epoch) {
    return std::make_shared<SteadyPaceClock>(epoch);
}

} // namespace mockingbird::recorder
