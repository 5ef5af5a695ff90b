// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/main_window.h"

#include "common/ui/appearance.h"
#include "common/ui/banner.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/record_page.h"
#include "review/compare_page/compare_page.h"
#include "review/review_page/review_page.h"
#include "studio/appearance_menu.h"
#include "studio/exchange/kit_transfer.h"
#include "studio/home/home_page.h"
#include "studio/library/library_page.h"
#include "studio/page_stack.h"
#include "studio/people/people_page.h"
#include "studio/prep/calendar_saving.h"
#include "studio/prep/prep_page.h"
#include "studio/prep/recorded_practice.h"
#include "studio/rail.h"
#include "studio/report_saving.h"
#include "studio/sign_in/sign_in_page.h"
#include "studio/sign_in/signing_in.h"
#include "studio/trial_player.h"
#include "studio/trouble_page.h"
#include "studio/upgrade_job.h"
#include "studio/upgrade_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>
#include <set>
#include <utility>

namespace mockingbird::studio {

namespace {

// Where the rail with words would take more of the window than this, it shows icons alone.
constexpr double kRailsShare = 0.2;
constexpr int kRailWidth = 204;

} // namespace

MainWindow::MainWindow(App& app, ui::Appearance& appearance, Dialogs& dialogs, QWidget* parent)
    : QMainWindow(parent), m_app(app), m_appearance(appearance), m_dialogs(dialogs),
      m_troubleStrip(new ui::Banner), m_sampleBanner(new ui::Banner), m_banner(new ui::Banner),
      m_idleBanner(new ui::Banner), m_kitTransfer(new KitTransfer(app, dialogs, *m_banner, this)),
      m_reportSaving(new ReportSaving(app, dialogs, *m_banner, this)),
      m_signingIn(new SigningIn(app, dialogs, *this, *m_idleBanner)),
      m_named(ui::toQString(app.namedPerson())),
      m_stack(new PageStack([this](PageKind kind) { return makePage(kind); })), m_trouble(new TroublePage),
      m_upgrade(new UpgradePage), m_upgradeJob(new UpgradeJob(this)) {
    setWindowTitle(tr("Mockingbird"));
    setWindowIcon(ui::applicationIcon());
    resize(1280, 720);
    m_troubleStrip->setDismissable(false);
    m_troubleStrip->setProperty("square", true);
    m_sampleBanner->setDismissable(false);
    m_sampleBanner->setProperty("square", true);
    layOut();
    addShortcuts();

    connect(&m_app, &App::catalogAboutToChange, this, &MainWindow::dropPages);
    connect(&m_app, &App::catalogChanged, this, &MainWindow::buildPages);
    connect(&m_app, &App::actorChanged, this, &MainWindow::adoptActor);
    connect(m_signingIn, &SigningIn::leaving, this, &MainWindow::putAway);
    connect(m_signingIn, &SigningIn::signOutRequested, this, &MainWindow::signOut);
    connect(m_signingIn, &SigningIn::settingsChanged, this, &MainWindow::refreshPeople);
    connect(&m_app, &App::revisionMoved, this, [this] {
        if (m_signInPage != nullptr) {
            m_signInPage->refresh();
            return;
        }
        refreshPeople();
        if (ui::Page* shown = m_stack->made(m_current))
            shown->refresh();
    });
    connect(&m_appearance, &ui::Appearance::scaleChanged, this, [this] {
        if (m_recordPage != nullptr && m_recordPage->isRecording())
            return; // the pages are built anew once nothing depends on them
        if (m_app.catalog() == nullptr) {
            layOut();
            m_rail->hide(); // beside what is shown alone
            return;
        }
        dropPages();
        layOut();
        buildPages();
    });
    connect(m_upgrade, &UpgradePage::stopped, m_upgradeJob, &UpgradeJob::cancel);
    connect(m_upgradeJob, &UpgradeJob::progressed, m_upgrade, &UpgradePage::showProgress);
    connect(m_upgradeJob, &UpgradeJob::finished, this, &MainWindow::finishUpgrade);
    connect(m_trouble, &TroublePage::tryAgain, this, &MainWindow::openCatalog);
    connect(m_trouble, &TroublePage::openAnother, this, &MainWindow::openAnother);
    connect(m_trouble, &TroublePage::quit, this, &QWidget::close);
}

MainWindow::~MainWindow() {
    dropPages();
}

void MainWindow::layOut() {
    // What stays is taken out of the old centre before that goes with its layout. Taking out hides.
    for (ui::Banner* banner : {m_idleBanner, m_troubleStrip, m_sampleBanner, m_banner}) {
        const bool shown = banner->isVisible();
        banner->setParent(this);
        banner->setVisible(shown);
    }
    m_stack->setParent(this);
    m_stack->show();
    for (ui::Page* alone : {static_cast<ui::Page*>(m_trouble), static_cast<ui::Page*>(m_upgrade)})
        if (m_stack->indexOf(alone) < 0)
            m_stack->addWidget(alone);
    auto* centre = new QWidget;
    auto* rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_rail = new Rail;
    auto* banners = new QVBoxLayout;
    banners->setContentsMargins(ui::px(ui::kMedium), 0, ui::px(ui::kMedium), 0);
    banners->setSpacing(ui::px(ui::kSmall));
    banners->addWidget(m_idleBanner);
    banners->addWidget(m_troubleStrip);
    banners->addWidget(m_sampleBanner);
    banners->addWidget(m_banner);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(banners);
    right->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    rows->addLayout(row, 1);
    setCentralWidget(centre);
    setMinimumSize(900, 560);

    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::personChosen, this, [this](catalog::PersonId person) { m_app.setActor(person); });
    connect(m_rail, &Rail::recordingClicked, this, [this] { showPage(PageKind::Record); });
    connect(m_rail, &Rail::appearanceClicked, this,
            [this](QWidget* from) { showAppearanceMenu(m_app, m_appearance, *m_signingIn, from); });
    connect(m_rail, &Rail::signOutClicked, this, &MainWindow::signOut);
    m_rail->setCompact(width() * kRailsShare < ui::px(kRailWidth));
}

