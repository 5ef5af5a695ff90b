// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/recorder.h"

#include "common/media/av_log.h"
#include "common/threading/guarded.h"
#include "recorder/capture/live_source.h"
#include "recorder/encode/encoder_trial.h"
#include "recorder/recorder_seams.h"
#include "recorder/sentinel/picture_watch.h"
#include "recorder/sentinel/sentinel.h"
#include "recorder/sentinel/speaker_leak.h"
#include "recorder/sync/pace_clock.h"
#include "recorder/sync/sound_job.h"
#include "recorder/write/take.h"

#include <algorithm>
#include <chrono>
#include <sys/statvfs.h>

namespace mockingbird::recorder {

namespace {

constexpr int kMostFramesPerSecond = 120;

/// Which of the sources are of that kind.
std::vector<std::size_t> indexesOf(SourceKind kind, const std::vector<SourceSpec>& sources) {
    std::vector<std::size_t> indexes;
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (sources[i].kind == kind)
            indexes.push_back(i);
    return indexes;
}

/// What this process may still write; 0 where the disk doesn't say.
std::int64_t freeBytes(const std::filesystem::path& folder) {
    struct statvfs disk {};
    const std::filesystem::path there = folder.empty() ? std::filesystem::path(".") : folder;
    if (::statvfs(there.c_str(), &disk) != 0)
        return 0;
    return static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize);
}

} // namespace

struct Recorder::State {
    State(RecorderSettings wanted, RecorderSeams given)
        : settings(std::move(wanted)), seams(std::move(given)), clock(std::chrono::steady_clock::now()) {}

    ~State() {
        // The take while its sound still comes; then the sources, and before them the queue that they may
        // wait in.
        if (take)
            static_cast<void>(take->end());
        if (sound)
            sound->close();
        for (const auto& source : sources)
            source->stop();
        sound.reset();
    }

    void openSources();
    void openSource(SourceRequest request);
    Result<void> waitForSources();
    [[nodiscard]] std::shared_ptr<Take> current() const { return published.copy(); }

    const RecorderSettings settings;
    const RecorderSeams seams;
    const RunningClock clock;
    std::vector<std::unique_ptr<PictureWatch>> pictures; ///< one a picture source
    std::optional<SpeakerLeak> leak;                     ///< where both ends of it are recorded
    std::vector<Sentinel> sentinels;                     ///< one a source, the owner's
    std::vector<std::unique_ptr<LiveSource>> sources;    ///< video first
    std::unique_ptr<SoundJob> sound;
    std::shared_ptr<Take> take; ///< the owner's
    threading::Guarded<std::shared_ptr<Take>>
        published; ///< the same, for the sources' and the sound job's threads
    std::filesystem::path folder;
};

void Recorder::State::openSource(SourceRequest request) {
    LiveSource::Outlet outlet;
    const auto index = static_cast<std::size_t>(request.index);
    if (request.video) {
        pictures.push_back(std::make_unique<PictureWatch>(request.spec.kind));
        outlet.captured = [this, index, watch = pictures.back().get()](Captured captured) {
            watch->add(*captured.frame, captured.at);
            if (const auto now = current())
                now->addPicture(index, std::move(captured.frame), clock.sampleAt(captured.at));
        };
        outlet.gone = [] {};
    } else {
        outlet.captured = [this, index](Captured captured) { sound->add(index, std::move(captured)); };
        outlet.gone = [this, index] { sound->end(index); };
    }
    // By value: the source's thread may have to be left behind.
    auto make = [makeSource = seams.makeSource, request, pace = PaceClock::steady(clock.epoch())] {
        return makeSource(request, pace);
    };
    // A file's end is its end.
    const auto lookAgain = request.spec.kind == SourceKind::File ? std::nullopt : seams.lookAgain;
    sentinels.emplace_back(request.spec.kind, request.video);
    sources.push_back(
        std::make_unique<LiveSource>(std::move(request), std::move(make), lookAgain, std::move(outlet)));
}

void Recorder::State::openSources() {
    if (!settings.audio.empty()) {
        auto systems = indexesOf(SourceKind::System, settings.audio);
        auto microphones = indexesOf(SourceKind::Microphone, settings.audio);
        if (!systems.empty() && !microphones.empty())
            leak.emplace(std::move(systems), std::move(microphones));
        sound = std::make_unique<SoundJob>(clock, settings.audio.size(), [this](const SoundBlock& block) {
            if (leak)
                leak->add(std::span(block.tracks).subspan(1)); // the first is the mix
            if (const auto now = current())
                now->addSound(block);
        });
    }
    for (const bool video : {true, false}) {
        int index = 0;
        for (const SourceSpec& spec : video ? settings.video : settings.audio)
            openSource({spec, video, index++, settings.framesPerSecond});
    }
}

Result<void> Recorder::State::waitForSources() {
    const SteadyTime begun = std::chrono::steady_clock::now();
    for (const auto& source : sources) {
        TRY(source->waitForFirst(begun + firstFrameWithin(source->request().spec)));
        source->setName(nameOf(source->request()));
    }
    // While one waits for the sources anyway; a start must not.
    for (const auto& source : sources) {
        if (const auto live = source->state(); live.width > 0)
            findEncoder({live.width & ~1, live.height & ~1, settings.framesPerSecond});
    }
    return {};
}

Result<std::unique_ptr<Recorder>> Recorder::open(const RecorderSettings& settings) {
    return open(settings, RecorderSeams{});
}

