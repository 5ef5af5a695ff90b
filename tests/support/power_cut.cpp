// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/power_cut.h"

#include <algorithm>
#include <iterator>

namespace mockingbird::test {

namespace {

constexpr std::size_t kSector = 512;

void lay(std::vector<std::uint8_t>& disk, const DiskTrace::Event& event, std::size_t from,
         std::size_t count) {
    const auto begin = static_cast<std::size_t>(event.offset) + from;
    disk.resize(std::max(disk.size(), begin + count), 0);
    std::copy_n(event.bytes.begin() + static_cast<std::ptrdiff_t>(from), count,
                disk.begin() + static_cast<std::ptrdiff_t>(begin));
}

} // namespace

std::vector<std::uint8_t> afterPowerCut(const DiskTrace& trace, std::chrono::steady_clock::time_point at,
                                        Syncs syncs, std::mt19937& random) {
    const auto end = std::ranges::upper_bound(trace.events, at, {}, &DiskTrace::Event::at);
    auto safe = trace.events.begin();
    if (syncs == Syncs::Count) {
        for (auto event = trace.events.begin(); event != end; ++event) {
            if (event->isSync())
                safe = event;
        }
    }
    std::vector<std::uint8_t> disk;
    for (auto event = trace.events.begin(); event != safe; ++event)
        lay(disk, *event, 0, event->bytes.size());
    enum Fate { kGone, kTorn, kWhole };
    std::uniform_int_distribution<int> fate(kGone, kWhole);
    std::bernoulli_distribution kept(0.5);
    for (auto event = safe; event != end; ++event) {
        switch (fate(random)) {
        case kWhole:
            lay(disk, *event, 0, event->bytes.size());
            break;
        case kTorn:
            for (std::size_t from = 0; from < event->bytes.size(); from += kSector) {
                if (kept(random))
                    lay(disk, *event, from, std::min(kSector, event->bytes.size() - from));
            }
            break;
        default:
            break;
        }
    }
    return disk;
}

} // namespace mockingbird::test
