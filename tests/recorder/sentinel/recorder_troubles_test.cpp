// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/probe.h"
#include "recorder/recorder.h"
#include "recorder/recorder_seams.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;
using test::waitUntil;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Far more than it takes: a busy machine captures late. The unit tests say how long it takes by the clock.
constexpr auto kDeadline = 30s;

enum class Fault { None, Black, Frozen, Stalled, Silent, Clipping };
using Switch = std::shared_ptr<std::atomic<bool>>;

/// The test picture or sound, which goes wrong for as long as the switch is on.
class TroubledSource final : public CaptureSource {
public:
    TroubledSource(std::unique_ptr<CaptureSource> real, Fault fault, Switch wrong)
        : m_real(std::move(real)), m_fault(fault), m_wrong(std::move(wrong)) {}

    Result<void> open(std::stop_token stop) override { return m_real->open(stop); }
    Result<std::optional<Captured>> next(std::stop_token stop) override {
        auto captured = m_real->next(stop);
        while (m_fault == Fault::Stalled && m_wrong->load() && captured.ok() && captured->has_value())
            captured = m_real->next(stop);
        if (captured.ok() && captured->has_value())
            spoil(*(*captured)->frame);
        return captured;
    }

private:
    void spoil(AVFrame& frame) {
        if (!m_wrong->load()) {
            m_stopped.reset();
            return;
        }
        auto* samples = reinterpret_cast<float*>(frame.data[0]);
        const auto count = static_cast<std::ptrdiff_t>(frame.nb_samples) * frame.ch_layout.nb_channels;
        switch (m_fault) {
        case Fault::Black:
            std::memset(frame.data[0], 16, static_cast<std::size_t>(frame.linesize[0] * frame.height));
            break;
        case Fault::Frozen:
            if (!m_stopped)
                m_stopped.reset(av_frame_clone(&frame));
            else
                av_frame_copy(&frame, m_stopped.get());
            break;
        case Fault::Silent:
            std::fill(samples, samples + count, 0.0F);
            break;
        case Fault::Clipping:
            for (std::ptrdiff_t i = 0; i < count; ++i)
                samples[i] = i / 100 % 2 == 0 ? 1.0F : -1.0F;
            break;
        default:
            break;
        }
    }

    const std::unique_ptr<CaptureSource> m_real;
    const Fault m_fault;
    const Switch m_wrong;
    media::AvFrame m_stopped;
};

