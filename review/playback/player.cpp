// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/player.h"

#include "common/threading/guarded.h"
#include "review/playback/picture_job.h"
#include "review/playback/picture_memory.h"
#include "review/playback/sound_job.h"

#include <algorithm>
#include <map>
#include <memory>
#include <thread>

namespace mockingbird::review {

static_assert(Player::kSampleRate == SoundTrack::kSampleRate && Player::kChannels == SoundTrack::kChannels);

struct Player::State {
    State(MediaTime length, std::vector<PlayerTrack> sounds, std::vector<PlayerTrack> shown, Now clock)
        : duration(length), tracks(std::move(sounds)), pictures(std::move(shown)), now(std::move(clock)),
          shared(PlaybackState(length, pictures.size(), soundChoice(tracks, {}), !tracks.empty())) {}

    const MediaTime duration;
    const std::vector<PlayerTrack> tracks;
    const std::vector<PlayerTrack> pictures;
    const Now now;
    std::map<int, TrackSetting> settings; ///< the owner's thread
    threading::Guarded<PlaybackState> shared;
    std::vector<std::unique_ptr<PictureJob>> pictureJobs;
    std::optional<SoundJob> soundJob;
    // Last, so that they end first; all are asked to stop before any is awaited.
    std::vector<std::jthread> threads;

