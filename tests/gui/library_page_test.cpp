// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/caption_store.h"
#include "common/ui/banner.h"
#include "studio/library/library_model.h"
#include "studio/library/library_page.h"
#include "tests/gui/window_test.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <fstream>

namespace mockingbird::test {

namespace {

using studio::LibraryPage;
using studio::PageKind;

LibraryPage* libraryOf(studio::MainWindow& window) {
    window.showPage(PageKind::Library);
    return dynamic_cast<LibraryPage*>(window.page(PageKind::Library));
}

std::filesystem::path sampleRecording() {
    return std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "studio" / "sample" / "attempt_1.mkv";
}

} // namespace

TEST_F(WindowTest, ImportsAFileAsASessionOfItsOwn) {
    open();
    LibraryPage* library = libraryOf(*m_window);
    const QAbstractItemModelTester tester(&library->model());
    m_dialogs.files = {QString::fromStdString(sampleRecording().string())};
    for (QPushButton* button : library->findChildren<QPushButton*>()) {
        if (button->text().startsWith(QStringLiteral("Import ...")))
            button->click();
    }
    control<QPushButton>(library, "importNow")->click();
    // The session may be in sight before its file is copied; the banner says that all is done.
    ASSERT_TRUE(waitFor([&] { return !library->banner()->isHidden(); }));
    ASSERT_EQ(library->model().rowCount(), 1);
    EXPECT_EQ(library->banner()->tone(), ui::Tone::Success) << library->banner()->text().toStdString();
    EXPECT_GT(library->model().row(0).length.seconds(), 30);
    // Its captions lie beside it.
    const auto recording = catalog().recordings().ofSession(library->model().row(0).session.id)->at(0);
    const auto captions = catalog().captions().ofRecording(recording.id);
    ASSERT_TRUE(captions.ok() && *captions);
    EXPECT_EQ((*captions)->source, "attempt_1.vtt");
}

TEST_F(WindowTest, CaptionsThatCanNotBeReadAreNamedAndTheRecordingIsImported) {
    open();
    std::filesystem::copy_file(sampleRecording(), m_folder / "held.mkv");
    std::ofstream(m_folder / "held.vtt") << "bread, ink\n";
    LibraryPage* library = libraryOf(*m_window);
    m_dialogs.files = {QString::fromStdString((m_folder / "held.mkv").string())};
    for (QPushButton* button : library->findChildren<QPushButton*>()) {
        if (button->text().startsWith(QStringLiteral("Import ...")))
            button->click();
    }
    control<QPushButton>(library, "importNow")->click();
    ASSERT_TRUE(waitFor([&] { return !library->banner()->isHidden() && library->model().rowCount() == 1; }));
    EXPECT_EQ(library->banner()->tone(), ui::Tone::Warning);
    EXPECT_TRUE(library->banner()->text().contains(QStringLiteral("held.vtt")));
}

TEST_F(WindowTest, AFileThatIsNoMediaIsNamedAndLeavesNoSession) {
    open();
    const auto file = m_folder / "shopping.txt";
    std::ofstream(file) << "bread, ink\n";
    LibraryPage* library = libraryOf(*m_window);
    m_dialogs.files = {QString::fromStdString(file.string())};
    for (QPushButton* button : library->findChildren<QPushButton*>()) {
        if (button->text().startsWith(QStringLiteral("Import ...")))
            button->click();
    }
    control<QPushButton>(library, "importNow")->click();
    ASSERT_TRUE(waitFor([&] { return !library->banner()->isHidden(); }));
    EXPECT_EQ(library->banner()->tone(), ui::Tone::Danger);
    EXPECT_TRUE(library->banner()->text().contains(QStringLiteral("shopping.txt")));
    EXPECT_TRUE(catalog().sessions().all().valueOr({}).empty());
}

TEST_F(WindowTest, ASessionIsRemovedAndBroughtBackByUndo) {
    open();
    ASSERT_TRUE(m_app->openSample().ok());
    m_app->setActor(catalog().people().find("Ingrid Halvorsen").value().id);
    LibraryPage* library = libraryOf(*m_window);
    const int before = library->model().rowCount();
    ASSERT_GT(before, 1);
    for (QPushButton* button : library->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Remove"))
            button->click();
    }
    EXPECT_EQ(library->model().rowCount(), before - 1);
    library->banner()->actionButton()->click();
    EXPECT_EQ(library->model().rowCount(), before);
}

TEST_F(WindowTest, AWordOfANoteIsFoundAndOpensAtItsMoment) {
    open();
    ASSERT_TRUE(m_app->openSample().ok());
    LibraryPage* library = libraryOf(*m_window);
    std::optional<MediaTime> at;
    QObject::connect(library, &LibraryPage::sessionRequested,
                     [&](catalog::SessionId, std::optional<MediaTime> time) { at = time; });
    library->focusSearch();
    auto* search = library->findChild<QLineEdit*>();
    search->setText(QStringLiteral("good choice of story"));
    QListWidget* hits = nullptr;
    ASSERT_TRUE(waitFor([&] {
        for (QListWidget* list : library->findChildren<QListWidget*>()) {
            if (list->isVisible())
                hits = list;
        }
        return hits != nullptr && hits->count() >= 1;
    }));
    emit hits->itemActivated(hits->item(0));
    ASSERT_TRUE(at.has_value());
    EXPECT_NEAR(at->seconds(), 12.15, 0.01);
}

TEST_F(WindowTest, TheLibraryReadsAsFarAsSomebodyLooks) {
    open();
    constexpr int kSessions = 130;
    auto& sessions = catalog().sessions();
    const auto me = m_app->actor().value().id;
    const auto kit = catalog().kits().all().value().front().id;
    ASSERT_TRUE(
        catalog()
            .atomically([&]() -> Result<void> {
                for (int i = 0; i < kSessions; ++i)
                    TRY(sessions.add(me, kit, catalog::SessionMode::Solo, {}, WallTime{1000 + i / 3}));
                return {};
            })
            .ok());
    LibraryPage* library = libraryOf(*m_window);
    auto& model = library->model();
    EXPECT_GE(model.rowCount(), 10);
    EXPECT_LT(model.rowCount(), kSessions) << "not all of them at once";
    const QAbstractItemModelTester tester(&model); // fetches more by itself
    auto* table = library->findChild<QAbstractItemView*>(QStringLiteral("sessions"));
    while (model.canFetchMore({}))
        table->scrollToBottom(), model.fetchMore({});
    ASSERT_EQ(model.rowCount(), kSessions);
    const auto whole = sessions.all().value();
    for (int row = 0; row < kSessions; ++row)
        EXPECT_EQ(model.row(row).session.id, whole[static_cast<std::size_t>(row)].id);
    // A refresh keeps what was looked at, and who is selected.
    table->setCurrentIndex(model.index(120, 0));
    library->refresh();
    EXPECT_EQ(model.rowCount(), kSessions);
    EXPECT_EQ(table->currentIndex().row(), 120);
}

} // namespace mockingbird::test
