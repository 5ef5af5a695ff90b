// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sync/sound_job.h"

#include "tests/support/wait_until.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using test::waitUntil;

struct Heard {
    std::vector<std::int64_t> froms;
    std::vector<float> mix;
    std::vector<float> second;
};

Captured sound(float value, SteadyTime at, int milliseconds) {
    media::AvFrame frame(av_frame_alloc());
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = kSampleRate;
    frame->nb_samples = kSampleRate / 1000 * milliseconds;
    av_channel_layout_default(&frame->ch_layout, 1);
    av_frame_get_buffer(frame.get(), 0);
    auto* samples = reinterpret_cast<float*>(frame->data[0]);
    std::fill(samples, samples + frame->nb_samples, value);
    return {std::move(frame), at};
}

SoundJob::Sink into(threading::Guarded<Heard>& heard) {
    return [&heard](const SoundBlock& block) {
        heard.with([&](Heard& h) {
            h.froms.push_back(block.from);
            h.mix.push_back(block.tracks[0][0]);
            h.second.push_back(block.tracks.back()[0]);
        });
    };
}

} // namespace

TEST(SoundJob, MixesBlockAfterBlockWithoutAGap) {
    threading::Guarded<Heard> heard;
    const auto epoch = std::chrono::steady_clock::now();
    SoundJob job(RunningClock(epoch), 2, into(heard));
    ASSERT_TRUE(job.add(0, sound(0.25F, epoch, 500)));
    ASSERT_TRUE(job.add(1, sound(0.125F, epoch, 500)));
    ASSERT_TRUE(waitUntil([&] { return heard.read([](const Heard& h) { return h.froms.size() >= 20; }); }));
    const Heard got = heard.copy();
    for (std::size_t i = 1; i < got.froms.size(); ++i)
        EXPECT_EQ(got.froms[i] - got.froms[i - 1], 1024);
    EXPECT_NEAR(got.mix[10], 0.375F, 0.01);
    EXPECT_NEAR(got.second[10], 0.125F, 0.01);
    EXPECT_NEAR(job.levels()[0].peak, 0.25, 0.02);
}

TEST(SoundJob, GoesOnWithoutASourceThatStalls) {
    threading::Guarded<Heard> heard;
    const auto epoch = std::chrono::steady_clock::now();
    SoundJob job(RunningClock(epoch), 2, into(heard));
    // The second source never says a word.
    ASSERT_TRUE(job.add(0, sound(0.25F, epoch, 3000)));
    ASSERT_TRUE(waitUntil([&] { return heard.read([](const Heard& h) { return h.froms.size() >= 30; }); }));
    EXPECT_NEAR(heard.copy().mix[20], 0.25F, 0.01);
    EXPECT_EQ(heard.copy().second[20], 0.0F);
}

TEST(SoundJob, HearsASourceAgainThatComesBack) {
    threading::Guarded<Heard> heard;
    const auto epoch = std::chrono::steady_clock::now();
    const RunningClock clock(epoch);
    SoundJob job(clock, 1, into(heard));
    ASSERT_TRUE(job.add(0, sound(0.25F, epoch, 20)));
    job.end(0);
    // Nobody waits for it: the silence is there at once.
    ASSERT_TRUE(waitUntil([&] { return heard.read([](const Heard& h) { return h.froms.size() >= 10; }); }));
    EXPECT_EQ(job.levels()[0].peak, 0);
    EXPECT_EQ(heard.copy().second[8], 0.0F);

    const auto back = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
    ASSERT_TRUE(job.add(0, sound(0.125F, back, 500)));
    const std::int64_t place = clock.sampleAt(back);
    ASSERT_TRUE(waitUntil([&] {
        return heard.read([&](const Heard& h) { return !h.froms.empty() && h.froms.back() > place + 4096; });
    }));
    const Heard got = heard.copy();
    for (std::size_t i = 0; i < got.froms.size(); ++i) {
        if (got.froms[i] > 1024 && got.froms[i] < place) {
            EXPECT_EQ(got.second[i], 0.0F) << got.froms[i];
        } else if (got.froms[i] > place + 64) {
            EXPECT_NEAR(got.second[i], 0.125F, 0.01) << got.froms[i];
        }
    }
}

TEST(SoundJob, WaitsForNobodyOnceASourceHasEnded) {
    threading::Guarded<Heard> heard;
    const auto epoch = std::chrono::steady_clock::now();
    SoundJob job(RunningClock(epoch), 2, into(heard));
    job.end(1);
    ASSERT_TRUE(job.add(0, sound(0.25F, epoch, 1000)));
    ASSERT_TRUE(waitUntil([&] { return heard.read([](const Heard& h) { return h.froms.size() >= 40; }); }));
    EXPECT_NEAR(heard.copy().mix[20], 0.25F, 0.01);
}

TEST(SoundJob, LetsASourceWaitAtItsLimitAndDropsNothing) {
    threading::Guarded<bool> released;
    threading::Guarded<int> added;
    threading::Guarded<Heard> heard;
    const auto epoch = std::chrono::steady_clock::now() - std::chrono::minutes(1);
    const auto hear = into(heard);
    SoundJob job(RunningClock(epoch), 1, [&](const SoundBlock& block) {
        // Like a disk that stands still.
        EXPECT_TRUE(waitUntil([&] { return released.copy(); }));
        hear(block);
    });
    // More than the queue and the job hold, all of it for the time from now on.
    constexpr int kPieces = 2500;
    const auto begin = std::chrono::steady_clock::now();
    std::jthread source([&] {
        for (int i = 0; i < kPieces; ++i) {
            if (job.add(0, sound(0.25F, begin + std::chrono::milliseconds(2 * i), 2)))
                added.with([](int& count) { ++count; });
        }
    });
    ASSERT_TRUE(waitUntil([&] { return added.copy() >= 1024; }));
    EXPECT_LT(added.copy(), kPieces);
    EXPECT_EQ(job.dropped(), 0U);
    released.with([](bool& is) { is = true; });
    source.join();
    EXPECT_EQ(added.copy(), kPieces);
    EXPECT_EQ(job.dropped(), 0U);
    // Every piece is heard: five seconds without a hole.
    const std::int64_t first = RunningClock(epoch).sampleAt(begin);
    const std::int64_t last = first + 5LL * kSampleRate;
    ASSERT_TRUE(waitUntil([&] {
        return heard.read([&](const Heard& h) { return !h.froms.empty() && h.froms.back() > last; });
    }));
    const Heard got = heard.copy();
    for (std::size_t i = 0; i < got.froms.size(); ++i) {
        if (got.froms[i] > first && got.froms[i] < last - 1024) {
            EXPECT_NEAR(got.second[i], 0.25F, 0.01) << got.froms[i] - first;
        }
    }
}

TEST(SoundJob, WakesAWaitingSourceWhenItCloses) {
    threading::Guarded<bool> entered;
    threading::Guarded<bool> released;
    const auto epoch = std::chrono::steady_clock::now();
    SoundJob job(RunningClock(epoch), 1, [&](const SoundBlock&) {
        entered.with([](bool& is) { is = true; });
        // Like a disk that stands still.
        EXPECT_TRUE(waitUntil([&] { return released.copy(); }));
    });
    std::jthread source([&] {
        while (job.add(0, sound(0.1F, std::chrono::steady_clock::now(), 20))) {
        }
    });
    ASSERT_TRUE(waitUntil([&] { return entered.copy(); }));
    job.close();
    source.join();
    released.with([](bool& is) { is = true; });
}

} // namespace mockingbird::recorder
