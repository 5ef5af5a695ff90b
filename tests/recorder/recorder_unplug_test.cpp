// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that are unplugged and plugged in again, and clocks that are set, while a recording goes on.
#include "recorder/capture/test_pattern.h"
#include "recorder/recorder.h"
#include "recorder/recorder_seams.h"
#include "recorder/sync/device_clock.h"
#include "tests/support/decoded_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <numbers>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;
using test::waitUntil;

const SourceSpec kTest{SourceKind::Test, ""};
/// Mix, the whole source, the unplugged one.
constexpr std::size_t kWhole = 1;
constexpr std::size_t kUnplugged = 2;
constexpr double kUnpluggedHertz = 660;

/// The plug of a device, and what the device gave: between `end` and `begin` it was away.
struct Plug {
    std::atomic<bool> in{true};
    std::atomic<int> rate{48000};
    std::atomic<SteadyTime> end{SteadyTime{}};
    std::atomic<SteadyTime> begin{SteadyTime{}};
};

/// A mono microphone of 16 bits on a plug. It hears what the test source with its number gives: a tone, and a
/// beep at each whole second of the timeline.
class PluggedMicrophone final : public CaptureSource {
public:
    PluggedMicrophone(std::shared_ptr<Plug> plug, std::shared_ptr<PaceClock> clock)
        : m_plug(std::move(plug)), m_clock(std::move(clock)) {}

    Result<void> open(std::stop_token) override {
        if (!m_plug->in)
            return Error{ErrorCode::DeviceLost, "it is not there", 0};
        m_rate = m_plug->rate;
        m_at = std::chrono::steady_clock::now();
        m_plug->begin = m_at;
        return {};
    }
    Result<std::optional<Captured>> next(std::stop_token stop) override {
        const SteadyTime begin = m_at;
        m_at += 20ms;
        if (!m_clock->waitUntil(m_at, stop))
            return std::optional<Captured>();
        if (!m_plug->in) {
            m_plug->end = begin;
            return Error{ErrorCode::DeviceLost, "it was unplugged", 0};
        }
        media::AvFrame frame(av_frame_alloc());
        frame->format = AV_SAMPLE_FMT_S16;
        frame->sample_rate = m_rate;
        frame->nb_samples = m_rate / 50;
        av_channel_layout_default(&frame->ch_layout, 1);
        av_frame_get_buffer(frame.get(), 0);
        auto* samples = reinterpret_cast<std::int16_t*>(frame->data[0]);
        const double from = std::chrono::duration<double>(begin - m_clock->epoch()).count();
        for (int i = 0; i < frame->nb_samples; ++i)
            samples[i] = static_cast<std::int16_t>(30000 * soundAt(from + static_cast<double>(i) / m_rate));
        return std::optional<Captured>(Captured{std::move(frame), begin});
    }

private:
    static double soundAt(double seconds) {
        const auto wave = [](double hertz, double at) { return std::sin(2 * std::numbers::pi * hertz * at); };
        const double ofSecond = seconds - std::floor(seconds);
        return test_pattern::kToneLevel * wave(kUnpluggedHertz, seconds) +
               (ofSecond * 1000 < test_pattern::kBeepMilliseconds
                    ? test_pattern::kBeepLevel * wave(test_pattern::kBeepHertz, ofSecond)
                    : 0);
    }

    const std::shared_ptr<Plug> m_plug;
    const std::shared_ptr<PaceClock> m_clock;
    int m_rate = 0;
    SteadyTime m_at;
};

/// The second sound source is on the plug.
RecorderSeams onPlug(const std::shared_ptr<Plug>& plug) {
    RecorderSeams seams;
    seams.lookAgain = 20ms;
    seams.makeSource = [plug](const SourceRequest& request, std::shared_ptr<PaceClock> clock) {
        if (!request.video && request.index == 1)
            return std::unique_ptr<CaptureSource>(std::make_unique<PluggedMicrophone>(plug, clock));
        return makeSource(request, std::move(clock));
    };
    return seams;
}

/// The steady time of a recording's first sample, as far as can be told from outside.
SteadyTime beginningOf(const Recorder& recorder) {
    SteadyTime best{};
    auto shortest = SteadyTime::duration::max();
    for (int i = 0; i < 50; ++i) {
        const auto before = std::chrono::steady_clock::now();
        const MediaTime elapsed = recorder.stats().elapsed;
        const auto after = std::chrono::steady_clock::now();
        if (after - before < shortest) {
            shortest = after - before;
            best = before + (after - before) / 2 - std::chrono::microseconds(elapsed.microseconds());
        }
    }
    return best;
}

