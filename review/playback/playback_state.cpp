// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/playback_state.h"

#include "review/playback/player_track.h"
#include "review/playback/sound_track.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

/// An output that hasn't pulled for so long is taken for gone, or playing would stand still for ever.
constexpr auto kNoPull = 1s;
/// What a change of the sound is given to be decoded, at speed 1; tempo filters need 40 ms to be in step.
constexpr MediaTime kBlendAfter(30ms);
constexpr MediaTime kTempoBlendAfter(45ms);

MediaTime scaled(MediaTime time, double factor) {
    return MediaTime::fromMicroseconds(
        static_cast<std::int64_t>(static_cast<double>(time.microseconds()) * factor));
}

} // namespace

PlaybackState::PlaybackState(MediaTime duration, std::size_t pictureTracks, std::vector<HeardTrack> heard,
                             bool hasSound)
    : m_duration(duration), m_pictureTracks(pictureTracks), m_hasSound(hasSound),
      m_route(std::make_shared<const PlayRoute>(duration)) {
    m_sound.heard = std::move(heard);
    if (pictureTracks > 0) {
        m_lanes[0].show(0);
        m_places.push_back(0);
    }
    stand(MediaTime());
}

bool PlaybackState::soundLeads(Instant now) const {
    return m_soundPulls && m_hasSound && !m_joins && now - m_lastPull < kNoPull;
}

bool PlaybackState::seeking() const {
    return std::ranges::any_of(m_places, [&](std::size_t lane) { return m_lanes[lane].awaited(); });
}

PictureLane* PlaybackState::leader() {
    return m_places.empty() ? nullptr : &m_lanes[m_places.front()];
}

bool PlaybackState::ahead() const {
    return std::ranges::all_of(
        m_places, [&](std::size_t lane) { return m_lanes[lane].ready() > 0 || m_lanes[lane].ended(); });
}

void PlaybackState::startClock(Instant now) {
    if (m_playing && !m_inStep && !seeking() && ahead() && !m_clock.running() && !soundLeads(now))
        m_clock.run(m_clock.at(now), speed(), now);
}

RoutePiece PlaybackState::pieceAt(MediaTime route) const {
    if (route <= m_piece.at)
        return m_piece;
    const RoutePiece piece = m_route->walk(m_piece, route);
    return {route, std::min(piece.timeOf(route), piece.to), piece.to};
}

/// Everything begins anew from the frame at `time`; from here on the route's time is the recording's, up to
/// its first jump.
void PlaybackState::stand(MediaTime time) {
    m_clock.hold(time);
    const MediaTime inside = std::clamp(time, MediaTime(), m_duration);
    m_piece = m_route->enter(inside, inside);
    for (const std::size_t lane : m_places)
        m_lanes[lane].request(m_piece, m_route, 0, PictureLane::Clock::Waits);
    requestSound(time);
}

void PlaybackState::requestSound(MediaTime route) {
    ++m_sound.generation;
    m_sound.piece = pieceAt(route);
    m_sound.route = m_route;
    m_queue.restart(m_sound.generation, route);
    m_history.clear();
    m_changedAgain = false;
    m_joins = false;
    if (m_inStep && !m_soundPulls) // the sound of another is heard: nothing need be decoded
        m_sound.piece.to = m_sound.piece.from;
    if (!m_hasSound || (m_inStep && !m_soundPulls)) {
        m_queue.end(m_sound.generation);
    } else if (route < m_sound.piece.at) { // silence until the recording begins
        m_queue.end(m_sound.generation);
        m_queue.switchTo(m_sound.generation, m_sound.piece.at);
    }
}

/// Silence tells the time of the clock that runs until the sound is there.
void PlaybackState::joinSound(MediaTime latency, Instant now) {
    const MediaTime next = m_clock.at(now) + scaled(latency, speed());
    ++m_sound.generation;
    m_queue.restart(m_sound.generation, next);
    m_queue.end(m_sound.generation);
    m_history.clear();
    m_joins = false;
    changeSound(now);
}

/// The sound goes on as it was until the changed one is there.
void PlaybackState::changeSound(Instant now) {
    m_changedAgain = false;
    if (!m_playing || !m_clock.running() || !soundLeads(now)) {
        requestSound(routePosition(now));
        return;
    }
    // At a high speed more is heard meanwhile; what will have passed need not be decoded.
    const double fastest = std::max({1.0, speed(), m_clock.speed()});
    const MediaTime before = fastest > 1 || speed() < 1 ? kTempoBlendAfter : kBlendAfter;
    const MediaTime from = m_queue.next() + scaled(before, fastest) - before;
    ++m_sound.generation;
    m_sound.piece = pieceAt(from);
    m_sound.route = m_route;
    m_queue.switchTo(m_sound.generation, std::max(from + before, m_sound.piece.at));
}

