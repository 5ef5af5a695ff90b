// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/uuid7.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <unistd.h>

namespace mockingbird {

namespace {

/// The generator's state: the last id's time and its 74 random bits as two counters.
struct Last {
    std::mutex mutex;
    std::int64_t milliseconds = 0;
    std::uint64_t high = 0; // 12 bits: rand_a
    std::uint64_t low = 0;  // 62 bits: rand_b
    std::mt19937_64 generator{seeded()};
    pid_t process = getpid(); ///< whose state it is: a forked one must not count on from its parent's

    // Ids must be unique, not secret: one seed from the system, whose own generator may cost tens of
    // microseconds.
    static std::mt19937_64 seeded() {
        std::random_device device;
        std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
        return std::mt19937_64(seed);
    }
};

constexpr std::uint64_t kHighMask = 0xFFF;
constexpr std::uint64_t kLowMask = (std::uint64_t{1} << 62) - 1;

} // namespace

Uuid7 Uuid7::make() {
    static Last last;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    const std::lock_guard lock(last.mutex);
    if (const pid_t process = getpid(); process != last.process) {
        last.process = process;
        last.generator = Last::seeded();
        last.low = last.generator() & kLowMask;
    }
    if (now > last.milliseconds) {
        last.milliseconds = now;
        last.high = last.generator() & kHighMask;
        last.low = last.generator() & kLowMask;
    } else {
        // Same millisecond, or the clock stepped back: count on from the last one by a random step.
        last.low += 1 + (last.generator() & 0xFFFFFFFF);
        if (last.low > kLowMask) {
            last.low &= kLowMask;
            if (++last.high > kHighMask) {
                last.high = 0;
                ++last.milliseconds;
            }
        }
    }
    Uuid7 id;
    const auto time = static_cast<std::uint64_t>(last.milliseconds);
    for (std::size_t i = 0; i < 6; ++i)
        id.m_bytes[i] = static_cast<std::uint8_t>(time >> (8 * (5 - i)));
    id.m_bytes[6] = static_cast<std::uint8_t>(0x70 | (last.high >> 8));
    id.m_bytes[7] = static_cast<std::uint8_t>(last.high);
    for (std::size_t i = 0; i < 8; ++i)
        id.m_bytes[8 + i] = static_cast<std::uint8_t>(last.low >> (8 * (7 - i)));
    id.m_bytes[8] = static_cast<std::uint8_t>((id.m_bytes[8] & 0x3F) | 0x80);
    return id;
}

Result<Uuid7> Uuid7::parse(std::string_view text) {
    const auto malformed = [&] {
        return Error{ErrorCode::InvalidArgument, "\"" + std::string(text) + "\" is not an id", 0};
    };
    if (text.size() != 36)
        return malformed();
    Uuid7 id;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        if (dash) {
            if (c != '-')
                return malformed();
            continue;
        }
        int nibble = 0;
        if (c >= '0' && c <= '9')
            nibble = c - '0';
        else if (c >= 'a' && c <= 'f')
            nibble = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            nibble = c - 'A' + 10;
        else
            return malformed();
        auto& byte = id.m_bytes[digits / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | nibble);
        ++digits;
    }
    if ((id.m_bytes[6] >> 4) != 7 || (id.m_bytes[8] >> 6) != 2)
        return malformed();
    return id;
}

std::string Uuid7::toString() const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += kDigits[m_bytes[i] >> 4];
        text += kDigits[m_bytes[i] & 0xF];
    }
    return text;
}

std::int64_t Uuid7::unixMilliseconds() const {
    std::int64_t time = 0;
    for (std::size_t i = 0; i < 6; ++i)
        time = (time << 8) | m_bytes[i];
    return time;
}

} // namespace mockingbird
