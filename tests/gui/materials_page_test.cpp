// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_store.h"
#include "common/catalog/reading_store.h"
#include "common/ui/banner.h"
#include "studio/library/library_page.h"
#include "studio/materials/content_view.h"
#include "studio/materials/materials_panel.h"
#include "studio/materials/reader_panel.h"
#include "studio/prep/prep_page.h"
#include "tests/gui/window_test.h"
#include "tests/studio/materials/made_pdf.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <fstream>

namespace mockingbird::test {

namespace {

using studio::MaterialsPanel;
using studio::PageKind;

class MaterialsPage : public WindowTest {
protected:
    void openMaterials() {
        open();
        m_window->showPage(PageKind::Prepare);
        m_prep = dynamic_cast<studio::PrepPage*>(m_window->page(PageKind::Prepare));
        auto* tabs = control<QTabWidget>(m_prep, "prepareTabs");
        m_panel = m_prep->findChild<MaterialsPanel*>();
        tabs->setCurrentWidget(m_panel);
        m_list = control<QListWidget>(m_panel, "materialList");
        m_banner = m_panel->findChild<ui::Banner*>();
    }
    QString lay(const std::string& name, const std::string& bytes) {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
        return QString::fromStdString((m_folder / name).string());
    }
    void addByButton(const QStringList& files) {
        m_dialogs.files = files;
        control<QPushButton>(m_panel, "addMaterials")->click();
        ASSERT_TRUE(waitFor([&] { return !m_panel->adding(); }));
    }
    std::vector<catalog::Material> all() { return catalog().materials().all().valueOr({}); }
    int rowOf(const QString& title) {
        for (int row = 0; row < m_list->count(); ++row)
            if (m_list->item(row)->text().startsWith(title))
                return row;
        return -1;
    }

