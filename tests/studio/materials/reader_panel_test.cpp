// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/reader_panel.h"

#include "common/catalog/event.h"
#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/banner.h"
#include "studio/materials/content_view.h"
#include "studio/materials/material_view.h"
#include "tests/gui/wait_for.h"
#include "tests/studio/materials/made_pdf.h"
#include "tests/support/temporary_folder.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <fstream>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

using mockingbird::test::waitFor;

namespace {

constexpr std::chrono::milliseconds
    kLongerThanAPause(4500); // the place is kept after four seconds without scrolling

class ReaderPanelTest : public ::testing::Test {
protected:
    ReaderPanelTest() : m_catalog(std::move(catalog::Catalog::open(m_folder / "catalog")).value()) {
        m_mentee = m_catalog->people().add("Maya", {catalog::Role::Mentee}).value().id;
        m_catalog->actAs(m_mentee);
        m_panel = std::make_unique<ReaderPanel>(*m_catalog);
        m_panel->resize(700, 500);
        m_panel->show();
    }
    catalog::MaterialId file(const std::string& name, const std::string& bytes) {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
        catalog::MaterialIntake intake(m_catalog->materials(), m_catalog->folder());
        catalog::MaterialDraft draft;
        draft.attached = {catalog::Attachment::person(m_mentee)};
        return intake.addFile(m_folder / name, draft).value().material.id;
    }
    catalog::MaterialId longText() {
        std::string text = "# Long\n\n";
        for (int i = 0; i < 200; ++i)
            text += "Paragraph " + std::to_string(i) + " says what there is to say of panels.\n\n";
        return file("long.md", text);
    }
    std::optional<catalog::Reading> reading(catalog::MaterialId id) {
        return m_catalog->materials().readings().of(m_mentee, id).value();
    }
    std::size_t events() { return m_catalog->events(m_mentee.uuid()).value().size(); }
    template <class Widget>
    Widget* control(const char* name) {
        return m_panel->findChild<Widget*>(QLatin1String(name));
    }
    QScrollBar* bar() { return m_panel->findChild<MaterialView*>()->verticalScrollBar(); }

    mockingbird::test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::PersonId m_mentee;
    std::unique_ptr<ReaderPanel> m_panel;
};

} // namespace

TEST_F(ReaderPanelTest, ContinuesWhereOneLeft) {
    const auto id = longText();
    const auto other = file("other.md", "# Other");
    m_panel->showMaterial(id);
    bar()->setValue(bar()->maximum() / 2);
    const int place = m_panel->findChild<MaterialView*>()->place();
    m_panel->showMaterial(other);
    ASSERT_TRUE(reading(id).has_value());
    EXPECT_EQ(reading(id)->place.offset, place);
    EXPECT_NEAR(reading(id)->percent, 50, 10);
    m_panel->showMaterial(id);
    ASSERT_TRUE(
        waitFor([&] { return std::abs(m_panel->findChild<MaterialView*>()->place() - place) < 100; }));
}

TEST_F(ReaderPanelTest, ScrollingOnAndOnMakesFewEvents) {
    m_panel->showMaterial(longText());
    const std::size_t before = events();
    for (int i = 0; i < 300; ++i)
        bar()->setValue(i * 3);
    EXPECT_EQ(events(), before) << "none while it moves";
    m_panel->left();
    EXPECT_EQ(events(), before + 1);
    m_panel->left();
    EXPECT_EQ(events(), before + 1);
}

TEST_F(ReaderPanelTest, OnlyLookedAtIsNotBegun) {
    const auto id = longText();
    m_panel->showMaterial(id);
    m_panel->left();
    EXPECT_FALSE(reading(id).has_value());
}

TEST_F(ReaderPanelTest, WhatIsOutOfSightIsNotBeingRead) {
    const auto id = file("short.md", "# One line");
    m_panel->hide();
    m_panel->showMaterial(id);
    EXPECT_FALSE(waitFor([&] { return reading(id).has_value(); }, kLongerThanAPause)) << "nobody has seen it";
    m_panel->show();
    ASSERT_TRUE(waitFor([&] { return reading(id).has_value(); }));
    EXPECT_TRUE(reading(id)->readAt.has_value());
}

TEST_F(ReaderPanelTest, TheEndIsReadAndAPersonSaysOtherwise) {
    const auto id = longText();
    m_panel->showMaterial(id);
    bar()->setValue(bar()->maximum());
    m_panel->left();
    EXPECT_TRUE(reading(id)->readAt.has_value());
    auto* read = control<QPushButton>("markRead");
    EXPECT_EQ(read->text(), QStringLiteral("Mark as not read"));
    read->click();
    EXPECT_FALSE(reading(id)->readAt.has_value());
    read->click();
    EXPECT_TRUE(reading(id)->readAt.has_value());
    EXPECT_EQ(control<QLabel>("readingProgress")->text(), QStringLiteral("Read"));
}

