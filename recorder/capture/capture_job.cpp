// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/capture_job.h"

#include "common/base/log.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>

namespace mockingbird::recorder {

namespace {

/// Longer than any healthy device takes for a frame.
constexpr auto kPatience = std::chrono::seconds(2);

} // namespace

struct CaptureJob::Shared {
    Maker make;          ///< the thread's
    LookAgain lookAgain; ///< likewise
    std::mutex mutex;    ///< guards the rest
    std::condition_variable changed;
    Listener listener;
    bool listening = true;
    bool finished = false;
    std::jthread thread;
    bool goneForGood = false; ///< the thread's

    /// Under the lock, so that nothing is handed on once stop() has been through.
    void tell(auto&& call) {
        const std::lock_guard lock(mutex);
        if (listening)
            call(listener);
    }

    /// Hands on what a new source gives until it ends (nothing) or fails; counts its frames.
    std::optional<Error> capture(const std::stop_token& stop, std::uint64_t& frames) {
        try {
            const auto source = make();
            if (const auto opened = source->open(stop); !opened.ok()) {
                goneForGood = source->goneForGood();
                return opened.error();
            }
            while (!stop.stop_requested()) {
                auto next = source->next(stop);
                if (!next.ok())
                    return next.error();
                if (!next->has_value())
                    return std::nullopt;
                ++frames;
                tell([&](Listener& to) { to.captured(std::move(**next)); });
            }
            return std::nullopt;
        } catch (const std::exception& error) {
            return Error{ErrorCode::Internal, error.what(), 0};
        }
    }

    void run(const std::stop_token& stop) {
        bool wasThere = false;
        while (!stop.stop_requested()) {
            std::uint64_t frames = 0;
            auto why = capture(stop, frames);
            wasThere = wasThere || frames > 0;
            if (!wasThere || !lookAgain) {
                tell([&](Listener& to) { to.ended(std::move(why)); });
                return;
            }
            if (frames > 0 && !stop.stop_requested()) {
                if (!why)
                    why = Error{ErrorCode::DeviceLost, "it gives nothing any more", 0};
                log(LogLevel::Notice, "recorder", "a source is lost: " + why->detail);
                tell([&](Listener& to) { to.lost(std::move(*why)); });
            }
            std::mutex nothing;
            std::condition_variable_any never;
            std::unique_lock lock(nothing);
            if (goneForGood)
                never.wait(lock, stop, [] { return false; });
            else
                never.wait_for(lock, stop, *lookAgain, [] { return false; });
        }
    }
};

CaptureJob::CaptureJob(Maker make, LookAgain lookAgain, Listener listener)
    : m_shared(std::make_shared<Shared>()) {
    m_shared->make = std::move(make);
    m_shared->lookAgain = lookAgain;
    m_shared->listener = std::move(listener);
    // The thread shares the ownership: it may have to be left behind.
    m_shared->thread = std::jthread([shared = m_shared](std::stop_token stop) {
        try {
            shared->run(stop);
        } catch (const std::exception& error) {
            shared->tell([&](Listener& to) { to.ended(Error{ErrorCode::Internal, error.what(), 0}); });
        }
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
