// SPDX-License-Identifier: GPL-3.0-or-later
// The Record page from set-up to what is filed, as a person goes through it.
#include "common/catalog/consent_store.h"
#include "common/catalog/incident_store.h"
#include "common/catalog/kit_store.h"
#include "common/ui/banner.h"
#include "recorder/recorder_seams.h"
#include "recorder/ui/consent_panel.h"
#include "recorder/ui/filed_panel.h"
#include "recorder/ui/picture_panel.h"
#include "recorder/ui/preview_view.h"
#include "recorder/ui/prompter_panel.h"
#include "studio/home/home_page.h"
#include "tests/gui/window_test.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <filesystem>

namespace mockingbird::test {

namespace {

using recorder::RecordPage;
using studio::PageKind;

/// The test tone behind a plug that can be pulled.
class PluggedTone final : public recorder::CaptureSource {
public:
    PluggedTone(std::unique_ptr<recorder::CaptureSource> tone, std::shared_ptr<std::atomic<bool>> plugged)
        : m_tone(std::move(tone)), m_plugged(std::move(plugged)) {}

    Result<void> open(std::stop_token stop) override {
        if (!*m_plugged)
            return Error{ErrorCode::DeviceLost, "it is not there", 0};
        return m_tone->open(stop);
    }
    Result<std::optional<recorder::Captured>> next(std::stop_token stop) override {
        if (!*m_plugged)
            return Error{ErrorCode::DeviceLost, "it was unplugged", 0};
        return m_tone->next(stop);
    }

private:
    std::unique_ptr<recorder::CaptureSource> m_tone;
    std::shared_ptr<std::atomic<bool>> m_plugged;
};

} // namespace

class RecordStages : public WindowTest {
protected:
    /// Two questions, ten seconds to read.
    catalog::Kit addKit() {
        catalog::Kit kit;
        kit.name = "Clerk";
        kit.profile.readingSeconds = 10;
        kit.questions = {{{}, "Why here?", "Drive", {"What else?"}, {}, 0}, {{}, "Why now?", {}, {}, {}, 0}};
        kit.rubric.name = "Clerk";
        kit.rubric.criteria = {{{}, "Service", {}, 1.0, {{1, "Low", "Little"}, {2, "High", "Much"}}}};
        return catalog().kits().publish(kit).value();
    }
    void chooseOwnKit() {
        m_window->showPage(PageKind::Record);
        recordPage()->chooseKit(addKit().id);
    }
    void chooseSolo() {
        for (QRadioButton* mode : recordPage()->findChildren<QRadioButton*>()) {
            if (mode->text() == QStringLiteral("So&lo"))
                mode->click();
        }
    }
    QString shown(const char* label) { return control<QLabel>(recordPage(), label)->text(); }
    [[nodiscard]] catalog::Session onlySession() {
        const auto sessions = catalog().sessions().all().valueOr({});
        EXPECT_EQ(sessions.size(), 1u);
        return sessions.empty() ? catalog::Session{} : sessions[0];
    }
    [[nodiscard]] bool keptUntil(double seconds) {
        QString elapsed;
        const auto watching = QObject::connect(recordPage(), &RecordPage::recordingChanged,
                                               [&](const QString& time, bool) { elapsed = time; });
        const bool reached =
            waitFor([&] { return elapsed.section(QLatin1Char(':'), -1).toDouble() >= seconds; });
        QObject::disconnect(watching);
        return reached;
    }
};

TEST_F(RecordStages, RecordIsLockedAndSaysWhatIsMissingUntilEverybodyAgrees) {
    open();
    m_window->showPage(PageKind::Record);
    auto* record = control<QPushButton>(recordPage(), "record");
    EXPECT_FALSE(record->isEnabled());
    EXPECT_FALSE(shown("missing").isEmpty());
    ASSERT_TRUE(openTestSources());
    EXPECT_TRUE(waitFor([&] { return shown("missing").contains("agree"); }))
        << shown("missing").toStdString();
    EXPECT_FALSE(record->isEnabled());

    auto* agrees = recordPage()->findChild<recorder::ConsentPanel*>()->findChild<QCheckBox*>();
    agrees->setFocus();
    QTest::keyClick(agrees, Qt::Key_Space); // by keyboard alone
    EXPECT_TRUE(record->isEnabled());
    QTest::keyClick(agrees, Qt::Key_Space);
    EXPECT_FALSE(record->isEnabled());
}

TEST_F(RecordStages, NoTwoControlsInSightAnswerToOneKey) {
    open();
    ASSERT_TRUE(openTestSources());
    const auto clashes = [&] {
        QStringList found;
        std::map<QString, QString> taken;
        for (const QWidget* one : m_window->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(one);
            const auto* words = qobject_cast<const QLabel*>(one);
            if (!one->isVisible() || !one->isEnabled() || (button == nullptr && words == nullptr) ||
                (words != nullptr && words->buddy() == nullptr))
                continue;
            const QString text = button != nullptr ? button->text() : words->text();
            const QString key = QKeySequence::mnemonic(text).toString();
            if (key.isEmpty())
                continue;
            if (const auto [before, isNew] = taken.emplace(key, text); !isNew)
                found << QStringLiteral("%1: %2 and %3").arg(key, before->second, text);
        }
        return found.join(QStringLiteral("; ")).toStdString();
    };
    EXPECT_EQ(clashes(), "");
    ASSERT_TRUE(startRecording());
    EXPECT_EQ(clashes(), "");
}

TEST_F(RecordStages, TheQuestionIsInSightWhereverThePageWasScrolledTo) {
    open();
    ASSERT_TRUE(openTestSources());
    auto* agrees = recordPage()->findChild<recorder::ConsentPanel*>()->findChild<QCheckBox*>();
    auto* around = recordPage()->findChild<QScrollArea*>();
    ASSERT_NE(around, nullptr);
    around->ensureWidgetVisible(agrees);
    ASSERT_TRUE(waitFor([&] { return around->verticalScrollBar()->value() > 0; }));
    ASSERT_TRUE(startRecording());
    EXPECT_TRUE(waitFor([&] { return around->verticalScrollBar()->value() == 0; }));
}

TEST_F(RecordStages, EscapeGoesBackFromTheCountdownAndItsEndRecords) {
    QSettings().setValue(QStringLiteral("record/countdown"), 30);
    open();
    ASSERT_TRUE(openTestSources());
    ASSERT_TRUE(agree());
    auto* record = control<QPushButton>(recordPage(), "record");
    record->click();
    EXPECT_EQ(recordPage()->stage(), RecordPage::Stage::Countdown);
    EXPECT_EQ(shown("countdown"), "30");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_EQ(recordPage()->stage(), RecordPage::Stage::SetUp);
    EXPECT_TRUE(record->isEnabled());
    EXPECT_TRUE(catalog().sessions().all().valueOr({}).empty());

    QSettings().setValue(QStringLiteral("record/countdown"), 1);
    record->click();
    EXPECT_TRUE(waitFor([&] { return recordPage()->isRecording(); }));
    recordPage()->stop();
}

TEST_F(RecordStages, AnotherPageInTheCountdownGoesBackToSetUp) {
    QSettings().setValue(QStringLiteral("record/countdown"), 30);
    open();
    ASSERT_TRUE(openTestSources());
    ASSERT_TRUE(agree());
    control<QPushButton>(recordPage(), "record")->click();
    m_window->showPage(PageKind::Home);
    EXPECT_EQ(recordPage()->stage(), RecordPage::Stage::SetUp);
    EXPECT_FALSE(recordPage()->isRecording());
}

TEST_F(RecordStages, APersonsAccommodationsAreGivenAndTold) {
    open();
    chooseOwnKit();
    auto mentee = catalog().people().byId(catalog().actor()).value();
    mentee.accommodations = {50, true};
    ASSERT_TRUE(catalog().people().change(mentee).ok());
    ASSERT_TRUE(startRecording());
    const int usual = control<QLabel>(recordPage(), "promptPhase")->fontMetrics().height();
    QTest::keyClick(recordPage(), Qt::Key_N);
    EXPECT_EQ(shown("question"), "Why here?");
    EXPECT_TRUE(shown("promptLeft") == "0:15" || shown("promptLeft") == "0:14")
        << shown("promptLeft").toStdString();
    EXPECT_TRUE(shown("promptWhole").contains("50 % extra time")) << shown("promptWhole").toStdString();
    EXPECT_GT(control<QLabel>(recordPage(), "question")->fontMetrics().height(), usual);
    recordPage()->stop();
}

TEST_F(RecordStages, TheAnswerBeginsEarlyAndProbesComeWithTheFollowUp) {
    open();
    chooseOwnKit();
    ASSERT_TRUE(startRecording());
    QTest::keyClick(recordPage(), Qt::Key_N);
    EXPECT_EQ(shown("promptPhase"), "to read and think");
    QTest::keyClick(recordPage(), Qt::Key_A);
    EXPECT_EQ(shown("promptPhase"), "to answer");
    EXPECT_FALSE(control<QLabel>(recordPage(), "probes")->isVisible());
    QTest::keyClick(recordPage(), Qt::Key_F);
    EXPECT_TRUE(control<QLabel>(recordPage(), "probes")->isVisible());
    EXPECT_TRUE(shown("probes").contains("What else?"));
    recordPage()->stop();
}

TEST_F(RecordStages, AloneTheStudioAsksAndTheTimeToReadBeginsWhenItHasSpoken) {
    open();
    chooseOwnKit();
    chooseSolo();
    ASSERT_TRUE(startRecording());
    EXPECT_EQ(m_voice->spoken, QStringList{"Why here?"});
    EXPECT_EQ(shown("promptPhase"), "Listen to the question");
    emit m_voice->finished();
    EXPECT_EQ(shown("promptPhase"), "to read and think");
    QTest::keyClick(recordPage(), Qt::Key_N);
    EXPECT_EQ(m_voice->spoken.back(), "Why now?");
    control<QCheckBox>(recordPage(), "aloud")->click(); // mid-question
    EXPECT_EQ(shown("promptPhase"), "to read and think");
    recordPage()->stop();
    EXPECT_EQ(catalog().sessions().segments(onlySession().id).valueOr({}).size(), 2u);
    EXPECT_FALSE(QSettings().value(QStringLiteral("record/questions-aloud")).toBool());
}

TEST_F(RecordStages, WithoutAVoiceTheStudioJustShowsTheQuestion) {
    open();
    chooseOwnKit();
    chooseSolo();
    ASSERT_TRUE(openTestSources());
    ASSERT_TRUE(agree());
    auto voice = std::make_unique<ListeningVoice>();
    voice->able = false;
    recordPage()->setVoice(std::move(voice));
    control<QPushButton>(recordPage(), "record")->click();
    EXPECT_EQ(shown("question"), "Why here?");
    EXPECT_EQ(shown("promptPhase"), "to read and think");
    EXPECT_FALSE(control<QCheckBox>(recordPage(), "aloud")->isVisible());
    recordPage()->stop();
}

TEST_F(RecordStages, SomebodyWhoJoinsWhileRecordingIsFiledOnceTheyAgree) {
    open();
    ASSERT_TRUE(startRecording());
    control<QPushButton>(recordPage(), "somebodyJoins")->click();
    auto* name = recordPage()->findChild<QWidget*>(QStringLiteral("joiner"))->findChild<QLineEdit*>();
    name->setFocus();
    QTest::keyClicks(name, QStringLiteral("Nan Bop")); // letters that are keys of the page
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_TRUE(catalog().sessions().bookmarks(onlySession().id).valueOr({}).empty());
    const auto joiner = catalog().people().find("Nan Bop");
    ASSERT_TRUE(joiner.ok());
    EXPECT_TRUE(onlySession().observers.empty());
    const QString box = QStringLiteral("agrees %1").arg(QString::fromStdString(joiner->id.toString()));
    control<QCheckBox>(recordPage(), box.toLatin1().constData())->click();
    EXPECT_EQ(onlySession().observers, std::vector{joiner->id});
    EXPECT_EQ(catalog().consents().ofSession(onlySession().id).valueOr({}).size(), 2u);
    recordPage()->stop();
}

TEST_F(RecordStages, TheHiddenPictureIsRecordedAndStaysHiddenAtTheNextStart) {
    open();
    ASSERT_TRUE(openTestSources());
    auto* picture = recordPage()->findChild<recorder::PreviewView*>();
    EXPECT_TRUE(picture->isVisible());
    control<QPushButton>(recordPage(), "hidePicture")->click();
    EXPECT_FALSE(picture->isVisible());
    ASSERT_TRUE(recordFor(1));
    const auto recordings = catalog().recordings().ofSession(onlySession().id).valueOr({});
    ASSERT_EQ(recordings.size(), 1u);
    EXPECT_EQ(recordings[0].tracks.front().kind, catalog::TrackKind::Video);
    close();
    open();
    m_window->showPage(PageKind::Record);
    EXPECT_FALSE(recordPage()->findChild<recorder::PreviewView*>()->isVisible());
}

TEST_F(RecordStages, AnUnpluggedMicrophoneIsNamedFiledAndToldAfterwards) {
    const auto plugged = std::make_shared<std::atomic<bool>>(true);
    open();
    m_window->showPage(PageKind::Record);
    auto* picture = recordPage()->findChild<recorder::PicturePanel*>();
    picture->sources().setOpener([plugged](const recorder::RecorderSettings& settings) {
        recorder::RecorderSeams seams;
        seams.makeSource =
            [plugged](
                const recorder::SourceRequest& request,
                std::shared_ptr<recorder::PaceClock> clock) -> std::unique_ptr<recorder::CaptureSource> {
            auto made = recorder::makeSource(request, std::move(clock));
            if (request.video)
                return made;
            return std::make_unique<PluggedTone>(std::move(made), plugged);
        };
        return recorder::Recorder::open(settings, std::move(seams));
    });
    ASSERT_TRUE(startRecording());
    m_window->showPage(PageKind::Library);
    *plugged = false;
    ASSERT_TRUE(waitFor([&] { return m_window->troubleStrip().isVisible(); }));
    EXPECT_TRUE(m_window->troubleStrip().text().contains("The recording goes on."))
        << m_window->troubleStrip().text().toStdString();
    EXPECT_TRUE(m_window->windowTitle().startsWith("! ")) << m_window->windowTitle().toStdString();
    EXPECT_TRUE(recordPage()->isRecording());
    *plugged = true;
    ASSERT_TRUE(waitFor([&] { return !m_window->troubleStrip().isVisible(); }));
    m_window->showPage(PageKind::Record);
    recordPage()->stop();
    const auto incidents = catalog().incidents().ofSession(onlySession().id).valueOr({});
    ASSERT_FALSE(incidents.empty());
    EXPECT_TRUE(std::any_of(incidents.begin(), incidents.end(), [](const catalog::Incident& one) {
        return one.kind == catalog::IncidentKind::Gap && one.until > one.at;
    }));
    EXPECT_TRUE(recordPage()->findChild<recorder::FiledPanel*>()->text().contains("was unplugged from"));
}

TEST_F(RecordStages, ATrialTakeIsPlayedBackAndThrownAway) {
    open();
    ASSERT_TRUE(openTestSources());
    control<QPushButton>(recordPage(), "tryFiveSeconds")->click();
    ASSERT_TRUE(
        waitFor([&] { return recordPage()->findChild<QWidget*>(QStringLiteral("trialPlayer")) != nullptr; }));
    const auto files = [&] {
        return std::distance(std::filesystem::directory_iterator(catalog().mediaFolder()), {});
    };
    EXPECT_EQ(files(), 1);
    auto* player = recordPage()->findChild<QWidget*>(QStringLiteral("trialPlayer"));
    const auto inSight = [player] {
        const QWidget* above = player->parentWidget();
        while (above != nullptr && qobject_cast<const QScrollArea*>(above) == nullptr)
            above = above->parentWidget();
        if (above == nullptr)
            return false;
        const QWidget* frame = static_cast<const QScrollArea*>(above)->viewport();
        return frame->rect().contains(QRect(player->mapTo(frame, QPoint()), player->size()));
    };
    EXPECT_TRUE(waitFor(inSight));
    control<QPushButton>(recordPage(), "closeTrial")->click();
    EXPECT_EQ(recordPage()->findChild<QWidget*>(QStringLiteral("trialPlayer")), nullptr);
    EXPECT_EQ(files(), 0);
    EXPECT_TRUE(agree()); // and nothing is in the way of recording
}

TEST_F(RecordStages, AnInterruptedSessionGoesOnInASecondPartAtTheQuestionThatWasCutOff) {
    open();
    chooseOwnKit();
    ASSERT_TRUE(startRecording());
    QTest::keyClick(recordPage(), Qt::Key_N);
    QTest::keyClick(recordPage(), Qt::Key_N);
    ASSERT_TRUE(keptUntil(1));
    recordPage()->stop();
    const catalog::Session session = onlySession();

    recordPage()->continueSession(session.id);
    ASSERT_EQ(recordPage()->stage(), RecordPage::Stage::SetUp);
    // Who agreed in this session need not agree again.
    ASSERT_TRUE(waitFor([&] { return recordPage()->ready(); })) << recordPage()->missing().toStdString();
    control<QPushButton>(recordPage(), "record")->click();
    ASSERT_TRUE(recordPage()->isRecording());
    QTest::keyClick(recordPage(), Qt::Key_N);
    EXPECT_EQ(shown("question"), "Why now?");
    ASSERT_TRUE(keptUntil(1));
    recordPage()->stop();
    const auto parts = catalog().recordings().ofSession(onlySession().id).valueOr({});
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[1].part, 2);
    EXPECT_EQ(catalog().consents().ofSession(session.id).valueOr({}).size(), 1u);
}

