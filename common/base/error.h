// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mockingbird {

/// What went wrong, as far as a caller may act on it. The interface has one sentence for each.
enum class ErrorCode {
    InvalidArgument, ///< the caller's words are off: a malformed time, an unknown option
    NotFound,        ///< no such person, kit, session, file
    OutOfRange,      ///< a time past the end, a level the rubric doesn't have
    Unsupported,     ///< a file or a device of a kind we can't read
    Corrupt,         ///< damaged data
    NewerCatalog,    ///< the catalog was written by a newer version
    Sealed,          ///< a sealed review or a published version accepts no change
    Denied,          ///< no permission, or a read-only disk
    NoSpace,         ///< the disk is full
    DeviceLost,      ///< a device is unknown, went away, or is taken
    Busy,            ///< another program holds it
    Io,              ///< any other failure of reading or writing
    Cancelled,       ///< the person stopped it
    Internal,        ///< a failure of ours
};

/// A failure as a value. `detail` names the thing it concerns in plain words; `native` is errno, an AVERROR
/// or an SQLite code, 0 where there is none.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    int native = 0;

    bool operator==(const Error&) const = default;
};

/// The code's stable name as the command line's JSON prints it, such as `no-space`.
[[nodiscard]] std::string_view name(ErrorCode code);

/// The error for a failed system call: ENOSPC and EDQUOT become NoSpace; EACCES, EPERM and EROFS Denied;
/// ENOENT NotFound; EBUSY and EAGAIN Busy; everything else Io.
[[nodiscard]] Error errorFromErrno(int number, std::string detail);

} // namespace mockingbird