void MainWindow::openCatalog() {
    if (const auto older = m_app.largeOlderCatalog()) {
        showAlone(m_upgrade);
        m_upgrade->begin();
        m_upgradeJob->start(*older);
        return;
    }
    if (const auto opened = m_app.openOwn(); !opened)
        showTrouble(opened.error());
}

ui::Page* MainWindow::page(PageKind wanted) {
    return m_stack->page(wanted);
}

const TroublePage* MainWindow::trouble() const {
    return m_stack->currentWidget() == m_trouble ? m_trouble : nullptr;
}

const UpgradePage* MainWindow::upgrade() const {
    return m_stack->currentWidget() == m_upgrade ? m_upgrade : nullptr;
}

void MainWindow::showPage(PageKind wanted) {
    ui::Page* next = page(wanted);
    if (next == nullptr)
        return;
    const bool changed = !m_stack->shows(wanted);
    if (changed && m_stack->shows(m_current))
        m_stack->made(m_current)->left();
    m_current = wanted;
    m_stack->bring(wanted);
    m_rail->setCurrent(wanted);
    showTitle();
    if (changed)
        next->entered();
    next->refresh();
}

void MainWindow::openSession(catalog::SessionId session, std::optional<MediaTime> at) {
    auto* review = dynamic_cast<review::ReviewPage*>(page(PageKind::Review));
    if (review == nullptr)
        return;
    showPage(PageKind::Review);
    review->openSession(session, at);
}

void MainWindow::continueSession(catalog::SessionId session) {
    showPage(PageKind::Record);
    if (m_recordPage != nullptr)
        m_recordPage->continueSession(session);
}

void MainWindow::showTitle() {
    const ui::Page* shown = m_stack->made(m_current);
    QString title = shown == nullptr             ? tr("Mockingbird")
                    : m_recordingTitle.isEmpty() ? tr("%1 - Mockingbird").arg(shown->title())
                                                 : tr("%1 - Mockingbird").arg(m_recordingTitle);
    if (!m_troubleTitle.isEmpty())
        title = tr("! %1 - %2").arg(m_troubleTitle, title);
    setWindowTitle(title);
}

