// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/record_page.h"

#include "common/catalog/kit_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/error_text.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/meter_panel.h"
#include "recorder/ui/preview_view.h"
#include "recorder/ui/prompter_panel.h"
#include "recorder/ui/room_left.h"
#include "recorder/ui/setup_panel.h"
#include "recorder/ui/source_panel.h"
#include "recorder/ui/take_panel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStorageInfo>

namespace mockingbird::recorder {

namespace {

constexpr int kPullMs = 66;
constexpr int kSettleMs = 150;
constexpr int kTwoColumnsFrom = 820;
constexpr int kLittleRoomMinutes = 10;
constexpr int kAmpleRoomMinutes = 24 * 60;
constexpr double kMeasuredFromSeconds = 10; // before that the encoder's rate says little

} // namespace

RecordPage::RecordPage(catalog::Catalog& catalog, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_banner(new ui::Banner), m_warning(new ui::Banner),
      m_setup(new SetupPanel), m_sourcePanel(new SourcePanel), m_prompter(new PrompterPanel),
      m_preview(new PreviewView), m_meters(new MeterPanel), m_take(new TakePanel),
      m_room(ui::mutedLabel({}, ui::TextStyle::Small)), m_hint(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_record(ui::recordButton(tr("&Record"), "record")), m_left(new QStackedWidget),
      m_bar(new QStackedWidget) {
    m_pull.setInterval(kPullMs);
    m_settle.setInterval(kSettleMs);
    m_settle.setSingleShot(true);
    layOut();
    const RecordChoice last = rememberedChoice();
    m_setup->refresh(m_catalog);
    m_setup->setChoice(last);
    m_sourcePanel->setChosen(last.sources, last.mode);
    connectAll();
    showReadiness();
}

RecordPage::~RecordPage() {
    if (isRecording())
        stop();
}

void RecordPage::layOut() {
    auto* column = ui::pageColumn(this, 1180);
    column->addWidget(ui::label(tr("Record"), ui::TextStyle::Title));
    column->addWidget(m_banner);

    auto* setup = new QWidget;
    auto* setupColumn = new QVBoxLayout(setup);
    setupColumn->setContentsMargins(0, 0, 0, 0);
    setupColumn->setSpacing(ui::px(ui::kLarge));
    auto* who = new ui::Card(tr("The interview"));
    who->body()->addWidget(m_setup);
    auto* what = new ui::Card(tr("What is recorded"));
    what->body()->addWidget(m_sourcePanel);
    setupColumn->addWidget(who);
    setupColumn->addWidget(what);
    setupColumn->addStretch();
    auto* questions = new ui::Card;
    questions->body()->addWidget(m_prompter);
    m_left->addWidget(setup);
    m_left->addWidget(questions);

    auto* right = new ui::Card;
    right->body()->addWidget(m_preview);
    right->body()->addWidget(m_meters);
    m_record->setObjectName(QStringLiteral("record"));
    m_record->setProperty("large", true);
    auto* start = new QWidget;
    auto* startRow = new QHBoxLayout(start);
    startRow->setContentsMargins(0, 0, 0, 0);
    startRow->setSpacing(ui::px(ui::kLarge));
    auto* words = new QVBoxLayout;
    words->addWidget(m_hint);
    startRow->addWidget(m_record);
    startRow->addLayout(words, 1);
    m_bar->addWidget(start);
    m_bar->addWidget(m_take);
    m_bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    right->body()->addWidget(m_bar);
    right->body()->addWidget(m_room);
    right->body()->addWidget(m_warning);
    right->body()->addStretch();

    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(ui::px(ui::kLarge));
    m_columns->addWidget(m_left, 5);
    m_columns->addWidget(right, 6);
    column->addLayout(m_columns, 1);
    m_preview->setSentence(tr("Choose what is recorded; here is what it will look like."));
}

void RecordPage::connectAll() {
    connect(&m_devices, &DeviceFinder::found, m_sourcePanel, &SourcePanel::setDevices);
    connect(m_sourcePanel, &SourcePanel::refreshRequested, &m_devices, &DeviceFinder::look);
    connect(m_sourcePanel, &SourcePanel::changed, this, &RecordPage::sourcesChanged);
    connect(m_setup, &SetupPanel::changed, this, &RecordPage::showReadiness);
    connect(m_setup, &SetupPanel::modeChanged, this,
            [this](catalog::SessionMode mode) { m_sourcePanel->setChosen(rememberedSources(mode), mode); });
    connect(&m_settle, &QTimer::timeout, this, &RecordPage::reopen);
    connect(&m_sources, &LiveSources::opened, this, [this] {
        m_preview->setSources(m_sourcePanel == nullptr ? 0 : choice().settings().video.size());
        m_preview->setSentence(choice().settings().video.empty() ? tr("Sound alone is recorded.")
                                                                 : QString());
        m_pull.start();
        showReadiness();
    });
    connect(&m_sources, &LiveSources::failed, this, [this](const Error& error) {
        m_banner->showMessage(ui::Tone::Danger, ui::sentence(error), tr("Try again"), [this] { reopen(); });
        m_preview->setSentence(tr("There is no picture or sound yet."));
        showReadiness();
    });
    connect(&m_pull, &QTimer::timeout, this, &RecordPage::pull);
    connect(m_record, &QPushButton::clicked, this, &RecordPage::record);
    connect(m_take, &TakePanel::stopClicked, this, &RecordPage::stop);
    connect(m_take, &TakePanel::pauseClicked, this, &RecordPage::togglePause);
    connect(m_take, &TakePanel::bookmarkClicked, this, &RecordPage::bookmark);
    connect(m_prompter, &PrompterPanel::asked, this, &RecordPage::ask);
    connect(m_meters, &MeterPanel::silenceChanged, this, &RecordPage::tellSilence);
    const auto onKey = [this](Qt::Key key, auto work) {
        auto* shortcut =
            new QShortcut(QKeySequence(key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, work] {
            if (isRecording())
                work();
        });
    };
    onKey(Qt::Key_N, [this] { m_prompter->next(); });
    onKey(Qt::Key_B, [this] { bookmark(); });
    onKey(Qt::Key_P, [this] { togglePause(); });
}

RecordChoice RecordPage::choice() const {
    RecordChoice chosen = m_setup->choice();
    chosen.sources = m_sourcePanel->chosen();
    return chosen;
}

void RecordPage::refresh() {
    if (!isRecording())
        m_setup->refresh(m_catalog);
}

void RecordPage::entered() {
    m_inSight = true;
    m_devices.watch();
    m_devices.look();
    if (m_sources.recorder() != nullptr)
        m_sources.recorder()->setPreviewOn(true);
    else
        sourcesChanged();
}

void RecordPage::left() {
    m_inSight = false;
    m_settle.stop();
    if (isRecording()) {
        m_sources.recorder()->setPreviewOn(false);
        return;
    }
    m_pull.stop();
    m_sources.close();
    showReadiness();
}

void RecordPage::chooseKit(catalog::KitId kit) {
    if (isRecording())
        return;
    m_setup->refresh(m_catalog);
    m_setup->setKit(kit);
}

bool RecordPage::ready() const {
    const RecordChoice chosen = m_setup->choice();
    return m_sources.recorder() != nullptr && !chosen.mentee.isNull() && !chosen.kit.isNull();
}

void RecordPage::sourcesChanged() {
    if (isRecording())
        return;
    if (m_inSight)
        m_settle.start();
    showReadiness();
}

void RecordPage::reopen() {
    const RecorderSettings settings = choice().settings();
    m_pull.stop();
    m_banner->dismiss();
    m_warning->dismiss();
    m_meters->clear();
    m_preview->setSources(0);
    m_sources.open(settings);
    m_preview->setSentence(m_sources.opening()
                               ? tr("Opening ...")
                               : tr("Choose what is recorded; here is what it will look like."));
    showReadiness();
}

void RecordPage::showReadiness() {
    const RecordChoice chosen = choice();
    m_record->setEnabled(ready());
    QString hint;
    if (chosen.mentee.isNull())
        hint = tr("Add a mentee under People first.");
    else if (chosen.kit.isNull())
        hint = tr("There is no kit to run the interview from yet.");
    else if (chosen.sources.empty())
        hint = tr("Choose at least one picture or sound.");
    else if (m_sources.opening())
        hint = tr("Opening cameras and microphones ...");
    else if (chosen.settings().audio.empty())
        hint = tr("No sound is chosen: nobody will be heard.");
    else if (ready())
        hint = tr("Say something: the bar has to move.");
    m_hint->setText(hint);
    m_record->setAccessibleDescription(hint);
    showRoom(nullptr);
    emit readyChanged();
}

void RecordPage::showRoom(const RecorderStats* stats) {
    const RecorderSettings settings = choice().settings();
    std::int64_t rate = expectedBytesPerSecond(settings.video.size(), settings.audio.size());
    std::int64_t room = 0;
    if (stats != nullptr && stats->recording) {
        room = stats->bytesFree;
        if (stats->elapsed.seconds() >= kMeasuredFromSeconds)
            rate = static_cast<std::int64_t>(static_cast<double>(stats->bytes) / stats->elapsed.seconds());
    } else {
        room = QStorageInfo(ui::toQString(m_catalog.mediaFolder().string())).bytesAvailable();
    }
    const std::int64_t minutes = minutesLeft(room, rate);
    if (rate <= 0)
        m_room->clear();
    else if (minutes < kLittleRoomMinutes)
        m_room->setText(tr("Little room: the disk is full in %1 minutes.").arg(minutes));
    else if (minutes >= kAmpleRoomMinutes)
        m_room->setText(tr("Room on the disk for more than a day."));
    else if (minutes >= 120)
        m_room->setText(tr("Room on the disk for %1 hours.").arg(minutes / 60));
    else
        m_room->setText(tr("Room on the disk for %1 minutes.").arg(minutes));
}

void RecordPage::record() {
    if (isRecording() || !ready())
        return;
    const RecordChoice chosen = choice();
    const auto kit = m_catalog.kits().byId(chosen.kit);
    if (!kit) {
        m_banner->showError(kit.error());
        return;
    }
    auto begun = LiveInterview::begin(m_catalog, *m_sources.recorder(), chosen);
    if (!begun) {
        m_banner->showError(begun.error());
        return;
    }
    remember(chosen);
    m_banner->dismiss();
    m_interview.emplace(std::move(*begun));
    m_bookmarks = 0;
    m_second = -1;
    m_silenceTold = false;
    m_prompter->setKit(*kit);
    m_take->showBookmarks(0);
    showLive(true);
    pull();
}

void RecordPage::stop() {
    if (!isRecording())
        return;
    const catalog::Session session = m_interview->session();
    const auto finished = m_interview->finish();
    m_interview.reset();
    m_warning->dismiss();
    m_silenceTold = false;
    showLive(false);
    emit recordingChanged({}, false);
    if (!finished) {
        m_banner->showError(finished.error());
    } else {
        const QString filed =
            tr("Filed: attempt %1 at %2, %3.")
                .arg(session.attempt)
                .arg(ui::toQString(session.kitName), ui::shortTime(finished->recording.duration));
        const auto review = [this, id = session.id] { emit reviewRequested(id); };
        if (finished->failure)
            m_banner->showMessage(ui::Tone::Warning, tr("%1 %2").arg(ui::sentence(*finished->failure), filed),
                                  tr("Review it now"), review);
        else
            m_banner->showMessage(ui::Tone::Success, filed, tr("Review it now"), review);
        m_banner->actionButton()->setFocus();
        emit sessionRecorded(session.id);
    }
    if (!m_inSight)
        left();
    else
        showReadiness();
}

void RecordPage::togglePause() {
    if (!isRecording())
        return;
    if (m_sources.recorder()->stats().paused)
        m_sources.recorder()->resume();
    else
        m_sources.recorder()->pause();
    m_second = -1;
    pull();
}

void RecordPage::bookmark() {
    if (!isRecording())
        return;
    const auto made = m_interview->bookmark();
    if (!made) {
        m_banner->showError(made.error());
        return;
    }
    m_take->showBookmarks(++m_bookmarks);
}

void RecordPage::ask(catalog::QuestionId question) {
    if (!isRecording())
        return;
    if (const auto asked = m_interview->ask(question); !asked)
        m_banner->showError(asked.error());
}

void RecordPage::pull() {
    Recorder* recorder = m_sources.recorder();
    if (recorder == nullptr)
        return;
    const RecorderStats stats = recorder->stats();
    m_meters->show(stats);
    for (std::size_t index = 0; m_inSight; ++index) {
        if (index >= stats.sources.size() || !stats.sources[index].video)
            break;
        if (auto picture = recorder->takePreview(index))
            m_preview->setPicture(index, std::move(*picture));
    }
    for (const SourceStats& source : stats.sources) {
        if (source.failure && m_warning->isHidden())
            m_warning->showError(*source.failure);
    }
    if (isRecording())
        pullRecording(stats);
}

void RecordPage::pullRecording(const RecorderStats& stats) {
    if (stats.failure) { // nothing more can be written: what was is filed
        stop();
        return;
    }
    m_take->showTime(stats.elapsed, stats.paused);
    const auto second = stats.elapsed.microseconds() / 1'000'000;
    if (second == m_second)
        return;
    m_second = second;
    showRoom(&stats);
    emit recordingChanged(ui::shortTime(stats.elapsed), stats.paused);
}

void RecordPage::tellSilence() {
    const QStringList silent = m_meters->silent();
    if (silent.isEmpty()) {
        if (m_silenceTold)
            m_warning->dismiss();
        m_silenceTold = false;
        return;
    }
    m_silenceTold = true;
    m_warning->showMessage(
        ui::Tone::Warning,
        tr("Nothing has been heard from %1 for five seconds. Is it switched on, and the right one?%2")
            .arg(silent.join(tr(" and ")), isRecording() ? tr(" The recording goes on.") : QString()));
}

void RecordPage::showLive(bool live) {
    m_left->setCurrentIndex(live ? 1 : 0);
    m_bar->setCurrentIndex(live ? 1 : 0);
    if (live)
        m_take->focusFirst();
}

void RecordPage::resizeEvent(QResizeEvent* event) {
    ui::Page::resizeEvent(event);
    m_columns->setDirection(width() < ui::px(kTwoColumnsFrom) ? QBoxLayout::TopToBottom
                                                              : QBoxLayout::LeftToRight);
}

} // namespace mockingbird::recorder
