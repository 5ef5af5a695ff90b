// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/trial_take.h"

#include "common/media/probe.h"
#include "tests/gui/wait_for.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <gtest/gtest.h>
#include <optional>

namespace mockingbird::recorder {

namespace {

namespace fs = std::filesystem;
using test::waitFor;

class TrialTakeTest : public testing::Test {
protected:
    void SetUp() override {
        auto opened = Recorder::open({{{SourceKind::Test, {}}}, {{SourceKind::Test, {}}}});
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        m_recorder = std::move(*opened);
        make();
    }

    void make() {
        m_take = std::make_unique<TrialTake>();
        QObject::connect(m_take.get(), &TrialTake::finished, [this](const fs::path& file) { m_kept = file; });
        QObject::connect(m_take.get(), &TrialTake::failed, [this](const Error& error) { m_error = error; });
        QObject::connect(m_take.get(), &TrialTake::progress, [this](int left) { m_left.push_back(left); });
    }

    [[nodiscard]] bool folderIsEmpty() const { return fs::is_empty(m_folder.path()); }

    test::TemporaryFolder m_folder;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<TrialTake> m_take;
    fs::path m_kept;
    std::optional<Error> m_error;
    std::vector<int> m_left;
};

} // namespace

TEST_F(TrialTakeTest, RecordsFiveSecondsThatNobodyElseMayReadAndThrowsThemAway) {
    m_take->start(*m_recorder, m_folder.path());
    EXPECT_TRUE(m_take->running());
    ASSERT_TRUE(waitFor([&] { return !m_kept.empty() || m_error; }));
    ASSERT_FALSE(m_error) << m_error->detail;
    EXPECT_FALSE(m_take->running());
    EXPECT_FALSE(m_recorder->stats().recording);
    EXPECT_EQ(m_left.front(), 5);
    EXPECT_EQ(m_left.back(), 1);
    EXPECT_TRUE(std::is_sorted(m_left.rbegin(), m_left.rend()));

    EXPECT_EQ(m_kept.parent_path(), m_folder.path());
    EXPECT_EQ(m_kept.extension(), ".part"); // what recover() removes after a crash
    EXPECT_EQ(m_kept.filename().string().rfind("trial-", 0), 0u);
    EXPECT_EQ(fs::status(m_kept).permissions() & fs::perms::all,
              fs::perms::owner_read | fs::perms::owner_write);
    const auto media = media::probe(m_kept);
    ASSERT_TRUE(media.ok()) << media.error().detail;
    EXPECT_GE(media->duration.seconds(), 4.9);

    m_take->discard();
    EXPECT_TRUE(folderIsEmpty());
    EXPECT_TRUE(m_take->file().empty());
}

TEST_F(TrialTakeTest, LeavesNothingWhenItIsCancelledOrGoes) {
    m_take->start(*m_recorder, m_folder.path());
    EXPECT_FALSE(folderIsEmpty());
    m_take->cancel();
    EXPECT_TRUE(folderIsEmpty());
    EXPECT_FALSE(m_recorder->stats().recording);
    EXPECT_TRUE(m_kept.empty());

    m_take->start(*m_recorder, m_folder.path());
    m_take.reset();
    EXPECT_TRUE(folderIsEmpty());
    EXPECT_FALSE(m_recorder->stats().recording);
}

TEST_F(TrialTakeTest, SaysWhyItCouldNotBegin) {
    m_take->start(*m_recorder, m_folder / "missing");
    ASSERT_TRUE(m_error);
    EXPECT_EQ(m_error->code, ErrorCode::NotFound);
    EXPECT_FALSE(m_take->running());
    EXPECT_TRUE(m_take->file().empty());
}

TEST_F(TrialTakeTest, ThrowsTheEarlierOneAwayWhenItBeginsAnew) {
    m_take->start(*m_recorder, m_folder.path());
    const fs::path first = m_take->file();
    m_take->start(*m_recorder, m_folder.path());
    EXPECT_NE(m_take->file(), first);
    EXPECT_FALSE(fs::exists(first));
    EXPECT_TRUE(fs::exists(m_take->file()));
}

} // namespace mockingbird::recorder