void MainWindow::buildPages() {
    m_signingIn->refresh();
    if (m_app.awaitsSignIn()) {
        showSignIn();
        return;
    }
    dropSignIn();
    const auto actor = m_app.actor();
    const auto kinds = pagesFor(actor ? actor->roles : std::set<catalog::Role>{});
    m_stack->offer({kinds.begin(), kinds.end()});
    const std::set<PageKind>& offered = m_stack->offered();
    m_rail->show();
    m_rail->setPages({offered.begin(), offered.end()});
    refreshPeople();
    updateSampleBanner();
    showPage(offered.contains(m_current) ? m_current : PageKind::Home);
}

void MainWindow::showSignIn() {
    dropSignIn();
    m_current = PageKind::Home;
    m_rail->hide();
    m_sampleBanner->dismiss();
    m_signInPage = new SignInPage;
    connect(m_signInPage, &SignInPage::signedIn, &m_app, &App::signIn);
    connect(m_signInPage, &SignInPage::recovered, this,
            [this](catalog::PersonId person, const QString& nextCode) {
                m_app.signIn(person);
                m_signingIn->openSecurity(nextCode);
            });
    m_stack->addWidget(m_signInPage);
    m_stack->setCurrentWidget(m_signInPage);
    setWindowTitle(tr("%1 - Mockingbird").arg(m_signInPage->title()));
    m_signInPage->begin(*m_app.catalog(), m_signingIn->takeReason(), std::exchange(m_named, {}));
}

void MainWindow::dropSignIn() {
    if (m_signInPage == nullptr)
        return;
    m_signInPage->clear();
    m_stack->removeWidget(m_signInPage);
    m_signInPage->deleteLater(); // it may be what tells of this
    m_signInPage = nullptr;
}

void MainWindow::signOut() {
    if (!refusedWhileRecording())
        m_signingIn->signOut();
}

void MainWindow::putAway() {
    if (QWidget* typing = focusWidget())
        typing->clearFocus(); // its text is taken then
    for (const auto& [kind, made] : m_stack->made())
        made->left();
    dropPages();
    m_reportSaving->forget();
    for (ui::Banner* banner : {m_troubleStrip, m_sampleBanner, m_banner})
        banner->dismiss();
    m_recordingTitle.clear();
    m_troubleTitle.clear();
    m_rail->setPeople({}, {});
    m_rail->setSignedIn({});
    m_current = PageKind::Home;
}

void MainWindow::dropPages() {
    if (m_signInPage != nullptr)
        m_signInPage->clear(); // the catalog may go
    if (ui::Page* shown = m_stack->made(m_current))
        shown->left();
    m_recordPage = nullptr;
    m_stack->drop();
}

ui::Page* MainWindow::makePage(PageKind kind) {
    catalog::Catalog& open = *m_app.catalog();
    switch (kind) {
    case PageKind::Home: {
        auto* home = new HomePage(m_app);
        connect(home, &HomePage::recordRequested, this, [this] { showPage(PageKind::Record); });
        connect(home, &HomePage::sampleRequested, this, &MainWindow::enterSample);
        connect(home, &HomePage::sampleRemoved, this, &MainWindow::removeSample);
        connect(home, &HomePage::sampleBroughtBack, this, &MainWindow::bringSampleBack);
        connect(home, &HomePage::sessionRequested, this, [this](catalog::SessionId id) { openSession(id); });
        connect(home, &HomePage::continueRequested, this, &MainWindow::continueSession);
        connect(home, &HomePage::peopleRequested, this, [this] { showPage(PageKind::People); });
        connect(home, &HomePage::preparationRequested, this, [this] {
            showPage(PageKind::Prepare);
            if (auto* prepare = dynamic_cast<PrepPage*>(page(PageKind::Prepare)))
                prepare->showAhead();
        });
        return home;
    }
    case PageKind::Prepare: {
        auto* prepare = new PrepPage(open, m_dialogs);
        connect(prepare, &PrepPage::recordRequested, this, [this](catalog::KitId kit) {
            if (page(PageKind::Record) != nullptr)
                m_recordPage->chooseKit(kit);
            showPage(PageKind::Record);
        });
        connect(prepare, &PrepPage::practiceRequested, this,
                [this](catalog::KitId kit, catalog::QuestionId question) {
                    if (page(PageKind::Record) != nullptr)
                        m_recordPage->practise(kit, question);
                    showPage(PageKind::Record);
                });
        connect(prepare, &PrepPage::calendarRequested, this,
                [this] { saveCalendar(*m_app.catalog(), m_dialogs, *m_banner, this); });
        m_kitTransfer->serve(prepare->kits());
        return prepare;
    }
    case PageKind::Record:
        return makeRecordPage(open);
    case PageKind::Review: {
        auto* review = new review::ReviewPage(open);
        connect(&review->desk(), &review::ReviewDesk::reportRequested, this,
                [this](catalog::SessionId id) { m_reportSaving->save(id, this); });
        return review;
    }
    case PageKind::Compare: {
        auto* compare = new review::ComparePage(open);
        connect(compare, &review::ComparePage::openSession, this, &MainWindow::openSession);
        return compare;
    }
    case PageKind::Library: {
        auto* library = new LibraryPage(open, m_dialogs);
        connect(library, &LibraryPage::sessionRequested, this,
                [this](catalog::SessionId id, std::optional<MediaTime> at) { openSession(id, at); });
        connect(library, &LibraryPage::materialRequested, this, [this](catalog::MaterialId material, int at) {
            showPage(PageKind::Prepare);
            if (auto* prepare = dynamic_cast<PrepPage*>(page(PageKind::Prepare)))
                prepare->showMaterial(material, at);
        });
        connect(library, &LibraryPage::recordRequested, this, [this] { showPage(PageKind::Record); });
        return library;
    }
    case PageKind::People: {
        auto* people = new PeoplePage(open, m_dialogs);
        connect(people, &PeoplePage::sessionRequested, this,
                [this](catalog::SessionId id) { openSession(id); });
        return people;
    }
    }
    return nullptr;
}