/// While a change, or the first sound, is on its way the next change waits for it: what a slider sends is
/// heard as it moves, and not put off for as long as it does.
void PlaybackState::changeSoundSoon(Instant now) {
    const bool awaited = m_clock.running() ? m_queue.switching() : !seeking();
    if (m_playing && awaited && soundLeads(now))
        m_changedAgain = true;
    else
        changeSound(now);
}

void PlaybackState::play(Instant now) {
    if (m_playing || m_failed)
        return;
    const MediaTime here = position(now);
    if (m_loop && (here < m_loop->start || here >= m_loop->end))
        seek(m_loop->start, now);
    else if (here >= m_duration && !m_inStep)
        seek(MediaTime(), now);
    m_playing = true;
    m_lastPull = now;
    startClock(now);
}

void PlaybackState::pause(Instant now) {
    if (!m_playing)
        return;
    const MediaTime here = routePosition(now);
    m_playing = false;
    m_waits = m_inStep;
    m_clock.hold(here);
    requestSound(here);
}

void PlaybackState::seek(MediaTime time, Instant now) {
    stand(m_inStep ? time : std::clamp(time, MediaTime(), m_duration));
    m_lastPull = now;
    startClock(now);
}

void PlaybackState::step(int frames, Instant now) {
    pause(now);
    PictureLane* lead = leader();
    if (lead == nullptr)
        return;
    if (lead->answered())
        lead->request(pieceAt(routePosition(now)), m_route, frames, PictureLane::Clock::Waits);
    else
        lead->request(lead->request().piece, m_route, lead->request().steps + frames,
                      PictureLane::Clock::Waits);
}

void PlaybackState::setSpeed(double speed, Instant now) {
    speed = std::clamp(speed, 0.5, 3.0);
    if (speed == m_sound.speed)
        return;
    const MediaTime here = routePosition(now);
    m_sound.speed = speed;
    changeSoundSoon(now);
    // What the output was given already will be heard at the speed before; then its history tells the clock.
    if (m_clock.running() && !soundLeads(now))
        m_clock.run(here, speed, now);
}

void PlaybackState::setHeard(std::vector<HeardTrack> heard, Instant now) {
    if (heard == m_sound.heard)
        return;
    m_sound.heard = std::move(heard);
    if (m_hasSound)
        changeSoundSoon(now);
}

void PlaybackState::setSoundOutput(bool pulls, Instant now) {
    if (pulls == m_soundPulls)
        return;
    const MediaTime here = routePosition(now);
    const bool runs = m_inStep && m_clock.running();
    m_soundPulls = pulls;
    m_lastPull = now;
    m_clock.hold(here);
    requestSound(here);
    if (runs) {
        m_joins = pulls;
        m_clock.run(here, speed(), now);
    }
    startClock(now);
}

void PlaybackState::setInStep() {
    m_inStep = true;
    m_waits = true;
    requestSound(m_clock.at({}));
}

void PlaybackState::waitForOthers(Instant now) {
    if (std::exchange(m_waits, true))
        return;
    const MediaTime here = routePosition(now);
    m_clock.hold(here);
    requestSound(here);
}

void PlaybackState::goOn(Instant now) {
    m_waits = false;
    m_lastPull = now;
}

void PlaybackState::lead(MediaTime time, Instant now) {
    if (m_playing && !m_waits && !seeking() && !soundLeads(now))
        m_clock.run(time, speed(), now);
}

bool PlaybackState::leadsBySound(Instant now) const {
    return m_playing && !m_waits && soundLeads(now);
}

