// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/error_sentence.h"

#include <cctype>
#include <string_view>

namespace mockingbird {

namespace {

struct Wording {
    std::string_view happened; ///< stands before the detail
    std::string_view advice;   ///< what is safe, and what to do
};

Wording wording(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return {"This can't be done as asked", "Nothing was changed. Correct it and try again."};
    case ErrorCode::NotFound:
        return {"This was not found", "Nothing was changed. Check the name or the path and try again."};
    case ErrorCode::OutOfRange:
        return {"This lies outside what there is", "Nothing was changed. Choose a value within it."};
    case ErrorCode::Unsupported:
        return {"This can't be read here",
                "The original was not touched. Try it with a more common kind of file."};
    case ErrorCode::Corrupt:
        return {"This is damaged", "Nothing was changed. Take another copy of it if there is one."};
    case ErrorCode::NewerCatalog:
        return {"A newer version of Mockingbird wrote this catalog",
                "Nothing was written to it. Update Mockingbird on this computer and open it again."};
    case ErrorCode::Sealed:
        return {"This is sealed",
                "It stays as it is. What is still to be said belongs into a review of its own."};
    case ErrorCode::Denied:
        return {"This is not allowed", "Nothing was changed. Choose another folder or source, or ask whoever "
                                       "looks after this computer."};
    case ErrorCode::NoSpace:
        return {"The disk is full",
                "What was recorded until then is kept. Make room, or choose a folder on another disk."};
    case ErrorCode::DeviceLost:
        return {"A device is not there", "What is already in the catalog is safe. Check that it is connected "
                                         "and that no other program uses "
                                         "it, then try again."};
    case ErrorCode::Busy:
        return {"Another program is using this",
                "Nothing was changed. Close the other one, or wait a moment, and "
                "try again."};
    case ErrorCode::Io:
        return {"Reading or writing failed",
                "What was kept before is safe. Check that the disk is connected and try again."};
    case ErrorCode::Cancelled:
        return {"It was stopped before its end", "Nothing half done was kept. Start it again when you like."};
    case ErrorCode::Internal:
        break;
    }
    return {"Mockingbird made a mistake",
            "What is already in the catalog is safe. Try again, and tell whoever looks "
            "after this program if it happens again."};
}

} // namespace

std::string sentence(const Error& error) {
    // Without a system's error behind it, it is the programme that doesn't allow it, not the computer.
    const auto [happened, advice] =
        error.code == ErrorCode::Denied && error.native == 0
            ? Wording{"This is not allowed",
                      "Nothing was changed. A coordinator can help where it is needed."}
            : wording(error.code);
    std::string text(happened);
    std::string_view detail = error.detail;
    while (!detail.empty() &&
           (detail.back() == '.' || std::isspace(static_cast<unsigned char>(detail.back()))))
        detail.remove_suffix(1);
    if (!detail.empty())
        text.append(": ").append(detail);
    return text.append(". ").append(advice);
}

} // namespace mockingbird
