// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/av_error.h"

extern "C" {
#include <libavutil/error.h>
}

#include <array>
#include <cstdlib>
#include <utility>

namespace mockingbird::media {

Error errorFromAv(int value, std::string detail) {
    // FFmpeg's tags are large negative numbers; small ones are negated errno values.
    if (value < 0 && value > -4096)
        return errorFromErrno(AVUNERROR(value), std::move(detail));
    ErrorCode code = ErrorCode::Internal;
    switch (value) {
    case AVERROR_INVALIDDATA:
    case AVERROR_EOF:
        code = ErrorCode::Corrupt;
        break;
    case AVERROR_DEMUXER_NOT_FOUND:
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_ENCODER_NOT_FOUND:
    case AVERROR_MUXER_NOT_FOUND:
    case AVERROR_FILTER_NOT_FOUND:
    case AVERROR_PROTOCOL_NOT_FOUND:
    case AVERROR_STREAM_NOT_FOUND:
    case AVERROR_PATCHWELCOME:
        code = ErrorCode::Unsupported;
        break;
    case AVERROR_EXIT:
        code = ErrorCode::Cancelled;
        break;
    default:
        break;
    }
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(value, text.data(), text.size());
    detail += ": ";
    detail += text.data();
    return Error{code, std::move(detail), value};
}

} // namespace mockingbird::media
