// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/media_file.h"
#include "common/threading/bounded_queue.h"
#include "common/threading/guarded.h"
#include "recorder/encode/audio_encoder.h"
#include "recorder/encode/video_encoder.h"
#include "recorder/recorder.h"
#include "recorder/sync/running_clock.h"
#include "recorder/sync/sound_block.h"
#include "recorder/sync/take_clock.h"
#include "recorder/write/container_writer.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace mockingbird::recorder {

struct TakeSettings {
    std::filesystem::path file;
    std::vector<RecordedTrack> tracks; ///< video first, then the mix, then the sound sources
    int framesPerSecond = 30;
    std::function<Result<std::unique_ptr<media::MediaFile>>(const std::filesystem::path&)> createFile;
    ContainerWriter::Durability durability = ContainerWriter::Durability::Survives;
    std::string title = {}; ///< what players call the file; may be empty
};

/// One file being recorded: its encoders, its writer and the queues between. Owns a thread for each picture
/// track's encoder and one for the writer; sound is encoded in the sound job's.
class Take {
public:
    /// Creates the file and its header. Nothing is left behind at a failure.
    [[nodiscard]] static Result<std::unique_ptr<Take>> begin(TakeSettings settings, RunningClock clock);
    ~Take();
    Take(const Take&) = delete;
    Take& operator=(const Take&) = delete;

    /// The running sample at which it began.
    [[nodiscard]] std::int64_t beginning() const { return m_beginning; }
    /// From a source's thread; never blocks. `at`: the running sample at which it was captured.
    void addPicture(std::size_t track, media::AvFrame picture, std::int64_t at);
    /// From the sound job's thread; blocks while the writer is behind.
    void addSound(const SoundBlock& block);

    void pause() { m_clock->pause(m_running.now()); }
    void resume() { m_clock->resume(m_running.now()); }
    /// Ends it, encodes what is under way, completes the file with these chapters, in any order. The owner's
    /// thread, once.
    [[nodiscard]] Result<RecordingSummary> end(const std::vector<Chapter>& chapters = {});

    [[nodiscard]] MediaTime elapsed() const { return samplesToTime(m_clock->elapsed(m_running.now())); }
    [[nodiscard]] bool paused() const { return m_clock->paused(); }
    [[nodiscard]] std::int64_t bytes() const { return m_writer->file().bytes(); }
    [[nodiscard]] std::uint64_t dropped(std::size_t track) const;
    /// How many pictures wait for their encoder.
    [[nodiscard]] std::size_t waiting(std::size_t track) const { return m_video[track]->queue.size(); }
    [[nodiscard]] std::optional<Error> failure() const { return m_failure.copy(); }

private:
    struct PendingPicture {
        media::AvFrame picture;
        std::int64_t position = 0; ///< samples of the take
    };
    struct VideoTrack {
        explicit VideoTrack(VideoEncoder opened);
        VideoEncoder encoder;
        threading::BoundedQueue<PendingPicture> queue;
        std::atomic<std::uint64_t> late{0}; ///< came in the same millisecond as the one before
        std::jthread thread;
    };
    Take(TakeSettings settings, RunningClock clock);
    Result<void> openEncoders();
    Result<void> openFile(std::unique_ptr<media::MediaFile> file);
    void startThreads();
    void guarded(const char* thread, const std::function<Result<void>()>& work);
    Result<void> encodePictures(std::size_t index);
    Result<void> writePackets();
    Result<void> encodeSound(const SoundBlock& block);
    void queue(std::size_t track, media::AvPacket packet);
    void fail(Error error);

    const TakeSettings m_settings;
    const RunningClock m_running;
    std::int64_t m_beginning = 0;
    std::optional<TakeClock> m_clock; ///< there from the end of begin() on
    std::vector<std::unique_ptr<VideoTrack>> m_video;
    std::vector<AudioEncoder> m_sound; ///< the sound job's thread
    threading::BoundedQueue<media::AvPacket> m_packets;
    std::unique_ptr<ContainerWriter> m_writer; ///< the writing thread's, but for file().bytes()
    threading::Guarded<std::optional<std::vector<Chapter>>>
        m_chapters; ///< there from end() on; the writing thread waits for them
    threading::Guarded<std::optional<Error>> m_failure;
    std::promise<void> m_soundEnded;
    bool m_soundDone = false; ///< the sound job's thread
    bool m_ended = false;     ///< the owner's
    std::jthread m_writeThread;
};

} // namespace mockingbird::recorder
