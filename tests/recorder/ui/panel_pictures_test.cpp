// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the panels that come before a recording, in both themes and with text of twice the size. With
// MOCKINGBIRD_SCREENSHOTS=DIR the pictures are kept there.
#include "common/ui/card.h"
#include "common/ui/theme.h"
#include "recorder/ui/consent_panel.h"
#include "recorder/ui/device_check_panel.h"
#include "recorder/ui/meter_panel.h"
#include "recorder/ui/preview_view.h"
#include "recorder/ui/region_overlay.h"
#include "recorder/ui/seat_panel.h"
#include "recorder/ui/setup_panel.h"
#include "recorder/ui/source_panel.h"
#include "tests/support/temporary_folder.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

SourceStats sound(const SourceSpec& source, const char* name, double peakDb, double rmsDb) {
    SourceStats stats;
    stats.source = source;
    stats.name = name;
    stats.peak = std::pow(10.0, peakDb / 20);
    stats.rms = std::pow(10.0, rmsDb / 20);
    return stats;
}

class PanelPictures : public testing::Test {
protected:
    void SetUp() override {
        auto opened = catalog::Catalog::open(m_folder / "catalog");
        ASSERT_TRUE(opened.ok());
        m_catalog = std::move(*opened);
        m_maya = m_catalog->people().add("Maya Okafor", {catalog::Role::Mentee}).value();
        m_ruth = m_catalog->people().add("Ruth Adeyemi", {catalog::Role::Mentor}).value();
        m_lind = m_catalog->people().add("Professor Annelise Lind-Sørensen", {}).value();
    }

    void TearDown() override { ui::applyTheme(*qApp, ui::Scheme::Light, 1.0); }

