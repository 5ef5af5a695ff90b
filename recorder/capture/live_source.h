// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"
#include "common/threading/mailbox.h"
#include "recorder/capture/capture_job.h"
#include "recorder/capture/source_factory.h"
#include "recorder/encode/preview_maker.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace mockingbird::recorder {

/// One of the recorder's sources, running from its making on: counts what it captures, tells whether it is
/// lost, makes previews, keeps the latest picture. Owns its CaptureJob.
class LiveSource {
public:
    /// Both are called in the source's thread.
    struct Outlet {
        std::function<void(Captured)> captured;
        /// Nothing comes any more, or not before it is found again.
        std::function<void()> gone;
    };

    LiveSource(SourceRequest request, CaptureJob::Maker make, CaptureJob::LookAgain lookAgain, Outlet outlet);

    [[nodiscard]] const SourceRequest& request() const { return m_request; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    void setName(std::string name) { m_name = std::move(name); }

    /// Waits for its first frame; its failure where it has one, DeviceLost at the deadline.
    Result<void> waitForFirst(SteadyTime deadline);
    /// Ends it; who waits in the outlet must be woken before.
    void stop() { m_job->stop(); }

    struct State {
        std::uint64_t frames = 0;
        int width = 0;
        int height = 0;
        SteadyTime latestFrame; ///< when the latest frame arrived
        bool lost = false;      ///< it is looked for
        int returns = 0;        ///< how often it was found again
        bool ended = false;
        std::optional<Error> failure; ///< why it is lost, or ended
    };
    [[nodiscard]] State state() const;
    /// A new reference to the latest picture, if there was one.
    [[nodiscard]] media::AvFrame latestPicture() const;

    void setPreviewOn(bool on) { m_previewOn = on; }
    [[nodiscard]] std::optional<media::Picture> takePreview() { return m_preview.take(); }

private:
    void accept(Captured captured);
    void lose(Error error);
    void finish(std::optional<Error> error);

    const SourceRequest m_request;
    const Outlet m_outlet;
    std::string m_name;
    mutable std::mutex m_mutex; ///< guards m_state and m_latest
    std::condition_variable m_changed;
    State m_state;
    media::AvFrame m_latest;
    std::atomic<bool> m_previewOn{true};
    PreviewMaker m_previewMaker; ///< the source's thread
    threading::Mailbox<media::Picture> m_preview;
    std::unique_ptr<CaptureJob> m_job; ///< last: it ends before what it uses
};

} // namespace mockingbird::recorder