void PlaybackState::showPictures(const std::vector<std::size_t>& tracks, Instant now) {
    std::vector<std::size_t> wanted;
    for (const std::size_t track : tracks) {
        if (track < m_pictureTracks && wanted.size() < kLanes && !std::ranges::count(wanted, track))
            wanted.push_back(track);
    }
    if (wanted.empty())
        return;
    // A lane that shows a track already keeps it, with the frames it has.
    std::vector<std::size_t> places;
    const auto showing = [&](const std::optional<std::size_t>& track) {
        return static_cast<std::size_t>(std::ranges::find(m_lanes, track, &PictureLane::track) -
                                        m_lanes.begin());
    };
    for (PictureLane& lane : m_lanes) {
        if (lane.track() && !std::ranges::count(wanted, *lane.track()))
            lane.show(std::nullopt);
    }
    for (const std::size_t track : wanted) {
        std::size_t lane = showing(track);
        bool sameAsBefore = lane != m_lanes.size();
        if (!sameAsBefore) {
            lane = showing(std::nullopt);
            m_lanes[lane].show(track);
        }
        sameAsBefore = sameAsBefore && places.size() < m_places.size() && m_places[places.size()] == lane;
        if (!sameAsBefore) // a place that changed is given its picture, even one that was seen elsewhere
            m_lanes[lane].request(pieceAt(routePosition(now)), m_route, 0,
                                  m_playing ? PictureLane::Clock::Runs : PictureLane::Clock::Waits);
        places.push_back(lane);
    }
    m_places = std::move(places);
    startClock(now);
}

void PlaybackState::setLoop(const std::optional<PlayRange>& loop, Instant now) {
    const std::optional<PlayRange> inside = PlayRoute::loopable(loop, m_duration);
    if (inside == m_loop)
        return;
    m_loop = inside;
    reroute(now);
    const MediaTime here = position(now);
    if (m_playing && m_loop && (here < m_loop->start || here >= m_loop->end))
        seek(m_loop->start, now);
}

void PlaybackState::setSkipped(std::vector<PlayRange> skipped, Instant now) {
    if (skipped == m_skipped)
        return;
    m_skipped = std::move(skipped);
    reroute(now);
}

void PlaybackState::reroute(Instant now) {
    update(now);
    const MediaTime route = routePosition(now);
    const MediaTime time = position(now);
    m_route = std::make_shared<const PlayRoute>(m_duration, m_loop, m_skipped);
    m_piece = m_route->enter(route, time);
    if (m_playing && m_clock.running() && m_piece.empty()) {
        seek(time, now); // in the middle of what is skipped now
        return;
    }
    for (const std::size_t index : m_places) {
        PictureLane& lane = m_lanes[index];
        const PictureLane::Request asked = lane.request();
        if (lane.answered())
            lane.request(m_piece, m_route, 0,
                         m_playing ? PictureLane::Clock::Runs : PictureLane::Clock::Waits);
        else
            lane.request(m_route->enter(asked.piece.at, asked.piece.from), m_route, asked.steps,
                         lane.awaited() ? PictureLane::Clock::Waits : PictureLane::Clock::Runs);
    }
    changeSound(now);
}

void PlaybackState::update(Instant now) {
    startClock(now);
    if (m_clock.running() && !soundLeads(now) && m_clock.speed() != speed())
        m_clock.run(m_clock.at(now), speed(), now);
    const MediaTime route = routePosition(now);
    if (route > m_piece.at)
        m_piece = m_route->walk(m_piece, route);
    const MediaTime here = position(now);
    const bool cutShort = m_contentEnd && *m_contentEnd + kTruncatedBy < m_duration;
    if (cutShort && !seeking() && (m_playing ? here >= *m_contentEnd : here > *m_contentEnd + kTruncatedBy)) {
        if (!m_failure)
            m_failure = Error{ErrorCode::Corrupt,
                              "the recording breaks off at " + m_contentEnd->toString() + " of " +
                                  m_duration.toString(),
                              0};
        if (!m_inStep)
            pause(now);
    }
    if (m_playing && !m_inStep && here >= m_duration) {
        m_playing = false;
        m_clock.hold(m_piece.end());
    }
}

MediaTime PlaybackState::routePosition(Instant now) const {
    const MediaTime here = m_clock.at(now);
    // What was not given to the output yet can't be heard.
    return m_clock.running() && soundLeads(now) ? std::min(here, m_queue.next()) : here;
}

MediaTime PlaybackState::position(Instant now) const {
    return pieceAt(routePosition(now)).from;
}

std::optional<media::Picture> PlaybackState::takePicture(std::size_t place, Instant now) {
    update(now);
    if (place >= m_places.size())
        return std::nullopt;
    MediaTime here = routePosition(now);
    // Standing on a frame that playing would leave at once, what comes behind isn't due before it does.
    if (m_piece.empty() && here <= m_piece.at && !m_clock.running())
        here = m_piece.at - MediaTime(1us);
    return m_lanes[m_places[place]].take(here);
}

