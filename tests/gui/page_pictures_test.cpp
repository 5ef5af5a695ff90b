// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page in both themes. With MOCKINGBIRD_SCREENSHOTS=DIR the pictures are kept there, at 1280x720,
// at 1920x1080, and with text of twice the size.
#include "common/catalog/incident_store.h"
#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"
#include "common/ui/banner.h"
#include "studio/home/home_page.h"
#include "studio/materials/material_taking.h"
#include "studio/prep/prep_page.h"
#include "studio/rail.h"
#include "tests/gui/window_test.h"
#include "tests/studio/materials/made_pdf.h"

#include <QDir>
#include <QPixmap>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTest>
#include <filesystem>

namespace mockingbird::test {

namespace {

using studio::PageKind;

struct Look {
    QString name;
    QSize size;
    double scale;
};

std::vector<Look> looks() {
    if (!qEnvironmentVariableIsSet("MOCKINGBIRD_SCREENSHOTS"))
        return {{QStringLiteral("720"), {1280, 720}, 1.0}};
    return {{QStringLiteral("720"), {1280, 720}, 1.0},
            {QStringLiteral("1080"), {1920, 1080}, 1.0},
            {QStringLiteral("200"), {1280, 720}, 2.0}};
}

/// Whether the picture shows something: a page that fails to draw is one colour.
bool showsSomething(const QImage& picture) {
    const QRgb first = picture.pixel(picture.width() / 2, 4);
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 300; x < picture.width(); x += 7) {
            if (picture.pixel(x, y) != first)
                return true;
        }
    }
    return false;
}

} // namespace

class PagePictures : public WindowTest {
protected:
    void keep(const QString& name) {
        QCoreApplication::processEvents();
        const QImage picture = m_window->grab().toImage();
        EXPECT_TRUE(showsSomething(picture)) << name.toStdString();
        const QString folder = qEnvironmentVariable("MOCKINGBIRD_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        ASSERT_TRUE(QDir().mkpath(folder));
        ASSERT_TRUE(picture.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }

    void keepAll(const QString& catalogName, const QString& suffix) {
        for (const PageKind kind : {PageKind::Home, PageKind::Prepare, PageKind::Record, PageKind::Review,
                                    PageKind::Compare, PageKind::Library, PageKind::People}) {
            if (m_window->page(kind) == nullptr)
                continue;
            m_window->showPage(kind);
            keep(QStringLiteral("%1_%2_%3").arg(studio::pageName(kind).toLower(), catalogName, suffix));
        }
    }
};

TEST_F(PagePictures, EveryPageDrawsInBothThemes) {
    for (const Look& look : looks()) {
        m_appearance->setScale(look.scale);
        open();
        m_window->resize(look.size);
        for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
            m_appearance->setWish(scheme);
            const QString suffix =
                QStringLiteral("%1_%2").arg(scheme == ui::Scheme::Light ? "light" : "dark").arg(look.name);
            ASSERT_TRUE(m_app->openOwn().ok());
            keepAll(QStringLiteral("own"), suffix);
            ASSERT_TRUE(m_app->openSample().ok());
            m_app->setActor(catalog().people().find("Ingrid Halvorsen").value().id);
            keepAll(QStringLiteral("sample"), suffix);
            const auto sessions = catalog().sessions().all().valueOr({});
            ASSERT_FALSE(sessions.empty());
            m_window->openSession(sessions.front().id, MediaTime::fromSeconds(12.15));
            keep(QStringLiteral("review_open_%1").arg(suffix));
            m_app->setActor(catalog().people().find("Maya Okafor").value().id);
            m_window->showPage(PageKind::Home);
            keep(QStringLiteral("home_maya_%1").arg(suffix));
        }
        close();
    }
    m_appearance->setScale(1.0);
    m_appearance->setWish(std::nullopt);
}

TEST_F(PagePictures, EveryStageOfRecordingDrawsInBothThemes) {
    using recorder::RecordPage;
    for (const Look& look : looks()) {
        m_appearance->setScale(look.scale);
        open();
        m_window->resize(look.size);
        for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
            m_appearance->setWish(scheme);
            const QString suffix =
                QStringLiteral("%1_%2").arg(scheme == ui::Scheme::Light ? "light" : "dark").arg(look.name);
            const auto keepStage = [&](const char* stage) {
                keep(QStringLiteral("stage_%1_%2").arg(QLatin1String(stage), suffix));
            };
            ASSERT_TRUE(openTestSources());
            keepStage("locked");
            ASSERT_TRUE(agree());
            keepStage("ready");
            QSettings().setValue(QStringLiteral("record/countdown"), 30);
            control<QPushButton>(recordPage(), "record")->click();
            keepStage("countdown");
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QSettings().setValue(QStringLiteral("record/countdown"), 0);

            ASSERT_TRUE(startRecording());
            QTest::keyClick(recordPage(), Qt::Key_N);
            QTest::keyClick(recordPage(), Qt::Key_F);
            ASSERT_TRUE(waitFor(
                [&] { return m_window->rail().recordingChip()->text().endsWith(QStringLiteral("0:02")); }));
            keepStage("recording");
            emit recordPage()->troubleChanged({ui::Tone::Warning,
                                               QStringLiteral("Nothing is heard from Microphone. Is it "
                                                              "switched on, and the right one? The "
                                                              "recording goes on."),
                                               QStringLiteral("Microphone silent")});
            control<QPushButton>(recordPage(), "somebodyJoins")->click();
            keepStage("trouble_join");
            emit recordPage()->troubleChanged({});
            control<QPushButton>(recordPage(), "somebodyJoins")->click();
            recordPage()->togglePause();
            keepStage("paused");
            const catalog::Session session = catalog().sessions().all().value().front();
            const auto part = catalog().recordings().ofSession(session.id).value().back();
            const auto gap = catalog().incidents().begin(session.id, part.id, "mic:desk", "Desk microphone",
                                                         catalog::IncidentKind::Gap, {});
            ASSERT_TRUE(gap.ok());
            ASSERT_TRUE(catalog().incidents().end(gap->id, MediaTime::fromSeconds(1)).ok());
            recordPage()->stop();
            keepStage("filed");
            recordPage()->continueSession(session.id);
            keepStage("continued");

            recordPage()->chooseKit(session.kit); // another interview instead
            for (QRadioButton* mode : recordPage()->findChildren<QRadioButton*>()) {
                if (mode->text() == QStringLiteral("So&lo"))
                    mode->click();
            }
            ASSERT_TRUE(startRecording());
            keepStage("solo");
            recordPage()->stop();
            m_window->showPage(PageKind::Home); // and back: a new set-up
            m_window->showPage(PageKind::Record);
            for (QRadioButton* mode : recordPage()->findChildren<QRadioButton*>()) {
                if (mode->text() == QStringLiteral("In &person"))
                    mode->click();
            }
        }
        close();
    }
    m_appearance->setScale(1.0);
    m_appearance->setWish(std::nullopt);
}

