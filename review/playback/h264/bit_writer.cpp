// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/bit_writer.h"

#include <algorithm>
#include <bit>

namespace mockingbird::review::h264 {

void BitWriter::bits(std::uint32_t value, int count) {
    while (count > 0) {
        if (m_free == 0) {
            m_bytes.push_back(0);
            m_free = 8;
        }
        const int taken = std::min(count, m_free);
        count -= taken;
        m_free -= taken;
        const std::uint32_t part =
            (value >> static_cast<unsigned>(count)) & ((1U << static_cast<unsigned>(taken)) - 1);
        m_bytes.back() = static_cast<std::uint8_t>(m_bytes.back() | (part << static_cast<unsigned>(m_free)));
    }
}

void BitWriter::unsignedCode(std::uint32_t value) {
    const int length = std::bit_width(value + 1);
    bits(0, length - 1);
    bits(value + 1, length);
}

std::vector<std::uint8_t> BitWriter::unit() const {
    BitWriter closed = *this;
    closed.flag(true);
    std::vector<std::uint8_t> unit;
    int zeros = 0;
    for (const std::uint8_t byte : closed.m_bytes) {
        if (zeros >= 2 && byte <= 3) {
            unit.push_back(3);
            zeros = 0;
        }
        unit.push_back(byte);
        zeros = byte == 0 ? zeros + 1 : 0;
    }
    return unit;
}

} // namespace mockingbird::review::h264
