// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/error_sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird {
namespace {

using ::testing::HasSubstr;

TEST(ErrorSentence, SaysWhatHappenedWhatIsSafeAndWhatToDoForEveryCode) {
    for (int number = 0; number <= static_cast<int>(ErrorCode::Internal); ++number) {
        const std::string text = sentence(Error{static_cast<ErrorCode>(number), "the thing", 0});
        EXPECT_THAT(text, HasSubstr(": the thing. ")) << text;
        EXPECT_EQ(text.back(), '.') << text;
        EXPECT_GT(text.size(), 60u) << text;
    }
}

TEST(ErrorSentence, EndsTheDetailWithOneFullStop) {
    EXPECT_THAT(sentence(Error{ErrorCode::NotFound, "no such kit. ", 0}), HasSubstr("no such kit. Nothing"));
}

TEST(ErrorSentence, StandsWithoutADetail) {
    EXPECT_THAT(sentence(Error{ErrorCode::NoSpace, "", 0}), HasSubstr("The disk is full. What"));
}

} // namespace
} // namespace mockingbird
