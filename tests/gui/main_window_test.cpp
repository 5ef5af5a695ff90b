// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/database.h"
#include "common/ui/banner.h"
#include "studio/rail.h"
#include "studio/trouble_page.h"
#include "studio/upgrade_page.h"
#include "tests/gui/window_test.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QWheelEvent>
#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>

namespace mockingbird::test {

namespace {

using studio::PageKind;
constexpr std::size_t kOlderVersion = 8;
constexpr std::array kAllPages{PageKind::Home,    PageKind::Prepare, PageKind::Record, PageKind::Review,
                               PageKind::Compare, PageKind::Library, PageKind::People};

QString accessibleName(QWidget* widget) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface == nullptr ? QString() : interface->text(QAccessible::Name);
}

/// The parts that Qt builds into its own compound widgets.
bool isPartOfAnother(const QWidget* widget) {
    for (const QWidget* above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (above->inherits("QAbstractSpinBox") || above->inherits("QComboBox") ||
            above->inherits("QLineEdit") || above->inherits("QTabBar") ||
            above->inherits("QAbstractItemView"))
            return true;
    }
    return false;
}

} // namespace

TEST_F(WindowTest, AFreshCatalogOpensAtHomeWithEveryPageForItsOnePerson) {
    open();
    EXPECT_EQ(m_window->currentPage(), PageKind::Home);
    for (const PageKind kind : kAllPages)
        EXPECT_NE(m_window->page(kind), nullptr) << studio::pageName(kind).toStdString();
    EXPECT_FALSE(m_window->rail().peopleChooser()->isVisible());
}

TEST_F(WindowTest, APageIsMadeWhenItIsAskedForAndTheOthersAfterTheFirstIsShown) {
    m_app = std::make_unique<studio::App>(studio::App::Options{(m_folder / "catalog").string(), {}});
    m_window = std::make_unique<studio::MainWindow>(*m_app, *m_appearance, m_dialogs);
    const auto pages = [this] { return m_window->findChildren<ui::Page*>().size(); };
    const auto without = pages();
    m_window->openCatalog();
    EXPECT_EQ(pages(), without + 1);
    m_window->showPage(PageKind::Library);
    EXPECT_EQ(pages(), without + 2);
    EXPECT_TRUE(waitFor([&] { return pages() == without + static_cast<int>(kAllPages.size()); }));
}

TEST_F(WindowTest, ALargeCatalogOfAnOlderVersionIsBroughtUpToDateWhileTheWindowSaysHowFarItIs) {
    {
        // As another version left it, as large as years of work.
        const auto older =
            catalog::Database::open(m_folder / "catalog", true, catalog::migrations().first(kOlderVersion));
        ASSERT_TRUE(older.ok());
        SQLite::Database& connection = (*older)->connection();
        connection.exec("CREATE TABLE ballast (text); INSERT INTO ballast SELECT zeroblob(12000000)");
        connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    m_app = std::make_unique<studio::App>(studio::App::Options{(m_folder / "catalog").string(), {}});
    m_window = std::make_unique<studio::MainWindow>(*m_app, *m_appearance, m_dialogs);
    m_window->show();
    m_window->openCatalog();
    ASSERT_NE(m_window->upgrade(), nullptr);
    EXPECT_EQ(m_app->catalog(), nullptr);
    m_window->upgrade()->stopButton()->click();
    ASSERT_TRUE(waitFor([&] { return m_window->trouble() != nullptr; }));
    EXPECT_EQ(m_app->catalog(), nullptr);
    emit const_cast<studio::TroublePage*>(m_window->trouble())->tryAgain();
    ASSERT_NE(m_window->upgrade(), nullptr);
    ASSERT_TRUE(waitFor([&] { return m_app->catalog() != nullptr; }));
    EXPECT_EQ(m_window->upgrade(), nullptr);
    EXPECT_EQ(m_window->currentPage(), PageKind::Home);
    EXPECT_FALSE(m_app->people().empty());
    const std::string newest = std::to_string(catalog::migrations().back().version);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "catalog" / ("catalog.db.before-v" + newest)));
}

