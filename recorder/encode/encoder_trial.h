// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/encode/encoder_choice.h"

#include <chrono>
#include <functional>
#include <optional>

namespace mockingbird::recorder {

/// The pictures an encoder is wanted for.
struct EncoderDemand {
    int width = 0;
    int height = 0;
    int framesPerSecond = 30;

    auto operator<=>(const EncoderDemand&) const = default;
};

/// How long the encoder takes for one second of such pictures; none where it does not work.
using EncoderTrial =
    std::function<std::optional<std::chrono::nanoseconds>(const EncoderChoice&, const EncoderDemand&)>;

/// Encodes one second of moving pictures and decodes it again: an encoder that is there may still have no
/// device behind it, or give what nobody can read. Ends early, with the time until then, once it has taken
/// half of real time.
[[nodiscard]] std::optional<std::chrono::nanoseconds> tryEncoder(const EncoderChoice& choice,
                                                                 const EncoderDemand& demand);

/// The first of h264_vaapi, h264_nvenc, h264_qsv, and libx264 from veryfast to ultrafast, that takes at most
/// half of real time, at the second try if need be; libx264's ultrafast where none does.
[[nodiscard]] EncoderChoice chooseEncoder(const EncoderDemand& demand, const EncoderTrial& trial);

/// Tries the encoders of this machine, once a process for each demand, and remembers the choice; some half
/// second the first time, so never while a recording starts or runs. MOCKINGBIRD_ENCODER in the environment,
/// such as `h264_vaapi` or `libx264:superfast`, is the choice without a trial. Any thread.
EncoderChoice findEncoder(const EncoderDemand& demand);

/// What findEncoder() found, or libx264's usual preset where nothing was tried. Never waits for a trial under
/// way. Any thread.
[[nodiscard]] EncoderChoice knownEncoder(const EncoderDemand& demand);

} // namespace mockingbird::recorder
