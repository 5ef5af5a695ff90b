// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

namespace mockingbird {

/// A UUID of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits, so that ids sort by
/// the time they were made. Within one process they rise strictly, also when the clock steps back (method 2
/// of its 6.2).
class Uuid7 {
public:
    Uuid7() = default;

    /// A new one. Any thread.
    [[nodiscard]] static Uuid7 make();
    /// From `xxxxxxxx-xxxx-7xxx-xxxx-xxxxxxxxxxxx`, either case; InvalidArgument for anything else.
    [[nodiscard]] static Result<Uuid7> parse(std::string_view text);

    [[nodiscard]] std::string toString() const;
    [[nodiscard]] bool isNull() const { return *this == Uuid7{}; }
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }
    /// The milliseconds since 1970 UTC that it was made at.
    [[nodiscard]] std::int64_t unixMilliseconds() const;

    auto operator<=>(const Uuid7&) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

} // namespace mockingbird

template <>
struct std::hash<mockingbird::Uuid7> {
    std::size_t operator()(const mockingbird::Uuid7& id) const noexcept {
        std::uint64_t tail = 0; // the random half alone spreads well enough
        std::memcpy(&tail, id.bytes().data() + 8, sizeof tail);
        return static_cast<std::size_t>(tail);
    }
};
