// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/play_range.h"
#include "review/waveform/waveform.h"

#include <chrono>
#include <vector>

namespace mockingbird::review {

struct SilenceSettings {
    /// How far below a track's speech its peaks have to lie to count as quiet, in decibels.
    double belowSpeech = 38;
    MediaTime least{std::chrono::milliseconds(1500)}; ///< shorter pauses belong to speaking
    MediaTime kept{std::chrono::milliseconds(300)};   ///< of a silence at both its ends
};

/// The stretches in which nobody speaks on any source's track; on the mix where it is alone. Rising, apart.
/// None where no track holds speech at all. A room's steady noise counts as quiet. Any thread.
[[nodiscard]] std::vector<PlayRange> silences(const Waveform& waveform, SilenceSettings settings = {});
/// Whether any of the tracks that silences() listens to holds speech.
[[nodiscard]] bool holdsSpeech(const Waveform& waveform, SilenceSettings settings = {});

} // namespace mockingbird::review