    void keep(QWidget& panel, const QString& name) {
        const QImage picture = panel.grab().toImage();
        EXPECT_FALSE(picture.isNull());
        const QString folder = qEnvironmentVariable("MOCKINGBIRD_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        ASSERT_TRUE(QDir().mkpath(folder));
        ASSERT_TRUE(picture.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }

    std::unique_ptr<QWidget> setUp() {
        auto host = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(host.get());
        auto* who = new ui::Card(QStringLiteral("The interview"));
        auto* setup = new SetupPanel;
        setup->refresh(*m_catalog);
        RecordChoice choice;
        choice.mentee = m_maya.id;
        choice.mode = catalog::SessionMode::Virtual;
        choice.panel = {m_ruth.id};
        choice.observers = {m_lind.id};
        setup->setChoice(choice);
        who->body()->addWidget(setup);
        auto* what = new ui::Card(QStringLiteral("What is recorded"));
        auto* sources = new SourcePanel;
        sources->setDevices({{{SourceKind::Screen, {}}, true, "Screen (1920x1080)", true},
                             {{SourceKind::Window, "7"}, true, "Interview - a call in the browser", false},
                             {{SourceKind::Camera, "a"}, true, "Front camera", true},
                             {{SourceKind::Microphone, "b"}, false, "Desk microphone", true},
                             {{SourceKind::System, {}}, false, "System sound", true}});
        sources->setChosen({{{SourceKind::Screen, "1280x720+0+0"}, true, "A part of the screen (1280 × 720)"},
                            {{SourceKind::System, {}}, false, "System sound"},
                            {{SourceKind::Microphone, "c"}, false, "Headset"}},
                           catalog::SessionMode::Virtual);
        what->body()->addWidget(sources);
        column->addWidget(who);
        column->addWidget(what);
        return host;
    }

    std::unique_ptr<QWidget> check() {
        auto host = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(host.get());
        auto* card = new ui::Card(QStringLiteral("Is everything heard and seen?"));
        auto* preview = new PreviewView;
        preview->setSentence(QStringLiteral("Opening ..."));
        auto* panel = new DeviceCheckPanel;
        auto* meters = new MeterPanel;
        const SourceSpec camera{SourceKind::Camera, "a"};
        const SourceSpec screen{SourceKind::Screen, {}};
        const SourceSpec desk{SourceKind::Microphone, "b"};
        const SourceSpec lapel{SourceKind::Microphone, "c"};
        const SourceSpec system{SourceKind::System, {}};
        panel->reset({{camera, screen}, {desk, lapel, system}});
        RecorderStats stats;
        stats.sources.resize(2);
        stats.sources[0].source = camera;
        stats.sources[0].video = true;
        stats.sources[0].name = "Front camera";
        stats.sources[1] = stats.sources[0];
        stats.sources[1].source = screen;
        stats.sources[1].name = "Screen (1920x1080)";
        stats.sources.push_back(sound(desk, "Desk microphone", -45, -52));
        stats.sources.push_back(sound(lapel, "A lapel microphone with a very long name indeed", -60, -66));
        stats.sources.push_back(sound(system, "System sound", -200, -200));
        for (int i = 0; i < 20; ++i)
            panel->show(stats);
        stats.sources[2] = sound(desk, "Desk microphone", -9, -20);
        stats.sources[3].clipped = true;
        stats.sources[3].rms = 0.6;
        stats.sources[3].peak = 1;
        stats.sources[4].troubles = {Trouble::Silent};
        stats.speakerLeak = 0.8;
        meters->show(stats);
        stats.sources[3].troubles = {Trouble::Lost};
        stats.sources[3].peak = 0;
        panel->show(stats);
        panel->showPicture(0, {64, 36, {}, decltype(media::Picture::pixels)(64U * 36U * 4U, 120)});
        panel->findChildren<QPushButton*>(QStringLiteral("goOnWithout"))[1]->click();
        card->body()->addWidget(preview);
        card->body()->addWidget(meters);
        card->body()->addWidget(panel);
        column->addWidget(card);
        return host;
    }

    std::unique_ptr<QWidget> consent() {
        auto host = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(host.get());
        auto* card = new ui::Card(QStringLiteral("Do all agree?"));
        auto* panel = new ConsentPanel;
        panel->setParticipants(
            {{m_maya.id, QStringLiteral("Maya Okafor"), QStringLiteral("interviewed")},
             {m_ruth.id, QStringLiteral("Ruth Adeyemi"), QStringLiteral("asks")},
             {m_lind.id, QStringLiteral("Professor Annelise Lind-Sørensen"), QStringLiteral("observes")}});
        panel->findChildren<QCheckBox*>().first()->click();
        card->body()->addWidget(panel);
        column->addWidget(card);
        return host;
    }

    std::unique_ptr<QWidget> region() {
        QPixmap ground(800, 600);
        ground.fill(QColor(0x80, 0x90, 0xA0));
        auto overlay = std::make_unique<RegionOverlay>(*QGuiApplication::primaryScreen(), ground);
        overlay->suggest();
        return overlay;
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::Person m_maya, m_ruth, m_lind;
};

} // namespace

TEST_F(PanelPictures, EveryPanelDrawsInBothThemesAndWithLargeText) {
    for (const double scale : {1.0, 2.0}) {
        for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
            ui::applyTheme(*qApp, scheme, scale);
            const QString suffix =
                QStringLiteral("%1_%2")
                    .arg(scheme == ui::Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                    .arg(scale * 100);
            const auto draw = [&](std::unique_ptr<QWidget> panel, const char* name, int width) {
                const int height =
                    panel->hasHeightForWidth() ? panel->heightForWidth(width) : panel->sizeHint().height();
                panel->resize(width, std::max(height, 600));
                panel->show();
                QCoreApplication::processEvents();
                // Twice the text fits into a page of 1280, less the rail and its margins.
                EXPECT_LE(panel->minimumSizeHint().width(), 880) << name;
                keep(*panel, QStringLiteral("panel_%1_%2").arg(QLatin1String(name), suffix));
            };
            const int width = scale > 1 ? 860 : 480;
            draw(setUp(), "setup", width);
            draw(check(), "check", width);
            draw(consent(), "consent", width);
            draw(region(), "region", 800);
        }
    }
}

} // namespace mockingbird::recorder
