// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace mockingbird::review::h264 {

/// Reads the bits of one unit of an H.264 stream, without the bytes that keep start codes out of it. Beyond
/// the end it gives zeros and has failed.
class BitReader {
public:
    explicit BitReader(std::span<const std::uint8_t> unit) : m_unit(unit) {}

    [[nodiscard]] bool flag() { return bit() != 0; }
    /// At most 32.
    [[nodiscard]] std::uint32_t bits(int count);
    /// An Exp-Golomb code: ue(v) and se(v) of the standard.
    [[nodiscard]] std::uint32_t unsignedCode();
    [[nodiscard]] std::int32_t signedCode();
    void skip(int count);
    void skipCodes(int count);

    [[nodiscard]] bool failed() const { return m_failed; }

private:
    [[nodiscard]] std::uint32_t bit();

    std::span<const std::uint8_t> m_unit;
    std::size_t m_next = 0; ///< the byte after the one that is being read
    std::uint32_t m_byte = 0;
    int m_left = 0; ///< bits of it not read yet
    int m_zeros = 0;
    bool m_failed = false;
};

} // namespace mockingbird::review::h264
