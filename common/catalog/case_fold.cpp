// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/case_fold.h"

#include <cstdint>

namespace mockingbird::catalog {

namespace {

/// The lower case of a letter that UTF-8 writes in two bytes (U+0080 to U+07FF); itself otherwise.
std::uint32_t lower(std::uint32_t c) {
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        return c + 0x20;
    if (c >= 0x400 && c <= 0x40F)
        return c + 0x50;
    if (c == 0x178)
        return 0xFF;
    // Latin Extended-A: pairs, upper case first; even then odd, but odd then even in two stretches.
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
        return (c % 2 == 1) ? c + 1 : c;
    if ((c >= 0x100 && c <= 0x137 && c != 0x130) || (c >= 0x14A && c <= 0x177))
        return c | 1U;
    return c;
}

} // namespace

std::string foldCase(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 'A' && byte <= 'Z') {
            folded += static_cast<char>(byte + ('a' - 'A'));
        } else if (byte >= 0xC2 && byte <= 0xDF && i + 1 < text.size() &&
                   (static_cast<unsigned char>(text[i + 1]) & 0xC0U) == 0x80U) {
            const auto next = static_cast<unsigned char>(text[++i]);
            const std::uint32_t c = lower(((byte & 0x1FU) << 6) | (next & 0x3FU));
            folded += static_cast<char>(0xC0U | (c >> 6));
            folded += static_cast<char>(0x80U | (c & 0x3FU));
        } else {
            folded += text[i];
        }
    }
    return folded;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

} // namespace mockingbird::catalog
