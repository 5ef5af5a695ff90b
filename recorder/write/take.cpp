// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/write/take.h"

#include "common/base/log.h"
#include "common/media/disk_file.h"
#include "recorder/encode/encoder_trial.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <span>
#include <system_error>

namespace mockingbird::recorder {

namespace {

/// A quarter of a second of pictures; a 1080p screen's take 8 MB each.
constexpr std::size_t kPictureLimit = 8;
/// Some six seconds of one picture and three sound tracks: how long a disk may stand still.
constexpr std::size_t kPacketLimit = 1024;
constexpr auto kSyncEvery = std::chrono::seconds(1);
/// Longer than the sound job waits for any source.
constexpr auto kSoundPatience = std::chrono::seconds(3);

} // namespace

Take::VideoTrack::VideoTrack(VideoEncoder opened)
    : encoder(std::move(opened)), queue(kPictureLimit, threading::Overflow::DropNewest) {}

Take::Take(TakeSettings settings, RunningClock clock)
    : m_settings(std::move(settings)), m_running(clock), m_packets(kPacketLimit, threading::Overflow::Block) {
}

Result<std::unique_ptr<Take>> Take::begin(TakeSettings settings, RunningClock clock) {
    std::unique_ptr<Take> take(new Take(std::move(settings), clock));
    // So that there is nothing to end yet where this fails.
    take->m_ended = true;
    TRY(take->openEncoders());
    auto file = TRY(take->m_settings.createFile(take->m_settings.file));
    if (const auto opened = take->openFile(std::move(file)); !opened.ok()) {
        std::error_code ignored;
        std::filesystem::remove(take->m_settings.file, ignored);
        return opened.error();
    }
    take->m_beginning = clock.now();
    take->m_clock.emplace(take->m_beginning);
    take->m_ended = false;
    take->startThreads();
    return take;
}

Result<void> Take::openEncoders() {
    for (const RecordedTrack& track : m_settings.tracks) {
        if (track.video) {
            const int rate = m_settings.framesPerSecond;
            const EncoderChoice choice = knownEncoder({track.width, track.height, rate});
            m_video.push_back(std::make_unique<VideoTrack>(
                TRY(VideoEncoder::open(track.width, track.height, rate, choice))));
        } else {
            m_sound.push_back(TRY(AudioEncoder::open()));
        }
    }
    return {};
}

Result<void> Take::openFile(std::unique_ptr<media::MediaFile> file) {
    std::vector<media::AvCodecParameters> parameters;
    std::vector<ContainerWriter::Stream> streams;
    for (std::size_t i = 0; i < m_settings.tracks.size(); ++i) {
        const RecordedTrack& track = m_settings.tracks[i];
        const AVCodecContext& context =
            track.video ? m_video[i]->encoder.context() : m_sound[i - m_video.size()].context();
        parameters.emplace_back(avcodec_parameters_alloc());
        if (avcodec_parameters_from_context(parameters.back().get(), &context) < 0)
            return Error{ErrorCode::Internal, "no memory", 0};
        // The encoders' run-up is not in the file; see AudioEncoder.
        parameters.back()->initial_padding = 0;
        ContainerWriter::Stream stream;
        stream.codec = parameters.back().get();
        stream.timeBase = context.time_base;
        if (track.video)
            stream.frameRate = {m_settings.framesPerSecond, 1};
        stream.title = track.name;
        stream.source = track.mix ? "mix" : track.source.toString();
        stream.isDefault = i == 0 || track.mix;
        streams.push_back(std::move(stream));
    }
    m_writer = TRY(ContainerWriter::begin(std::move(file), streams, m_settings.durability, m_settings.title));
    return m_writer->keepRoom();
}

void Take::startThreads() {
    for (std::size_t i = 0; i < m_video.size(); ++i) {
        m_video[i]->thread = std::jthread([this, i] {
            guarded("a picture encoder", [&] { return encodePictures(i); });
            m_video[i]->queue.close();
        });
    }
    m_writeThread = std::jthread([this] {
        guarded("the writer", [&] { return writePackets(); });
        // Where the disk filled up there is room kept for the index, and what was written is synced while it
        // waits for the chapters; after any other failure nothing is written.
        std::vector<Chapter> chapters;
        m_chapters.waitThen(
            {}, [](const auto& given) { return given.has_value(); },
            [&](const auto& given) { chapters = *given; });
        if (!m_writer->file().failure())
            guarded("the writer", [&] { return m_writer->finish(chapters); });
    });
}

void Take::guarded(const char* thread, const std::function<Result<void>()>& work) {
    try {
        if (const auto result = work(); !result.ok())
            fail(result.error());
    } catch (const std::exception& error) {
        log(LogLevel::Warning, "recorder", std::string(thread) + " ended: " + error.what());
        fail(Error{ErrorCode::Internal, error.what(), 0});
    }
}

Take::~Take() {
    if (!m_ended)
        static_cast<void>(end());
}

void Take::addPicture(std::size_t track, media::AvFrame picture, std::int64_t at) {
    if (const auto position = m_clock->position(at))
        m_video[track]->queue.push({std::move(picture), *position});
}

void Take::queue(std::size_t track, media::AvPacket packet) {
    packet->stream_index = static_cast<int>(track);
    m_packets.push(std::move(packet));
}

Result<void> Take::encodePictures(std::size_t index) {
    VideoTrack& track = *m_video[index];
    const auto sink = [&](media::AvPacket packet) { queue(index, std::move(packet)); };
    std::int64_t lastMillisecond = -1;
    while (auto pending = track.queue.pop()) {
        const MediaTime time = samplesToTime(pending->position);
        // Matroska counts milliseconds: of two pictures in one, the second could not be told apart.
        const std::int64_t millisecond = time.microseconds() / 1000;
        if (millisecond <= lastMillisecond) {
            ++track.late;
            continue;
        }
        lastMillisecond = millisecond;
        TRY(track.encoder.encode(*pending->picture, time, sink));
    }
    return track.encoder.flush(sink);
}

void Take::addSound(const SoundBlock& block) {
    if (m_soundDone)
        return;
    guarded("the sound encoder", [&] { return encodeSound(block); });
    const auto ended = m_clock->ended();
    if (!ended || block.from + static_cast<std::int64_t>(SoundBlock::kSamples) < *ended)
        return;
    guarded("the sound encoder", [&]() -> Result<void> {
        for (std::size_t i = 0; i < m_sound.size(); ++i) {
            TRY(m_sound[i].flush(
                [&](media::AvPacket packet) { queue(m_video.size() + i, std::move(packet)); }));
        }
        return {};
    });
    m_soundDone = true;
    m_soundEnded.set_value();
}

Result<void> Take::encodeSound(const SoundBlock& block) {
    for (const auto& piece : m_clock->keep(block.from, static_cast<std::int64_t>(SoundBlock::kSamples))) {
        for (std::size_t i = 0; i < m_sound.size(); ++i) {
            const auto samples =
                std::span(block.tracks[i])
                    .subspan(static_cast<std::size_t>(piece.offset) * AudioEncoder::kChannels,
                             static_cast<std::size_t>(piece.count) * AudioEncoder::kChannels);
            TRY(m_sound[i].encode(
                samples, [&](media::AvPacket packet) { queue(m_video.size() + i, std::move(packet)); }));
        }
    }
    return {};
}

Result<void> Take::writePackets() {
    // The file's name outlives a power cut, too.
    TRY(media::syncFolder(m_settings.file.parent_path()));
    auto nextSync = std::chrono::steady_clock::now();
    while (true) {
        auto packet = m_packets.popUntil(nextSync);
        if (packet) {
            TRY(m_writer->write(std::move(*packet)));
        } else if (m_packets.closed() && m_packets.size() == 0) {
            return {};
        }
        if (const auto now = std::chrono::steady_clock::now(); now >= nextSync) {
            TRY(m_writer->sync());
            nextSync = now + kSyncEvery;
        }
    }
}

void Take::fail(Error error) {
    m_failure.with([&](auto& failure) {
        if (!failure)
            failure = std::move(error);
    });
    m_clock->end(m_running.now());
    for (const auto& track : m_video) {
        track->queue.close();
        track->queue.clear();
    }
    m_packets.close();
    m_packets.clear();
}

Result<RecordingSummary> Take::end(const std::vector<Chapter>& chapters) {
    m_ended = true;
    m_chapters.with([&](auto& marks) { marks = chapters; });
    m_clock->end(m_running.now());
    for (const auto& track : m_video)
        track->queue.close();
    for (const auto& track : m_video)
        track->thread.join();
    if (!m_sound.empty() && m_soundEnded.get_future().wait_for(kSoundPatience) != std::future_status::ready)
        fail(Error{ErrorCode::Internal, "the sound was not ended in time", 0});
    m_packets.close();
    m_writeThread.join();
    const RecordingSummary written{m_writer->duration(), m_writer->file().bytes(), 0, m_settings.tracks};
    // The file's lock goes with it: a thread of a source may hold this object for a moment longer.
    m_writer.reset();
    if (const auto error = failure())
        return *error;
    TRY(media::syncFolder(m_settings.file.parent_path()));

    RecordingSummary summary = written;
    for (std::size_t i = 0; i < m_video.size(); ++i)
        summary.framesDropped += dropped(i);
    return summary;
}

std::uint64_t Take::dropped(std::size_t track) const {
    return m_video[track]->queue.dropped() + m_video[track]->late;
}

} // namespace mockingbird::recorder