    ~State() {
        for (std::jthread& thread : threads)
            thread.request_stop();
    }
};

namespace {

std::vector<PlayerTrack> pictureTracksOf(const RecordingInput& input) {
    std::vector<PlayerTrack> tracks;
    for (const int index : input.pictureStreams()) {
        const AVDictionaryEntry* title = av_dict_get(input.stream(index).metadata, "title", nullptr, 0);
        tracks.push_back({index,
                          title != nullptr && *title->value != '\0'
                              ? title->value
                              : "Picture " + std::to_string(tracks.size() + 1),
                          false});
    }
    return tracks;
}

} // namespace

Player::Player(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Player::~Player() = default;

Result<std::unique_ptr<Player>> Player::open(const std::filesystem::path& file, Now now) {
    keepPictureMemory();
    MediaTime duration;
    std::vector<PlayerTrack> tracks;
    std::vector<PlayerTrack> pictures;
    {
        const RecordingInput input = TRY(RecordingInput::open(file));
        duration = input.duration();
        tracks = input.soundTracks();
        pictures = pictureTracksOf(input);
    }
    auto state = std::make_unique<State>(duration, tracks, std::move(pictures), std::move(now));
    const std::size_t lanes = std::min(state->pictures.size(), PlaybackState::kLanes);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        std::unique_ptr<PictureTrack> first;
        if (lane == 0)
            first = TRY(PictureTrack::open(file));
        state->pictureJobs.push_back(
            std::make_unique<PictureJob>(state->shared, lane, std::move(first), file, state->now));
    }
    if (!tracks.empty()) {
        const int stream = soundChoice(tracks, {}).front().stream;
        state->soundJob.emplace(state->shared,
                                SoundMix(file, duration, stream, TRY(SoundTrack::open(file, stream))),
                                duration, file, state->now);
    }
    for (const auto& job : state->pictureJobs)
        state->threads.emplace_back([&job = *job](const std::stop_token& stop) { job.run(stop); });
    if (state->soundJob)
        state->threads.emplace_back(
            [&job = *state->soundJob](const std::stop_token& stop) { job.run(stop); });
    return std::unique_ptr<Player>(new Player(std::move(state)));
}

MediaTime Player::duration() const {
    return m_state->duration;
}
bool Player::hasPicture() const {
    return !m_state->pictures.empty();
}
std::vector<PlayerTrack> Player::soundTracks() const {
    return m_state->tracks;
}
std::vector<PlayerTrack> Player::pictureTracks() const {
    return m_state->pictures;
}

void Player::showPictures(const std::vector<std::size_t>& tracks) {
    m_state->shared.with([&](PlaybackState& shared) { shared.showPictures(tracks, m_state->now()); });
}

void Player::setTrack(int stream, const TrackSetting& setting) {
    m_state->settings[stream] = setting;
    m_state->shared.with([&](PlaybackState& shared) {
        shared.setHeard(soundChoice(m_state->tracks, m_state->settings), m_state->now());
    });
}

Player::TrackSetting Player::track(int stream) const {
    const auto found = m_state->settings.find(stream);
    return found == m_state->settings.end() ? TrackSetting{} : found->second;
}

void Player::setLoop(std::optional<PlayRange> range) {
    m_state->shared.with([&](PlaybackState& shared) { shared.setLoop(range, m_state->now()); });
}

std::optional<PlayRange> Player::loop() const {
    return m_state->shared.read([](const PlaybackState& shared) { return shared.loop(); });
}

void Player::setSkipped(std::vector<PlayRange> ranges) {
    m_state->shared.with(
        [&](PlaybackState& shared) { shared.setSkipped(std::move(ranges), m_state->now()); });
}

void Player::play() {
    m_state->shared.with([&](PlaybackState& shared) { shared.play(m_state->now()); });
}

void Player::pause() {
    m_state->shared.with([&](PlaybackState& shared) { shared.pause(m_state->now()); });
}

bool Player::playing() const {
    return m_state->shared.with([&](PlaybackState& shared) {
        shared.update(m_state->now());
        return shared.playing();
    });
}

void Player::seek(MediaTime time) {
    m_state->shared.with([&](PlaybackState& shared) { shared.seek(time, m_state->now()); });
}

void Player::stepForward() {
    m_state->shared.with([&](PlaybackState& shared) { shared.step(1, m_state->now()); });
}

void Player::stepBack() {
    m_state->shared.with([&](PlaybackState& shared) { shared.step(-1, m_state->now()); });
}

bool Player::seeking() const {
    return m_state->shared.read([](const PlaybackState& shared) { return shared.seeking(); });
}

void Player::setSpeed(double speed) {
    m_state->shared.with([&](PlaybackState& shared) { shared.setSpeed(speed, m_state->now()); });
}

double Player::speed() const {
    return m_state->shared.read([](const PlaybackState& shared) { return shared.speed(); });
}

void Player::setVolume(double volume) {
    m_state->shared.with([&](PlaybackState& shared) { shared.setVolume(std::clamp(volume, 0.0, 1.0)); });
}

MediaTime Player::position() const {
    return m_state->shared.with([&](PlaybackState& shared) {
        const auto now = m_state->now();
        shared.update(now);
        return shared.position(now);
    });
}

std::optional<media::Picture> Player::takePicture(std::size_t place) {
    return m_state->shared.with(
        [&](PlaybackState& shared) { return shared.takePicture(place, m_state->now()); });
}

std::optional<std::chrono::steady_clock::duration> Player::untilNextPicture() const {
    return m_state->shared.read(
        [&](const PlaybackState& shared) { return shared.untilNextPicture(m_state->now()); });
}

std::optional<Error> Player::pictureFailure(std::size_t place) const {
    return m_state->shared.read([&](const PlaybackState& shared) { return shared.pictureFailure(place); });
}

std::optional<Error> Player::failure() const {
    return m_state->shared.read([](const PlaybackState& shared) { return shared.failure(); });
}

Player::Stats Player::stats() const {
    return m_state->shared.read([](const PlaybackState& shared) {
        return Stats{shared.picturesReady(), shared.soundReady(),   shared.soundEnded(),
                     shared.picturesEnded(), shared.latePictures(), shared.soundUnderruns()};
    });
}

void Player::readSound(std::span<float> samples, MediaTime latency) {
    m_state->shared.with([&](PlaybackState& shared) { shared.readSound(samples, latency, m_state->now()); });
}

void Player::setSoundOutput(bool pulls) {
    m_state->shared.with([&](PlaybackState& shared) { shared.setSoundOutput(pulls, m_state->now()); });
}

void Player::setInStep() {
    m_state->shared.with([](PlaybackState& shared) { shared.setInStep(); });
}

void Player::waitForOthers() {
    m_state->shared.with([&](PlaybackState& shared) { shared.waitForOthers(m_state->now()); });
}

void Player::goOn() {
    m_state->shared.with([&](PlaybackState& shared) { shared.goOn(m_state->now()); });
}

void Player::lead(MediaTime time, Instant at) {
    m_state->shared.with([&](PlaybackState& shared) { shared.lead(time, at); });
}

std::optional<Player::Beat> Player::beat(Instant at) const {
    return m_state->shared.read([&](const PlaybackState& shared) -> std::optional<Beat> {
        if (!shared.leadsBySound(at))
            return std::nullopt;
        return Beat{shared.routePosition(at), shared.running()};
    });
}

} // namespace mockingbird::review
