// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/record_page.h"

#include "common/catalog/incident_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/preparation.h"
#include "common/ui/error_text.h"
#include "common/ui/text.h"
#include "recorder/ui/appointment_panel.h"
#include "recorder/ui/consent_panel.h"
#include "recorder/ui/countdown.h"
#include "recorder/ui/device_check_panel.h"
#include "recorder/ui/filed_panel.h"
#include "recorder/ui/into_sight.h"
#include "recorder/ui/join_panel.h"
#include "recorder/ui/picture_panel.h"
#include "recorder/ui/prompter_panel.h"
#include "recorder/ui/record_bar.h"
#include "recorder/ui/record_readiness.h"
#include "recorder/ui/room_left.h"
#include "recorder/ui/setup_panel.h"
#include "recorder/ui/source_panel.h"
#include "recorder/ui/take_panel.h"

#include <QAbstractButton>
#include <QStorageInfo>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr std::int64_t kTellRoomBelow = 60; // minutes: longer than any interview
constexpr double kMeasuredFromSeconds = 10; // before that the encoder's rate says little

std::string consentText() {
    return ConsentPanel::consentText().toStdString();
}

} // namespace

RecordPage::~RecordPage() {
    if (!isRecording())
        return;
    static_cast<void>(m_interview->finish()); // nobody is there to be told; a failure is recovered at the
                                              // next start
    emit recordingChanged({}, false);
    emit troubleChanged({});
}

RecordChoice RecordPage::choice() const {
    RecordChoice chosen = m_setup->choice();
    chosen.sources = m_sourcePanel->chosen();
    return chosen;
}

void RecordPage::refresh() {
    if (m_stage != Stage::SetUp)
        return;
    m_setup->refresh(m_catalog);
    showAppointment();
}

void RecordPage::entered() {
    m_inSight = true;
    m_picture->setInSight(true);
    if (m_stage == Stage::Filed)
        return;
    m_devices.watch();
    m_devices.look();
    if (m_picture->recorder() == nullptr)
        sourcesChanged();
}

void RecordPage::left() {
    m_inSight = false;
    m_settle.stop();
    m_bar->countdown().cancel();
    m_picture->setInSight(false);
    if (isRecording())
        return;
    m_picture->close();
    if (m_stage == Stage::Filed)
        setUpAnew();
}

void RecordPage::chooseKit(catalog::KitId kit) {
    if (isRecording())
        return;
    setUpAnew();
    m_setup->setKit(kit);
}

void RecordPage::continueSession(catalog::SessionId session) {
    if (isRecording())
        return;
    auto progress = sessionProgress(m_catalog, session);
    if (!progress) {
        m_banner->showError(progress.error());
        return;
    }
    setUpAnew();
    m_continued = std::move(*progress);
    const catalog::Session& held = m_continued->session;
    m_setup->setChoice({held.mentee, held.kit, held.mode, held.panel, held.observers, {}});
    m_sourcePanel->setChosen(rememberedSources(held.mode), held.mode);
    const QString what = tr("Part %1 of %2's attempt %3 at %4.")
                             .arg(m_continued->parts + 1)
                             .arg(ui::toQString(held.menteeName))
                             .arg(held.attempt)
                             .arg(ui::toQString(held.kitName));
    const QString where = m_continued->question ? tr("It goes on at question %1 of %2.")
                                                      .arg(*m_continued->question + 1)
                                                      .arg(m_continued->kit.questions.size())
                                                : tr("No question had been asked yet.");
    m_part->showMessage(ui::Tone::Info, tr("%1 %2").arg(what, where), tr("Record a new interview instead"),
                        [this] { setUpAnew(); });
    showStage(Stage::SetUp);
}

