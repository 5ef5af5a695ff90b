// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/live_sources.h"

#include <exception>

namespace mockingbird::recorder {

namespace {

Result<std::unique_ptr<Recorder>> tryOpen(const LiveSources::Opener& opener,
                                          const RecorderSettings& settings) {
    try {
        return opener(settings);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
}

} // namespace

LiveSources::LiveSources(QObject* parent)
    : QObject(parent), m_opener([](const RecorderSettings& settings) { return Recorder::open(settings); }) {
    m_pool.setMaxThreadCount(1); // closing comes before the next opening
}

LiveSources::~LiveSources() {
    ++m_generation;
    m_pool.waitForDone();
}

void LiveSources::open(const RecorderSettings& settings) {
    close();
    if (settings.video.empty() && settings.audio.empty())
        return;
    m_opening = true;
    m_pool.start([this, settings, opener = m_opener, generation = m_generation] {
        // Shared for the event's sake, which must be copyable; where it is never delivered, the recorder ends
        // with it.
        auto recorder = std::make_shared<Result<std::unique_ptr<Recorder>>>(tryOpen(opener, settings));
        QMetaObject::invokeMethod(
            this, [this, generation, recorder] { arrived(generation, std::move(*recorder)); },
            Qt::QueuedConnection);
    });
}

void LiveSources::close() {
    ++m_generation;
    m_opening = false;
    if (m_recorder != nullptr)
        m_pool.start([old = std::shared_ptr<Recorder>(std::move(m_recorder))]() mutable { old.reset(); });
}

void LiveSources::arrived(int generation, Result<std::unique_ptr<Recorder>> recorder) {
    if (generation != m_generation) {
        if (recorder)
            m_pool.start([old = std::shared_ptr<Recorder>(std::move(*recorder))]() mutable { old.reset(); });
        return;
    }
    m_opening = false;
    if (!recorder) {
        emit failed(recorder.error());
        return;
    }
    m_recorder = std::move(*recorder);
    emit opened();
}

} // namespace mockingbird::recorder
