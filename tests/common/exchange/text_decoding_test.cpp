// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/text_decoding.h"

#include <gmock/gmock.h>

namespace mockingbird::exchange {
namespace {

using ::testing::HasSubstr;

std::string utf16(std::u16string_view text, TextEncoding encoding) {
    std::string bytes = encoding == TextEncoding::Utf16Le ? "\xFF\xFE" : "\xFE\xFF";
    for (const char16_t unit : text) {
        const auto low = static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
        const auto high = static_cast<char>(static_cast<unsigned char>(unit >> 8U));
        bytes += encoding == TextEncoding::Utf16Le ? low : high;
        bytes += encoding == TextEncoding::Utf16Le ? high : low;
    }
    return bytes;
}

std::string failure(std::string_view bytes) {
    const auto decoded = decodeText(bytes);
    return decoded.ok() ? "read: " + decoded->text : decoded.error().detail;
}

TEST(TextDecoding, TakesTheByteOrderMarkAway) {
    EXPECT_EQ(decodeText("\xEF\xBB\xBFTom\u00E1s")->text, "Tom\u00E1s");
    EXPECT_EQ(decodeText("Tom\u00E1s")->encoding, TextEncoding::Utf8);
    EXPECT_EQ(decodeText("")->text, "");
}

TEST(TextDecoding, ReadsUtf16InBothOrders) {
    for (const TextEncoding encoding : {TextEncoding::Utf16Le, TextEncoding::Utf16Be}) {
        const auto decoded = decodeText(utf16(u"Tom\u00E1s \u597D \U0001F600", encoding));
        ASSERT_TRUE(decoded.ok());
        EXPECT_EQ(decoded->text, "Tom\u00E1s \u597D \U0001F600");
        EXPECT_EQ(decoded->encoding, encoding);
    }
}

TEST(TextDecoding, RefusesHalfACharacterOfUtf16) {
    const std::string whole = utf16(u"ab\ncd\U0001F600", TextEncoding::Utf16Le);
    EXPECT_TRUE(decodeText(whole).ok());
    EXPECT_THAT(failure(whole.substr(0, whole.size() - 1)), HasSubstr("line 2, column 3: half a character"));
    EXPECT_THAT(failure(whole.substr(0, whole.size() - 2)), HasSubstr("line 2, column 3: half a character"));
    EXPECT_THAT(failure(std::string("\xFE\xFF\xDC\x00", 4)), HasSubstr("line 1, column 1: half a character"));
}

TEST(TextDecoding, TakesWhatIsNoUtf8ForWindows1252) {
    const auto decoded = decodeText("Tom\xE1s \x96 \x93Page\x94 \x80");
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->text, "Tom\u00E1s \u2013 \u201CPage\u201D \u20AC");
    EXPECT_EQ(decoded->encoding, TextEncoding::Windows1252);
    EXPECT_THAT(failure("a\nb\x81"), HasSubstr("line 2, column 2: a byte that is neither"));
}

TEST(TextDecoding, TakesDamagedUtf8ForNothingElse) {
    EXPECT_THAT(failure("\u00E1\u00E9\u00ED\n\u00F3\xFF"),
                HasSubstr("line 2, column 2: a byte that is no UTF-8"));
    EXPECT_THAT(failure("\xEF\xBB\xBFTom\xE1s"), HasSubstr("line 1, column 4"));
}

TEST(TextDecoding, SaysWhatAFileIsThatIsNoText) {
    EXPECT_THAT(failure(std::string("PK\x03\x04\x14\x00", 6)), HasSubstr("such as .xlsx"));
    EXPECT_THAT(failure(std::string("\xD0\xCF\x11\xE0\x00", 5)), HasSubstr("such as .xls"));
    EXPECT_THAT(failure(std::string("a\0b", 3)), HasSubstr("line 1, column 2: a NUL"));
    EXPECT_THAT(failure(std::string("\xFF\xFE\0\0", 4)), HasSubstr("a NUL"));
}

TEST(TextDecoding, CountsLinesHoweverTheyEnd) {
    TextPosition position;
    const std::string_view text = "a\r\nb\rc\n\u00E9d";
    for (std::size_t i = 0; i < text.size(); ++i)
        position.pass(text[i], i + 1 < text.size() ? text[i + 1] : '\0');
    EXPECT_EQ(toString(position), "line 4, column 3");
}

TEST(TextDecoding, ReplacesWhatIsNoText) {
    EXPECT_EQ(validUtf8(std::string("a\xff\0b\xe2\x82", 6)), "a\uFFFD\uFFFDb\uFFFD\uFFFD");
}

} // namespace
} // namespace mockingbird::exchange