void RecordPage::practise(catalog::KitId kit, catalog::QuestionId question) {
    if (isRecording())
        return;
    const auto known = m_catalog.kits().byId(kit);
    const catalog::Question* asked = known ? known->question(question) : nullptr;
    if (asked == nullptr) {
        m_banner->showError(known ? Error{ErrorCode::NotFound, "the kit has no such question", 0}
                                  : known.error());
        return;
    }
    setUpAnew();
    constexpr auto kSolo = catalog::SessionMode::Solo;
    m_setup->setChoice({m_catalog.actor(), kit, kSolo, {}, {}, {}});
    m_sourcePanel->setChosen(rememberedSources(kSolo), kSolo);
    m_practised = question;
    m_practisedKit = kit;
    showAppointment();
    m_part->showMessage(ui::Tone::Info,
                        tr("You practise one question alone: %1").arg(ui::toQString(asked->text)),
                        tr("Record a whole interview instead"), [this] { setUpAnew(); });
    showStage(Stage::SetUp);
}

void RecordPage::setUpAnew() {
    m_continued.reset();
    m_practised.reset();
    m_filedSession.reset();
    m_joining.clear();
    m_part->dismiss();
    m_setup->refresh(m_catalog);
    showAppointment();
    showStage(Stage::SetUp);
    if (m_inSight && m_picture->recorder() == nullptr)
        entered();
}

void RecordPage::setTrialPlayer(TrialPlayer player) {
    m_picture->trial().setPlayer(std::move(player));
}

void RecordPage::setVoice(std::unique_ptr<QuestionVoice> voice) {
    m_prompter->setVoice(voice.get());
    m_voice = std::move(voice);
}

QString RecordPage::missing() const {
    const RecordChoice chosen = choice();
    RecordReadiness now;
    now.hasMentee = m_continued || !chosen.mentee.isNull();
    now.hasKit = m_continued || !chosen.kit.isNull();
    using Sources = RecordReadiness::Sources;
    const bool open = m_picture->recorder() != nullptr && !m_settle.isActive();
    now.sources = chosen.sources.empty() ? Sources::None
                  : open                 ? Sources::Open
                  : m_openFailed         ? Sources::Failed
                                         : Sources::Opening;
    now.checkStep = m_picture->checkStep();
    now.waitingFor = m_consent->waitingFor();
    now.minutes = minutesOfRoom(nullptr);
    return missingSentence(now);
}

void RecordPage::sourcesChanged() {
    if (m_stage != Stage::SetUp)
        return;
    if (m_inSight)
        m_settle.start();
    showReadiness();
}

void RecordPage::reopen() {
    m_banner->dismiss();
    m_openFailed = false;
    m_picture->open(choice().settings());
}

void RecordPage::showReadiness() {
    if (m_stage != Stage::SetUp)
        return;
    const bool onThePage = m_picture->recorder() != nullptr &&
                           !(m_picture->checkStep().isEmpty() && m_consent->waitingFor().isEmpty());
    m_bar->showMissing(missing(), onThePage ? RecordBar::Place::OnThePage : RecordBar::Place::Elsewhere);
    const RecorderSettings settings = choice().settings();
    const std::int64_t minutes = minutesOfRoom(nullptr);
    const bool known = !settings.video.empty() || !settings.audio.empty();
    // Too little room is what Record's own sentence says.
    m_bar->showRoom(known && enoughRoom(minutes) ? roomSentence(minutes, RoomMoment::BeforeStart)
                                                 : QString());
    emit readyChanged();
}

void RecordPage::showMissing() {
    const bool checking = !m_picture->checkStep().isEmpty();
    const QWidget* within = m_consent;
    if (checking)
        within = &m_picture->check();
    for (QAbstractButton* one : within->findChildren<QAbstractButton*>()) {
        if (one->isVisible() && one->isEnabled() && (checking || !one->isChecked())) {
            bringIntoSight(one);
            return;
        }
    }
}

