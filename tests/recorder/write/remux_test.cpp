// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/write/remux.h"

#include "common/media/disk_file.h"
#include "recorder/recorder.h"
#include "tests/support/decoded_file.h"
#include "tests/support/failing_store.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <array>
#include <cstring>
#include <gtest/gtest.h>
#include <string>

namespace mockingbird::recorder {

namespace {

using test::TemporaryFolder;

void recordShortly(const std::filesystem::path& file) {
    const SourceSpec test{SourceKind::Test, ""};
    auto recorder = Recorder::open({{test}, {test}, 30});
    ASSERT_TRUE(recorder.ok());
    ASSERT_TRUE((*recorder)->start(file).ok());
    ASSERT_TRUE(test::waitUntil([&] { return (*recorder)->stats().elapsed.seconds() > 1; }));
    ASSERT_TRUE((*recorder)->stop().ok());
}

} // namespace

TEST(Remux, CopiesEveryFrameAndTagAsItIs) {
    const TemporaryFolder folder;
    recordShortly(folder / "a.mkv");
    auto input = media::openMediaInput(folder / "a.mkv");
    ASSERT_TRUE(input.ok());
    const auto copied = remux(*input, folder / "b.mkv", Unreadable::Fail);
    ASSERT_TRUE(copied.ok()) << copied.error().detail;
    const auto before = test::decodeWhole(folder / "a.mkv");
    const auto after = test::decodeWhole(folder / "b.mkv");
    ASSERT_TRUE(before.ok() && after.ok());
    ASSERT_EQ(before->pictures[0].size(), after->pictures[0].size());
    for (std::size_t i = 0; i < after->pictures[0].size(); ++i) {
        EXPECT_EQ(before->pictures[0][i].time, after->pictures[0][i].time);
        EXPECT_EQ(before->pictures[0][i].code, after->pictures[0][i].code);
    }
    EXPECT_EQ(before->sounds[0].samples, after->sounds[0].samples);
    EXPECT_EQ(copied->bytes, static_cast<std::int64_t>(std::filesystem::file_size(folder / "b.mkv")));
}

TEST(Remux, EndsWithADisksErrorOrKeepsWhatWasRead) {
    const TemporaryFolder folder;
    recordShortly(folder / "a.mkv");
    const auto half = static_cast<std::int64_t>(std::filesystem::file_size(folder / "a.mkv")) / 2;
    for (const auto unreadable : {Unreadable::Fail, Unreadable::Keep}) {
        auto disk = media::DiskFile::open(folder / "a.mkv");
        ASSERT_TRUE(disk.ok());
        test::FailingStore::Faults faults;
        faults.failReadsFrom = half;
        auto bad = media::openMediaInput(
            media::MediaFile::over(std::make_unique<test::FailingStore>(std::move(disk).value(), faults),
                                   media::MediaFile::Access::Read, "a.mkv"),
            "a.mkv");
        // A file so short is read whole to find its streams, so the failure may be seen at once.
        if (!bad.ok()) {
            EXPECT_EQ(bad.error().code, ErrorCode::Io);
            continue;
        }
        const auto copied = remux(*bad, folder / "b.mkv", unreadable);
        EXPECT_EQ(copied.ok(), unreadable == Unreadable::Keep);
        EXPECT_EQ(std::filesystem::exists(folder / "b.mkv"), copied.ok());
        std::filesystem::remove(folder / "b.mkv");
    }
}

TEST(Remux, KeepsHowAPictureIsTurned) {
    const TemporaryFolder folder;
    recordShortly(folder / "a.mkv");
    auto input = media::openMediaInput(folder / "a.mkv");
    ASSERT_TRUE(input.ok());
    // As a phone held upright has it.
    const std::string matrix = "0 65536 0 -65536 0 0 0 0 1073741824";
    const std::array<std::int32_t, 9> numbers{0, 65536, 0, -65536, 0, 0, 0, 0, 1073741824};
    auto* bytes =
        av_stream_new_side_data(input->context->streams[0], AV_PKT_DATA_DISPLAYMATRIX, sizeof numbers);
    std::memcpy(bytes, numbers.data(), sizeof numbers);
    ASSERT_TRUE(remux(*input, folder / "b.mkv", Unreadable::Fail).ok());
    const auto copy = media::openMediaInput(folder / "b.mkv");
    ASSERT_TRUE(copy.ok());
    EXPECT_EQ(media::displayMatrixText(*copy->context->streams[0]), matrix);
}

} // namespace mockingbird::recorder
