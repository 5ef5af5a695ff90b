// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/waveform_job.h"

#include "common/base/log.h"

#include <QMetaObject>
#include <exception>

namespace mockingbird::review {

WaveformJob::~WaveformJob() {
    cancel();
}

void WaveformJob::start(const std::filesystem::path& file) {
    cancel();
    const int run = m_run;
    m_thread = std::jthread([this, run, file](const std::stop_token& stop) {
        std::shared_ptr<const Waveform> waveform;
        try {
            auto computed = cachedWaveform(file, stop, {}, [&](const Waveform& part) {
                auto shared = std::make_shared<const Waveform>(part);
                QMetaObject::invokeMethod(
                    this,
                    [this, run, shared] {
                        if (run == m_run)
                            emit grown(shared);
                    },
                    Qt::QueuedConnection);
            });
            if (computed.ok())
                waveform = std::make_shared<const Waveform>(std::move(computed).value());
            else if (computed.error().code != ErrorCode::Cancelled)
                log(LogLevel::Warning, "review", "no waveform: " + computed.error().detail);
        } catch (const std::exception& failure) {
            log(LogLevel::Warning, "review", std::string("no waveform: ") + failure.what());
        }
        if (!waveform)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, run, waveform] {
                if (run == m_run)
                    emit finished(waveform);
            },
            Qt::QueuedConnection);
    });
}

void WaveformJob::cancel() {
    ++m_run;
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace mockingbird::review
