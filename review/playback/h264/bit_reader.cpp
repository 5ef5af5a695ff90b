// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/bit_reader.h"

namespace mockingbird::review::h264 {

namespace {

constexpr int kLongestCode = 32;

} // namespace

std::uint32_t BitReader::bit() {
    if (m_left == 0) {
        // Two zero bytes and a three: the three is no content.
        if (m_zeros >= 2 && m_next < m_unit.size() && m_unit[m_next] == 3) {
            ++m_next;
            m_zeros = 0;
        }
        if (m_next >= m_unit.size()) {
            m_failed = true;
            return 0;
        }
        m_byte = m_unit[m_next++];
        m_zeros = m_byte == 0 ? m_zeros + 1 : 0;
        m_left = 8;
    }
    --m_left;
    return (m_byte >> static_cast<unsigned>(m_left)) & 1U;
}

std::uint32_t BitReader::bits(int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i)
        value = (value << 1U) | bit();
    return value;
}

std::uint32_t BitReader::unsignedCode() {
    int zeros = 0;
    while (!m_failed && bit() == 0)
        ++zeros;
    if (zeros >= kLongestCode)
        m_failed = true;
    if (m_failed)
        return 0;
    return (1U << static_cast<unsigned>(zeros)) - 1 + bits(zeros);
}

std::int32_t BitReader::signedCode() {
    const std::uint32_t code = unsignedCode();
    const auto half = static_cast<std::int32_t>(code / 2);
    return code % 2 == 0 ? -half : half + 1;
}

void BitReader::skip(int count) {
    for (int i = 0; i < count && !m_failed; ++i)
        (void)bit();
}

void BitReader::skipCodes(int count) {
    for (int i = 0; i < count && !m_failed; ++i)
        (void)unsignedCode();
}

} // namespace mockingbird::review::h264
