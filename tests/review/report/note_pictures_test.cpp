// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/note_pictures.h"

#include "review/report/report_html.h"
#include "tests/review/report/report_fixture.h"
#include "tests/support/coded_media.h"

namespace mockingbird::review::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// The fixture's session with its media there: ten seconds of 1280x720.
class NotePicturesTest : public ReportTest {
protected:
    void SetUp() override {
        ReportTest::SetUp();
        mockingbird::test::CodedMedia media;
        media.width = 1280;
        media.height = 720;
        media.frames = 250;
        const auto file = catalog->recordings().path(recording);
        std::filesystem::create_directories(file.parent_path());
        const auto written = write(media, file);
        ASSERT_TRUE(written.ok()) << written.error().detail;
    }

    catalog::Note drawn(int picture) {
        catalog->actAs(rater.id);
        catalog::Note wanted;
        wanted.at = MediaTime::fromSeconds(4);
        wanted.drawing = {picture, {{catalog::ShapeKind::Ellipse, {{0.2, 0.2}, {0.8, 0.8}}}}};
        auto made = catalog->reviews().addNote(catalog->reviews().mine(session.id)->id, wanted);
        EXPECT_TRUE(made.ok()) << made.error().detail;
        return *made;
    }
};

TEST_F(NotePicturesTest, StandInTheReportWithWhatIsDrawnOnThem) {
    note(4, "plain");
    drawn(0);
    seal();
    const std::string page = *reportHtml(*catalog, session.id);
    EXPECT_THAT(page, AllOf(HasSubstr("alt=\"The picture at 0:04\""),
                            HasSubstr("alt=\"The picture at 0:04, with an ellipse drawn on it\""),
                            HasSubstr("data:image/jpeg;base64,"), Not(HasSubstr("no picture"))));
}

TEST_F(NotePicturesTest, AreTheMomentsOwnAndTheDrawingsShow) {
    const auto plain = note(4, "plain");
    const auto ringed = drawn(0);
    const auto content = *gatherReport(*catalog, session.id, ReportCopy::Own);
    NotePictures pictures(*catalog, content);
    auto undrawn = ringed;
    undrawn.drawing.shapes.clear();
    EXPECT_EQ(pictures.jpeg(undrawn), pictures.jpeg(plain));
    EXPECT_NE(pictures.jpeg(ringed), pictures.jpeg(plain));
    auto later = plain;
    later.at = MediaTime::fromSeconds(8);
    EXPECT_NE(pictures.jpeg(later), pictures.jpeg(plain));
}

TEST_F(NotePicturesTest, AreNoneForAPictureTrackThatIsNotThere) {
    const auto missing = drawn(3);
    const auto content = *gatherReport(*catalog, session.id, ReportCopy::Own);
    EXPECT_FALSE(NotePictures(*catalog, content).jpeg(missing));
}

} // namespace
} // namespace mockingbird::review::test