TEST_F(WindowTest, ArrowKeysInTheRailShowEachPageInTurn) {
    open();
    QListWidget* list = m_window->rail().list();
    list->setFocus();
    for (std::size_t index = 1; index < kAllPages.size(); ++index) {
        QTest::keyClick(list, Qt::Key_Down);
        EXPECT_EQ(m_window->currentPage(), kAllPages[index]);
    }
}

TEST_F(WindowTest, ControlAndADigitShowThatPage) {
    open();
    for (std::size_t index = kAllPages.size(); index-- > 0;) {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(index)),
                        Qt::ControlModifier);
        EXPECT_EQ(m_window->currentPage(), kAllPages[index]);
    }
}

TEST_F(WindowTest, EveryControlOfEveryPageHasAnAccessibleName) {
    open();
    for (const PageKind kind : kAllPages) {
        m_window->showPage(kind);
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control = widget->inherits("QAbstractButton") || widget->inherits("QComboBox") ||
                                 widget->inherits("QLineEdit") || widget->inherits("QAbstractItemView") ||
                                 widget->inherits("QTextEdit") || widget->inherits("QSlider");
            if (!control || !widget->isVisible() || isPartOfAnother(widget) ||
                widget->focusPolicy() == Qt::NoFocus)
                continue;
            EXPECT_FALSE(accessibleName(widget).isEmpty())
                << studio::pageName(kind).toStdString() << ": " << widget->metaObject()->className() << " "
                << widget->objectName().toStdString();
        }
    }
}

TEST_F(WindowTest, EveryPageFitsASmallScreenWithTextOfTwiceTheSize) {
    m_appearance->setScale(2.0);
    open();
    m_window->resize(1280, 720);
    for (const PageKind kind : kAllPages) {
        m_window->showPage(kind);
        EXPECT_LE(m_window->minimumSizeHint().width(), 1280) << studio::pageName(kind).toStdString();
        EXPECT_LE(m_window->minimumSizeHint().height(), 720) << studio::pageName(kind).toStdString();
    }
    m_appearance->setScale(1.0);
}

TEST_F(WindowTest, TheSampleIsApartFromTheOwnCatalogAndIsRemovedAndBroughtBackWithAClick) {
    open();
    control<QPushButton>(m_window->page(PageKind::Home), "openSample")->click();
    ASSERT_EQ(m_app->place(), studio::App::Place::Sample);
    EXPECT_EQ(catalog().sessions().all().valueOr({}).size(), 3u);
    EXPECT_TRUE(m_window->rail().peopleChooser()->isVisible());

    ASSERT_TRUE(m_app->openOwn().ok());
    EXPECT_TRUE(catalog().sessions().all().valueOr({}).empty());
    EXPECT_EQ(m_app->people().size(), 1u);

    control<QPushButton>(m_window->page(PageKind::Home), "removeSample")->click();
    EXPECT_EQ(m_app->sampleState(), studio::SampleState::Removed);
    EXPECT_NE(m_window->page(PageKind::Home)->findChild<QPushButton*>(QStringLiteral("bringSampleBack")),
              nullptr);
    m_window->banner().actionButton()->click();
    EXPECT_NE(m_app->sampleState(), studio::SampleState::Removed);
    EXPECT_NE(m_window->page(PageKind::Home)->findChild<QPushButton*>(QStringLiteral("openSample")), nullptr);
}

