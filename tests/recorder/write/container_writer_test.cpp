// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/write/container_writer.h"

#include "common/media/media_input.h"
#include "common/media/probe.h"
#include "recorder/encode/audio_encoder.h"
#include "recorder/write/file_chapters.h"
#include "tests/support/failing_store.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace mockingbird::recorder {

namespace {

using test::FailingStore;
using test::TemporaryFolder;

/// Writes noise until `seconds` or the first failure, and closes the file where it can.
struct Outcome {
    Result<void> written;
    Result<void> finished;
};

Outcome writeNoise(std::unique_ptr<media::MediaFile> file, int seconds,
                   const std::vector<Chapter>& chapters = {}) {
    auto encoder = AudioEncoder::open();
    EXPECT_TRUE(encoder.ok());
    const media::AvCodecParameters parameters(avcodec_parameters_alloc());
    avcodec_parameters_from_context(parameters.get(), &encoder->context());
    ContainerWriter::Stream stream;
    stream.codec = parameters.get();
    stream.timeBase = encoder->context().time_base;
    auto writer = ContainerWriter::begin(std::move(file), {stream}, ContainerWriter::Durability::Survives,
                                         "Library Assistant");
    if (!writer.ok())
        return {writer.error(), writer.error()};
    std::mt19937 random(1);
    std::uniform_real_distribution<float> noise(-0.5F, 0.5F);
    Outcome outcome;
    for (int i = 0; i < seconds * 10 && outcome.written.ok(); ++i) {
        std::vector<float> samples(9600);
        for (float& sample : samples)
            sample = noise(random);
        const auto encoded = encoder->encode(samples, [&](media::AvPacket packet) {
            if (outcome.written.ok())
                outcome.written = (*writer)->write(std::move(packet));
        });
        EXPECT_TRUE(encoded.ok());
        if (outcome.written.ok() && i % 10 == 9)
            outcome.written = (*writer)->sync();
    }
    outcome.finished = (*writer)->finish(chapters);
    return outcome;
}

std::unique_ptr<media::MediaFile> limited(const std::filesystem::path& file, FailingStore::Faults faults) {
    auto disk = media::DiskFile::create(file);
    EXPECT_TRUE(disk.ok());
    return media::MediaFile::over(std::make_unique<FailingStore>(std::move(disk).value(), faults),
                                  media::MediaFile::Access::Write, file.string());
}

media::AvPacket soundAt(std::int64_t milliseconds) {
    media::AvPacket packet(av_packet_alloc());
    av_new_packet(packet.get(), 4);
    std::fill_n(packet->data, packet->size, std::uint8_t{0});
    packet->pts = milliseconds;
    packet->duration = 20;
    packet->flags = AV_PKT_FLAG_KEY;
    return packet;
}

/// The times in the file of packets without dts that come with these.
std::vector<std::int64_t> timesOfCopied(const std::vector<std::int64_t>& times, int reordered) {
    const TemporaryFolder folder;
    const media::AvCodecParameters parameters(avcodec_parameters_alloc());
    parameters->codec_type = AVMEDIA_TYPE_AUDIO;
    parameters->codec_id = AV_CODEC_ID_PCM_S16LE;
    parameters->sample_rate = 48000;
    parameters->bits_per_coded_sample = 16;
    parameters->video_delay = reordered;
    av_channel_layout_default(&parameters->ch_layout, 2);
    ContainerWriter::Stream stream;
    stream.codec = parameters.get();
    auto file = media::MediaFile::create(folder / "a.mkv");
    EXPECT_TRUE(file.ok());
    auto writer = ContainerWriter::begin(std::move(file).value(), {stream});
    EXPECT_TRUE(writer.ok());
    for (const std::int64_t time : times)
        EXPECT_TRUE((*writer)->write(soundAt(time)).ok()) << "at " << time;
    EXPECT_TRUE((*writer)->finish().ok());
    const auto input = media::openMediaInput(folder / "a.mkv");
    EXPECT_TRUE(input.ok());
    std::vector<std::int64_t> kept;
    const media::AvPacket packet(av_packet_alloc());
    while (av_read_frame(input->context.get(), packet.get()) >= 0) {
        kept.push_back(packet->pts);
        av_packet_unref(packet.get());
    }
    return kept;
}

constexpr std::int64_t kFullAt = 4 * 1024 * 1024 + 300 * 1024;

} // namespace

