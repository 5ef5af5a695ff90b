// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the player in its states, in both themes and sizes of text. With MOCKINGBIRD_SCREENSHOTS=DIR the
// pictures are kept there; with MOCKINGBIRD_LOOKS_FILE=FILE they are of that recording.
#include "common/ui/theme.h"
#include "review/drawing/drawing_bar.h"
#include "review/player_view/player_view.h"
#include "review/player_view/sound_tracks_panel.h"
#include "review/player_view/transport_bar.h"
#include "tests/gui/wait_for.h"
#include "tests/review/player_view/two_pictures.h"
#include "tests/support/temporary_folder.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

const std::vector<catalog::Cue> kCaptions{
    {{},
     MediaTime::fromSeconds(5),
     "Tell us about a time you helped someone who was upset, and how it ended.",
     "Tomás Rivera"},
    {{}, MediaTime::fromSeconds(5), "Gladly.", "Maya Okafor"}};

const catalog::Drawing kDrawing{
    0,
    {{catalog::ShapeKind::Arrow, {{0.2, 0.85}, {0.45, 0.55}}},
     {catalog::ShapeKind::Ellipse, {{0.55, 0.35}, {0.9, 0.7}}},
     {catalog::ShapeKind::Line, {{0.1, 0.3}, {0.15, 0.25}, {0.2, 0.3}, {0.25, 0.25}, {0.3, 0.3}}}}};

class PlayerLooks : public ::testing::Test {
protected:
    PlayerLooks() {
        QSettings().clear();
        m_file = qEnvironmentVariable("MOCKINGBIRD_LOOKS_FILE").toStdString();
        if (m_file.empty()) {
            m_file = m_folder.path() / "interview.mkv";
            EXPECT_TRUE(test::writeTwoPictures(m_file));
        }
    }
    ~PlayerLooks() override { ui::applyTheme(*qApp, ui::Scheme::Light, 1.0); }

    void keep(const QString& name, const QImage& picture) {
        const QString folder = qEnvironmentVariable("MOCKINGBIRD_SCREENSHOTS");
        EXPECT_FALSE(picture.isNull());
        if (folder.isEmpty())
            return;
        ASSERT_TRUE(QDir().mkpath(folder));
        ASSERT_TRUE(picture.save(QDir(folder).filePath("player_" + name + ".png")));
    }

    void draw(ui::Scheme scheme, double scale, QSize size) {
        ui::applyTheme(*qApp, scheme, scale);
        QWidget window;
        window.setObjectName("pageBody");
        window.setAutoFillBackground(true);
        auto* column = new QVBoxLayout(&window);
        auto* view = new PlayerView;
        auto* tools = new DrawingBar;
        auto* bar = new TransportBar(*view);
        column->addWidget(view, 1);
        column->addWidget(bar);
        column->addWidget(tools);
        window.resize(size);
        window.show();
        ASSERT_TRUE(view->open(m_file).ok());
        view->setCaptions(kCaptions);
        view->showDrawing(kDrawing);
        bar->setNotesThere(true, true);
        bar->setSilenceKnown(true);
        bar->setLoopOn(true);
        tools->setTool(catalog::ShapeKind::Ellipse);
        tools->setShapes(2);
        const QString suffix = QStringLiteral("%1_%2_%3")
                                   .arg(scheme == ui::Scheme::Light ? "light" : "dark")
                                   .arg(size.width())
                                   .arg(std::lround(scale * 100));
        for (const auto& [layout, name] :
             {std::pair(PictureLayout::SideBySide, "side"), std::pair(PictureLayout::Inset, "inset"),
              std::pair(PictureLayout::Single, "alone")}) {
            view->setPictures(layout, 0, 1);
            ASSERT_TRUE(test::waitFor([&] { return !view->pictureRect(0).isEmpty(); }));
            ASSERT_TRUE(test::waitFor(
                [&] { return layout == PictureLayout::Single || !view->pictureRect(1).isEmpty(); }));
            QCoreApplication::processEvents();
            EXPECT_LE(window.width(), std::max(size.width(), window.minimumSizeHint().width()));
            keep(QStringLiteral("%1_%2").arg(name, suffix), window.grab().toImage());
        }
        SoundTracksPanel& sound = bar->soundTracks();
        sound.resize(sound.sizeHint());
        keep(QStringLiteral("sound_%1").arg(suffix), sound.grab().toImage());
        for (QToolButton* each : bar->findChildren<QToolButton*>()) {
            if (each->menu() == nullptr)
                continue;
            emit each->menu()->aboutToShow();
            if (each->menu()->isEmpty())
                continue;
            each->menu()->resize(each->menu()->sizeHint());
            keep(QStringLiteral("menu_%1_%2").arg(each->accessibleName().toLower(), suffix),
                 each->menu()->grab().toImage());
        }
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
};

TEST_F(PlayerLooks, DrawsItsStatesInBothThemesAndAtTwiceTheText) {
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        draw(scheme, 1.0, {720, 560});
        draw(scheme, 2.0, {700, 560});
        if (!qEnvironmentVariableIsSet("MOCKINGBIRD_SCREENSHOTS"))
            continue;
        draw(scheme, 1.0, {1280, 720});
        draw(scheme, 1.0, {420, 420});
    }
}

} // namespace
} // namespace mockingbird::review
