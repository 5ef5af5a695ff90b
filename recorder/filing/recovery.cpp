// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/recovery.h"

#include "common/base/log.h"
#include "recorder/filing/filing_lock.h"
#include "recorder/filing/recording_chapters.h"
#include "recorder/salvage/salvage.h"

#include <optional>
#include <system_error>

namespace mockingbird::recorder {

namespace {

/// Imports that were cut off. The catalog never knew of them, and the originals are where they were.
void removeCutImports(const std::filesystem::path& folder) {
    std::error_code failed;
    std::vector<std::filesystem::path> left;
    for (std::filesystem::directory_iterator entry(folder, failed);
         !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
        if (entry->path().extension() == ".part" && !isBeingWritten(entry->path()))
            left.push_back(entry->path());
    }
    for (const auto& file : left)
        std::filesystem::remove(file, failed);
}

Result<std::vector<catalog::Recording>> cutOff(catalog::Catalog& catalog) {
    const FilingLock lock = TRY(FilingLock::take(catalog.folder()));
    std::vector<catalog::Recording> found;
    for (catalog::Recording& recording : TRY(catalog.recordings().unfinished())) {
        if (!isBeingWritten(catalog.recordings().path(recording)))
            found.push_back(std::move(recording));
    }
    removeCutImports(catalog.mediaFolder());
    return found;
}

/// Nothing where another program deals with it.
Result<std::optional<catalog::Recording>> recoverOne(catalog::Catalog& catalog,
                                                     const catalog::Recording& recording) {
    catalog::RecordingStore& store = catalog.recordings();
    SalvageSummary kept;
    const RecordingMarks marks = marksOf(catalog, recording);
    const auto salvaged = salvage(store.path(recording), marks.chapters, marks.title);
    if (salvaged.ok())
        kept = *salvaged;
    else if (salvaged.error().code == ErrorCode::Busy)
        return std::optional<catalog::Recording>();
    else if (salvaged.error().code != ErrorCode::NotFound)
        return salvaged.error();
    const auto state =
        kept.duration > MediaTime{} ? catalog::RecordingState::Salvaged : catalog::RecordingState::Lost;
    const auto filed = store.finish(recording.id, state, kept.duration, kept.bytes, recording.tracks);
    if (filed.ok())
        return std::optional(*filed);
    const auto now = store.byId(recording.id);
    if (now.ok() && now->state != catalog::RecordingState::Recording)
        return std::optional<catalog::Recording>();
    return filed.error();
}

} // namespace

Result<std::vector<catalog::Recording>> recover(catalog::Catalog& catalog) {
    std::vector<catalog::Recording> dealtWith;
    std::optional<Error> failure;
    for (const catalog::Recording& recording : TRY(cutOff(catalog))) {
        const auto outcome = recoverOne(catalog, recording);
        if (!outcome.ok()) {
            // The others may be luckier, and this one stays unfinished for the next start.
            log(LogLevel::Warning, "recorder", "not recovered: " + outcome.error().detail);
            failure = outcome.error();
        } else if (outcome->has_value()) {
            dealtWith.push_back(**outcome);
        }
    }
    if (failure && dealtWith.empty())
        return *failure;
    return dealtWith;
}

} // namespace mockingbird::recorder
