// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace mockingbird::review::h264 {

/// Writes the bits of one unit of an H.264 stream.
class BitWriter {
public:
    /// The lowest so many bits; at most 32.
    void bits(std::uint32_t value, int count);
    void flag(bool value) { bits(value ? 1 : 0, 1); }
    /// An Exp-Golomb code: ue(v) of the standard; less than 2^32 - 1.
    void unsignedCode(std::uint32_t value);

    /// The unit, closed with its stop bit, and with the bytes that keep start codes out of it.
    [[nodiscard]] std::vector<std::uint8_t> unit() const;

private:
    std::vector<std::uint8_t> m_bytes;
    int m_free = 0; ///< bits of the last byte not written yet
};

} // namespace mockingbird::review::h264
