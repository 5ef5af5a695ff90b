// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/ui/trial_take.h"

#include <QWidget>
#include <filesystem>
#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::recorder {

/// Makes a widget that plays the file, from its start, at once. The studio supplies it: playing is review's.
using TrialPlayer = std::function<QWidget*(const std::filesystem::path& file, QWidget* parent)>;

/// Five seconds to try it all: recorded, played back in its place, and thrown away. GUI thread.
class TrialPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrialPanel(QWidget* parent = nullptr);
    ~TrialPanel() override;

    /// Without one there is nothing to try.
    void setPlayer(TrialPlayer player);
    /// What is tried; nullptr while nothing is open. An earlier recorder is not touched any more.
    void setRecorder(Recorder* recorder, const std::filesystem::path& folder);
    /// Ends what runs or plays, and throws it away.
    void close();
    [[nodiscard]] bool playing() const { return m_shown != nullptr; }

signals:
    void changed(); ///< it began, or ended
    void failed(const mockingbird::Error& error);

private:
    void start();
    void play(const std::filesystem::path& file);
    void showState();

    TrialTake m_take;
    TrialPlayer m_player;
    Recorder* m_recorder = nullptr;
    std::filesystem::path m_folder;
    QWidget* m_shown = nullptr;
    QPushButton* m_try;
    QPushButton* m_close;
    QLabel* m_words;
    QVBoxLayout* m_column;
};

} // namespace mockingbird::recorder
