// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/players_in_step.h"

#include <algorithm>
#include <utility>

namespace mockingbird::review {

namespace {

/// What each has decoded ahead when playing starts: so many decoders at once have no time to spare for what
/// comes next while the first is due.
constexpr std::size_t kReadyToStart = 3;

} // namespace

std::unique_ptr<PlayersInStep> PlayersInStep::open(const std::vector<Place>& places, Player::Now now) {
    std::unique_ptr<PlayersInStep> players(new PlayersInStep(now));
    for (const Place& place : places) {
        if (players->m_members.size() == kMost)
            break;
        Member member;
        member.start = place.start;
        member.shown = place.start;
        auto opened = Player::open(place.file, now);
        if (opened.ok()) {
            member.player = std::move(opened).value();
            member.player->setInStep();
        } else {
            member.error = opened.error();
        }
        players->m_members.push_back(std::move(member));
    }
    players->stand(MediaTime());
    return players;
}

PlayersInStep::~PlayersInStep() = default;

std::optional<Error> PlayersInStep::failure(std::size_t place) const {
    const Member& member = m_members.at(place);
    return member.player ? member.player->failure() : member.error;
}

void PlayersInStep::setRange(std::optional<PlayRange> range) {
    m_range = range;
    const MediaTime here = m_clock.at(m_now());
    const PlayRange now = this->range();
    if (here < now.start || here > now.end)
        seek(here);
}

PlayRange PlayersInStep::range() const {
    if (m_range)
        return *m_range;
    std::optional<PlayRange> all;
    for (const Member& member : m_members) {
        if (!member.player)
            continue;
        const PlayRange own{MediaTime() - member.start, member.player->duration() - member.start};
        all = all ? PlayRange{std::min(all->start, own.start), std::max(all->end, own.end)} : own;
    }
    return all.value_or(PlayRange{});
}

bool PlayersInStep::decoding() const {
    return std::ranges::any_of(
        m_members, [](const Member& member) { return member.player && member.player->seeking(); });
}

bool PlayersInStep::readyToStart() const {
    return std::ranges::all_of(m_members, [](const Member& member) {
        if (!member.player)
            return true;
        const Player::Stats stats = member.player->stats();
        return !member.player->seeking() && (stats.picturesReady >= kReadyToStart || stats.picturesEnded);
    });
}

/// All show what lies at that common time; playing goes on from there once they do.
void PlayersInStep::stand(MediaTime time) {
    m_stepping.reset();
    m_waiting = m_playing;
    m_clock.hold(time);
    each([&](Player& player, const Member& member) {
        player.waitForOthers();
        player.seek(time + member.start);
    });
}

void PlayersInStep::stop(MediaTime time) {
    m_playing = false;
    m_waiting = false;
    m_clock.hold(time);
    each([](Player& player, const Member& /*member*/) { player.pause(); });
}

void PlayersInStep::play() {
    update();
    if (m_playing || m_members.empty())
        return;
    if (m_clock.at(m_now()) >= range().end)
        stand(range().start);
    m_playing = true;
    m_waiting = true;
    each([](Player& player, const Member& /*member*/) { player.play(); });
    update();
}

void PlayersInStep::pause() {
    update();
    if (m_playing)
        stop(m_clock.at(m_now()));
}

void PlayersInStep::update() {
    if (m_stepping && !decoding())
        arrive();
    if (!m_playing)
        return;
    const auto now = m_now();
    if (m_waiting) {
        if (!readyToStart())
            return;
        m_waiting = false;
        each([](Player& player, const Member& /*member*/) { player.goOn(); });
    }
    goOn(now);
}

/// The clock follows the sound that is heard, if any is, and the others follow the clock.
void PlayersInStep::goOn(Player::Instant now) {
    const Member& heard = m_members[m_heard];
    const std::optional<Player::Beat> beat = heard.player ? heard.player->beat(now) : std::nullopt;
    if (beat && !beat->running)
        return; // nothing of it has been heard yet
    if (beat)
        m_clock.run(beat->time - heard.start, m_speed, now);
    else if (!m_clock.running())
        m_clock.run(m_clock.at(now), m_speed, now);
    const MediaTime here = m_clock.at(now);
    if (here >= range().end) {
        stop(range().end);
        return;
    }
    each([&](Player& player, const Member& member) { player.lead(here + member.start, now); });
}

/// The frame stepped to is there: the others go where it is, or its start moves as far as it did.
void PlayersInStep::arrive() {
    const Stepping stepping = *std::exchange(m_stepping, std::nullopt);
    Member& member = m_members[stepping.place];
    const MediaTime frame = member.player->position();
    if (stepping.nudges) {
        setStart(stepping.place, member.start + (frame - stepping.from));
        return;
    }
    m_clock.hold(frame - member.start);
    each([&](Player& player, const Member& other) {
        if (&other != &member)
            player.seek(frame - member.start + other.start);
    });
}

void PlayersInStep::seek(MediaTime time) {
    const PlayRange all = range();
    stand(std::clamp(time, all.start, std::max(all.start, all.end)));
}

bool PlayersInStep::steppable(std::size_t place) const {
    const Player* player = m_members[place].player.get();
    return player != nullptr && player->hasPicture() && !player->failure();
}

/// By whose frames is stepped: theirs who is heard, else the first's that has some there.
std::optional<std::size_t> PlayersInStep::stepper() const {
    const MediaTime here = m_clock.at(m_now());
    std::optional<std::size_t> first;
    for (std::size_t place = m_members.size(); place-- > 0;) {
        const MediaTime time = here + m_members[place].start;
        const bool there =
            steppable(place) && time >= MediaTime() && time <= m_members[place].player->duration();
        if (there && (!first || first != m_heard))
            first = place;
    }
    return first;
}

void PlayersInStep::step(int frames) {
    pause();
    std::optional<std::size_t> place = m_stepping ? std::optional(m_stepping->place) : stepper();
    if (!place || (m_stepping && m_stepping->nudges))
        return;
    m_stepping = Stepping{*place, false, {}};
    for (; frames != 0; frames += frames > 0 ? -1 : 1)
        frames > 0 ? m_members[*place].player->stepForward() : m_members[*place].player->stepBack();
}

void PlayersInStep::nudge(std::size_t place, int frames) {
    pause();
    Member& member = m_members.at(place);
    if (!steppable(place) || (m_stepping && (!m_stepping->nudges || m_stepping->place != place)))
        return;
    if (!m_stepping)
        m_stepping = Stepping{place, true, member.shown};
    for (; frames != 0; frames += frames > 0 ? -1 : 1)
        frames > 0 ? member.player->stepForward() : member.player->stepBack();
}

bool PlayersInStep::seeking() const {
    return m_waiting || m_stepping || decoding();
}

void PlayersInStep::setSpeed(double speed) {
    update();
    m_speed = std::clamp(speed, 0.5, 3.0);
    if (m_clock.running())
        m_clock.run(m_clock.at(m_now()), m_speed, m_now());
    each([&](Player& player, const Member& /*member*/) { player.setSpeed(m_speed); });
}

void PlayersInStep::setVolume(double volume) {
    each([&](Player& player, const Member& /*member*/) { player.setVolume(volume); });
}

void PlayersInStep::hear(std::size_t place) {
    if (place >= m_members.size() || place == m_heard)
        return;
    update();
    if (m_members[m_heard].player)
        m_members[m_heard].player->setSoundOutput(false);
    if (m_members[place].player)
        m_members[place].player->setSoundOutput(m_pulls);
    m_heardBefore = m_heard.load();
    m_heard = place;
}

void PlayersInStep::setStart(std::size_t place, MediaTime start) {
    update();
    Member& moved = m_members.at(place);
    moved.start = start;
    if (!moved.player)
        return;
    const MediaTime here = m_clock.at(m_now());
    m_clock.hold(here);
    m_waiting = m_playing;
    each([](Player& player, const Member& /*member*/) { player.waitForOthers(); });
    moved.player->seek(here + start);
}

MediaTime PlayersInStep::position() const {
    return m_clock.at(m_now());
}

std::optional<media::Picture> PlayersInStep::takePicture(std::size_t place) {
    Member& member = m_members.at(place);
    if (!member.player)
        return std::nullopt;
    auto picture = member.player->takePicture();
    if (picture)
        member.shown = picture->time;
    return picture;
}

std::optional<std::chrono::steady_clock::duration> PlayersInStep::untilNextPicture() const {
    std::optional<std::chrono::steady_clock::duration> next;
    for (const Member& member : m_members)
        if (const auto due = member.player ? member.player->untilNextPicture() : std::nullopt)
            next = std::min(next.value_or(*due), *due);
    return next;
}

PlayersInStep::Stats PlayersInStep::stats() const {
    Stats all;
    for (const Member& member : m_members) {
        if (!member.player)
            continue;
        const Player::Stats own = member.player->stats();
        all.latePictures += own.latePictures;
        all.soundUnderruns += own.soundUnderruns;
    }
    return all;
}

void PlayersInStep::readSound(std::span<float> samples, MediaTime latency) {
    std::ranges::fill(samples, 0.0F);
    const std::size_t heard = m_heard;
    const std::size_t before = m_heardBefore;
    if (heard < m_members.size() && m_members[heard].player)
        m_members[heard].player->readSound(samples, latency);
    if (before == heard || before >= m_members.size() || !m_members[before].player)
        return;
    // What is heard no more fades out.
    m_fading.resize(samples.size());
    m_members[before].player->readSound(m_fading, latency);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] += m_fading[i];
}

void PlayersInStep::setSoundOutput(bool pulls) {
    m_pulls = pulls;
    if (!m_members.empty() && m_members[m_heard].player)
        m_members[m_heard].player->setSoundOutput(pulls);
}

} // namespace mockingbird::review