double tone(const test::DecodedFile& file, std::size_t track, double from, double to) {
    const auto sample = [](double seconds) { return static_cast<std::size_t>(seconds * 48000); };
    return test::amplitudeOf(file.sounds[track].samples, kUnpluggedHertz, sample(from), sample(to - from));
}

bool reaches(const Recorder& recorder, double seconds) {
    return waitUntil([&] { return recorder.stats().elapsed.seconds() > seconds; });
}

struct UnpluggedRecording {
    test::DecodedFile file;
    RecorderStats lost;
    RecorderStats after;
    double gapBegins = 0;
    double gapEnds = 0;
};

/// A second of sound, the device is away for a second, and two more seconds.
Result<UnpluggedRecording> recordUnplugged(const RecorderSeams& seams, const std::shared_ptr<Plug>& plug) {
    const TemporaryFolder folder;
    auto recorder = TRY(Recorder::open({{kTest}, {kTest, kTest}, 30}, seams));
    TRY(recorder->start(folder / "a.mkv"));
    const SteadyTime beginning = beginningOf(*recorder);
    EXPECT_TRUE(reaches(*recorder, 1));
    plug->in = false;
    EXPECT_TRUE(waitUntil([&] { return recorder->stats().sources[2].failure.has_value(); }));
    UnpluggedRecording made;
    made.lost = recorder->stats();
    const double away = made.lost.elapsed.seconds();
    EXPECT_TRUE(reaches(*recorder, away + 1));
    plug->in = true;
    EXPECT_TRUE(reaches(*recorder, std::max(4.0, away + 3)));
    made.after = recorder->stats();
    TRY(recorder->stop());
    made.file = TRY(test::decodeWhole(folder / "a.mkv"));
    const auto inFile = [&](SteadyTime time) {
        return std::chrono::duration<double>(time - beginning).count();
    };
    made.gapBegins = inFile(plug->end);
    made.gapEnds = inFile(plug->begin);
    return made;
}

} // namespace

TEST(RecorderUnplug, GoesOnInTheSameTrackAtTheRightPlace) {
    // It comes back as it was, and with another rate.
    for (const int rate : {48000, 44100}) {
        const auto plug = std::make_shared<Plug>();
        plug->rate = rate;
        const auto made = recordUnplugged(onPlug(plug), plug);
        ASSERT_TRUE(made.ok()) << made.error().detail;
        EXPECT_EQ(made->lost.sources[2].failure->detail, "it was unplugged");
        EXPECT_FALSE(made->lost.sources[2].ended);
        EXPECT_FALSE(made->lost.failure.has_value());
        EXPECT_EQ(made->after.sources[2].returns, 1);
        EXPECT_FALSE(made->after.sources[2].failure.has_value());

        // The gap is silence from end to end, and nothing but the gap.
        const double begins = made->gapBegins;
        const double ends = made->gapEnds;
        EXPECT_GT(ends - begins, 0.5);
        EXPECT_GT(tone(made->file, kUnplugged, 0.3, begins - 0.02), 0.03);
        EXPECT_LT(tone(made->file, kUnplugged, begins + 0.02, ends - 0.02), 0.001);
        EXPECT_GT(tone(made->file, kUnplugged, begins - 0.04, begins - 0.02), 0.02);
        EXPECT_GT(tone(made->file, kUnplugged, ends + 0.04, ends + 0.06), 0.02);
        EXPECT_GT(tone(made->file, kUnplugged, ends + 0.04, 3.9), 0.03);

        // Each beep after the return lies where the whole source has its own.
        const auto whole = test::beeps(made->file.sounds[kWhole]);
        const auto returned = test::beeps(made->file.sounds[kUnplugged]);
        int compared = 0;
        for (const double beep : returned) {
            const auto nearest =
                std::ranges::min_element(whole, {}, [&](double other) { return std::abs(other - beep); });
            ASSERT_NE(nearest, whole.end());
            // It may have come back in the middle of one.
            if (beep < ends + 0.1)
                continue;
            ++compared;
            EXPECT_NEAR(beep, *nearest, 0.02) << "with " << rate << " Hz";
        }
        EXPECT_GE(compared, 1);

        // The others are whole.
        EXPECT_GT(static_cast<double>(made->file.sounds[kWhole].samples.size()) / 48000, 3.9);
        for (double at = 0.3; at < 3.8; at += 0.1) {
            const auto from = static_cast<std::size_t>(at * 48000);
            EXPECT_GT(test::amplitudeOf(made->file.sounds[kWhole].samples, 440, from, 4800), 0.03) << at;
        }
        EXPECT_GT(made->file.pictures[0].size(), 100U);
    }
}

