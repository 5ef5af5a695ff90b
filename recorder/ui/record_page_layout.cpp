// SPDX-License-Identifier: GPL-3.0-or-later
// How the Record page is put together: what lies where, what leads to what, and what each stage shows.
#include "common/catalog/consent_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/card.h"
#include "common/ui/error_text.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/appointment_panel.h"
#include "recorder/ui/consent_panel.h"
#include "recorder/ui/countdown.h"
#include "recorder/ui/filed_panel.h"
#include "recorder/ui/into_sight.h"
#include "recorder/ui/join_panel.h"
#include "recorder/ui/picture_panel.h"
#include "recorder/ui/prompter_panel.h"
#include "recorder/ui/record_bar.h"
#include "recorder/ui/record_page.h"
#include "recorder/ui/setup_panel.h"
#include "recorder/ui/source_panel.h"
#include "recorder/ui/system_voice.h"
#include "recorder/ui/take_panel.h"
#include "recorder/ui/test_chime.h"

#include <QBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr int kSettleMs = 150;
constexpr int kPageWidth = 1180;
constexpr int kTwoColumnsFrom = 820;

} // namespace

RecordPage::RecordPage(catalog::Catalog& catalog, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_banner(new ui::Banner), m_part(new ui::Banner),
      m_setup(new SetupPanel), m_appointment(new AppointmentPanel), m_sourcePanel(new SourcePanel),
      m_consent(new ConsentPanel), m_join(new JoinPanel), m_prompter(new PrompterPanel),
      m_picture(new PicturePanel(catalog.mediaFolder())), m_filed(new FiledPanel), m_bar(new RecordBar),
      m_setupColumn(new QWidget), m_consentCard(new ui::Card),
      m_consentHeading(ui::label(tr("Everybody agrees"), ui::TextStyle::Heading)), m_work(new QWidget),
      m_left(new QStackedWidget) {
    m_settle.setInterval(kSettleMs);
    m_settle.setSingleShot(true);
    m_part->setDismissable(false);
    layOut();
    setVoice(std::make_unique<SystemVoice>());
    const RecordChoice last = rememberedChoice();
    m_setup->refresh(m_catalog);
    m_setup->setChoice(last);
    m_sourcePanel->setChosen(last.sources, last.mode);
    connectAll();
    addKeys();
    showStage(Stage::SetUp);
}

void RecordPage::layOut() {
    auto* body = new QWidget;
    auto* column = ui::pageColumn(body, kPageWidth);
    column->addWidget(ui::label(tr("Record"), ui::TextStyle::Title));
    column->addWidget(m_banner);
    column->addWidget(m_part);
    column->addWidget(m_filed);
    column->addWidget(m_work, 1);
    column->addStretch();

    auto* setup = new QVBoxLayout(m_setupColumn);
    setup->setContentsMargins(0, 0, 0, 0);
    setup->setSpacing(ui::px(ui::kLarge));
    auto* who = new ui::Card(tr("The interview"));
    who->body()->addWidget(m_setup);
    who->body()->addWidget(m_appointment);
    auto* what = new ui::Card(tr("What is recorded"));
    what->body()->addWidget(m_sourcePanel);
    setup->addWidget(who);
    setup->addWidget(what);
    setup->addStretch();
    auto* questions = new ui::Card;
    questions->body()->addWidget(m_prompter);
    m_left->addWidget(m_setupColumn);
    m_left->addWidget(questions);

    m_consentCard->body()->addWidget(m_consentHeading);
    m_consentCard->body()->addWidget(m_join);
    m_consentCard->body()->addWidget(m_consent);
    auto* right = new QVBoxLayout;
    right->setSpacing(ui::px(ui::kLarge));
    right->addWidget(m_picture);
    right->addWidget(m_consentCard);
    right->addStretch(1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_work);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(ui::px(ui::kLarge));
    m_columns->addWidget(m_left, 5);
    m_columns->addLayout(right, 6);

    auto* edge = new QHBoxLayout;
    edge->setContentsMargins(ui::px(ui::kPageMargin), ui::px(ui::kSmall), ui::px(ui::kPageMargin),
                             ui::px(ui::kMedium));
    m_bar->setMaximumWidth(ui::px(kPageWidth));
    edge->addStretch(1);
    edge->addWidget(m_bar, 1000);
    edge->addStretch(1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(body, 1);
    rows->addLayout(edge);
}

void RecordPage::connectAll() {
    connect(&m_devices, &DeviceFinder::found, m_sourcePanel, &SourcePanel::setDevices);
    connect(m_sourcePanel, &SourcePanel::refreshRequested, &m_devices, &DeviceFinder::look);
    connect(m_sourcePanel, &SourcePanel::changed, this, &RecordPage::sourcesChanged);
    connect(m_setup, &SetupPanel::changed, this, &RecordPage::showParticipants);
    connect(m_setup, &SetupPanel::changed, this, [this] {
        if (m_practised && m_stage == Stage::SetUp && m_setup->choice().kit != m_practisedKit)
            setUpAnew(); // the question belongs to another kit
        showAppointment();
    });
    connect(m_setup, &SetupPanel::modeChanged, this, [this](catalog::SessionMode mode) {
        m_sourcePanel->setChosen(rememberedSources(mode), mode);
        showParticipants(); // alone, nobody else has to agree
    });
    connect(&m_settle, &QTimer::timeout, this, &RecordPage::reopen);
    connect(m_picture, &PicturePanel::changed, this, &RecordPage::showReadiness);
    connect(m_picture, &PicturePanel::pulled, this, &RecordPage::pulled);
    connect(m_picture, &PicturePanel::trialFailed, m_banner, &ui::Banner::showError);
    connect(m_picture, &PicturePanel::openFailed, this, [this](const Error& error) {
        m_openFailed = true;
        Error told = error;
        for (const ChosenSource& one : choice().sources) { // people know its name
            const std::string id = one.source.toString();
            if (const auto at = told.detail.find(id); at != std::string::npos)
                told.detail.replace(at, id.size(), one.name);
        }
        m_banner->showMessage(ui::Tone::Danger, ui::sentence(told), tr("Try again"), [this] { reopen(); });
    });
    connect(m_consent, &ConsentPanel::changed, this, &RecordPage::showReadiness);
    connect(m_consent, &ConsentPanel::agreed, this, &RecordPage::agreed);
    connect(m_join, &JoinPanel::foldedChanged, this, &RecordPage::showConsent);
    connect(m_join, &JoinPanel::picked, this, [this](catalog::PersonId id) {
        if (const auto person = m_catalog.people().byId(id))
            admit(*person);
    });
    connect(m_join, &JoinPanel::named, this, [this](const QString& name) {
        const auto added = m_catalog.people().add(name.toStdString(), {});
        if (added)
            admit(*added);
        else
            m_banner->showError(added.error());
    });
    connect(m_bar, &RecordBar::recordClicked, this, [this] { showStage(Stage::Countdown); });
    connect(m_bar, &RecordBar::showMissingClicked, this, &RecordPage::showMissing);
    connect(m_bar, &RecordBar::countedDown, this, &RecordPage::record);
    connect(m_bar, &RecordBar::countdownCancelled, this, [this] { showStage(Stage::SetUp); });
    connect(&m_bar->take(), &TakePanel::stopClicked, this, &RecordPage::stop);
    connect(&m_bar->take(), &TakePanel::pauseClicked, this, &RecordPage::togglePause);
    connect(&m_bar->take(), &TakePanel::bookmarkClicked, this, [this] { bookmark(); });
    connect(m_prompter, &PrompterPanel::asked, this, &RecordPage::ask);
    auto* bell = new TestChime(this);
    connect(m_prompter, &PrompterPanel::bellDue, bell, &TestChime::play);
    connect(m_prompter, &PrompterPanel::followedUp, this,
            [this] { bookmark(tr("Follow-up").toStdString()); });
    connect(m_filed, &FiledPanel::reviewClicked, this, [this] {
        if (m_filedSession)
            emit reviewRequested(*m_filedSession);
    });
    connect(m_filed, &FiledPanel::goOnClicked, this, [this] {
        if (m_filedSession)
            continueSession(*m_filedSession);
    });
    connect(m_filed, &FiledPanel::anotherClicked, this, &RecordPage::setUpAnew);
}

void RecordPage::addKeys() {
    const auto onKey = [this](Qt::Key key, auto work) {
        auto* shortcut =
            new QShortcut(QKeySequence(key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, work] {
            if (isRecording())
                work();
        });
    };
    onKey(Qt::Key_N, [this] { m_prompter->next(); });
    onKey(Qt::Key_F, [this] { m_prompter->followUp(); });
    onKey(Qt::Key_A, [this] { m_prompter->beginAnswer(); });
    onKey(Qt::Key_B, [this] { bookmark(); });
    onKey(Qt::Key_P, [this] { togglePause(); });
    m_escape =
        new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(m_escape, &QShortcut::activated, &m_bar->countdown(), &Countdown::cancel);
}

void RecordPage::showStage(Stage stage) {
    m_stage = stage;
    const bool recording = stage == Stage::Recording;
    const bool filed = stage == Stage::Filed;
    m_filed->setVisible(filed);
    m_work->setVisible(!filed);
    m_bar->setVisible(!filed);
    m_left->setCurrentIndex(recording ? 1 : 0);
    for (int index = 0; index < m_left->count(); ++index) { // as high as the one that is shown
        const auto policy = index == m_left->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_left->widget(index)->setSizePolicy(policy, policy);
    }
    m_setupColumn->setEnabled(stage == Stage::SetUp);
    m_setup->setEnabled(!m_continued);
    m_picture->setUse(stage == Stage::SetUp ? PicturePanel::Use::SetUp : PicturePanel::Use::Recording);
    m_escape->setEnabled(stage == Stage::Countdown); // elsewhere it is the fields' and lists'
    if (recording || filed)
        scrollToTopAround(m_work); // one comes from the agreements, which are at the end
    if (recording)
        m_bar->showTake();
    else if (stage == Stage::SetUp)
        m_bar->showStart();
    showConsent();
    if (stage == Stage::SetUp)
        showParticipants();
}

void RecordPage::showParticipants() {
    if (m_stage != Stage::SetUp)
        return;
    if (!m_continued) {
        m_consent->setParticipants(m_setup->participants());
        showConsent();
        showReadiness();
        return;
    }
    // Who agreed in this session need not agree again.
    const auto given = m_catalog.consents().ofSession(m_continued->session.id).valueOr({});
    std::vector<Participant> left;
    for (const Participant& one : m_setup->participants()) {
        if (std::none_of(given.begin(), given.end(),
                         [&one](const catalog::Consent& consent) { return consent.person == one.person; }))
            left.push_back(one);
    }
    m_consent->setParticipants(std::move(left));
    showConsent();
    showReadiness();
}

void RecordPage::showConsent() {
    const bool recording = m_stage == Stage::Recording;
    const bool solo = recording && m_interview->session().mode == catalog::SessionMode::Solo;
    const bool asked = !m_consent->participants().empty();
    m_consentHeading->setVisible(!recording);
    m_join->setVisible(recording);
    m_consent->setVisible(asked && (!recording || (m_join->unfolded() && !m_joining.empty())));
    m_consentCard->setVisible(recording ? !solo : asked);
    if (!recording || !m_join->unfolded())
        return;
    std::vector<catalog::Person> others;
    const auto& there = m_consent->participants();
    for (const catalog::Person& person : m_catalog.people().all().valueOr({})) {
        if (std::none_of(there.begin(), there.end(),
                         [&person](const Participant& one) { return one.person == person.id; }))
            others.push_back(person);
    }
    m_join->setPeople(others);
}

void RecordPage::resizeEvent(QResizeEvent* event) {
    ui::Page::resizeEvent(event);
    m_columns->setDirection(width() < ui::px(kTwoColumnsFrom) ? QBoxLayout::TopToBottom
                                                              : QBoxLayout::LeftToRight);
}

} // namespace mockingbird::recorder
