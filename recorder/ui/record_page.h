// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/ui/banner.h"
#include "common/ui/page.h"
#include "recorder/filing/session_progress.h"
#include "recorder/ui/device_finder.h"
#include "recorder/ui/live_interview.h"
#include "recorder/ui/question_voice.h"
#include "recorder/ui/record_choice.h"
#include "recorder/ui/trial_panel.h"
#include "recorder/ui/trouble_text.h"

#include <QTimer>
#include <map>
#include <memory>
#include <optional>

class QBoxLayout;
class QLabel;
class QShortcut;
class QStackedWidget;

namespace mockingbird::ui {
class Card;
}

namespace mockingbird::recorder {

class AppointmentPanel;
class ConsentPanel;
class FiledPanel;
class JoinPanel;
class PicturePanel;
class PrompterPanel;
class RecordBar;
class SetupPanel;
class SourcePanel;

/// Sets an interview up, records it, and files it, on one page. The sources are open while the page is in
/// sight and while it records; recording goes on behind other pages. GUI thread.
///
///     SetUp --Record--> Countdown --0--> Recording --Stop, or the disk fails--> Filed --> SetUp
///       ^------Escape-------'
class RecordPage : public ui::Page {
    Q_OBJECT

public:
    enum class Stage { SetUp, Countdown, Recording, Filed };

    explicit RecordPage(catalog::Catalog& catalog, QWidget* parent = nullptr);
    ~RecordPage() override; ///< ends a recording that runs; it is kept

    [[nodiscard]] QString title() const override { return tr("Record"); }
    void refresh() override;
    void entered() override;
    void left() override;

    void chooseKit(catalog::KitId kit);
    /// Sets the next part of a session up that was interrupted.
    void continueSession(catalog::SessionId session);
    /// Sets the acting person up to answer one question of a kit alone.
    void practise(catalog::KitId kit, catalog::QuestionId question);
    /// The question that the interview set up, recorded or filed now is about, where it is one alone.
    [[nodiscard]] std::optional<catalog::QuestionId> practised() const { return m_practised; }
    /// Who plays trial takes; without, there are none.
    void setTrialPlayer(TrialPlayer player);
    /// Instead of the system's voice.
    void setVoice(std::unique_ptr<QuestionVoice> voice);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isRecording() const { return m_interview.has_value(); }
    /// Whether nothing is missing, so that Record can be pressed.
    [[nodiscard]] bool ready() const { return missing().isEmpty(); }
    /// The first thing that is missing, in a sentence.
    [[nodiscard]] QString missing() const;
    [[nodiscard]] ui::Banner* banner() const { return m_banner; }
    /// Ends and files it.
    void stop();
    void togglePause();

signals:
    void sessionRecorded(mockingbird::catalog::SessionId session); ///< filed
    void reviewRequested(mockingbird::catalog::SessionId session);
    void recordingChanged(const QString& elapsed, bool paused); ///< each second; empty when it has ended
    void troubleChanged(const mockingbird::recorder::TroubleNews& news); ///< while recording
    void endedByItself(const QString& sentence);
    void readyChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void connectAll();
    void addKeys();
    void sourcesChanged();
    void reopen();
    void showReadiness();
    void showParticipants();
    void showMissing();
    void showConsent();
    void showStage(Stage stage);
    void setUpAnew();
    void record();
    void startPrompter();
    void showAppointment();
    void bindAppointment();
    void pulled(const RecorderStats& stats);
    void bookmark(const std::string& label = {});
    void ask(catalog::QuestionId question);
    void followUp();
    void admit(const catalog::Person& person);
    void agreed(const Agreement& agreement);
    void showFiled(const catalog::Session& session, const FiledRecording::Finished& finished);
    [[nodiscard]] RecordChoice choice() const;
    /// By the present rate where there are stats, else by what such sources usually take.
    [[nodiscard]] std::int64_t minutesOfRoom(const RecorderStats* stats) const;

    catalog::Catalog& m_catalog;
    DeviceFinder m_devices;
    std::unique_ptr<QuestionVoice> m_voice;
    QTimer m_settle; ///< several boxes ticked in a row open the sources once
    Stage m_stage = Stage::SetUp;
    bool m_inSight = false;
    bool m_openFailed = false;
    int m_bookmarks = 0;
    std::int64_t m_second = -1;
    TroubleNews m_news;
    std::optional<SessionProgress> m_continued; ///< whose next part is set up or recorded
    std::optional<catalog::SessionId> m_filedSession;
    std::optional<catalog::QuestionId> m_practised;
    catalog::KitId m_practisedKit;
    std::map<catalog::PersonId, catalog::Seat> m_joining; ///< named while recording, agreed or not
    QShortcut* m_escape = nullptr;

    ui::Banner* m_banner;
    ui::Banner* m_part; ///< what is continued
    SetupPanel* m_setup;
    AppointmentPanel* m_appointment;
    SourcePanel* m_sourcePanel;
    ConsentPanel* m_consent;
    JoinPanel* m_join;
    PrompterPanel* m_prompter;
    PicturePanel* m_picture;
    FiledPanel* m_filed;
    RecordBar* m_bar;
    QWidget* m_setupColumn;
    ui::Card* m_consentCard;
    QLabel* m_consentHeading;
    QWidget* m_work; ///< all but what is filed
    QStackedWidget* m_left;
    QBoxLayout* m_columns;
    std::optional<LiveInterview> m_interview; ///< last, so that it ends before the recorder of m_picture
};

} // namespace mockingbird::recorder