TEST_F(ReaderPanelTest, BookmarksAreMadeNamedFoundAndRemovedWithUndo) {
    const auto id = longText();
    m_panel->showMaterial(id);
    bar()->setValue(bar()->maximum() / 2);
    m_panel->activateWindow();
    ASSERT_TRUE(waitFor([&] { return m_panel->isActiveWindow(); }));
    m_panel->content()->reading()->setFocus();
    QTest::keyClick(m_panel->content()->reading(), Qt::Key_D, Qt::ControlModifier);
    auto* label = control<QLineEdit>("bookmarkLabel");
    ASSERT_TRUE(label->isVisible());
    label->selectAll();
    QTest::keyClicks(label, QStringLiteral("Ask about this"));
    QTest::keyClick(label, Qt::Key_Return);
    const auto marks = m_catalog->materials().readings().bookmarks(m_mentee, id).value();
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].label, "Ask about this");
    bar()->setValue(0);
    control<QPushButton>("bookmarks")->menu()->actions().back()->trigger();
    EXPECT_GT(bar()->value(), 100);
    control<QPushButton>("removeBookmark")->click();
    EXPECT_TRUE(m_catalog->materials().readings().bookmarks(m_mentee, id).value().empty());
    m_panel->findChild<ui::Banner*>()->actionButton()->click();
    EXPECT_EQ(m_catalog->materials().readings().bookmarks(m_mentee, id).value().size(), 1U);
}

TEST_F(ReaderPanelTest, AMissingAndAChangedCopyAreTold) {
    const auto id = file("star.md", "# STAR");
    const catalog::MaterialFolder folder(m_catalog->folder());
    const auto material = m_catalog->materials().byId(id).value();
    std::ofstream(folder.path(material.file->hash)) << "# RATS";
    m_panel->showMaterial(id);
    auto* banner = control<ui::Banner>("readerBanner");
    EXPECT_TRUE(banner->isVisible());
    EXPECT_TRUE(banner->text().contains(QStringLiteral("changed"))) << banner->text().toStdString();
    EXPECT_EQ(m_panel->content(), nullptr) << "what was slipped in isn't shown";

    mockingbird::test::makePdf(QString::fromStdString((m_folder / "a.pdf").string()), {"One"});
    std::ifstream stream(m_folder / "a.pdf", std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const auto pdf = file("b.pdf", bytes);
    const auto kept = folder.path(m_catalog->materials().byId(pdf).value().file->hash);
    bytes.back() = ' ';
    std::ofstream(kept, std::ios::binary) << bytes;
    m_panel->showMaterial(pdf);
    EXPECT_NE(m_panel->content(), nullptr);
    ASSERT_TRUE(waitFor([&] { return banner->isVisible(); })) << "found out beside";
    EXPECT_TRUE(banner->text().contains(QStringLiteral("changed")));
    std::filesystem::remove(kept);
    m_panel->clear();
    m_panel->showMaterial(pdf);
    EXPECT_TRUE(banner->text().contains(QStringLiteral("missing")));
}

/// Stands in for the desktop.
class OpenedUrls : public QObject {
    Q_OBJECT
public:
    QList<QUrl> urls;
public slots:
    void open(const QUrl& url) { urls << url; }
};

TEST_F(ReaderPanelTest, OpensElsewhereACopyUnderItsOwnName) {
    OpenedUrls desktop;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &desktop, "open");
    const auto id = file("star.md", "# STAR");
    m_panel->showMaterial(id);
    control<QPushButton>("openElsewhere")->click();
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    ASSERT_EQ(desktop.urls.size(), 1);
    const std::filesystem::path copy = desktop.urls[0].toLocalFile().toStdString();
    EXPECT_EQ(copy.filename(), "star.md");
    std::ofstream(copy) << "spoilt";
    EXPECT_TRUE(m_catalog->verify().value().empty()) << "the catalog's own is untouched";
}

TEST_F(ReaderPanelTest, WhatIsRemovedElsewhereIsNoLongerShown) {
    const auto id = file("star.md", "# STAR");
    m_panel->showMaterial(id);
    ASSERT_TRUE(m_catalog->materials().remove(id).ok());
    m_panel->refresh();
    EXPECT_TRUE(m_panel->shown().isNull());
    EXPECT_EQ(m_panel->content(), nullptr);
}

} // namespace mockingbird::studio::test

#include "reader_panel_test.moc"