ui::Page* MainWindow::makeRecordPage(catalog::Catalog& open) {
    m_recordPage = new recorder::RecordPage(open);
    m_recordPage->setTrialPlayer(makeTrialPlayer);
    connect(m_recordPage, &recorder::RecordPage::sessionRecorded, this,
            [this](catalog::SessionId id) { keepPractice(id); });
    connect(m_recordPage, &recorder::RecordPage::reviewRequested, this,
            [this](catalog::SessionId id) { openSession(id); });
    connect(m_recordPage, &recorder::RecordPage::recordingChanged, this,
            [this](const QString& elapsed, bool paused) {
                m_rail->setRecording(elapsed, paused);
                m_recordingTitle = elapsed.isEmpty() ? QString()
                                   : paused          ? tr("Paused %1").arg(elapsed)
                                                     : tr("Recording %1").arg(elapsed);
                showTitle();
                m_signingIn->setRecording(!elapsed.isEmpty());
            });
    connect(m_recordPage, &recorder::RecordPage::troubleChanged, this, &MainWindow::showTroubleOfRecording);
    connect(m_recordPage, &recorder::RecordPage::endedByItself, this, [this](const QString& sentence) {
        m_banner->showMessage(ui::Tone::Danger, tr("The recording has ended. %1").arg(sentence),
                              tr("Show it"), [this] { showPage(PageKind::Record); });
    });
    return m_recordPage;
}

void MainWindow::keepPractice(catalog::SessionId session) {
    const auto question = m_recordPage->practised();
    if (!question)
        return;
    if (const auto kept = fileRecordedPractice(*m_app.catalog(), session, *question); !kept)
        m_banner->showError(kept.error());
}

void MainWindow::showTroubleOfRecording(const recorder::TroubleNews& news) {
    m_troubleTitle = news.title;
    showTitle();
    if (news.sentence.isEmpty())
        m_troubleStrip->dismiss();
    else
        m_troubleStrip->showMessage(news.tone, news.sentence);
}

void MainWindow::refreshPeople() {
    if (m_app.catalog() == nullptr)
        return;
    const auto actor = m_app.peopleSignIn() ? m_app.actor() : std::nullopt;
    m_rail->setSignedIn(actor ? ui::toQString(actor->name) : QString());
    m_rail->setPeople(m_app.peopleSignIn() ? std::vector<catalog::Person>{} : m_app.people(),
                      m_app.catalog()->actor());
}

void MainWindow::adoptActor() {
    if (m_recordPage != nullptr && m_recordPage->isRecording()) {
        refreshPeople();
        return; // the take keeps its page; the pages follow at the next change
    }
    dropPages();
    buildPages();
}

