// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/take.h"

#include "common/base/error_sentence.h"
#include "common/base/log.h"
#include "recorder/filing/filed_recording.h"
#include "recorder/filing/incident_log.h"
#include "recorder/power/sleep_inhibitor.h"
#include "studio/cli/stop_signals.h"

#include <algorithm>
#include <chrono>

namespace mockingbird::studio {

namespace {

using namespace std::chrono_literals;

bool allEnded(const recorder::RecorderStats& stats) {
    return !stats.sources.empty() &&
           std::ranges::all_of(stats.sources, [](const auto& source) { return source.failure.has_value(); });
}

/// Returns the last state before the stop.
recorder::RecorderStats waitForTheEnd(const recorder::Recorder& recorder, std::optional<MediaTime> length,
                                      const StopSignals& signals,
                                      const std::function<void(const recorder::RecorderStats&)>& tell) {
    for (;;) {
        auto stats = recorder.stats();
        tell(stats);
        if (stats.failure || allEnded(stats) || (length && stats.elapsed >= *length))
            return stats;
        auto pause = 250ms;
        if (length)
            pause =
                std::clamp(std::chrono::ceil<std::chrono::milliseconds>((*length - stats.elapsed).duration()),
                           1ms, pause);
        if (signals.wait(pause))
            return recorder.stats();
    }
}

} // namespace

Result<Take> recordTake(catalog::Catalog& catalog, const TakeSettings& settings,
                        const std::function<void(const recorder::RecorderStats&)>& tell) {
    const StopSignals signals;
    // Before the session: an unknown device leaves no trace in the catalog.
    const auto recorder = TRY(recorder::Recorder::open(settings.sources));
    recorder->setPreviewOn(false);
    Take take;
    take.session = TRY(catalog.sessions().add(settings.mentee, settings.kit, settings.mode));
    auto begun = recorder::FiledRecording::begin(catalog, *recorder, take.session.id);
    if (!begun.ok()) {
        TRY(catalog.sessions().remove(take.session.id));
        return begun.error();
    }
    const auto awake = recorder::SleepInhibitor::hold("Recording an interview");
    if (!awake.ok())
        log(LogLevel::Notice, "studio", "the machine may go to sleep: " + awake.error().detail);
    recorder::IncidentLog incidents(catalog, take.session.id, begun->recording().id);
    const auto follow = [&](const recorder::RecorderStats& now) {
        // The recording has no need of its log; what could not be filed is tried again at the next look.
        if (const auto followed = incidents.follow(now); !followed.ok())
            log(LogLevel::Warning, "studio", "an incident isn't filed: " + followed.error().detail);
        if (tell)
            tell(now);
    };
    const auto stats = waitForTheEnd(*recorder, settings.length, signals, follow);
    for (const recorder::SourceStats& source : stats.sources) {
        take.framesDropped += source.dropped;
        if (source.failure)
            take.warnings.push_back(source.source.toString() + " ended early: " + sentence(*source.failure));
    }
    auto finished = TRY(begun->finish());
    take.recording = std::move(finished.recording);
    take.failure = std::move(finished.failure);
    take.session = TRY(catalog.sessions().byId(take.session.id));
    take.incidents = TRY(catalog.incidents().ofSession(take.session.id));
    return take;
}

} // namespace mockingbird::studio