TEST_F(PagePictures, EveryKindOfMaterialDrawsInBothThemes) {
    const auto pdf = m_folder / "The oral board.pdf";
    makePdf(
        QString::fromStdString(pdf.string()),
        {QStringLiteral("What the panel asks\n\nThree people sit on the panel. Each asks two questions."),
         QStringLiteral("What a strong answer holds\n\nA situation, what you did, and what came of it.")});
    const auto picture = m_folder / "The room.png";
    QImage(QStringLiteral(MOCKINGBIRD_SOURCE_DIR "/docs/home_light.png"))
        .save(QString::fromStdString(picture.string()));
    for (const Look& look : looks()) {
        m_appearance->setScale(look.scale);
        open();
        m_window->resize(look.size);
        catalog::MaterialDraft draft;
        draft.attached = {catalog::Attachment::everyone()};
        const auto taken = studio::takeMaterial(catalog(), pdf, draft, {}, {});
        ASSERT_TRUE(taken.ok());
        catalog::MaterialIntake intake(catalog().materials(), catalog().folder());
        const auto link = intake.addLink("https://www.example.org/jobs/library-assistant", draft);
        ASSERT_TRUE(link.ok());
        const auto image = intake.addFile(picture, draft);
        ASSERT_TRUE(image.ok());
        const auto talk = studio::takeMaterial(
            catalog(), MOCKINGBIRD_SOURCE_DIR "/studio/sample/attempt_1.mkv", draft, {}, {});
        ASSERT_TRUE(talk.ok());
        for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
            m_appearance->setWish(scheme);
            const QString suffix =
                QStringLiteral("%1_%2").arg(scheme == ui::Scheme::Light ? "light" : "dark").arg(look.name);
            m_window->showPage(PageKind::Prepare);
            auto* prepare = dynamic_cast<studio::PrepPage*>(m_window->page(PageKind::Prepare));
            prepare->showMaterial(catalog().materials().ofKit({}).value().front().id);
            keep(QStringLiteral("material_text_%1").arg(suffix));
            prepare->showMaterial(taken->material.id);
            QCoreApplication::processEvents();
            const QImage blank = m_window->grab().toImage();
            EXPECT_TRUE(waitFor([&] { return m_window->grab().toImage() != blank; }))
                << "pages are drawn beside";
            keep(QStringLiteral("material_pdf_%1").arg(suffix));
            prepare->showMaterial(link->id);
            keep(QStringLiteral("material_link_%1").arg(suffix));
            prepare->showMaterial(image->material.id);
            keep(QStringLiteral("material_picture_%1").arg(suffix));
            prepare->showMaterial(talk->material.id);
            keep(QStringLiteral("material_recording_%1").arg(suffix));
        }
        close();
    }
    m_appearance->setScale(1.0);
    m_appearance->setWish(std::nullopt);
}

TEST_F(PagePictures, WhatWasRecoveredDrawsInBothThemes) {
    open();
    ASSERT_TRUE(recordFor(1));
    const catalog::Session session = catalog().sessions().all().value().front();
    const auto whole = catalog().recordings().ofSession(session.id).value()[0];
    const auto cut = catalog().recordings().begin(session.id, whole.tracks).value();
    std::filesystem::copy_file(catalog().recordings().path(whole), catalog().recordings().path(cut));
    close();
    open();
    auto* home = dynamic_cast<studio::HomePage*>(m_window->page(PageKind::Home));
    ASSERT_TRUE(waitFor([&] { return home->banner()->isVisible(); }));
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        m_appearance->setWish(scheme);
        keep(scheme == ui::Scheme::Light ? QStringLiteral("stage_recovered_light")
                                         : QStringLiteral("stage_recovered_dark"));
    }
    m_appearance->setWish(std::nullopt);
}

} // namespace mockingbird::test