void PlaybackState::answerPicture(std::size_t index, const PictureLane::Request& request,
                                  media::Picture picture, Instant now) {
    PictureLane& lane = m_lanes.at(index);
    const bool awaited = lane.awaited();
    const MediaTime time = picture.time;
    if (!lane.answer(request, std::move(picture)) || !awaited)
        return;
    if (request.steps != 0 && &lane == leader()) {
        m_clock.hold(time);
        m_piece = m_route->enter(time, time);
        requestSound(time);
        for (std::size_t place = 1; place < m_places.size(); ++place)
            m_lanes[m_places[place]].request(m_piece, m_route, 0, PictureLane::Clock::Waits);
    }
    m_lastPull = now;
    startClock(now);
}

void PlaybackState::failPicture(std::size_t lane, std::uint64_t generation, Error error, Instant now) {
    if (m_pictureTracks == 1) {
        fail(std::move(error), now);
        return;
    }
    m_lanes.at(lane).fail(generation, std::move(error));
    startClock(now);
}

void PlaybackState::addSound(std::uint64_t generation, SoundBlock block) {
    m_queue.add(generation, std::move(block));
}

void PlaybackState::fail(Error error, Instant now) {
    pause(now);
    m_failed = true;
    for (PictureLane& lane : m_lanes)
        lane.fail(lane.request().generation, error);
    if (!m_failure)
        m_failure = std::move(error);
}

std::optional<Error> PlaybackState::pictureFailure(std::size_t place) const {
    return place < m_places.size() ? m_lanes[m_places[place]].failure() : std::nullopt;
}

std::optional<PlaybackState::Instant::duration> PlaybackState::untilNextPicture(Instant now) const {
    if (!m_clock.running())
        return std::nullopt;
    std::optional<MediaTime> next;
    for (const std::size_t lane : m_places)
        if (const auto due = m_lanes[lane].nextDue())
            next = std::min(next.value_or(*due), *due);
    if (!next)
        return std::nullopt;
    const double seconds = std::max(0.0, (*next - routePosition(now)).seconds()) / m_clock.speed();
    return std::chrono::duration_cast<Instant::duration>(std::chrono::duration<double>(seconds));
}

std::size_t PlaybackState::picturesReady() const {
    std::optional<std::size_t> fewest;
    for (const std::size_t lane : m_places) {
        if (!m_lanes[lane].ended())
            fewest = std::min(fewest.value_or(m_lanes[lane].ready()), m_lanes[lane].ready());
    }
    return fewest.value_or(0);
}

bool PlaybackState::picturesEnded() const {
    return std::ranges::all_of(m_places, [&](std::size_t lane) { return m_lanes[lane].ended(); });
}

std::uint64_t PlaybackState::latePictures() const {
    std::uint64_t late = 0;
    for (const PictureLane& lane : m_lanes)
        late += lane.late();
    return late;
}

void PlaybackState::readSound(std::span<float> samples, MediaTime latency, Instant now) {
    if (m_playing && m_soundPulls && m_hasSound && m_clock.running() && !soundLeads(now)) {
        // An output that stood still is back: the clock went on without it.
        if (m_inStep) {
            m_joins = true;
        } else {
            const MediaTime here = m_clock.at(now);
            m_clock.hold(here);
            requestSound(here);
        }
    }
    m_lastPull = now;
    std::ranges::fill(samples, 0.0F);
    const bool begins = m_clock.running() || m_inStep || ahead();
    if (!m_playing || !m_soundPulls || !m_hasSound || seeking() || m_waits || !begins) {
        m_queue.readTail(samples);
        return;
    }
    if (m_joins)
        joinSound(latency, now);
    const std::size_t frames = samples.size() / SoundTrack::kChannels;
    std::size_t filled = 0;
    if (m_queue.readable()) {
        filled = m_queue.read(samples, speed(), m_history) / SoundTrack::kChannels;
    } else {
        m_queue.readTail(samples);
        if (!m_clock.running())
            return;
    }
    if (filled < frames) {
        ++m_soundUnderruns;
        m_history.given(frames - filled, m_queue.next(), m_queue.next());
    }
    const OutputHistory::Heard heard = m_history.heard(
        latency + MediaTime::fromSeconds(static_cast<double>(frames) / SoundTrack::kSampleRate));
    m_clock.correct(heard.time, heard.speed > 0 ? heard.speed : speed(), now);
    if (m_changedAgain && !m_queue.switching())
        changeSound(now);
}

} // namespace mockingbird::review
