// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/recorder.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace mockingbird::recorder {

/// Opens and closes the recorder outside of the GUI thread: a device may take seconds. One at a time and in
/// order, so that a device is let go before it is opened anew. Owns the recorder; GUI thread.
class LiveSources : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<Recorder>>(const RecorderSettings&)>;

    explicit LiveSources(QObject* parent = nullptr);
    ~LiveSources() override; ///< waits for what is under way

    /// Lets go of what is open and opens these instead; nothing where there are none. A later call overtakes.
    void open(const RecorderSettings& settings);
    void close();

    /// Instead of Recorder::open; called in another thread.
    void setOpener(Opener opener) { m_opener = std::move(opener); }
    [[nodiscard]] bool opening() const { return m_opening; }
    [[nodiscard]] Recorder* recorder() const { return m_recorder.get(); } ///< nullptr until opened()

signals:
    void opened();
    void failed(const mockingbird::Error& error);

private:
    void arrived(int generation, Result<std::unique_ptr<Recorder>> recorder);

    Opener m_opener;
    std::unique_ptr<Recorder> m_recorder;
    bool m_opening = false;
    int m_generation = 0;
    QThreadPool m_pool;
};

} // namespace mockingbird::recorder
