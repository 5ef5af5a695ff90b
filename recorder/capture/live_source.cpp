// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/live_source.h"

namespace mockingbird::recorder {

LiveSource::LiveSource(SourceRequest request, CaptureJob::Maker make, CaptureJob::LookAgain lookAgain,
                       Outlet outlet)
    : m_request(std::move(request)), m_outlet(std::move(outlet)) {
    CaptureJob::Listener listener;
    listener.captured = [this](Captured captured) { accept(std::move(captured)); };
    listener.lost = [this](Error error) { lose(std::move(error)); };
    listener.ended = [this](std::optional<Error> error) { finish(std::move(error)); };
    m_job = std::make_unique<CaptureJob>(std::move(make), lookAgain, std::move(listener));
}

Result<void> LiveSource::waitForFirst(SteadyTime deadline) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, deadline,
                         [&] { return m_state.frames > 0 || m_state.ended || m_state.failure; });
    if (m_state.failure && (m_state.frames == 0 || m_state.ended))
        return *m_state.failure;
    if (m_state.frames > 0)
        return {};
    return Error{ErrorCode::DeviceLost,
                 m_request.spec.toString() + (m_request.video ? " gives no picture" : " gives no sound"), 0};
}

LiveSource::State LiveSource::state() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

media::AvFrame LiveSource::latestPicture() const {
    const std::lock_guard lock(m_mutex);
    return media::AvFrame(m_latest == nullptr ? nullptr : av_frame_clone(m_latest.get()));
}

void LiveSource::accept(Captured captured) {
    if (m_request.video && m_previewOn) {
        if (auto preview = m_previewMaker.make(*captured.frame, captured.at))
            m_preview.post(std::move(*preview));
    }
    {
        const std::lock_guard lock(m_mutex);
        ++m_state.frames;
        m_state.latestFrame = std::chrono::steady_clock::now();
        if (m_state.lost) {
            m_state.lost = false;
            m_state.failure.reset();
            ++m_state.returns;
        }
        if (m_request.video) {
            m_state.width = captured.frame->width;
            m_state.height = captured.frame->height;
            m_latest.reset(av_frame_clone(captured.frame.get()));
        }
        // At the first alone: nobody waits for later ones.
        if (m_state.frames == 1)
            m_changed.notify_all();
    }
    m_outlet.captured(std::move(captured));
}

void LiveSource::lose(Error error) {
    {
        const std::lock_guard lock(m_mutex);
        m_state.lost = true;
        m_state.failure = std::move(error);
    }
    m_outlet.gone();
}

void LiveSource::finish(std::optional<Error> error) {
    {
        const std::lock_guard lock(m_mutex);
        m_state.ended = true;
        m_state.failure = std::move(error);
        m_changed.notify_all();
    }
    m_outlet.gone();
}

} // namespace mockingbird::recorder