TEST(RecorderUnplug, StaysSilentWhereNobodyLooksForTheDevice) {
    // The control of the test before.
    const auto plug = std::make_shared<Plug>();
    RecorderSeams seams = onPlug(plug);
    seams.lookAgain.reset();
    const auto made = recordUnplugged(seams, plug);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    EXPECT_TRUE(made->after.sources[2].ended);
    EXPECT_EQ(made->after.sources[2].returns, 0);
    EXPECT_GT(tone(made->file, kUnplugged, 0.3, made->gapBegins - 0.02), 0.03);
    EXPECT_LT(tone(made->file, kUnplugged, made->gapBegins + 0.02, 3.9), 0.001);
}

namespace {

/// A camera on a plug: after its return its pictures have another size.
class PluggedCamera final : public CaptureSource {
public:
    PluggedCamera(std::shared_ptr<Plug> plug, std::shared_ptr<PaceClock> clock)
        : m_plug(std::move(plug)), m_clock(std::move(clock)) {}
    Result<void> open(std::stop_token) override {
        m_at = std::chrono::steady_clock::now();
        return m_plug->in ? Result<void>() : Error{ErrorCode::DeviceLost, "it is not there", 0};
    }
    Result<std::optional<Captured>> next(std::stop_token stop) override {
        m_at += 33ms;
        if (!m_clock->waitUntil(m_at, stop))
            return std::optional<Captured>();
        if (!m_plug->in) {
            m_plug->rate = 0;
            return Error{ErrorCode::DeviceLost, "it was unplugged", 0};
        }
        media::AvFrame frame(av_frame_alloc());
        frame->format = AV_PIX_FMT_YUYV422;
        frame->width = m_plug->rate == 0 ? 320 : 640;
        frame->height = m_plug->rate == 0 ? 480 : 360;
        av_frame_get_buffer(frame.get(), 0);
        std::memset(frame->data[0], 200, static_cast<std::size_t>(frame->linesize[0] * frame->height));
        return std::optional<Captured>(Captured{std::move(frame), m_at});
    }

private:
    const std::shared_ptr<Plug> m_plug;
    const std::shared_ptr<PaceClock> m_clock;
    SteadyTime m_at;
};

} // namespace

TEST(RecorderUnplug, TakesPicturesOfAnotherSizeIntoTheSameTrack) {
    const TemporaryFolder folder;
    const auto plug = std::make_shared<Plug>();
    RecorderSeams seams;
    seams.lookAgain = 20ms;
    seams.makeSource = [plug](const SourceRequest& request, std::shared_ptr<PaceClock> clock) {
        if (request.video)
            return std::unique_ptr<CaptureSource>(std::make_unique<PluggedCamera>(plug, clock));
        return makeSource(request, std::move(clock));
    };
    auto recorder = Recorder::open({{kTest}, {kTest}, 30}, seams);
    ASSERT_TRUE(recorder.ok());
    ASSERT_TRUE((*recorder)->start(folder / "a.mkv").ok());
    ASSERT_TRUE(reaches(**recorder, 0.6));
    plug->in = false;
    ASSERT_TRUE(waitUntil([&] { return (*recorder)->stats().sources[0].failure.has_value(); }));
    const double away = (*recorder)->stats().elapsed.seconds();
    ASSERT_TRUE(reaches(**recorder, away + 0.5));
    const double back = (*recorder)->stats().elapsed.seconds();
    plug->in = true;
    ASSERT_TRUE(reaches(**recorder, back + 1));
    EXPECT_EQ((*recorder)->stats().sources[0].returns, 1);
    const auto summary = (*recorder)->stop();
    ASSERT_TRUE(summary.ok()) << summary.error().detail;
    EXPECT_EQ(summary->tracks[0].width, 640);

    const auto decoded = test::decodeWhole(folder / "a.mkv");
    ASSERT_TRUE(decoded.ok());
    int before = 0;
    int during = 0;
    int after = 0;
    for (const auto& frame : decoded->pictures[0]) {
        const double time = frame.time.seconds();
        ++(time <= away ? before : time < back ? during : after);
    }
    EXPECT_GT(before, 10);
    EXPECT_LE(during, 1);
    EXPECT_GT(after, 15);
}

