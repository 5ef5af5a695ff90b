// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <QString>
#include <filesystem>
#include <optional>

namespace mockingbird::review {

/// A note that is still being typed. Lies in a small file in the catalog's folder until it is kept or
/// discarded, so that leaving the page or a crash loses none of it; it is nobody's event yet.
struct NoteDraft {
    catalog::RecordingId recording;
    MediaTime at;
    std::optional<MediaTime> until;
    std::optional<catalog::CriterionId> criterion;
    QString text;

    /// Where the person's draft for the session lies, in the catalog's folder.
    [[nodiscard]] static std::filesystem::path pathFor(const std::filesystem::path& catalogFolder,
                                                       catalog::SessionId session, catalog::PersonId person);
    /// None where there is no file, or one that can't be read as a draft.
    [[nodiscard]] static std::optional<NoteDraft> load(const std::filesystem::path& path);
    /// Whole or not at all, readable by its owner alone.
    Result<void> save(const std::filesystem::path& path) const;
    static void remove(const std::filesystem::path& path);
};

} // namespace mockingbird::review
