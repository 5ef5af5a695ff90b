// SPDX-License-Identifier: GPL-3.0-or-later
// Taking kits in and handing them out, in the real window.
#include "common/base/whole_file.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_store.h"
#include "common/exchange/import_file.h"
#include "common/ui/banner.h"
#include "studio/exchange/kit_import_dialog.h"
#include "studio/kits/kits_panel.h"
#include "studio/prep/prep_page.h"
#include "tests/gui/window_test.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>

namespace mockingbird::test {

using studio::KitImportDialog;
using studio::PageKind;

class KitExchange : public WindowTest {
protected:
    void openKits() {
        open();
        m_window->showPage(PageKind::Prepare);
        auto& page = *dynamic_cast<studio::PrepPage*>(m_window->page(PageKind::Prepare));
        m_panel = &page.kits();
        control<QTabWidget>(&page, "prepareTabs")->setCurrentWidget(m_panel);
    }
    QString lay(const std::string& name, const std::string& bytes) {
        EXPECT_TRUE(writeWholeFile(m_folder / name, bytes).ok());
        return QString::fromStdString((m_folder / name).string());
    }
    [[nodiscard]] KitImportDialog* dialog() const { return m_window->findChild<KitImportDialog*>(); }
    /// Whether the dialog came to show what would happen, or why nothing can.
    [[nodiscard]] bool showsPlan() const {
        return waitFor([&] {
            const auto* shown = dialog();
            const auto* steps = shown == nullptr ? nullptr : shown->findChild<QListWidget*>("importSteps");
            return steps != nullptr && steps->isVisible() && steps->count() > 0;
        });
    }
    void importNow() {
        control<QPushButton>(dialog(), "importKitNow")->click();
        EXPECT_TRUE(waitFor([&] { return dialog() == nullptr; }));
    }
    void drop(const QString& file) {
        QMimeData carried;
        carried.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent entering(QPoint(10, 10), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_panel, &entering);
        EXPECT_TRUE(entering.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_panel, &event);
    }

    studio::KitsPanel* m_panel = nullptr;
};

TEST_F(KitExchange, ShowsWhatHappensBeforeItImportsQuestions) {
    openKits();
    m_dialogs.kitFile = lay("ours.csv", "question,notes\nWhy us?,n\nHow then?,\n");
    const auto before = catalog().kitDrafts().open().value().size();
    control<QPushButton>(m_panel, "importKit")->click();
    ASSERT_TRUE(showsPlan());
    EXPECT_EQ(catalog().kitDrafts().open().value().size(), before) << "nothing is done yet";
    EXPECT_TRUE(control<QListWidget>(dialog(), "importSteps")->item(0)->text().contains("2 questions"));
    EXPECT_TRUE(control<QListWidget>(dialog(), "importRemarks")->item(0)->text().startsWith("Line 1: "));
    importNow();
    const auto drafts = catalog().kitDrafts().open().value();
    ASSERT_EQ(drafts.size(), before + 1);
    EXPECT_EQ(drafts.front().name, "ours");
}

TEST_F(KitExchange, PutsQuestionsIntoTheNextVersionOfTheKitThatIsChosen) {
    openKits();
    const auto kit = catalog().kits().all().value().front();
    drop(lay("more.txt", "1. What would you do first?\n"));
    ASSERT_TRUE(showsPlan());
    auto* target = control<QComboBox>(dialog(), "importTarget");
    const int row = target->findData(QString::fromStdString(kit.id.toString()));
    ASSERT_GT(row, 0);
    target->setCurrentIndex(row);
    EXPECT_TRUE(
        control<QListWidget>(dialog(), "importSteps")->item(0)->text().contains("1 question is added"));
    importNow();
    const auto drafts = catalog().kitDrafts().open().value();
    ASSERT_FALSE(drafts.empty());
    EXPECT_EQ(drafts.front().kit, kit.id);
}

TEST_F(KitExchange, SaysTheLineOfWhatIsWrongAndChangesNothing) {
    openKits();
    const auto revision = catalog().revision();
    drop(lay("bad.csv", "question\n\"open"));
    ASSERT_TRUE(waitFor([&] {
        return dialog() != nullptr && !dialog()->findChild<QPushButton*>("importKitNow")->isEnabled();
    }));
    ASSERT_TRUE(waitFor([&] {
        const auto* banner = dialog()->findChild<ui::Banner*>();
        return banner->isVisible() && banner->text().contains("line 2, column 1");
    }));
    dialog()->reject();
    EXPECT_TRUE(waitFor([&] { return dialog() == nullptr; }));
    EXPECT_EQ(catalog().revision(), revision);
}

TEST_F(KitExchange, WritesAKitThatItFindsThereAlready) {
    openKits();
    m_dialogs.kitExport = QString::fromStdString((m_folder / "kit.mbkit").string());
    control<QPushButton>(m_panel, "exportKit")->click();
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(m_folder / "kit.mbkit"); }));
    ASSERT_FALSE(m_dialogs.asked.isEmpty());
    EXPECT_TRUE(m_dialogs.asked.back().endsWith(".mbkit"));
    EXPECT_TRUE(exchange::readImportFile(m_folder / "kit.mbkit").ok());
    drop(m_dialogs.kitExport);
    ASSERT_TRUE(showsPlan());
    EXPECT_FALSE(control<QPushButton>(dialog(), "importKitNow")->isEnabled()) << "there is nothing to import";
    dialog()->reject();
    EXPECT_TRUE(waitFor([&] { return dialog() == nullptr; }));
}

} // namespace mockingbird::test
