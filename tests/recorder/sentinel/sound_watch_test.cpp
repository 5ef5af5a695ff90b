// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/sound_watch.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <gtest/gtest.h>
#include <numbers>
#include <random>
#include <vector>

namespace mockingbird::recorder {

namespace {

constexpr double kRate = 48000;

/// A sine whose RMS is so many dBFS.
double tone(double second, double dbfs, double hertz = 220) {
    return std::pow(10, dbfs / 20) * std::numbers::sqrt2 * std::sin(2 * std::numbers::pi * hertz * second);
}

class SoundWatchTest : public ::testing::Test {
protected:
    using Sound = std::function<double(double second)>;

    /// In pieces of odd lengths, as they come; a sixteen-bit converter's rounding and limits.
    void hear(double seconds, const Sound& sound) {
        std::vector<float> piece;
        for (auto left = static_cast<std::int64_t>(seconds * kRate); left > 0;) {
            piece.clear();
            for (std::int64_t i = 0; i < std::min<std::int64_t>(left, 441); ++i) {
                const double value = std::clamp(sound(m_second) * 32768, -32768.0, 32767.0);
                piece.insert(piece.end(), 2, static_cast<float>(std::round(value) / 32768));
                m_second += 1 / kRate;
            }
            left -= static_cast<std::int64_t>(piece.size() / 2);
            m_watch.add(piece);
        }
    }
    /// Seconds from now until `is` holds, at most ten.
    double until(const std::function<bool()>& is, const Sound& sound) {
        double waited = 0;
        for (; !is() && waited < 10; waited += 0.02)
            hear(0.02, sound);
        return waited;
    }
    static Sound loud(double dbfs) {
        return [=](double second) { return tone(second, dbfs); };
    }
    static double nothing(double) { return 0; }

    SoundWatch m_watch;
    double m_second = 0;
};

} // namespace

TEST_F(SoundWatchTest, SilenceIsToldWithinFiveSecondsAndTakenBackWithinOne) {
    hear(5, loud(-30));
    EXPECT_FALSE(m_watch.silent());
    const double told = until([&] { return m_watch.silent(); }, loud(-70));
    EXPECT_GE(told, 3.8);
    EXPECT_LT(told, 5);
    hear(60, loud(-70));
    EXPECT_TRUE(m_watch.silent());
    EXPECT_LT(until([&] { return !m_watch.silent(); }, loud(-30)), 1);
}

TEST_F(SoundWatchTest, ASourceThatIsSilentFromItsStartIsTold) {
    EXPECT_LT(until([&] { return m_watch.silent(); }, nothing), 5);
}

TEST_F(SoundWatchTest, QuietSpeechWithPausesIsNotSilence) {
    // Words of 0.4 s at -45 dBFS between which the gate of the microphone is closed, at times for 3 s.
    hear(60, [](double second) {
        const double within = std::fmod(second, 5);
        const bool word = within < 2 && std::fmod(within, 0.6) < 0.4;
        return word ? tone(second, -45) : 0;
    });
    EXPECT_FALSE(m_watch.silent());
}

TEST_F(SoundWatchTest, LevelsAroundTheBoundChangeNothing) {
    std::mt19937 random(3);
    const auto around = [&](double second) {
        const double level = -60 + 1.5 * std::sin(2 * std::numbers::pi * 0.7 * second);
        return tone(second, level);
    };
    for (int i = 0; i < 20; ++i) {
        hear(1, around);
        EXPECT_FALSE(m_watch.silent());
    }
    hear(6, nothing);
    ASSERT_TRUE(m_watch.silent());
    for (int i = 0; i < 20; ++i) {
        hear(1, around);
        EXPECT_TRUE(m_watch.silent());
    }
}

TEST_F(SoundWatchTest, AClickDoesNotHideADeadMicrophone) {
    const auto clicks = [](double second) { return std::fmod(second, 6) < 0.01 ? 0.3 : 0.0; };
    EXPECT_LT(until([&] { return m_watch.silent(); }, clicks), 5);
    for (int i = 0; i < 20; ++i) {
        hear(1, clicks);
        EXPECT_TRUE(m_watch.silent());
    }
}

TEST_F(SoundWatchTest, ClippingIsToldWithinASecondAndTakenBackAfterOne) {
    const Sound clipped = [](double second) { return 2 * std::sin(2 * std::numbers::pi * 220 * second); };
    hear(3, loud(-20));
    EXPECT_FALSE(m_watch.clipping());
    EXPECT_LT(until([&] { return m_watch.clipping(); }, clipped), 1);
    const double over = until([&] { return !m_watch.clipping(); }, loud(-20));
    EXPECT_GE(over, 0.9);
    EXPECT_LT(over, 1.3);
}

TEST_F(SoundWatchTest, OneChannelIsEnoughToClip) {
    std::vector<float> piece(2 * 48000, 0.1F);
    for (std::size_t i = 1; i < piece.size(); i += 2)
        piece[i] = i % 400 < 100 ? 1.0F : -0.2F;
    m_watch.add(piece);
    EXPECT_TRUE(m_watch.clipping());
}

TEST_F(SoundWatchTest, ALoudVoiceThatTouchesFullScaleDoesNotClip) {
    // Peaks at full scale, each a sample wide, and a cough that clips once.
    hear(10, [](double second) {
        const double sine = std::sin(2 * std::numbers::pi * 997 * second);
        return 0.97 * sine * sine * sine;
    });
    EXPECT_FALSE(m_watch.clipping());
    hear(0.15, [](double second) { return 2 * std::sin(2 * std::numbers::pi * 220 * second); });
    hear(0.5, loud(-20));
    EXPECT_FALSE(m_watch.clipping());
    std::vector<float> peaks(2 * 48000, 0.2F);
    for (std::size_t i = 0; i < peaks.size(); i += 960)
        peaks[i] = 1.0F;
    m_watch.add(peaks);
    EXPECT_FALSE(m_watch.clipping());
}

TEST_F(SoundWatchTest, ClippingThatComesAndGoesStaysToldInBetween) {
    const Sound now = [](double second) {
        return (std::fmod(second, 0.8) < 0.4 ? 2 : 0.1) * std::sin(2 * std::numbers::pi * 220 * second);
    };
    hear(3, now);
    for (int i = 0; i < 40; ++i) {
        hear(0.1, now);
        EXPECT_TRUE(m_watch.clipping());
    }
}

} // namespace mockingbird::recorder