TEST_F(WindowTest, NobodyBecomesSomebodyElseInPassing) {
    open();
    control<QPushButton>(m_window->page(PageKind::Home), "openSample")->click();
    QComboBox* chooser = m_window->rail().peopleChooser();
    const auto actor = [&] { return m_app->actor()->id; };
    const catalog::PersonId first = actor();
    const QString name = chooser->currentText();
    QWheelEvent wheel(chooser->rect().center(), chooser->mapToGlobal(chooser->rect().center()), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(chooser, &wheel);
    EXPECT_EQ(actor(), first);

    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(actor(), first);
    QTest::keyClick(chooser->view(), Qt::Key_Escape);
    QTest::keyClick(chooser, Qt::Key_Down);
    EXPECT_TRUE(chooser->view()->isVisible());
    EXPECT_EQ(actor(), first);
    QTest::keyClick(chooser->view(), Qt::Key_Escape);
    EXPECT_FALSE(chooser->view()->isVisible());
    EXPECT_EQ(chooser->currentText(), name);

    const int interval = QApplication::keyboardInputInterval();
    QApplication::setKeyboardInputInterval(60'000); // the second letter goes on, however slow the machine
    QTest::keyClick(chooser, Qt::Key_G);
    EXPECT_EQ(actor(), first);
    QTest::keyClick(chooser->view(), Qt::Key_R);
    EXPECT_EQ(actor(), first);
    QTest::keyClick(chooser->view(), Qt::Key_Return);
    QApplication::setKeyboardInputInterval(interval);
    EXPECT_EQ(chooser->currentText(), QStringLiteral("Grace Lin"));
    EXPECT_NE(actor(), first);
}

TEST_F(WindowTest, AMenteeFindsNoPeoplePage) {
    open();
    const auto mentee = catalog().people().add("Ben Adler", {catalog::Role::Mentee});
    ASSERT_TRUE(mentee.ok());
    m_app->setActor(mentee->id);
    EXPECT_EQ(m_window->page(PageKind::People), nullptr);
    EXPECT_NE(m_window->page(PageKind::Record), nullptr);
}

TEST_F(WindowTest, WhoActsIsRememberedForTheCatalog) {
    open();
    const auto mentor = catalog().people().add("Ada Obi", {catalog::Role::Mentor});
    ASSERT_TRUE(mentor.ok());
    m_app->setActor(mentor->id);
    close();
    open();
    EXPECT_EQ(catalog().actor(), mentor->id);
}

TEST_F(WindowTest, APersonAddedByAnotherProgramAppearsOnThePageInSight) {
    open();
    m_window->showPage(PageKind::People);
    {
        auto other = catalog::Catalog::open(m_folder / "catalog");
        ASSERT_TRUE(other.ok());
        ASSERT_TRUE((*other)->people().add("Cara Diaz", {catalog::Role::Mentor}).ok());
    }
    auto* list = control<QListView>(m_window->page(PageKind::People), "people");
    EXPECT_TRUE(waitFor([&] { return list->model()->rowCount() == 2; }));
}

TEST_F(WindowTest, ACatalogOfANewerVersionIsRefusedWithASentenceAndOpensOnceItFits) {
    open();
    close();
    const std::string file = (m_folder / "catalog" / "catalog.db").string();
    const auto setVersion = [&](const std::string& version) {
        SQLite::Database database(file, SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = " + version);
    };
    std::string before;
    {
        SQLite::Database database(file, SQLite::OPEN_READONLY);
        before = database.execAndGet("PRAGMA user_version").getString();
    }
    setVersion("9999");
    open();
    ASSERT_NE(m_window->trouble(), nullptr);
    EXPECT_TRUE(m_window->trouble()->text().contains(QStringLiteral("newer")))
        << m_window->trouble()->text().toStdString();
    EXPECT_EQ(m_window->page(PageKind::Home), nullptr);

    setVersion(before);
    m_window->openCatalog();
    EXPECT_EQ(m_window->trouble(), nullptr);
    EXPECT_EQ(m_window->currentPage(), PageKind::Home);
}

TEST_F(WindowTest, ACatalogWhoseDiskIsNotThereSaysSoAndAnotherCanBeOpened) {
    m_app = std::make_unique<studio::App>(
        studio::App::Options{(m_folder / "unplugged" / "catalog").string(), {}});
    m_window = std::make_unique<studio::MainWindow>(*m_app, *m_appearance, m_dialogs);
    m_window->openCatalog();
    ASSERT_NE(m_window->trouble(), nullptr);
    EXPECT_FALSE(std::filesystem::exists(m_folder / "unplugged"));
    m_dialogs.folder = QString::fromStdString((m_folder / "other").string());
    emit const_cast<studio::TroublePage*>(m_window->trouble())->openAnother();
    EXPECT_EQ(m_window->trouble(), nullptr);
    EXPECT_NE(m_window->page(PageKind::Home), nullptr);
}

} // namespace mockingbird::test
