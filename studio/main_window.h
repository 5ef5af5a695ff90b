// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/ui/page.h"
#include "studio/app.h"
#include "studio/dialogs.h"
#include "studio/role_table.h"

#include <QMainWindow>
#include <optional>

namespace mockingbird::recorder {
class RecordPage;
struct TroubleNews;
} // namespace mockingbird::recorder
namespace mockingbird::ui {
class Appearance;
class Banner;
} // namespace mockingbird::ui

namespace mockingbird::studio {

class PageStack;
class Rail;
class KitTransfer;
class ReportSaving;
class SignInPage;
class SigningIn;
class TroublePage;
class UpgradeJob;
class UpgradePage;

/// The studio's window: the rail, the pages, and what leads from one page to another. The pages are built
/// anew whenever another catalog is opened or the text's size changes. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(App& app, ui::Appearance& appearance, Dialogs& dialogs, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens the own catalog, or shows why it can't be opened. A large one of an older version is brought up
    /// to date first, while the window shows how far that is.
    void openCatalog();
    /// Not while a recording runs.
    void enterSample();
    void showPage(PageKind page);
    [[nodiscard]] PageKind currentPage() const { return m_current; }
    /// Made where it wasn't yet; nullptr where the acting person's roles have no use for it, or no catalog is
    /// open.
    [[nodiscard]] ui::Page* page(PageKind page);
    [[nodiscard]] Rail& rail() const { return *m_rail; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    /// At the upper edge of every page: what goes wrong while recording.
    [[nodiscard]] ui::Banner& troubleStrip() const { return *m_troubleStrip; }
    [[nodiscard]] const TroublePage* trouble() const; ///< nullptr while a catalog is open
    /// nullptr but while a large catalog of an older version is brought up to date.
    [[nodiscard]] const UpgradePage* upgrade() const;
    /// nullptr unless somebody has to sign in.
    [[nodiscard]] SignInPage* signInPage() const { return m_signInPage; }
    [[nodiscard]] SigningIn& signingIn() const { return *m_signingIn; }
    /// Nothing of the person stays; not while a recording runs.
    void signOut();

    /// Opens the session in Review, at a moment where one is given.
    void openSession(catalog::SessionId session, std::optional<MediaTime> at = std::nullopt);
    /// Sets the next part of an interrupted session up.
    void continueSession(catalog::SessionId session);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void buildPages();
    void dropPages();
    ui::Page* makePage(PageKind kind);
    ui::Page* makeRecordPage(catalog::Catalog& open);
    /// A question that was practised alone is in its history, with the recording.
    void keepPractice(catalog::SessionId session);
    void showTroubleOfRecording(const recorder::TroubleNews& news);
    void showTitle();
    void refreshPeople();
    void leaveSample();
    void removeSample();
    void bringSampleBack();
    void updateSampleBanner();
    void adoptActor();
    void showSignIn();
    void dropSignIn();
    void putAway();
    void showTrouble(const Error& error);
    void showAlone(ui::Page* page);
    void finishUpgrade(const Result<void>& done);
    void openAnother();
    [[nodiscard]] bool refusedWhileRecording();
    void addShortcuts();

    App& m_app;
    ui::Appearance& m_appearance;
    Dialogs& m_dialogs;
    Rail* m_rail = nullptr;
    ui::Banner* m_troubleStrip;
    ui::Banner* m_sampleBanner;
    ui::Banner* m_banner;     ///< what concerns the whole window
    ui::Banner* m_idleBanner; ///< who is signed out soon
    KitTransfer* m_kitTransfer;
    ReportSaving* m_reportSaving;
    SigningIn* m_signingIn;
    SignInPage* m_signInPage = nullptr;
    QString m_named; ///< as whom the program was started, until the page was shown
    PageStack* m_stack;
    TroublePage* m_trouble;
    UpgradePage* m_upgrade;
    UpgradeJob* m_upgradeJob;
    recorder::RecordPage* m_recordPage = nullptr;
    PageKind m_current = PageKind::Home;
    QString m_recordingTitle; ///< such as "Recording 12:03"; empty while nothing is
    QString m_troubleTitle;
};

} // namespace mockingbird::studio
