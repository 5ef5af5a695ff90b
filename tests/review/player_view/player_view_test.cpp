// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/player_view.h"

#include "review/player_view/transport_bar.h"
#include "tests/support/coded_media.h"

#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

namespace mockingbird::review {
namespace {

namespace fs = std::filesystem;

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

class PlayerViewTest : public ::testing::Test {
protected:
    PlayerViewTest() {
        std::string path = (fs::temp_directory_path() / "player_view_XXXXXX").string();
        m_folder = mkdtemp(path.data());
        test::CodedMedia media;
        media.frames = 50;
        media.sound = true;
        EXPECT_TRUE(test::write(media, m_file = m_folder / "media.mkv").ok());
        auto* column = new QVBoxLayout(&m_window);
        column->addWidget(m_view = new PlayerView);
        column->addWidget(m_bar = new TransportBar(*m_view));
        m_window.resize(800, 560);
        m_window.show();
    }
    ~PlayerViewTest() override { fs::remove_all(m_folder); }

    void open() {
        const auto opened = m_view->open(m_file);
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_view->grabPicture().isNull(); }));
    }
    [[nodiscard]] int number() const {
        const QImage image = m_view->grabPicture();
        media::Picture picture{
            image.width(), image.height(), {}, {image.constBits(), image.constBits() + image.sizeInBytes()}};
        return test::numberIn(picture).value_or(-1);
    }
    [[nodiscard]] QToolButton* button(const QString& name) const {
        for (auto* candidate : m_bar->findChildren<QToolButton*>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    fs::path m_folder;
    fs::path m_file;
    QWidget m_window;
    PlayerView* m_view = nullptr;
    TransportBar* m_bar = nullptr;
};

TEST_F(PlayerViewTest, ShowsTheFirstFrameOfWhatItOpens) {
    open();
    EXPECT_EQ(number(), 0);
    EXPECT_EQ(m_view->shownTime(), ms(0));
    EXPECT_FALSE(m_view->playing());
}

TEST_F(PlayerViewTest, ShowsTheFrameAndItsTimeAfterAJump) {
    open();
    m_view->seek(ms(1210));
    ASSERT_TRUE(QTest::qWaitFor([&] { return number() == 30; }));
    EXPECT_EQ(m_view->shownTime(), ms(1200));
    EXPECT_EQ(m_view->position(), ms(1210));
    m_view->stepBack();
    ASSERT_TRUE(QTest::qWaitFor([&] { return number() == 29; }));
    EXPECT_EQ(m_view->shownTime(), ms(1160));
}

TEST_F(PlayerViewTest, PlaysToTheEndAndSaysSo) {
    open();
    QSignalSpy playing(m_view, &PlayerView::playingChanged);
    m_view->setSpeed(3);
    m_view->play();
    EXPECT_TRUE(m_view->playing());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_view->playing(); }, 10'000));
    EXPECT_EQ(playing.count(), 2);
    EXPECT_EQ(m_view->position(), m_view->duration());
}

TEST_F(PlayerViewTest, PaintsThePictureInItsOwnProportions) {
    open();
    m_view->resize(800, 200);
    const QImage painted = m_view->grab().toImage();
    EXPECT_EQ(painted.pixelColor(2, 100), QColor(Qt::black));
    EXPECT_NE(painted.pixelColor(painted.width() / 2, painted.height() * 3 / 4), QColor(Qt::black));
}

TEST_F(PlayerViewTest, KeepsNothingOfAClosedRecording) {
    open();
    m_view->close();
    EXPECT_TRUE(m_view->grabPicture().isNull());
    EXPECT_EQ(m_view->player(), nullptr);
    EXPECT_EQ(m_view->open(m_folder / "none.mkv").error().code, ErrorCode::NotFound);
    m_view->play();
    m_view->seek(ms(100));
    m_view->stepForward();
    EXPECT_FALSE(m_view->playing());
}

TEST_F(PlayerViewTest, TellsWhereARecordingBreaksOff) {
    test::CodedMedia media;
    media.frames = 500;
    ASSERT_TRUE(test::write(media, m_file).ok());
    fs::resize_file(m_file, fs::file_size(m_file) / 4);
    open();
    QSignalSpy failed(m_view, &PlayerView::failed);
    m_view->seek(m_view->duration());
    ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() == 1; }));
}

