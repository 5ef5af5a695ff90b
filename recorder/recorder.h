// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/media/picture.h"
#include "recorder/chapter.h"
#include "recorder/source_spec.h"
#include "recorder/trouble.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::recorder {

struct RecorderSeams;

struct RecorderSettings {
    std::vector<SourceSpec> video; ///< may be empty: sound alone
    std::vector<SourceSpec> audio; ///< may be empty: pictures alone; not both
    int framesPerSecond = 30;
};

/// A source as the meters show it.
struct SourceStats {
    SourceSpec source;
    bool video = false;
    std::string name;
    double peak = 0;          ///< of the last 100 ms, 0..1 of full scale; sound alone
    double rms = 0;           ///< likewise
    std::uint64_t frames = 0; ///< pictures or blocks captured
    std::uint64_t dropped = 0;
    bool clipped = false;         ///< sound reached full scale within the last second
    bool ended = false;           ///< it gives nothing any more, as a file at its end; the others go on
    std::optional<Error> failure; ///< why it is Lost, or ended
    std::vector<Trouble>
        troubles;    ///< what is wrong with it now, in the enum's order; empty where all is well
    int returns = 0; ///< how often it was lost and came back
};

struct RecorderStats {
    MediaTime elapsed; ///< recorded, without pauses
    std::int64_t bytes = 0;
    std::int64_t bytesFree = 0; ///< on the file's disk; 0 before start()
    bool recording = false;
    bool paused = false;
    std::vector<SourceStats> sources; ///< video first, in the settings' order
    /// How much of the system sound is heard in a microphone, 0..1 (the highest correlation of their
    /// envelopes over the last ten seconds); from some 0.5 on, headphones are advised. None where either is
    /// not recorded or too quiet to say.
    std::optional<double> speakerLeak;
    std::optional<Error> failure; ///< the file can't be written any more; what was written is kept
};

/// A track of the file being written; index 0.. video, then the mix, then each sound source.
struct RecordedTrack {
    int index = 0;
    bool video = false;
    bool mix = false;
    SourceSpec source; ///< meaningless for the mix
    std::string name;
    std::string codec;
    int width = 0;
    int height = 0;
    int sampleRate = 0;
};

struct RecordingSummary {
    MediaTime duration;
    std::int64_t bytes = 0;
    std::uint64_t framesDropped = 0;
    std::vector<RecordedTrack> tracks;
};

/// The recorder: sources that run from open() on, for preview and meters, and one file at a time. Threads:
/// one a source, one an encoder, one writer; all end with the object. Its functions are for one thread, the
/// owner's.
class Recorder {
public:
    /// Opens every source and waits for its first frame (firstFrameWithin). DeviceLost, naming it, where one
    /// can't be had; InvalidArgument without any source.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> open(const RecorderSettings& settings);
    /// The same with other sources or files than the real ones; see recorder_seams.h.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> open(const RecorderSettings& settings,
                                                                RecorderSeams seams);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// The tracks that a file started now would have.
    [[nodiscard]] std::vector<RecordedTrack> tracks() const;
    /// Begins a Matroska file, which must not exist yet; it is locked while it is written. NoSpace, Denied,
    /// NotFound for its folder. Nothing is left behind at a failure.
    /// `title`: what players call it; may be empty.
    Result<void> start(const std::filesystem::path& file, const std::string& title = {});
    /// Every track stops and goes on at the same instant.
    void pause();
    void resume();
    /// Ends the file; it plays when this returns. The sources go on. The error of the writing, if it failed,
    /// even so what was kept is closed as well as it can be. The chapters, in any order, are written into it.
    [[nodiscard]] Result<RecordingSummary> stop(const std::vector<Chapter>& chapters = {});

    [[nodiscard]] RecorderStats stats() const;
    /// The latest picture of video source `index` that was not taken yet, at most 960 pixels wide.
    [[nodiscard]] std::optional<media::Picture> takePreview(std::size_t index);
    /// Previews cost nothing while they are off. On from the start.
    void setPreviewOn(bool on);

private:
    struct State;
    explicit Recorder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace mockingbird::recorder
