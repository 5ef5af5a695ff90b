// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/transport_bar.h"

#include "review/player_view/player_view.h"
#include "review/player_view/sound_tracks_panel.h"
#include "tests/gui/wait_for.h"
#include "tests/review/player_view/two_pictures.h"
#include "tests/support/temporary_folder.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

MediaTime ms(std::int64_t value) {
    return MediaTime(std::chrono::milliseconds(value));
}

class TransportBarTest : public ::testing::Test {
protected:
    TransportBarTest() {
        QSettings().clear();
        auto* column = new QVBoxLayout(&m_window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_view = new PlayerView);
        column->addWidget(m_bar = new TransportBar(*m_view));
        m_view->setMinimumWidth(10); // the bar's least width is asked for, not the picture's
        m_window.resize(900, 560);
        m_window.show();
    }
    void open() {
        ASSERT_TRUE(test::writeTwoPictures(m_folder.path() / "interview.mkv"));
        ASSERT_TRUE(m_view->open(m_folder.path() / "interview.mkv").ok());
    }
    void openPlain() {
        test::CodedMedia media;
        const auto file = m_folder.path() / "plain.mkv";
        ASSERT_TRUE(test::write(media, file).ok());
        ASSERT_TRUE(m_view->open(file).ok());
    }
    template <class Widget>
    [[nodiscard]] Widget* named(const QString& name) const {
        for (auto* each : m_bar->findChildren<Widget*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
    [[nodiscard]] QToolButton* button(const QString& name) const { return named<QToolButton>(name); }
    [[nodiscard]] QStringList menu() const {
        QMenu* more = button("More")->menu();
        emit more->aboutToShow();
        QStringList texts;
        for (const QAction* action : more->actions())
            texts.append(action->text());
        return texts;
    }
    void trigger(const QString& text) const {
        for (QAction* action : button("More")->menu()->actions())
            if (action->text() == text)
                action->trigger();
    }

    test::TemporaryFolder m_folder;
    QWidget m_window;
    PlayerView* m_view = nullptr;
    TransportBar* m_bar = nullptr;
};

TEST_F(TransportBarTest, ShowsOnlyWhatTheRecordingHasUseFor) {
    openPlain();
    EXPECT_TRUE(button("Play over and over")->isVisible());
    for (const char* name : {"Skip silence", "Captions", "Pictures", "Sound", "Mute", "More"})
        EXPECT_FALSE(button(name)->isVisible()) << name;
    open();
    for (const char* name : {"Skip silence", "Pictures", "Sound", "Mute"})
        EXPECT_TRUE(button(name)->isVisible()) << name;
    EXPECT_FALSE(button("Captions")->isVisible());
    m_view->setCaptions({{ms(0), ms(1000), "Welcome", ""}});
    EXPECT_TRUE(button("Captions")->isVisible());
    openPlain();
    EXPECT_FALSE(button("Captions")->isVisible());
}

TEST_F(TransportBarTest, TellsOfLoopAndSilenceOnlyWhatThePersonDid) {
    open();
    QSignalSpy loop(m_bar, &TransportBar::loopToggled);
    QSignalSpy skip(m_bar, &TransportBar::skipSilenceToggled);
    m_bar->setLoopOn(true);
    m_bar->setSkipSilenceOn(true);
    EXPECT_TRUE(button("Play over and over")->isChecked());
    EXPECT_EQ(loop.count() + skip.count(), 0);
    EXPECT_FALSE(button("Skip silence")->isEnabled());
    m_bar->setSilenceKnown(true);
    QTest::mouseClick(button("Play over and over"), Qt::LeftButton);
    QTest::mouseClick(button("Skip silence"), Qt::LeftButton);
    ASSERT_EQ(loop.count(), 1);
    EXPECT_FALSE(loop[0][0].toBool());
    ASSERT_EQ(skip.count(), 1);
    EXPECT_FALSE(skip[0][0].toBool());
}

TEST_F(TransportBarTest, FoldsWhatDoesNotFitIntoAMenuThatWorks) {
    open();
    m_view->setCaptions({{ms(0), ms(1000), "Welcome", ""}});
    m_bar->setSilenceKnown(true);
    EXPECT_FALSE(button("More")->isVisible());
    for (int width = 900; width >= m_bar->minimumSizeHint().width(); width -= 20) {
        m_window.resize(width, 560);
        QCoreApplication::processEvents();
        int right = 0;
        for (const QObject* child : m_bar->children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (widget == nullptr || !widget->isVisible() || widget->isWindow())
                continue;
            EXPECT_GE(widget->x(), right) << width << " " << widget->accessibleName().toStdString();
            EXPECT_GE(widget->width(), widget->minimumSizeHint().width()) << width;
            right = widget->geometry().right();
        }
        EXPECT_LE(right, m_bar->width()) << width;
    }
    m_window.resize(m_bar->minimumSizeHint().width(), 560);
    QCoreApplication::processEvents();
    EXPECT_TRUE(button("Play")->isVisible());
    EXPECT_TRUE(button("Mute")->isVisible());
    EXPECT_FALSE(button("Skip silence")->isVisible());
    EXPECT_EQ(menu(), (QStringList{"Previous note", "Next note", "One frame back", "One frame on",
                                   "Play over and over", "Skip silence", "Captions", "Pictures",
                                   "Who is heard…", "Speed", "Volume"}));
    QSignalSpy skip(m_bar, &TransportBar::skipSilenceToggled);
    trigger("Skip silence");
    ASSERT_EQ(skip.count(), 1);
    EXPECT_TRUE(skip[0][0].toBool());
    EXPECT_TRUE(m_view->captionsShown());
    trigger("Captions");
    EXPECT_FALSE(m_view->captionsShown());
    ASSERT_TRUE(test::waitFor([&] { return !m_view->grabPicture().isNull(); }));
    const MediaTime first = m_view->shownTime();
    trigger("One frame on");
    EXPECT_TRUE(test::waitFor([&] { return m_view->shownTime() == first + ms(test::kCameraMs); }));
}

TEST_F(TransportBarTest, KeepsItsKeysWhileFolded) {
    open();
    m_view->setCaptions({{ms(0), ms(1000), "Welcome", ""}});
    m_window.resize(m_bar->minimumSizeHint().width(), 560);
    m_window.activateWindow();
    ASSERT_TRUE(test::waitFor([&] { return m_window.isActiveWindow(); }));
    m_bar->setSilenceKnown(true);
    QSignalSpy skip(m_bar, &TransportBar::skipSilenceToggled);
    QTest::keyClick(&m_window, Qt::Key_S, Qt::AltModifier);
    EXPECT_EQ(skip.count(), 1);
    QTest::keyClick(&m_window, Qt::Key_C, Qt::AltModifier);
    EXPECT_FALSE(m_view->captionsShown());
    QTest::keyClick(&m_window, Qt::Key_M, Qt::AltModifier);
    EXPECT_TRUE(button("Unmute")->isChecked());
}

TEST_F(TransportBarTest, SetsHowEachSourceIsHeard) {
    open();
    SoundTracksPanel& panel = m_bar->soundTracks();
    ASSERT_EQ(panel.sources(), 2u);
    QTest::mouseClick(button("Sound"), Qt::LeftButton);
    ASSERT_TRUE(panel.isVisible());
    Player& player = *m_view->player();
    const int microphone = player.soundTracks()[0].stream;
    const int call = player.soundTracks()[2].stream;
    QTest::mouseClick(button("Mute Panel's microphone"), Qt::LeftButton);
    EXPECT_TRUE(player.track(microphone).muted);
    QTest::keyClick(button("Solo Call"), Qt::Key_Space);
    EXPECT_TRUE(player.track(call).soloed);
    auto* volume = named<QSlider>("Volume of Call");
    volume->setValue(150);
    EXPECT_DOUBLE_EQ(player.track(call).volume, 1.5);
    EXPECT_TRUE(panel.changed());
    EXPECT_NE(button("Sound, changed"), nullptr);
    QTest::mouseDClick(volume, Qt::LeftButton, {}, volume->rect().topLeft() + QPoint(2, 2));
    EXPECT_DOUBLE_EQ(player.track(call).volume, 1.0);
    QTest::mouseClick(panel.findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_FALSE(panel.changed());
    EXPECT_EQ(player.track(microphone), Player::TrackSetting());
    EXPECT_EQ(player.track(call), Player::TrackSetting());
    QTest::keyClick(&panel, Qt::Key_Escape);
    EXPECT_FALSE(panel.isVisible());
}

TEST_F(TransportBarTest, StartsAnewWithAnotherRecordingsSources) {
    open();
    QTest::mouseClick(button("Mute Panel's microphone"), Qt::LeftButton);
    EXPECT_TRUE(m_bar->soundTracks().changed());
    open();
    EXPECT_FALSE(m_bar->soundTracks().changed());
    EXPECT_EQ(m_bar->soundTracks().sources(), 2u);
    m_view->close();
    EXPECT_EQ(m_bar->soundTracks().sources(), 0u);
}

TEST_F(TransportBarTest, NamesEveryControl) {
    open();
    for (const auto* each : m_bar->findChildren<QWidget*>()) {
        if (each->focusPolicy() == Qt::NoFocus || qobject_cast<const QMenu*>(each) ||
            qobject_cast<const QPushButton*>(each) || each->parentWidget()->inherits("QComboBox") ||
            each->inherits("QAbstractItemView") || each->inherits("QScrollBar"))
            continue;
        EXPECT_FALSE(each->accessibleName().isEmpty()) << each->metaObject()->className();
    }
    for (const auto* each : m_bar->findChildren<QToolButton*>())
        EXPECT_FALSE(each->toolTip().isEmpty()) << each->accessibleName().toStdString();
}

} // namespace
} // namespace mockingbird::review