TEST_F(RecordStages, WhatWasCutOffIsToldAtTheNextStartAndCanBeContinued) {
    open();
    ASSERT_TRUE(recordFor(1));
    const catalog::Session session = onlySession();
    // Another part that was being written when the program ended.
    const auto whole = catalog().recordings().ofSession(session.id).value()[0];
    const auto cut = catalog().recordings().begin(session.id, whole.tracks).value();
    std::filesystem::copy_file(catalog().recordings().path(whole), catalog().recordings().path(cut));
    close();
    open();
    ui::Banner* told = dynamic_cast<studio::HomePage*>(m_window->page(PageKind::Home))->banner();
    ASSERT_TRUE(waitFor([&] { return told->isVisible(); }));
    EXPECT_TRUE(told->text().startsWith("Recovered: 0:0")) << told->text().toStdString();
    EXPECT_TRUE(told->text().contains("may be missing"));
    ASSERT_TRUE(told->secondButton()->isVisible());
    told->secondButton()->click();
    EXPECT_EQ(m_window->currentPage(), PageKind::Record);
    EXPECT_EQ(recordPage()->stage(), RecordPage::Stage::SetUp);
    EXPECT_TRUE(waitFor([&] { return recordPage()->ready(); })) << recordPage()->missing().toStdString();
}

TEST_F(RecordStages, ExtraTimeAndLargerTextAreSetUnderPeople) {
    open();
    m_window->showPage(PageKind::People);
    ui::Page* page = m_window->page(PageKind::People);
    auto* extra = control<QSpinBox>(page, "extraTime");
    extra->setFocus();
    QTest::keyClick(extra, Qt::Key_Up);
    QTest::keyClick(extra, Qt::Key_Return);
    control<QCheckBox>(page, "largerText")->click();
    const auto person = catalog().people().byId(catalog().actor()).value();
    EXPECT_EQ(person.accommodations, (catalog::Accommodations{5, true}));
}

} // namespace mockingbird::test