bool MainWindow::refusedWhileRecording() {
    if (m_recordPage == nullptr || !m_recordPage->isRecording())
        return false;
    m_banner->showMessage(ui::Tone::Warning, tr("A recording is running. Stop it first; it is kept."),
                          tr("Back to the recording"), [this] { showPage(PageKind::Record); });
    return true;
}

void MainWindow::enterSample() {
    if (refusedWhileRecording())
        return;
    if (const auto opened = m_app.openSample(); !opened)
        m_banner->showError(opened.error());
    else
        showPage(PageKind::Home);
}

void MainWindow::leaveSample() {
    if (refusedWhileRecording())
        return;
    openCatalog();
    showPage(PageKind::Home);
}

void MainWindow::removeSample() {
    if (refusedWhileRecording())
        return;
    if (const auto removed = m_app.removeSample(); !removed) {
        if (m_app.catalog() == nullptr)
            showTrouble(removed.error());
        else
            m_banner->showError(removed.error());
        return;
    }
    showPage(PageKind::Home);
    m_banner->showMessage(ui::Tone::Success, tr("The sample is removed. Your own catalog was not touched."),
                          tr("Undo"), [this] { bringSampleBack(); });
}

void MainWindow::bringSampleBack() {
    if (const auto restored = m_app.restoreSample(); !restored)
        m_banner->showError(restored.error());
    else
        m_banner->dismiss();
    showPage(m_current);
}

void MainWindow::updateSampleBanner() {
    if (m_app.place() == App::Place::Own) {
        m_sampleBanner->dismiss();
        return;
    }
    m_sampleBanner->showMessage(
        ui::Tone::Info,
        tr("This is the sample: made-up people, kept apart from your own catalog. Try anything."),
        tr("Back to my catalog"), [this] { leaveSample(); });
    m_sampleBanner->setSecondAction(tr("Remove the sample"), [this] { removeSample(); });
}

void MainWindow::showTrouble(const Error& error) {
    showAlone(m_trouble);
    m_trouble->showTrouble(error, ui::toQString(m_app.folder()));
}

void MainWindow::showAlone(ui::Page* page) {
    dropPages();
    dropSignIn();
    m_rail->hide();
    m_sampleBanner->dismiss();
    m_stack->setCurrentWidget(page);
    setWindowTitle(tr("Mockingbird"));
}

void MainWindow::finishUpgrade(const Result<void>& done) {
    if (!done) {
        showTrouble(done.error());
        return;
    }
    if (const auto opened = m_app.openOwn(); !opened)
        showTrouble(opened.error());
}

void MainWindow::openAnother() {
    const QString folder = m_dialogs.chooseCatalogFolder(this);
    if (folder.isEmpty())
        return;
    m_app.chooseFolder(folder.toStdString());
    openCatalog();
}

void MainWindow::addShortcuts() {
    const auto on = [this](const QKeySequence& keys, auto work) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, work);
    };
    for (int place = 0; place < 7; ++place) {
        on(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + place)), [this, place] {
            const std::set<PageKind>& offered = m_stack->offered();
            if (static_cast<std::size_t>(place) < offered.size())
                showPage(*std::next(offered.begin(), place));
        });
    }
    on(QKeySequence::ZoomIn, [this] { m_appearance.setScale(m_appearance.scale() + 0.1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { m_appearance.setScale(m_appearance.scale() + 0.1); });
    on(QKeySequence::ZoomOut, [this] { m_appearance.setScale(m_appearance.scale() - 0.1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_appearance.setScale(1.0); });
    on(QKeySequence::Find, [this] {
        showPage(PageKind::Library);
        if (auto* library = dynamic_cast<LibraryPage*>(page(PageKind::Library)))
            library->focusSearch();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_recordPage != nullptr && m_recordPage->isRecording()) {
        const bool stop = m_dialogs.confirm(this, tr("A recording is running. Stop it and close?"),
                                            tr("What was recorded until now is kept and can be reviewed."),
                                            tr("Stop, keep it and close"), tr("Go on recording"));
        if (!stop) {
            event->ignore();
            return;
        }
        m_recordPage->stop();
    }
    if (ui::Page* shown = m_stack->made(m_current))
        shown->left();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_rail->setCompact(width() * kRailsShare < ui::px(kRailWidth));
}

} // namespace mockingbird::studio
