// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "recorder/source_spec.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace mockingbird::recorder {

/// A screen or window that the person shares, until this object ends. Any thread.
class SharedPicture {
public:
    struct Sharing;
    explicit SharedPicture(std::unique_ptr<Sharing> sharing);
    SharedPicture(SharedPicture&&) noexcept;
    SharedPicture& operator=(SharedPicture&&) noexcept;
    ~SharedPicture();

    /// The node with its pictures, on the server at the other end of the socket.
    [[nodiscard]] std::uint32_t node() const;
    /// The socket to PipeWire, once; the caller closes it.
    [[nodiscard]] int takeRemote();
    /// Why there are no pictures any more: Denied where the sharing was ended on the desktop, else
    /// DeviceLost. Takes up to 500 ms.
    [[nodiscard]] Error whyGone();

private:
    std::unique_ptr<Sharing> m_sharing;
};

/// The desktop's portal for screens (org.freedesktop.portal.ScreenCast), by D-Bus. It asks the person which
/// screen or window to share. What was chosen is asked for again without asking the person as long as this
/// program runs, and not longer: many people may sit at one computer.
class DesktopPortal {
public:
    /// Waits until the person has chosen; one at a time, in the caller's thread. Unsupported without a portal
    /// or where it shares nothing of this kind; Denied where the person declines; Cancelled at a stop. A
    /// capture that was declined, or whose sharing was ended, and tries again by itself (with the same
    /// `stop`) is Denied without another question.
    [[nodiscard]] static Result<SharedPicture> share(SourceKind kind, std::stop_token stop);

    /// What can be shared: Screen, Window, both or nothing. At most 500 ms, quick once it was told. Any
    /// thread.
    [[nodiscard]] static std::vector<SourceKind> offers();
};

} // namespace mockingbird::recorder