std::int64_t RecordPage::minutesOfRoom(const RecorderStats* stats) const {
    const RecorderSettings settings = choice().settings();
    std::int64_t rate = expectedBytesPerSecond(settings.video.size(), settings.audio.size());
    if (stats == nullptr)
        return minutesLeft(QStorageInfo(ui::toQString(m_catalog.mediaFolder().string())).bytesAvailable(),
                           rate);
    if (stats->elapsed.seconds() >= kMeasuredFromSeconds)
        rate = static_cast<std::int64_t>(static_cast<double>(stats->bytes) / stats->elapsed.seconds());
    return minutesLeft(stats->bytesFree, rate);
}

void RecordPage::record() {
    if (isRecording() || !ready()) {
        showStage(Stage::SetUp);
        return;
    }
    const RecordChoice chosen = choice();
    auto begun = m_continued
                     ? LiveInterview::resume(m_catalog, *m_picture->recorder(), m_continued->session.id,
                                             m_consent->agreements(), consentText())
                     : LiveInterview::begin(m_catalog, *m_picture->recorder(), chosen,
                                            m_consent->agreements(), consentText());
    if (!begun) {
        m_banner->showError(begun.error());
        showStage(Stage::SetUp);
        return;
    }
    if (!m_continued)
        remember(chosen);
    m_banner->dismiss();
    m_part->dismiss();
    m_interview.emplace(std::move(*begun));
    m_bookmarks = 0;
    m_second = -1;
    m_bar->take().showBookmarks(0);
    m_consent->setRecording(true);
    showStage(Stage::Recording);
    bindAppointment();
    startPrompter();
    m_picture->pull();
}

void RecordPage::startPrompter() {
    const catalog::Session& session = m_interview->session();
    const auto kit = m_catalog.kits().byId(session.kit, session.kitVersion);
    const auto mentee = m_catalog.people().byId(session.mentee);
    if (!kit || !mentee) {
        m_banner->showError(kit ? mentee.error() : kit.error());
        return;
    }
    PrompterPanel::Start start{
        *kit, mentee->accommodations, session.mode == catalog::SessionMode::Solo, 0, {}};
    if (m_continued) {
        start.question = m_continued->question.value_or(0);
        start.used = m_continued->used;
    }
    if (m_practised && start.kit.question(*m_practised) != nullptr) // another kit may have been chosen since
        std::erase_if(start.kit.questions,
                      [&](const catalog::Question& one) { return one.id != *m_practised; });
    m_prompter->start(start);
}

void RecordPage::showAppointment() {
    const RecordChoice chosen = m_setup->choice();
    if (chosen.mentee.isNull() || chosen.kit.isNull() || m_continued || m_practised) {
        m_appointment->offer(std::nullopt);
        return;
    }
    const auto fitting =
        catalog::Preparation(m_catalog).appointments().expecting(chosen.mentee, chosen.kit, WallTime::now());
    m_appointment->offer(fitting.valueOr(std::nullopt));
}

void RecordPage::bindAppointment() {
    const auto accepted = m_appointment->accepted();
    if (!accepted)
        return;
    if (const auto held =
            catalog::Preparation(m_catalog).appointments().hold(*accepted, m_interview->session().id);
        !held)
        m_banner->showError(held.error());
    m_appointment->offer(std::nullopt);
}

void RecordPage::pulled(const RecorderStats& stats) {
    if (!isRecording())
        return;
    if (stats.failure) { // nothing more can be written: what was is filed
        stop();
        return;
    }
    m_interview->follow(stats);
    m_bar->take().showTime(stats.elapsed, stats.paused);
    m_prompter->showTime(stats.elapsed);
    const TroubleNews news = stats.paused ? TroubleNews{} : troubleNews(stats);
    if (news != m_news) {
        m_news = news;
        emit troubleChanged(news);
    }
    const auto second = stats.elapsed.microseconds() / 1'000'000;
    if (second == m_second)
        return;
    m_second = second;
    const std::int64_t minutes = minutesOfRoom(&stats);
    m_bar->showRoom(minutes < kTellRoomBelow ? roomSentence(minutes, RoomMoment::WhileRecording) : QString());
    emit recordingChanged(ui::shortTime(stats.elapsed), stats.paused);
}

