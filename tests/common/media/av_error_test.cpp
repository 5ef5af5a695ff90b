// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/av_error.h"

#include <cerrno>
#include <gtest/gtest.h>

extern "C" {
#include <libavutil/error.h>
}

namespace mockingbird::media {

TEST(AvError, TakesSystemErrorsForWhatTheyAre) {
    EXPECT_EQ(errorFromAv(AVERROR(ENOSPC), "file").code, ErrorCode::NoSpace);
    EXPECT_EQ(errorFromAv(AVERROR(EACCES), "file").code, ErrorCode::Denied);
    EXPECT_EQ(errorFromAv(AVERROR(EIO), "file").code, ErrorCode::Io);
}

TEST(AvError, TellsDamageFromMissingParts) {
    EXPECT_EQ(errorFromAv(AVERROR_INVALIDDATA, "file").code, ErrorCode::Corrupt);
    EXPECT_EQ(errorFromAv(AVERROR_DECODER_NOT_FOUND, "file").code, ErrorCode::Unsupported);
    EXPECT_EQ(errorFromAv(AVERROR_EXIT, "file").code, ErrorCode::Cancelled);
}

} // namespace mockingbird::media
