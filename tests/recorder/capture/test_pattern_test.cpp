// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/test_pattern.h"

#include "recorder/capture/test_picture_source.h"
#include "tests/support/frame_code.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(TestPattern, CarriesEachFramesNumberWhereItCanBeReadBack) {
    for (const std::int64_t number : {0LL, 1LL, 29LL, 30LL, 123456LL, 0xFFFFFFLL}) {
        const auto picture = drawTestPicture(number, 30);
        ASSERT_TRUE(picture.ok());
        const AVFrame& frame = **picture;
        const auto code = test::frameCode(frame.data[0], frame.linesize[0], frame.width, frame.height);
        ASSERT_TRUE(code.has_value());
        EXPECT_EQ(*code, number);
    }
}

TEST(TestPattern, TurnsItsSquareWhiteAtEachWholeSecond) {
    for (int number = 0; number < 61; ++number) {
        const auto picture = drawTestPicture(number, 30);
        ASSERT_TRUE(picture.ok());
        const AVFrame& frame = **picture;
        EXPECT_EQ(test::squareIsWhite(frame.data[0], frame.linesize[0], frame.width, frame.height),
                  number % 30 < 3)
            << number;
    }
}

} // namespace mockingbird::recorder