Result<std::unique_ptr<Recorder>> Recorder::open(const RecorderSettings& settings, RecorderSeams seams) {
    if (settings.video.empty() && settings.audio.empty())
        return Error{ErrorCode::InvalidArgument, "nothing to record: no picture and no sound source", 0};
    if (settings.framesPerSecond < 1 || settings.framesPerSecond > kMostFramesPerSecond)
        return Error{ErrorCode::InvalidArgument,
                     std::to_string(settings.framesPerSecond) + " pictures a second; there are 1 to " +
                         std::to_string(kMostFramesPerSecond),
                     0};
    media::routeAvLog();
    auto state = std::make_unique<State>(settings, std::move(seams));
    state->openSources();
    TRY(state->waitForSources());
    return std::unique_ptr<Recorder>(new Recorder(std::move(state)));
}

Recorder::Recorder(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Recorder::~Recorder() = default;

std::vector<RecordedTrack> Recorder::tracks() const {
    std::vector<RecordedTrack> tracks;
    const auto add = [&](RecordedTrack track) {
        track.index = static_cast<int>(tracks.size());
        if (!track.video)
            track.sampleRate = kSampleRate;
        track.codec = track.video ? "h264" : "aac";
        tracks.push_back(std::move(track));
    };
    bool mixed = false;
    for (const auto& source : m_state->sources) {
        const auto live = source->state();
        RecordedTrack track;
        track.video = source->request().video;
        track.source = source->request().spec;
        track.name = source->name();
        track.width = live.width & ~1;
        track.height = live.height & ~1;
        if (!track.video && !mixed) {
            mixed = true;
            RecordedTrack mix;
            mix.mix = true;
            mix.name = "Mix";
            add(std::move(mix));
        }
        add(std::move(track));
    }
    return tracks;
}

Result<void> Recorder::start(const std::filesystem::path& file, const std::string& title) {
    if (m_state->take)
        return Error{ErrorCode::Busy, "a recording is under way", 0};
    std::shared_ptr<Take> take =
        TRY(Take::begin({file, tracks(), m_state->settings.framesPerSecond, m_state->seams.createFile,
                         m_state->seams.durability, title},
                        m_state->clock));
    // What was seen last is what is to be seen at the start; the next picture comes a moment later.
    for (const auto& source : m_state->sources) {
        if (auto picture = source->latestPicture())
            take->addPicture(static_cast<std::size_t>(source->request().index), std::move(picture),
                             take->beginning());
    }
    m_state->folder = file.parent_path();
    m_state->take = take;
    m_state->published.with([&](auto& published) { published = std::move(take); });
    return {};
}

void Recorder::pause() {
    if (m_state->take)
        m_state->take->pause();
}

void Recorder::resume() {
    if (m_state->take)
        m_state->take->resume();
}

Result<RecordingSummary> Recorder::stop(const std::vector<Chapter>& chapters) {
    if (!m_state->take)
        return Error{ErrorCode::InvalidArgument, "nothing is being recorded", 0};
    auto summary = m_state->take->end(chapters);
    m_state->published.with([](auto& published) { published.reset(); });
    m_state->take.reset();
    return summary;
}

RecorderStats Recorder::stats() const {
    RecorderStats stats;
    const Take* take = m_state->take.get();
    if (take != nullptr) {
        stats.recording = true;
        stats.elapsed = take->elapsed();
        stats.bytes = take->bytes();
        stats.bytesFree = freeBytes(m_state->folder);
        stats.paused = take->paused();
        stats.failure = take->failure();
    }
    if (m_state->leak)
        stats.speakerLeak = m_state->leak->correlation();
    const SteadyTime now = std::chrono::steady_clock::now();
    const auto levels = m_state->sound ? m_state->sound->levels() : std::vector<SoundJob::Level>{};
    for (const auto& source : m_state->sources) {
        const auto live = source->state();
        const auto index = static_cast<std::size_t>(source->request().index);
        SourceStats shown;
        shown.source = source->request().spec;
        shown.video = source->request().video;
        shown.name = source->name();
        shown.frames = live.frames;
        shown.ended = live.ended;
        shown.failure = live.failure;
        shown.returns = live.returns;
        Sentinel::Seen seen;
        seen.latestFrame = live.latestFrame;
        seen.lost = live.lost;
        seen.ended = live.ended;
        seen.paused = stats.paused;
        if (shown.video) {
            shown.dropped = take == nullptr ? 0 : take->dropped(index);
            seen.black = m_state->pictures[index]->black(now);
            seen.frozen = m_state->pictures[index]->frozen(now);
        } else {
            shown.peak = levels[index].peak;
            shown.rms = levels[index].rms;
            shown.clipped = levels[index].clipped;
            seen.silent = levels[index].silent;
            seen.clipping = levels[index].clipping;
        }
        shown.troubles = m_state->sentinels[stats.sources.size()].judge(seen, now);
        stats.sources.push_back(std::move(shown));
    }
    return stats;
}

std::optional<media::Picture> Recorder::takePreview(std::size_t index) {
    if (index >= m_state->settings.video.size())
        return std::nullopt;
    return m_state->sources[index]->takePreview();
}

void Recorder::setPreviewOn(bool on) {
    for (const auto& source : m_state->sources)
        source->setPreviewOn(on);
}

} // namespace mockingbird::recorder
