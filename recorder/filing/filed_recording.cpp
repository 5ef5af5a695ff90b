// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/filed_recording.h"

#include "common/media/probe.h"
#include "recorder/filing/catalog_tracks.h"
#include "recorder/filing/filing_lock.h"
#include "recorder/filing/recording_chapters.h"
#include "recorder/salvage/salvage.h"

#include <system_error>

namespace mockingbird::recorder {

FiledRecording::FiledRecording(catalog::Catalog& catalog, Recorder& recorder, catalog::Recording recording)
    : m_catalog(&catalog), m_recorder(&recorder), m_recording(std::move(recording)) {}

Result<FiledRecording> FiledRecording::begin(catalog::Catalog& catalog, Recorder& recorder,
                                             catalog::SessionId session) {
    const FilingLock lock = TRY(FilingLock::take(catalog.folder()));
    catalog::RecordingStore& store = catalog.recordings();
    catalog::Recording recording = TRY(store.begin(session, catalogTracks(recorder.tracks())));
    if (const auto started = recorder.start(store.path(recording), marksOf(catalog, recording).title);
        !started.ok()) {
        // The reason for the start's failure is what the person has to hear, whatever the catalog answers
        // now.
        static_cast<void>(store.finish(recording.id, catalog::RecordingState::Lost, {}, 0, recording.tracks));
        return started.error();
    }
    return FiledRecording(catalog, recorder, std::move(recording));
}

Result<FiledRecording::Finished> FiledRecording::finish() {
    catalog::RecordingStore& store = m_catalog->recordings();
    const MediaTime elapsed = m_recorder->stats().elapsed;
    const RecordingMarks marks = marksOf(*m_catalog, m_recording);
    const auto summary = m_recorder->stop(marks.chapters);
    Finished finished;
    if (summary.ok()) {
        finished.recording =
            TRY(store.finish(m_recording.id, catalog::RecordingState::Complete, summary->duration,
                             summary->bytes, catalogTracks(summary->tracks)));
        return finished;
    }
    finished.failure = summary.error();

    const std::filesystem::path file = store.path(m_recording);
    auto state = catalog::RecordingState::Lost;
    MediaTime duration;
    std::error_code failed;
    if (const auto closed = media::probe(file); closed.ok() && closed->duration > MediaTime{}) {
        state = catalog::RecordingState::Complete;
        duration = closed->duration;
    } else if (const auto salvaged = salvage(file, marks.chapters, marks.title);
               salvaged.ok() && salvaged->duration > MediaTime{}) {
        state = catalog::RecordingState::Salvaged;
        duration = salvaged->duration;
    } else if (!salvaged.ok() && closed.ok()) {
        // There is something to see, but no room to make it whole: what the clock said is the best there is.
        state = catalog::RecordingState::Salvaged;
        duration = elapsed;
    }
    const auto size = std::filesystem::file_size(file, failed);
    finished.recording = TRY(store.finish(m_recording.id, state, duration,
                                          failed ? 0 : static_cast<std::int64_t>(size), m_recording.tracks));
    return finished;
}

} // namespace mockingbird::recorder
