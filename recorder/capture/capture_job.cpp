// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/capture_job.h"

#include "common/base/log.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace mockingbird::recorder {

namespace {

/// Longer than any healthy device takes for a frame.
constexpr auto kPatience = std::chrono::seconds(2);

} // namespace

struct CaptureJob::Shared {
    std::unique_ptr<CaptureSource> source; ///< the thread's
    std::mutex mutex;                      ///< guards the rest
    std::condition_variable changed;
    Listener listener;
    bool listening = true;
    bool finished = false;
    std::jthread thread;

    /// Under the lock, so that nothing is handed on once stop() has been through.
    void tell(auto&& call) {
        const std::lock_guard lock(mutex);
        if (listening)
            call(listener);
    }

    void run(std::stop_token stop) {
        if (const auto opened = source->open(stop); !opened.ok()) {
            tell([&](Listener& to) { to.ended(opened.error()); });
            return;
        }
        while (!stop.stop_requested()) {
            auto next = source->next(stop);
            if (!next.ok()) {
                tell([&](Listener& to) { to.ended(next.error()); });
                return;
            }
            if (!next->has_value()) {
                tell([&](Listener& to) { to.ended(std::nullopt); });
                return;
            }
            tell([&](Listener& to) { to.captured(std::move(**next)); });
        }
    }
};

CaptureJob::CaptureJob(std::unique_ptr<CaptureSource> source, Listener listener)
    : m_shared(std::make_shared<Shared>()) {
    m_shared->source = std::move(source);
    m_shared->listener = std::move(listener);
    // The thread shares the ownership: it may have to be left behind.
    m_shared->thread = std::jthread([shared = m_shared](std::stop_token stop) {
        try {
            shared->run(stop);
        } catch (const std::exception& error) {
            shared->tell([&](Listener& to) { to.ended(Error{ErrorCode::Internal, error.what(), 0}); });
        }
        shared->source.reset();
        const std::lock_guard lock(shared->mutex);
        shared->finished = true;
        shared->changed.notify_all();
    });
}

CaptureJob::~CaptureJob() {
    stop();
}

void CaptureJob::stop() {
    std::jthread thread;
    bool finished = false;
    {
        std::unique_lock lock(m_shared->mutex);
        m_shared->listening = false;
        m_shared->thread.request_stop();
        finished = m_shared->changed.wait_for(lock, kPatience, [&] { return m_shared->finished; });
        thread = std::move(m_shared->thread);
    }
    if (!thread.joinable())
        return;
    if (finished) {
        thread.join();
    } else {
        log(LogLevel::Warning, "recorder", "a device does not answer; its thread is left behind");
        thread.detach();
    }
}

} // namespace mockingbird::recorder
