// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/salvage/salvage.h"

#include "common/media/disk_file.h"
#include "common/media/media_input.h"
#include "recorder/write/remux.h"

#include <system_error>

namespace mockingbird::recorder {

namespace {

/// Beside the file, so that the rename stays on one disk. No name of media: nothing takes it for a recording.
std::filesystem::path placeFor(const std::filesystem::path& file) {
    std::filesystem::path place = file;
    place += ".salvage";
    return place;
}

} // namespace

bool isBeingWritten(const std::filesystem::path& file) {
    return media::isLocked(file);
}

Result<SalvageSummary> salvage(const std::filesystem::path& file, const std::vector<Chapter>& chapters,
                               const std::string& title) {
    if (isBeingWritten(file))
        return Error{ErrorCode::Busy, file.string() + " is being recorded", 0};
    const std::filesystem::path place = placeFor(file);
    if (isBeingWritten(place))
        return Error{ErrorCode::Busy, file.string() + " is being salvaged", 0};
    std::error_code failed;
    // Of a salvage that was itself cut off.
    std::filesystem::remove(place, failed);

    auto input = media::openMediaInput(file);
    if (!input.ok()) {
        const ErrorCode code = input.error().code;
        // Cut before its first frame, or never more than room on the disk.
        if (code == ErrorCode::Corrupt || code == ErrorCode::Unsupported)
            return SalvageSummary{};
        return input.error();
    }
    const auto copied = TRY(remux(*input, place, Unreadable::Keep, {chapters, title}));
    if (copied.duration <= MediaTime{}) {
        std::filesystem::remove(place, failed);
        return SalvageSummary{};
    }
    std::filesystem::rename(place, file, failed);
    if (failed) {
        std::error_code ignored;
        std::filesystem::remove(place, ignored);
        return errorFromErrno(failed.value(), file.string());
    }
    TRY(media::syncFolder(file.parent_path()));
    return SalvageSummary{copied.duration, copied.bytes};
}

} // namespace mockingbird::recorder