// As the demuxer hands them over where it could not decode the first pictures, and a cluster's time is torn.
TEST(ContainerWriter, GoesOnWhereACopiedPacketsTimeGoesBack) {
    const std::vector<std::int64_t> kept{0, 40, 41, 42, 80};
    EXPECT_EQ(timesOfCopied({0, 40, 20, AV_NOPTS_VALUE, 10, 80}, 0), kept);
}

TEST(ContainerWriter, LeavesOutAReorderedPacketThatCanNotBePlaced) {
    const std::vector<std::int64_t> kept{0, 80, 40, 160, 200};
    EXPECT_EQ(timesOfCopied({0, 80, 40, 160, 10, AV_NOPTS_VALUE, 200}, 1), kept);
}

TEST(ContainerWriter, ReportsNoSpaceWhileThereIsRoomToCloseTheFile) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = kFullAt;
    faults.error = ENOSPC;
    const auto outcome = writeNoise(limited(folder / "a.mkv", faults), 300);
    ASSERT_FALSE(outcome.written.ok());
    EXPECT_EQ(outcome.written.error().code, ErrorCode::NoSpace);
    EXPECT_TRUE(outcome.finished.ok());
    const auto kept = media::probe(folder / "a.mkv");
    ASSERT_TRUE(kept.ok());
    EXPECT_GT(kept->duration.seconds(), 10);
}

TEST(ContainerWriter, CanNotCloseAFileWithoutTheRoomItKeeps) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = 200 * 1024;
    faults.error = ENOSPC;
    faults.tellsReserve = false;
    const auto outcome = writeNoise(limited(folder / "a.mkv", faults), 300);
    ASSERT_FALSE(outcome.written.ok());
    EXPECT_EQ(outcome.written.error().code, ErrorCode::NoSpace);
    EXPECT_FALSE(outcome.finished.ok());
    // It can still be read, without knowing how long it is.
    const auto kept = media::probe(folder / "a.mkv");
    ASSERT_TRUE(kept.ok());
    EXPECT_EQ(kept->duration.microseconds(), 0);
}

TEST(ContainerWriter, ReportsADisksErrorWhichTheMuxerSwallows) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = 100 * 1024;
    faults.error = EIO;
    faults.tellsReserve = false;
    const auto outcome = writeNoise(limited(folder / "a.mkv", faults), 60);
    ASSERT_FALSE(outcome.written.ok());
    EXPECT_EQ(outcome.written.error().code, ErrorCode::Io);

    // The same without the fault.
    const auto fine = writeNoise(limited(folder / "b.mkv", {}), 20);
    EXPECT_TRUE(fine.written.ok());
    EXPECT_TRUE(fine.finished.ok());
    EXPECT_NEAR(media::probe(folder / "b.mkv")->duration.seconds(), 20, 0.1);
}

TEST(ContainerWriter, WritesTitleAndChaptersWhereEveryPlayerFindsThem) {
    const TemporaryFolder folder;
    const MediaTime second = MediaTime::fromSeconds(1);
    const std::vector<Chapter> chapters = {{second, second + second, "1. Why libraries?"},
                                           {MediaTime::fromSeconds(1.5), std::nullopt, "Bookmark 1"},
                                           {MediaTime::fromSeconds(99), std::nullopt, "too late"}};
    const auto outcome = writeNoise(limited(folder / "a.mkv", {}), 4, chapters);
    ASSERT_TRUE(outcome.finished.ok()) << outcome.finished.error().detail;
    const auto input = media::openMediaInput(folder / "a.mkv");
    ASSERT_TRUE(input.ok());
    const AVDictionaryEntry* title = av_dict_get(input->context->metadata, "title", nullptr, 0);
    ASSERT_NE(title, nullptr);
    EXPECT_STREQ(title->value, "Library Assistant");
    const auto found = chaptersOf(*input->context);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].title, "1. Why libraries?");
    EXPECT_EQ(found[0].start, second);
    EXPECT_EQ(found[0].end, second + second);
    EXPECT_EQ(found[1].title, "Bookmark 1");
    EXPECT_NEAR(found[1].end->seconds(), 4, 0.1);
    // The index is there as well: the table of contents had room for both.
    EXPECT_GT(avformat_index_get_entries_count(input->context->streams[0]), 0);
}

TEST(ContainerWriter, FailsToBeginOnAFullDisk) {
    const TemporaryFolder folder;
    FailingStore::Faults faults;
    faults.capacity = 10;
    faults.error = ENOSPC;
    const auto outcome = writeNoise(limited(folder / "a.mkv", faults), 1);
    ASSERT_FALSE(outcome.written.ok());
    EXPECT_EQ(outcome.written.error().code, ErrorCode::NoSpace);
}

} // namespace mockingbird::recorder
