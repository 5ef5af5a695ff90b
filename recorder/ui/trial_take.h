// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "recorder/recorder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <filesystem>

namespace mockingbird::recorder {

/// Five seconds that are recorded to be listened to, and thrown away. One at a time; its file is gone with
/// this object at the latest, and recover() removes what a crash left. GUI thread.
class TrialTake : public QObject {
    Q_OBJECT

public:
    static constexpr int kSeconds = 5;

    explicit TrialTake(QObject* parent = nullptr);
    ~TrialTake() override;

    /// Records to `folder/trial-<uuid>.part`, which nobody else may read; an earlier take is thrown away.
    /// The recorder must stay until finished() or failed(), or until cancel() is called.
    void start(Recorder& recorder, const std::filesystem::path& folder);
    /// Ends it and throws it away, without a signal. No-op while none runs.
    void cancel();
    /// Throws the file away. Close what plays it first.
    void discard();

    [[nodiscard]] bool running() const { return m_recorder != nullptr; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; } ///< empty where there is none

signals:
    void progress(int secondsLeft); ///< 5 at the start, then each time it changes
    void finished(const std::filesystem::path& file);
    void failed(const mockingbird::Error& error); ///< nothing is left behind

private:
    void look();
    void end();

    Recorder* m_recorder = nullptr; ///< while it runs
    std::filesystem::path m_file;
    QTimer m_look;
    QElapsedTimer m_since;
    int m_left = 0;
};

} // namespace mockingbird::recorder
