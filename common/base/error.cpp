// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/error.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace mockingbird {

std::string_view name(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "invalid-argument";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::OutOfRange:
        return "out-of-range";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::NewerCatalog:
        return "newer-catalog";
    case ErrorCode::Sealed:
        return "sealed";
    case ErrorCode::Denied:
        return "denied";
    case ErrorCode::NoSpace:
        return "no-space";
    case ErrorCode::DeviceLost:
        return "device-lost";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

Error errorFromErrno(int number, std::string detail) {
    ErrorCode code = ErrorCode::Io;
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        code = ErrorCode::NoSpace;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = ErrorCode::Denied;
        break;
    case ENOENT:
        code = ErrorCode::NotFound;
        break;
    case EBUSY:
    case EAGAIN:
        code = ErrorCode::Busy;
        break;
    default:
        break;
    }
    detail += ": " + std::generic_category().message(number);
    return Error{code, std::move(detail), number};
}

} // namespace mockingbird
