// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_pool.h"

#include "review/playback/recording_input.h"
#include "review/playback/track_decoder.h"
#include "tests/support/coded_media.h"
#include "tests/support/temporary_folder.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <set>

namespace mockingbird::review {
namespace {

constexpr std::size_t kPage = 2U << 20U;

struct Kind {
    const char* name;
    const char* codec;
    const char* colours;
    int width;
    int height;
    bool pooled = true; ///< a picture fills a page
};

void PrintTo(const Kind& kind, std::ostream* out) {
    *out << kind.name;
}

class PicturePoolTest : public ::testing::Test {
protected:
    std::filesystem::path made(const Kind& kind, const std::string& name = "media.mkv") {
        test::CodedMedia media;
        media.codec = kind.codec;
        media.colours = kind.colours;
        media.width = kind.width;
        media.height = kind.height;
        media.frames = 12;
        media.bFrames = media.codec == "libx264" ? 2 : 0;
        const auto written = test::write(media, m_folder / name);
        EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
        return m_folder / name;
    }

    /// All of the file's pictures; of `pool`'s memory where there is one.
    static std::vector<media::AvFrame> decoded(const std::filesystem::path& file, PicturePool* pool) {
        std::vector<media::AvFrame> frames;
        auto input = RecordingInput::open(file);
        EXPECT_TRUE(input.ok());
        auto decoder = openTrackDecoder(input->stream(0), "media", [&](AVCodecContext& context) {
            context.thread_count = 3;
            if (pool != nullptr)
                pool->serve(context);
        });
        EXPECT_TRUE(decoder.ok());
        for (bool more = true; more;) {
            const media::AvPacket packet = std::move(input->read()).value();
            EXPECT_GE(avcodec_send_packet(decoder->get(), packet.get()), 0);
            more = packet != nullptr;
            while (true) {
                media::AvFrame frame(av_frame_alloc());
                if (avcodec_receive_frame(decoder->get(), frame.get()) < 0)
                    break;
                frames.push_back(std::move(frame));
            }
        }
        return frames;
    }

    const test::TemporaryFolder m_folder;
};

bool same(const AVFrame& one, const AVFrame& other) {
    const AVPixFmtDescriptor& format = *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(one.format));
    if (one.format != other.format || one.width != other.width || one.height != other.height)
        return false;
    for (int plane = 0; plane < format.nb_components; ++plane) {
        const int rows = plane == 0 ? one.height : AV_CEIL_RSHIFT(one.height, format.log2_chroma_h);
        const int width = plane == 0 ? one.width : AV_CEIL_RSHIFT(one.width, format.log2_chroma_w);
        for (int y = 0; y < rows; ++y) {
            if (std::memcmp(one.data[plane] + y * one.linesize[plane],
                            other.data[plane] + y * other.linesize[plane],
                            static_cast<std::size_t>(width)) != 0)
                return false;
        }
    }
    return true;
}

/// And says so of its size, by which others count what they keep.
bool inWholePages(const AVFrame& frame) {
    return reinterpret_cast<std::uintptr_t>(frame.buf[0]->data) % kPage == 0 &&
           frame.buf[0]->size % kPage == 0 && frame.buf[1] == nullptr;
}

class PooledAs : public PicturePoolTest, public ::testing::WithParamInterface<Kind> {};

TEST_P(PooledAs, ThePicturesAreThoseOfUsualMemory) {
    const auto file = made(GetParam());
    PicturePool pool;
    const auto pooled = decoded(file, &pool);
    const auto usual = decoded(file, nullptr);
    ASSERT_EQ(pooled.size(), 12U);
    ASSERT_EQ(usual.size(), 12U);
    for (std::size_t i = 0; i < usual.size(); ++i) {
        EXPECT_TRUE(same(*pooled[i], *usual[i])) << i;
        EXPECT_EQ(inWholePages(*pooled[i]), GetParam().pooled) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, PooledAs,
                         ::testing::Values(Kind{"FullHd", "libx264", "", 1920, 1080},
                                           Kind{"OddSizes", "libx264", "yuv422p", 1926, 1082},
                                           Kind{"ColoursOfEachPixel", "libx264", "yuv444p", 1282, 722},
                                           Kind{"NoColours", "libx264", "gray", 1920, 1200},
                                           Kind{"Stills", "mjpeg", "", 1922, 1084},
                                           Kind{"Small", "libx264", "", 640, 360, false}),
                         [](const auto& kind) { return std::string(kind.param.name); });

TEST_F(PicturePoolTest, PicturesOutliveDecoderAndPool) {
    const auto file = made({"", "libx264", "", 1920, 1080});
    std::vector<media::AvFrame> kept;
    {
        PicturePool pool;
        kept = decoded(file, &pool);
    }
    const auto again = decoded(file, nullptr);
    ASSERT_EQ(kept.size(), again.size());
    for (std::size_t i = 0; i < kept.size(); ++i)
        EXPECT_TRUE(same(*kept[i], *again[i])) << i;
}

TEST_F(PicturePoolTest, WhatIsLetGoOfServesTheNextPicturesAndOtherSizesGetTheirOwn) {
    const auto file = made({"", "libx264", "", 1920, 1080});
    const auto larger = made({"", "libx264", "", 2560, 1440}, "larger.mkv");
    PicturePool pool;
    const auto large = decoded(larger, &pool);
    std::set<const std::uint8_t*> places;
    const auto placesOf = [&](const std::vector<media::AvFrame>& frames) {
        std::size_t known = 0;
        for (const media::AvFrame& frame : frames)
            known += places.insert(frame->buf[0]->data).second ? 0 : 1;
        return known;
    };
    EXPECT_EQ(placesOf(decoded(file, &pool)), 0U);
    // The decoder's own, which it gave back, come before those shown; so not all, but most.
    EXPECT_GT(placesOf(decoded(file, &pool)), 6U);

    const auto usual = decoded(larger, nullptr);
    ASSERT_EQ(large.size(), usual.size());
    EXPECT_TRUE(same(*large.back(), *usual.back())) << "the smaller ones left it alone";
}

} // namespace
} // namespace mockingbird::review
