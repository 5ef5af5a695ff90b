// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/card.h"
#include "recorder/ui/live_sources.h"
#include "recorder/ui/trial_panel.h"

#include <QTimer>
#include <filesystem>

class QPushButton;

namespace mockingbird::recorder {

class DeviceCheckPanel;
class MeterPanel;
class PreviewView;

/// What the chosen sources give: their pictures and levels; before recording the device check and the trial
/// take as well. Owns the recorder; asks it some 15 times a second. GUI thread.
class PicturePanel : public ui::Card {
    Q_OBJECT

public:
    /// `folder` is where trial takes lie while they are listened to.
    explicit PicturePanel(std::filesystem::path folder, QWidget* parent = nullptr);

    /// Lets go of what is open and opens these.
    void open(const RecorderSettings& settings);
    void close();
    /// Pictures cost nothing while nobody sees them.
    void setInSight(bool inSight);
    enum class Use { SetUp, Recording };
    void setUse(Use use);

    [[nodiscard]] Recorder* recorder() const { return m_sources.recorder(); } ///< nullptr until it is open
    [[nodiscard]] bool opening() const { return m_sources.opening(); }
    /// What the device check asks for next; empty where it is passed.
    [[nodiscard]] QString checkStep() const;
    [[nodiscard]] TrialPanel& trial() const { return *m_trial; }
    [[nodiscard]] DeviceCheckPanel& check() const { return *m_check; }
    [[nodiscard]] LiveSources& sources() { return m_sources; }
    void pull(); ///< asks now

signals:
    void changed(); ///< opened, closed, or the check has come further
    void openFailed(const mockingbird::Error& error);
    void trialFailed(const mockingbird::Error& error);
    void pulled(const mockingbird::recorder::RecorderStats& stats);

private:
    void opened();
    void applyPreview();

    LiveSources m_sources;
    RecorderSettings m_settings;
    std::filesystem::path m_folder;
    QTimer m_pull;
    bool m_inSight = false;
    QString m_step;
    PreviewView* m_preview;
    QPushButton* m_hide;
    MeterPanel* m_meters;
    DeviceCheckPanel* m_check;
    TrialPanel* m_trial;
};

} // namespace mockingbird::recorder