/// A voice for a loudness meter: noise whose level changes with each syllable, another for each talker; or
/// what a microphone hears of it a tenth of a second later.
class VoiceSource final : public CaptureSource {
public:
    VoiceSource(std::unique_ptr<CaptureSource> real, std::uint32_t talker, float gain, std::int64_t delay)
        : m_real(std::move(real)), m_talker(talker), m_gain(gain), m_position(-delay) {}
    Result<void> open(std::stop_token stop) override { return m_real->open(stop); }
    Result<std::optional<Captured>> next(std::stop_token stop) override {
        auto captured = m_real->next(stop);
        if (captured.ok() && captured->has_value()) {
            AVFrame& frame = *(*captured)->frame;
            auto* samples = reinterpret_cast<float*>(frame.data[0]);
            for (int i = 0; i < frame.nb_samples; ++i, ++m_position)
                samples[2 * i] = samples[2 * i + 1] = m_gain * sample(m_position);
        }
        return captured;
    }

private:
    /// 0..1.
    static float dice(std::uint32_t number) {
        number ^= number >> 16U;
        number *= 0x7FEB352DU;
        number ^= number >> 15U;
        number *= 0x846CA68BU;
        number ^= number >> 16U;
        return static_cast<float>(number % 10'000) / 10'000;
    }
    [[nodiscard]] float sample(std::int64_t position) const {
        if (position < 0)
            return 0;
        constexpr std::int64_t kSyllable = 6000;
        const float level = dice(m_talker * 100'003U + static_cast<std::uint32_t>(position / kSyllable));
        return level * level * 0.5F * (2 * dice(static_cast<std::uint32_t>(position)) - 1);
    }

    const std::unique_ptr<CaptureSource> m_real;
    const std::uint32_t m_talker;
    const float m_gain;
    std::int64_t m_position;
};

/// The test source of that kind, whatever the request says it is.
std::unique_ptr<CaptureSource> made(SourceRequest request, std::shared_ptr<PaceClock> clock) {
    request.spec = {SourceKind::Test, ""};
    return makeSource(request, std::move(clock));
}

std::vector<std::vector<Trouble>> troublesOf(const Recorder& recorder) {
    std::vector<std::vector<Trouble>> all;
    for (const SourceStats& source : recorder.stats().sources)
        all.push_back(source.troubles);
    return all;
}

} // namespace

TEST(RecorderTroubles, NamesWhatGoesWrongWithEachSourceAndRecordsOn) {
    ::setenv("PULSE_SERVER", "/nonexistent", 1);
    const Switch wrong = std::make_shared<std::atomic<bool>>(false);
    RecorderSeams seams;
    seams.makeSource = [=](const SourceRequest& request, std::shared_ptr<PaceClock> clock) {
        constexpr std::array kPictures = {Fault::None, Fault::Black, Fault::Frozen, Fault::Stalled};
        constexpr std::array kSounds = {Fault::None, Fault::Silent, Fault::Clipping, Fault::Stalled};
        const auto index = static_cast<std::size_t>(request.index);
        return std::make_unique<TroubledSource>(
            made(request, std::move(clock)), request.video ? kPictures.at(index) : kSounds.at(index), wrong);
    };
    const auto camera = [](const char* id) { return SourceSpec{SourceKind::Camera, id}; };
    const auto microphone = [](const char* id) { return SourceSpec{SourceKind::Microphone, id}; };
    auto opened = Recorder::open({{camera("a"), camera("b"), camera("c"), camera("d")},
                                  {microphone("a"), microphone("b"), microphone("c"), microphone("d")},
                                  10},
                                 seams);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    Recorder& recorder = **opened;
    const TemporaryFolder folder;
    ASSERT_TRUE(recorder.start(folder / "a.mkv").ok());
    ASSERT_TRUE(waitUntil([&] { return recorder.stats().elapsed.seconds() > 5; }, kDeadline));
    EXPECT_THAT(troublesOf(recorder), Each(IsEmpty())) << "the control: all is well";

    *wrong = true;
    const auto expected = ElementsAre(IsEmpty(), ElementsAre(Trouble::Black), ElementsAre(Trouble::Frozen),
                                      ElementsAre(Trouble::Stalled), IsEmpty(), ElementsAre(Trouble::Silent),
                                      ElementsAre(Trouble::Clipping), ElementsAre(Trouble::Stalled));
    EXPECT_TRUE(waitUntil([&] { return testing::Matches(expected)(troublesOf(recorder)); }, kDeadline))
        << testing::PrintToString(troublesOf(recorder));
    EXPECT_TRUE(recorder.stats().sources[6].clipped);
    EXPECT_FALSE(recorder.stats().sources[4].clipped);
    const auto before = recorder.stats();
    EXPECT_TRUE(waitUntil([&] { return recorder.stats().elapsed > before.elapsed; }, kDeadline));
    EXPECT_TRUE(before.recording);
    EXPECT_FALSE(before.failure.has_value());

    *wrong = false;
    EXPECT_TRUE(waitUntil([&] { return testing::Matches(Each(IsEmpty()))(troublesOf(recorder)); }, kDeadline))
        << testing::PrintToString(troublesOf(recorder));
    const auto summary = recorder.stop();
    ASSERT_TRUE(summary.ok()) << summary.error().detail;
    const auto file = media::probe(folder / "a.mkv");
    ASSERT_TRUE(file.ok());
    EXPECT_GE(file->duration.seconds(), before.elapsed.seconds());
}

TEST(RecorderTroubles, TellsHowMuchOfTheLoudspeakerTheMicrophoneHears) {
    ::setenv("PULSE_SERVER", "/nonexistent", 1);
    const auto recorder = [](bool headphones) {
        RecorderSeams seams;
        seams.makeSource = [=](const SourceRequest& request,
                               std::shared_ptr<PaceClock> clock) -> std::unique_ptr<CaptureSource> {
            auto real = made(request, std::move(clock));
            if (request.spec.kind == SourceKind::System)
                return std::make_unique<VoiceSource>(std::move(real), 1, 1.0F, 0);
            if (headphones)
                return std::make_unique<VoiceSource>(std::move(real), 2, 1.0F, 0);
            return std::make_unique<VoiceSource>(std::move(real), 1, 0.1F, kSampleRate / 10);
        };
        return Recorder::open({{}, {{SourceKind::System, ""}, {SourceKind::Microphone, "a"}}, 30}, seams);
    };
    auto leaking = recorder(false);
    auto tight = recorder(true);
    ASSERT_TRUE(leaking.ok() && tight.ok());
    EXPECT_FALSE((*leaking)->stats().speakerLeak.has_value()) << "too early to say";
    EXPECT_TRUE(waitUntil([&] { return (*leaking)->stats().speakerLeak.value_or(0) > 0.7; }, kDeadline));
    ASSERT_TRUE(waitUntil([&] { return (*tight)->stats().speakerLeak.has_value(); }, kDeadline));
    EXPECT_LT(*(*tight)->stats().speakerLeak, 0.5);
}

TEST(RecorderTroubles, SaysNothingOfALeakWithoutBothEnds) {
    const auto recorder = Recorder::open({{}, {{SourceKind::Test, ""}, {SourceKind::Test, ""}}, 30});
    ASSERT_TRUE(recorder.ok());
    EXPECT_FALSE((*recorder)->stats().speakerLeak.has_value());
}

} // namespace mockingbird::recorder
