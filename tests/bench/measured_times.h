// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace mockingbird::bench {

/// Durations of the same thing done over and over, in milliseconds.
class MeasuredTimes {
public:
    void add(std::chrono::steady_clock::duration time);
    /// What `work` takes.
    template <class Work>
    void measure(Work&& work) {
        const auto begun = std::chrono::steady_clock::now();
        work();
        add(std::chrono::steady_clock::now() - begun);
    }

    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p95() const { return at(0.95); }
    [[nodiscard]] double longest() const { return at(1); }

private:
    /// The value that so large a part of all lies at or below; 0 where there is none.
    [[nodiscard]] double at(double part) const;

    std::vector<double> m_times;
};

} // namespace mockingbird::bench
