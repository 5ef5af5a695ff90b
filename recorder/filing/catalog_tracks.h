// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/recording_store.h"
#include "common/media/probe.h"
#include "recorder/recorder.h"

#include <vector>

namespace mockingbird::recorder {

/// The recorder's tracks as the catalog files them.
[[nodiscard]] std::vector<catalog::Track> catalogTracks(const std::vector<RecordedTrack>& tracks);
/// A file's streams likewise. A file's only sound is its mix.
[[nodiscard]] std::vector<catalog::Track> catalogTracks(const media::MediaSummary& summary);

} // namespace mockingbird::recorder