void RecordPage::togglePause() {
    if (!isRecording())
        return;
    m_prompter->hush();
    if (m_picture->recorder()->stats().paused)
        m_picture->recorder()->resume();
    else
        m_picture->recorder()->pause();
    m_second = -1;
    m_picture->pull();
}

void RecordPage::bookmark(const std::string& label) {
    if (!isRecording())
        return;
    const auto made = m_interview->bookmark(label);
    if (!made) {
        m_banner->showError(made.error());
        return;
    }
    m_bar->take().showBookmarks(++m_bookmarks);
}

void RecordPage::ask(catalog::QuestionId question) {
    if (!isRecording())
        return;
    if (const auto asked = m_interview->ask(question); !asked)
        m_banner->showError(asked.error());
}

void RecordPage::admit(const catalog::Person& person) {
    m_joining[person.id] = m_join->seat();
    m_consent->addParticipant({person.id, ui::toQString(person.name),
                               m_join->seat() == catalog::Seat::Panel ? tr("asks") : tr("observes")});
    showConsent();
    const QString box = QStringLiteral("agrees %1").arg(ui::toQString(person.id.toString()));
    if (auto* agrees = m_consent->findChild<QWidget*>(box))
        bringIntoSight(agrees);
}

void RecordPage::agreed(const Agreement& agreement) {
    const auto joining = m_joining.find(agreement.person);
    if (!isRecording() || joining == m_joining.end())
        return; // those who were there from the start are filed with it
    if (const auto joined = m_interview->join(agreement, joining->second, consentText()); !joined)
        m_banner->showError(joined.error());
}

void RecordPage::stop() {
    if (!isRecording())
        return;
    m_prompter->hush();
    const catalog::Session session = m_interview->session();
    const auto finished = m_interview->finish();
    m_interview.reset();
    m_news = {};
    emit troubleChanged({});
    emit recordingChanged({}, false);
    m_consent->setRecording(false);
    m_consent->clearAgreements();
    m_join->fold();
    m_picture->close(); // the camera's light goes out with the interview
    if (!finished) {
        m_banner->showError(finished.error());
        setUpAnew();
        return;
    }
    m_filedSession = session.id;
    showFiled(session, *finished);
    if (finished->failure && !m_inSight)
        emit endedByItself(ui::sentence(*finished->failure));
    emit sessionRecorded(session.id);
}

void RecordPage::showFiled(const catalog::Session& session, const FiledRecording::Finished& finished) {
    const catalog::Recording& recording = finished.recording;
    FiledPanel::Outcome outcome;
    outcome.heading = finished.failure ? tr("The recording has ended early") : tr("It is kept");
    outcome.what = tr("%1's attempt %2 at %3: %4%5")
                       .arg(ui::toQString(session.menteeName))
                       .arg(session.attempt)
                       .arg(ui::toQString(session.kitName), ui::shortTime(recording.duration),
                            recording.part > 1 ? tr(", part %1.").arg(recording.part) : tr("."));
    if (finished.failure)
        outcome.what = tr("%1\n%2").arg(ui::sentence(*finished.failure), outcome.what);
    for (const catalog::Incident& one : m_catalog.incidents().ofSession(session.id).valueOr({})) {
        // A call is silent whenever nobody in it speaks.
        const bool usual = one.kind == catalog::IncidentKind::Silent && one.source == "system";
        if (one.recording == recording.id && !usual)
            outcome.incidents << incidentSentence(one, recording.duration);
    }
    outcome.canGoOn = finished.failure.has_value();
    showStage(Stage::Filed);
    m_filed->show(outcome);
}

} // namespace mockingbird::recorder
