// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page in both themes. With MOCKINGBIRD_SCREENSHOTS=DIR the pictures are kept there, at 1280x720,
// at 1920x1080, and with text of twice the size.
#include "studio/rail.h"
#include "tests/gui/window_test.h"

#include <QDir>
#include <QPixmap>
#include <QPushButton>

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

TEST_F(PagePictures, RecordingDrawsInBothThemes) {
    open();
    ASSERT_TRUE(openTestSources());
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        m_appearance->setWish(scheme);
        const QString name = scheme == ui::Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark");
        keep(QStringLiteral("record_ready_%1").arg(name));
        control<QPushButton>(recordPage(), "record")->click();
        control<QPushButton>(recordPage(), "nextQuestion")->click();
        ASSERT_TRUE(waitFor(
            [&] { return m_window->rail().recordingChip()->text().endsWith(QStringLiteral("0:02")); }));
        keep(QStringLiteral("record_live_%1").arg(name));
        recordPage()->stop();
        keep(QStringLiteral("record_filed_%1").arg(name));
    }
    m_appearance->setWish(std::nullopt);
}

} // namespace mockingbird::test
