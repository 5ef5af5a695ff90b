// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/ui/page.h"
#include "recorder/ui/device_finder.h"
#include "recorder/ui/live_interview.h"
#include "recorder/ui/live_sources.h"
#include "recorder/ui/record_choice.h"

#include <QTimer>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace mockingbird::ui {
class Banner;
class Card;
} // namespace mockingbird::ui

namespace mockingbird::recorder {

class MeterPanel;
class PreviewView;
class PrompterPanel;
class SetupPanel;
class SourcePanel;
class TakePanel;

/// Sets an interview up, records it, and files it, on one page. The sources are open while the page is in
/// sight and while it records; recording goes on behind other pages. GUI thread.
class RecordPage : public ui::Page {
    Q_OBJECT

public:
    explicit RecordPage(catalog::Catalog& catalog, QWidget* parent = nullptr);
    ~RecordPage() override; ///< ends a recording that runs; it is kept

    [[nodiscard]] QString title() const override { return tr("Record"); }
    void refresh() override;
    void entered() override;
    void left() override;

    void chooseKit(catalog::KitId kit);
    [[nodiscard]] bool isRecording() const { return m_interview.has_value(); }
    /// Begins recording with what is chosen; the reason on the page where it can't.
    void record();
    /// Ends and files it.
    void stop();
    void togglePause();

    [[nodiscard]] ui::Banner* banner() const { return m_banner; }
    /// Whether the chosen sources are open, so that Record can be pressed.
    [[nodiscard]] bool ready() const;

signals:
    void sessionRecorded(mockingbird::catalog::SessionId session); ///< filed
    void reviewRequested(mockingbird::catalog::SessionId session);
    void recordingChanged(const QString& elapsed, bool paused); ///< each second; empty when it has ended
    void readyChanged();

private:
    void layOut();
    void connectAll();
    void sourcesChanged();
    void reopen();
    void showReadiness();
    void pull();
    void pullRecording(const RecorderStats& stats);
    void showRoom(const RecorderStats* stats);
    void bookmark();
    void ask(catalog::QuestionId question);
    void tellSilence();
    void showLive(bool live);
    [[nodiscard]] RecordChoice choice() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    catalog::Catalog& m_catalog;
    DeviceFinder m_devices;
    LiveSources m_sources;
    std::optional<LiveInterview> m_interview; ///< after m_sources: it holds on to the recorder
    QTimer m_pull;
    QTimer m_settle; ///< several boxes ticked in a row open the sources once
    bool m_inSight = false;
    bool m_silenceTold = false;
    int m_bookmarks = 0;
    std::int64_t m_second = -1;

    ui::Banner* m_banner;
    ui::Banner* m_warning; ///< below the controls, so that they stay under the pointer
    SetupPanel* m_setup;
    SourcePanel* m_sourcePanel;
    PrompterPanel* m_prompter;
    PreviewView* m_preview;
    MeterPanel* m_meters;
    TakePanel* m_take;
    QLabel* m_room;
    QLabel* m_hint;
    QPushButton* m_record;
    QStackedWidget* m_left;
    QStackedWidget* m_bar;
    QBoxLayout* m_columns;
};

} // namespace mockingbird::recorder
