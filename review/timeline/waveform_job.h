// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/waveform/waveform.h"

#include <QObject>
#include <filesystem>
#include <memory>
#include <thread>

namespace mockingbird::review {

/// Gets a recording's waveform in a thread of its own. Owned by the page; its signal comes on the GUI thread.
class WaveformJob : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~WaveformJob() override;

    /// Begins; one under way is cancelled and never heard of again.
    void start(const std::filesystem::path& file);
    void cancel();

signals:
    /// What there is so far, some four times a second while it is computed.
    void grown(std::shared_ptr<const mockingbird::review::Waveform> waveform);
    void finished(std::shared_ptr<const mockingbird::review::Waveform> waveform);

private:
    int m_run = 0; ///< GUI thread; tells the wanted result from one that comes late
    std::jthread m_thread;
};

} // namespace mockingbird::review