    studio::PrepPage* m_prep = nullptr;
    MaterialsPanel* m_panel = nullptr;
    QListWidget* m_list = nullptr;
    ui::Banner* m_banner = nullptr;
};

} // namespace

TEST_F(MaterialsPage, FilesAreAddedSearchedAndReadWhereTheWordsAre) {
    openMaterials();
    const auto before = m_list->count();
    EXPECT_GT(before, 0) << "the starter library's guides";
    const QString pdf = QString::fromStdString((m_folder / "board.pdf").string());
    makePdf(pdf, {QStringLiteral("Announcement"), QStringLiteral("What a quokka asks"),
                  QStringLiteral("Results")});
    addByButton({pdf, lay("notes.md", "# My notes\n\nNothing of the animal.")});
    EXPECT_EQ(m_list->count(), before + 2);
    EXPECT_EQ(m_banner->tone(), ui::Tone::Success);

    auto* search = control<QLineEdit>(m_panel, "materialSearch");
    QTest::keyClicks(search, QStringLiteral("quokka"));
    ASSERT_EQ(m_list->count(), 1);
    EXPECT_TRUE(m_list->item(0)->text().contains(QStringLiteral("Page 2")))
        << m_list->item(0)->text().toStdString();
    m_list->setCurrentRow(0);
    ASSERT_NE(m_panel->reader().content(), nullptr);
    EXPECT_TRUE(waitFor([&] { return m_panel->reader().content()->place().page == 2; }));
    // The library's search leads to the same page.
    m_window->showPage(PageKind::Home);
    m_window->showPage(PageKind::Library);
    auto* library = dynamic_cast<studio::LibraryPage*>(m_window->page(PageKind::Library));
    library->focusSearch();
    library->findChild<QLineEdit*>()->setText(QStringLiteral("announcement"));
    QListWidgetItem* found = nullptr;
    ASSERT_TRUE(waitFor([&] {
        for (QListWidget* hits : library->findChildren<QListWidget*>())
            for (int row = 0; hits->isVisible() && found == nullptr && row < hits->count(); ++row)
                if (hits->item(row)->text().contains(QStringLiteral("board")))
                    found = hits->item(row);
        return found != nullptr;
    }));
    emit found->listWidget()->itemActivated(found);
    EXPECT_EQ(m_window->currentPage(), PageKind::Prepare);
}

TEST_F(MaterialsPage, DroppedFilesAreAddedAndThoseThatCantBeAreNamed) {
    openMaterials();
    const auto before = all().size();
    QMimeData dropped;
    dropped.setUrls(
        {QUrl::fromLocalFile(lay("one.md", "# One")), QUrl::fromLocalFile(lay("bad.pdf", "no PDF"))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
    QApplication::sendEvent(m_panel, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, {});
    QApplication::sendEvent(m_panel, &drop);
    ASSERT_TRUE(waitFor([&] { return !m_panel->adding(); }));
    EXPECT_EQ(all().size(), before + 1);
    EXPECT_EQ(m_banner->tone(), ui::Tone::Danger);
    EXPECT_TRUE(m_banner->text().contains(QStringLiteral("bad.pdf"))) << m_banner->text().toStdString();
}

TEST_F(MaterialsPage, IsAttachedTakenOffRenamedAndRemovedWithUndo) {
    openMaterials();
    addByButton({lay("notes.md", "# My notes")});
    const auto id = m_panel->reader().shown();
    ASSERT_FALSE(id.isNull());
    control<QPushButton>(m_panel, "attachMaterial")->click();
    auto* to = control<QComboBox>(m_panel, "attachTo");
    to->setCurrentIndex(1); // a question
    emit to->activated(1);
    control<QPushButton>(m_panel, "attach")->click();
    auto attached = catalog().materials().attachments(id).value();
    ASSERT_EQ(attached.size(), 1U);
    EXPECT_EQ(attached[0].attachment.to, catalog::Attachment::To::Question);
    // The rows from before are gone once the loop has run.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (QToolButton* button : m_panel->findChildren<QToolButton*>())
        if (button->accessibleName().startsWith(QStringLiteral("Take off")))
            button->click();
    EXPECT_TRUE(catalog().materials().attachments(id).value().empty());
    m_banner->actionButton()->click();
    EXPECT_EQ(catalog().materials().attachments(id).value().size(), 1U);

    QMenu* menu = control<QPushButton>(m_panel, "moreOfMaterial")->menu();
    emit menu->aboutToShow();
    menu->actions().front()->trigger();
    auto* title = control<QLineEdit>(m_panel, "materialTitle");
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Wombats"));
    QTest::keyClick(title, Qt::Key_Return);
    EXPECT_GE(rowOf(QStringLiteral("Wombats")), 0);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Delete);
    EXPECT_LT(rowOf(QStringLiteral("Wombats")), 0);
    EXPECT_TRUE(m_panel->reader().shown().isNull());
    m_banner->actionButton()->click();
    EXPECT_GE(rowOf(QStringLiteral("Wombats")), 0);
    EXPECT_EQ(m_panel->reader().shown(), id);
}

TEST_F(MaterialsPage, ALinkIsTypedAndSaysWhereItLeads) {
    openMaterials();
    control<QPushButton>(m_panel, "addLink")->click();
    auto* address = control<QLineEdit>(m_panel, "linkAddress");
    QTest::keyClicks(address, QStringLiteral("example.org"));
    QTest::keyClick(address, Qt::Key_Return);
    EXPECT_EQ(m_banner->tone(), ui::Tone::Danger);
    EXPECT_EQ(address->text(), QStringLiteral("example.org")) << "what was typed stays";
    address->setText(QStringLiteral("https://example.org/jobs"));
    QTest::keyClick(address, Qt::Key_Return);
    EXPECT_EQ(catalog().materials().byId(m_panel->reader().shown()).value().url, "https://example.org/jobs");
    EXPECT_FALSE(address->isVisible());
}

TEST_F(MaterialsPage, AMenteeAddsForThemselvesAndChangesNothingOfOthers) {
    openMaterials();
    const auto mentee = catalog().people().add("Maya", {catalog::Role::Mentee}).value();
    m_app->setActor(mentee.id);
    m_window->showPage(PageKind::Prepare);
    m_prep = dynamic_cast<studio::PrepPage*>(m_window->page(PageKind::Prepare));
    m_panel = m_prep->findChild<MaterialsPanel*>();
    control<QTabWidget>(m_prep, "prepareTabs")->setCurrentWidget(m_panel);
    m_list = control<QListWidget>(m_panel, "materialList");
    m_list->setCurrentRow(0);
    QMenu* menu = control<QPushButton>(m_panel, "moreOfMaterial")->menu();
    emit menu->aboutToShow();
    EXPECT_FALSE(menu->actions().front()->isEnabled());
    addByButton({lay("mine.md", "# Mine")});
    const auto attached = catalog().materials().attachments(m_panel->reader().shown()).value();
    ASSERT_EQ(attached.size(), 1U);
    EXPECT_EQ(attached[0].attachment, catalog::Attachment::person(mentee.id));
}

TEST_F(MaterialsPage, FiltersKeepTheirChoiceWhileThePageRefreshes) {
    openMaterials();
    addByButton({lay("notes.html", "<p>Notes</p>")});
    for (QComboBox* box : m_panel->findChildren<QComboBox*>())
        if (const int web = box->findText(QStringLiteral("Web page")); web >= 0) {
            box->setCurrentIndex(web);
            emit box->activated(web);
        }
    EXPECT_EQ(m_list->count(), 1);
    const auto shown = m_panel->reader().shown();
    m_prep->refresh();
    EXPECT_EQ(m_list->count(), 1);
    EXPECT_EQ(m_panel->reader().shown(), shown);
    EXPECT_EQ(m_list->currentRow(), 0);
}

} // namespace mockingbird::test
