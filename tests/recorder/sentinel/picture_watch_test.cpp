// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/picture_watch.h"

#include "tests/recorder/sentinel/made_picture.h"

#include <functional>
#include <gtest/gtest.h>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;
using test::darkRoom;
using test::Light;
using test::madePicture;

constexpr SteadyTime kStart{100s};

int noLight(int, int) {
    return 0;
}

/// A watch with ten pictures a second by a clock of its own.
class PictureWatchTest : public ::testing::Test {
protected:
    using Maker = std::function<media::AvFrame(std::uint32_t number)>;

    void show(std::chrono::milliseconds length, const Maker& make) {
        for (const SteadyTime end = m_now + length; m_now < end; m_now += 100ms)
            m_watch.add(*make(m_number++), m_now);
    }
    /// A camera in a bright room.
    static media::AvFrame lively(std::uint32_t number) {
        return madePicture(AV_PIX_FMT_YUV420P, darkRoom(number, 120, 3), false, 160, 90);
    }
    static media::AvFrame black(std::uint32_t) {
        return madePicture(AV_PIX_FMT_YUV420P, noLight, false, 160, 90);
    }
    static media::AvFrame still(std::uint32_t) {
        return madePicture(AV_PIX_FMT_YUV420P, darkRoom(7, 120, 3), false, 160, 90);
    }
    /// How long it took from now on until `is` held, at most ten seconds.
    std::chrono::milliseconds until(const std::function<bool()>& is, const Maker& make) {
        const SteadyTime from = m_now;
        while (!is() && m_now - from < 10s)
            show(100ms, make);
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_now - from);
    }
    [[nodiscard]] bool isBlack() { return m_watch.black(m_now); }
    [[nodiscard]] bool isFrozen() { return m_watch.frozen(m_now); }

    PictureWatch m_watch{SourceKind::Camera};
    SteadyTime m_now = kStart;
    std::uint32_t m_number = 1;
};

} // namespace

TEST_F(PictureWatchTest, ALivelyPictureIsNeitherBlackNorFrozen) {
    show(20s, lively);
    EXPECT_FALSE(isBlack());
    EXPECT_FALSE(isFrozen());
}

TEST_F(PictureWatchTest, ABlackPictureIsToldWithinFiveSecondsAndTakenBackAfterOne) {
    show(3s, lively);
    const auto told = until([&] { return isBlack(); }, black);
    EXPECT_GE(told, 4s);
    EXPECT_LT(told, 5s);
    show(5s, black);
    EXPECT_TRUE(isBlack());
    const auto over = until([&] { return !isBlack(); }, lively);
    EXPECT_GE(over, 900ms);
    EXPECT_LT(over, 2s);
}

TEST_F(PictureWatchTest, AFrozenPictureIsToldWithinFiveSecondsAndTakenBackAfterOne) {
    show(3s, lively);
    const auto told = until([&] { return isFrozen(); }, still);
    EXPECT_GE(told, 4s);
    EXPECT_LT(told, 5s);
    const auto over = until([&] { return !isFrozen(); }, lively);
    EXPECT_GE(over, 900ms);
    EXPECT_LT(over, 2s);
}

TEST_F(PictureWatchTest, ABlackScreenIsToldThoughOnlyOnePictureOfItCame) {
    show(1s, lively);
    m_watch.add(*black(0), m_now + 300ms);
    EXPECT_FALSE(m_watch.black(m_now + 4200ms));
    EXPECT_TRUE(m_watch.black(m_now + 4300ms));
}

TEST_F(PictureWatchTest, WhatFlickersIsNotTold) {
    for (int i = 0; i < 10; ++i) {
        show(3s, black);
        show(500ms, lively);
        EXPECT_FALSE(isBlack());
        EXPECT_FALSE(isFrozen());
    }
    // And once told it stays, until there is light for a second.
    show(5s, black);
    ASSERT_TRUE(isBlack());
    for (int i = 0; i < 5; ++i) {
        show(600ms, lively);
        show(600ms, black);
        EXPECT_TRUE(isBlack());
    }
}

TEST_F(PictureWatchTest, ADarkRoomIsNotBlackAndItsNoiseNotFrozen) {
    show(8s, [](std::uint32_t number) {
        return madePicture(AV_PIX_FMT_YUYV422, darkRoom(number), false, 160, 90);
    });
    EXPECT_FALSE(isBlack());
    EXPECT_FALSE(isFrozen());
}

TEST_F(PictureWatchTest, ACoveredLensIsBlackWhateverItsNoise) {
    show(8s, [](std::uint32_t number) {
        return madePicture(AV_PIX_FMT_YUYV422, darkRoom(number, 4, 4), false, 160, 90);
    });
    EXPECT_TRUE(isBlack());
    EXPECT_FALSE(isFrozen());
}

TEST_F(PictureWatchTest, ALineOfTextOnBlackIsLight) {
    const Light terminal = [](int x, int y) { return y > 20 && y < 32 && x < 300 && x % 7 < 3 ? 180 : 0; };
    show(8s, [&](std::uint32_t) { return madePicture(AV_PIX_FMT_BGR0, terminal, false, 640, 360); });
    EXPECT_FALSE(isBlack());
}