TEST_F(PlayerViewTest, IsWorkedByTheControls) {
    open();
    QToolButton* play = button("Play");
    ASSERT_NE(play, nullptr);
    EXPECT_TRUE(play->toolTip().contains("Space"));
    QTest::mouseClick(play, Qt::LeftButton);
    EXPECT_TRUE(m_view->playing());
    EXPECT_EQ(play->accessibleName(), "Pause");
    QTest::mouseClick(play, Qt::LeftButton);
    EXPECT_FALSE(m_view->playing());

    m_view->seek(ms(400));
    ASSERT_TRUE(QTest::qWaitFor([&] { return number() == 10; }));
    QTest::mouseClick(button("One frame on"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return number() == 11; }));
    m_view->seek(ms(1040));
    ASSERT_TRUE(QTest::qWaitFor([&] { return number() == 26; }));
    EXPECT_TRUE(m_bar->findChild<QLabel*>()->text().startsWith("0:01 / 0:02"));

    m_bar->findChild<QComboBox*>()->setCurrentIndex(5);
    EXPECT_EQ(m_view->player()->speed(), 2.0);
    m_bar->setNotesThere(true, false);
    QSignalSpy previous(m_bar, &TransportBar::previousNote);
    QTest::mouseClick(button("Previous note"), Qt::LeftButton);
    EXPECT_EQ(previous.count(), 1);
    EXPECT_FALSE(button("Next note")->isEnabled());
}

TEST_F(PlayerViewTest, ShowsCaptionsWhileTheyAreSaid) {
    QSettings().clear();
    open();
    const auto boxed = [this] {
        const QImage painted = m_view->grab().toImage();
        const QRectF picture = m_view->pictureRect(0);
        for (int x = painted.width() / 2 - 80; x < painted.width() / 2 + 80; ++x)
            for (int y = static_cast<int>(picture.bottom() - picture.height() / 5); y < painted.height(); ++y)
                if (painted.pixelColor(x, y) == QColor(Qt::white))
                    return true;
        return false;
    };
    const auto showsAt = [&](std::int64_t time) {
        m_view->seek(ms(time));
        EXPECT_TRUE(QTest::qWaitFor([&] { return !m_view->player()->seeking(); }));
        return boxed();
    };
    QSignalSpy offer(m_view, &PlayerView::offerChanged);
    EXPECT_FALSE(showsAt(1000)) << "before there are any";
    m_view->setCaptions({{ms(1000), ms(1500), "Tell us about a time", "Tom"}});
    EXPECT_EQ(offer.count(), 1);
    EXPECT_TRUE(m_view->captionsThere());
    EXPECT_TRUE(boxed()) << "those of the moment that is shown already";
    EXPECT_FALSE(showsAt(990));
    EXPECT_TRUE(showsAt(1010)) << "though the frame on the screen is older";
    EXPECT_TRUE(showsAt(1490));
    EXPECT_FALSE(showsAt(1500));
    m_view->setCaptionsShown(false);
    EXPECT_FALSE(showsAt(1200));
    EXPECT_FALSE(PlayerView().captionsShown()) << "remembered";
    m_view->setCaptionsShown(true);
    EXPECT_TRUE(boxed());
    m_view->close();
    EXPECT_FALSE(m_view->captionsThere());
}

TEST_F(PlayerViewTest, LoopsAndSkipsForTheRecordingThatIsOpen) {
    open();
    const PlayRange range{ms(400), ms(800)};
    m_view->setLoop(range);
    EXPECT_EQ(m_view->loop(), range);
    m_view->seek(ms(400));
    m_view->setSpeed(3);
    m_view->play();
    int rounds = 0;
    MediaTime before;
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const MediaTime now = m_view->position();
        rounds += now < before ? 1 : 0;
        before = now;
        return rounds == 2;
    }));
    m_view->setLoop(std::nullopt);
    m_view->setSkipped({{ms(900), ms(1900)}});
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const MediaTime now = m_view->position();
        EXPECT_FALSE(now > ms(1000) && now < ms(1850)) << now.toString();
        return now > ms(1900);
    }));
    open();
    EXPECT_EQ(m_view->loop(), std::nullopt);
}

TEST_F(PlayerViewTest, SaysThatThereIsOnlySound) {
    test::CodedMedia media;
    media.codec.clear();
    media.sound = true;
    media.soundMs = 2000;
    ASSERT_TRUE(test::write(media, m_file).ok());
    ASSERT_TRUE(m_view->open(m_file).ok());
    const auto lit = [this] {
        const QImage painted = m_view->grab().toImage();
        const int y = painted.height() / 2;
        for (int x = 0; x < painted.width(); ++x)
            for (int off = -8; off < 8; ++off)
                if (painted.pixelColor(x, y + off) != QColor(Qt::black))
                    return true;
        return false;
    };
    EXPECT_TRUE(lit());
    m_view->startDrawing(catalog::ShapeKind::Line);
    EXPECT_FALSE(m_view->drawing());
    m_view->setCaptionsShown(true);
    m_view->setCaptions({{ms(0), ms(1000), "Welcome", ""}});
    EXPECT_FALSE(lit());
}

TEST_F(PlayerViewTest, NamesEveryControl) {
    for (const auto* control : m_bar->findChildren<QToolButton*>()) {
        EXPECT_FALSE(control->accessibleName().isEmpty());
        EXPECT_FALSE(control->toolTip().isEmpty());
    }
    EXPECT_EQ(m_view->accessibleName(), "Recording");
}

} // namespace
} // namespace mockingbird::review
