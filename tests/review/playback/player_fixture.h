// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/player.h"
#include "tests/support/coded_media.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::review {

inline MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

/// A steady clock that stands still until it is told.
class FakeClock {
public:
    [[nodiscard]] Player::Now now() const {
        return [time = m_time] {
            return std::chrono::steady_clock::time_point(std::chrono::microseconds(*time));
        };
    }
    void advance(std::chrono::microseconds by) { *m_time += by.count(); }
    [[nodiscard]] std::int64_t microseconds() const { return *m_time; }

private:
    std::shared_ptr<std::atomic<std::int64_t>> m_time =
        std::make_shared<std::atomic<std::int64_t>>(1'000'000);
};

/// Pulls a block each tick and holds it back for its latency, as a sound card does; notes when which beep is
/// heard.
class FakeSoundCard {
public:
    static constexpr std::chrono::microseconds kTick = std::chrono::milliseconds(5);
    static constexpr std::size_t kFrames = 240;

    FakeSoundCard(PulledSound& sound, FakeClock& clock, std::chrono::microseconds latency)
        : m_sound(sound), m_clock(clock), m_latency(latency), m_block(kFrames * Player::kChannels) {}

    void tick() {
        m_sound.readSound(m_block, MediaTime(m_latency));
        const std::int64_t heardAt = m_clock.microseconds() + m_latency.count();
        for (std::size_t i = 0; i < kFrames; ++i) {
            m_heard.push_back(m_block[i * Player::kChannels]);
            const bool loud = std::abs(m_block[i * Player::kChannels]) > 0.1F;
            if (loud && m_silentFor > Player::kSampleRate / 10)
                m_onsets.push_back(heardAt + static_cast<std::int64_t>(i) * 1'000'000 / Player::kSampleRate);
            m_silentFor = loud ? 0 : m_silentFor + 1;
            m_loudest = std::max(m_loudest, std::abs(m_block[i * Player::kChannels]));
        }
        m_clock.advance(kTick);
    }
    /// When a beep was first heard, in the clock's microseconds.
    [[nodiscard]] const std::vector<std::int64_t>& onsets() const { return m_onsets; }
    [[nodiscard]] float loudest() const { return m_loudest; }
    /// Every sample of the left channel.
    [[nodiscard]] const std::vector<float>& heard() const { return m_heard; }
    void forget() {
        m_heard.clear();
        m_loudest = 0;
    }

private:
    PulledSound& m_sound;
    FakeClock& m_clock;
    const std::chrono::microseconds m_latency;
    std::vector<float> m_block;
    int m_silentFor = Player::kSampleRate;
    float m_loudest = 0;
    std::vector<std::int64_t> m_onsets;
    std::vector<float> m_heard;
};

class PlayerTest : public ::testing::Test {
protected:
    PlayerTest() {
        std::string path = (std::filesystem::temp_directory_path() / "player_XXXXXX").string();
        m_folder = mkdtemp(path.data());
    }
    ~PlayerTest() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path made(const test::CodedMedia& media, const std::string& name = "media.mkv") {
        const std::filesystem::path file = m_folder / name;
        const auto written = test::write(media, file);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return file;
    }

    void open(const std::filesystem::path& file) {
        auto opened = Player::open(file, m_clock.now());
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        m_player = std::move(*opened);
    }

    std::optional<media::Picture> shown() {
        std::optional<media::Picture> picture;
        EXPECT_TRUE(test::waitUntil([&] { return !m_player->seeking(); }));
        while (auto next = m_player->takePicture())
            picture = std::move(next);
        return picture;
    }

    /// Until the threads have decoded as far ahead as they do: what follows needs no time.
    void settle() {
        if (HasFailure())
            return;
        EXPECT_TRUE(test::waitUntil([&] {
            const auto stats = m_player->stats();
            return !m_player->seeking() && (stats.picturesReady >= 3 || stats.picturesEnded) &&
                   (stats.soundReady >= 4800 || stats.soundEnded);
        }));
    }

    std::filesystem::path m_folder;
    FakeClock m_clock;
    std::unique_ptr<Player> m_player;
};

inline test::CodedMedia talking(int frames = 150) {
    test::CodedMedia media;
    media.frames = frames;
    media.bFrames = 2;
    media.sound = true;
    media.secondSound = true;
    return media;
}

} // namespace mockingbird::review