namespace {

/// The test sound, stamped by a wall clock that is set by `step` in between.
class WallStampedSound final : public CaptureSource {
public:
    enum class Stamps { ByDeviceClock, Raw };
    WallStampedSound(std::unique_ptr<CaptureSource> real, std::shared_ptr<std::atomic<std::int64_t>> step,
                     Stamps stamps)
        : m_real(std::move(real)), m_step(std::move(step)), m_stamps(stamps) {}
    Result<void> open(std::stop_token stop) override { return m_real->open(stop); }
    Result<std::optional<Captured>> next(std::stop_token stop) override {
        auto next = TRY(m_real->next(stop));
        if (!next)
            return next;
        // By the timeline and not by when this thread had its turn.
        const SteadyTime arrival = next->at + 20ms;
        const std::int64_t stamp = wall(next->at);
        if (m_stamps == Stamps::ByDeviceClock)
            next->at = m_clock.captured(stamp, wall(arrival), arrival);
        else
            next->at = SteadyTime(std::chrono::microseconds(stamp - kBase));
        return next;
    }

private:
    static constexpr std::int64_t kBase = 1'700'000'000'000'000;
    [[nodiscard]] std::int64_t wall(SteadyTime time) const {
        return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count() +
               kBase + *m_step;
    }
    const std::unique_ptr<CaptureSource> m_real;
    const std::shared_ptr<std::atomic<std::int64_t>> m_step;
    const Stamps m_stamps;
    DeviceClock m_clock;
};

constexpr std::int64_t kDay = 86'400'000'000;

/// One second before the clock is set, one after.
Result<test::DecodedFile> recordAcrossAStep(std::int64_t by, WallStampedSound::Stamps stamps) {
    const TemporaryFolder folder;
    const auto step = std::make_shared<std::atomic<std::int64_t>>(0);
    RecorderSeams seams;
    seams.makeSource = [=](const SourceRequest& request, std::shared_ptr<PaceClock> clock) {
        auto real = makeSource(request, std::move(clock));
        if (request.index != 1)
            return real;
        return std::unique_ptr<CaptureSource>(
            std::make_unique<WallStampedSound>(std::move(real), step, stamps));
    };
    auto recorder = TRY(Recorder::open({{}, {kTest, kTest}, 30}, seams));
    TRY(recorder->start(folder / "a.mkv"));
    EXPECT_TRUE(reaches(*recorder, 1));
    *step = by;
    EXPECT_TRUE(reaches(*recorder, 3.2));
    TRY(recorder->stop());
    return test::decodeWhole(folder / "a.mkv");
}

} // namespace

TEST(RecorderUnplug, KeepsEveryPlaceWhenTheWallClockIsSetByADay) {
    for (const std::int64_t by : {kDay, -kDay}) {
        const auto file = recordAcrossAStep(by, WallStampedSound::Stamps::ByDeviceClock);
        ASSERT_TRUE(file.ok());
        EXPECT_NEAR(static_cast<double>(file->sounds[kUnplugged].samples.size()) / 48000, 3.2, 0.5);
        for (double at = 0.3; at < 3; at += 0.1)
            EXPECT_GT(tone(*file, kUnplugged, at, at + 0.1), 0.03) << at << " s, set by " << by;
        const auto whole = test::beeps(file->sounds[kWhole]);
        const auto stamped = test::beeps(file->sounds[kUnplugged]);
        ASSERT_EQ(whole.size(), stamped.size());
        for (std::size_t i = 0; i < whole.size(); ++i)
            EXPECT_NEAR(whole[i], stamped[i], 0.02);
    }
}

TEST(RecorderUnplug, WouldLoseSoundByRawStampsWhenTheWallClockIsSet) {
    // The control of the test before.
    for (const std::int64_t by : {kDay, -kDay}) {
        const auto file = recordAcrossAStep(by, WallStampedSound::Stamps::Raw);
        ASSERT_TRUE(file.ok());
        EXPECT_GT(tone(*file, kUnplugged, 0.3, 0.9), 0.03);
        EXPECT_LT(tone(*file, kUnplugged, 1.5, 3), 0.005) << "set by " << by;
    }
}

} // namespace mockingbird::recorder