TEST_F(PictureWatchTest, AChangeBetweenTheFewSamplesIsSeen) {
    const auto blinking = [](bool blinks) {
        return [=](std::uint32_t number) {
            const Light lamp = [=](int x, int y) {
                return x == 8 && y == 8 && blinks ? static_cast<int>(number % 200) : 100;
            };
            return madePicture(AV_PIX_FMT_YUV420P, lamp, false, 640, 360);
        };
    };
    show(8s, blinking(true));
    EXPECT_FALSE(isFrozen());
    show(8s, blinking(false));
    EXPECT_TRUE(isFrozen()); // the control
}

TEST(PictureWatch, AScreenThatStandsIsNotFrozenAndABlackOneBlack) {
    PictureWatch watch(SourceKind::Screen);
    const auto black = madePicture(AV_PIX_FMT_BGR0, noLight, false, 160, 90);
    for (SteadyTime now = kStart; now < kStart + 8s; now += 250ms)
        watch.add(*black, now);
    EXPECT_FALSE(watch.frozen(kStart + 8s));
    EXPECT_TRUE(watch.black(kStart + 8s));
}

TEST_F(PictureWatchTest, FourPicturesASecondAreLookedAt) {
    m_watch.add(*black(0), kStart);
    m_watch.add(*lively(1), kStart + 100ms);
    EXPECT_TRUE(m_watch.black(kStart + 4s)) << "the second was passed over";
    m_watch.add(*lively(1), kStart + 250ms);
    EXPECT_FALSE(m_watch.black(kStart + 6s));
}

TEST_F(PictureWatchTest, SaysNothingOfAFormatItCannotRead) {
    for (const AVPixelFormat format : {AV_PIX_FMT_YUV420P10LE, AV_PIX_FMT_RGB565LE, AV_PIX_FMT_PAL8}) {
        media::AvFrame picture(av_frame_alloc());
        picture->format = format;
        picture->width = 64;
        picture->height = 64;
        ASSERT_EQ(av_frame_get_buffer(picture.get(), 0), 0);
        for (int i = 0; i < 40; ++i)
            m_watch.add(*picture, m_now += 250ms);
        EXPECT_FALSE(isBlack());
        EXPECT_FALSE(isFrozen());
    }
}

struct Format {
    AVPixelFormat format;
    bool full;
};

class PictureFormatTest : public ::testing::TestWithParam<Format> {
protected:
    [[nodiscard]] media::AvFrame picture(const Light& light) const {
        return madePicture(GetParam().format, light, GetParam().full, 322, 182);
    }
    static bool blackAfter(PictureWatch& watch, const std::function<media::AvFrame(std::uint32_t)>& make) {
        for (std::uint32_t i = 0; i < 20; ++i)
            watch.add(*make(i), kStart + i * 250ms);
        return watch.black(kStart + 5s);
    }
};

TEST_P(PictureFormatTest, TellsBlackFromDarkAndStillFromNoisy) {
    PictureWatch dark(SourceKind::Camera);
    EXPECT_TRUE(blackAfter(dark, [&](std::uint32_t) { return picture(noLight); }));
    EXPECT_TRUE(dark.frozen(kStart + 5s));
    PictureWatch room(SourceKind::Camera);
    EXPECT_FALSE(blackAfter(room, [&](std::uint32_t number) { return picture(darkRoom(number)); }));
    EXPECT_FALSE(room.frozen(kStart + 5s));
    PictureWatch corner(SourceKind::Camera);
    const Light lamp = [](int x, int y) { return x > 300 && y > 160 ? 200 : 0; };
    EXPECT_FALSE(blackAfter(corner, [&](std::uint32_t) { return picture(lamp); })) << "light in one part";
}

TEST_P(PictureFormatTest, ReadsAPictureThatLiesBottomUp) {
    if (av_pix_fmt_count_planes(GetParam().format) != 1)
        return;
    const Light lamp = [](int x, int y) { return x > 300 && y > 160 ? 200 : 0; };
    const auto flipped = [&](const Light& light) {
        auto made = picture(light);
        made->data[0] += static_cast<std::ptrdiff_t>(made->height - 1) * made->linesize[0];
        made->linesize[0] = -made->linesize[0];
        return made;
    };
    PictureWatch watch(SourceKind::Camera);
    EXPECT_FALSE(blackAfter(watch, [&](std::uint32_t) { return flipped(lamp); }));
    PictureWatch dark(SourceKind::Camera);
    EXPECT_TRUE(blackAfter(dark, [&](std::uint32_t) { return flipped(noLight); }));
}

INSTANTIATE_TEST_SUITE_P(
    EightBit, PictureFormatTest,
    ::testing::Values(Format{AV_PIX_FMT_YUYV422, false}, Format{AV_PIX_FMT_UYVY422, false},
                      Format{AV_PIX_FMT_YUVJ422P, false}, Format{AV_PIX_FMT_YUVJ420P, false},
                      Format{AV_PIX_FMT_YUV422P, true}, Format{AV_PIX_FMT_NV12, false},
                      Format{AV_PIX_FMT_YUV420P, false}, Format{AV_PIX_FMT_BGR0, false},
                      Format{AV_PIX_FMT_BGRA, false}, Format{AV_PIX_FMT_RGB24, false},
                      Format{AV_PIX_FMT_GBRP, false}),
    [](const auto& one) {
        return std::string(av_get_pix_fmt_name(one.param.format)) + (one.param.full ? "_full" : "");
    });

} // namespace mockingbird::recorder
