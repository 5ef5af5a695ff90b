// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/av_log.h"

#include "common/base/log.h"

extern "C" {
#include <libavutil/log.h>
}

#include <array>
#include <cstdarg>
#include <mutex>
#include <string_view>

namespace mockingbird::media {

namespace {

void logLine(void* context, int level, const char* format, va_list arguments) {
    if (level > AV_LOG_WARNING)
        return;
    std::array<char, 1024> line{};
    int printPrefix = 1;
    av_log_format_line2(context, level, format, arguments, line.data(), static_cast<int>(line.size()),
                        &printPrefix);
    std::string_view text(line.data());
    while (!text.empty() && text.back() == '\n')
        text.remove_suffix(1);
    if (!text.empty())
        log(LogLevel::Debug, "ffmpeg", text);
}

} // namespace

void routeAvLog() {
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(logLine); });
}

} // namespace mockingbird::media
