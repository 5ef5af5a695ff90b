// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/incident_store.h"
#include "common/ui/banner.h"
#include "recorder/recorder.h"

#include <QString>
#include <vector>

namespace mockingbird::recorder {

/// What goes wrong while recording, as the window tells it.
struct TroubleNews {
    ui::Tone tone = ui::Tone::Warning;
    QString sentence; ///< empty where all is well
    QString title;    ///< a few words for the window's title; empty where it is no matter for it

    bool operator==(const TroubleNews&) const = default;
};

/// The gravest first, two at most. System sound that is silent is told mildly: perhaps nobody is speaking.
[[nodiscard]] TroubleNews troubleNews(const RecorderStats& stats);

/// Such as "Desk microphone was unplugged from 1:10 to 1:25." `length` is the recording's, up to which an
/// incident lasted that never ended.
[[nodiscard]] QString incidentSentence(const catalog::Incident& incident, MediaTime length);

} // namespace mockingbird::recorder
