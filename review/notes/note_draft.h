// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "common/catalog/review_store.h"

#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>

namespace mockingbird::review {

/// A note that is still being written. Lies in a small file in the catalog's folder until it is kept or
/// discarded, so that leaving the page or a crash loses none of it; it is nobody's event yet.
struct NoteDraft {
    catalog::RecordingId recording;
    MediaTime at;
    std::optional<MediaTime> until = std::nullopt;
    std::optional<catalog::CriterionId> criterion = std::nullopt;
    QString text;
    std::optional<catalog::QuestionId> question = std::nullopt; ///< none: the one its moment lies in
    catalog::NoteAudience audience = catalog::NoteAudience::Shared;
    QStringList tags;
    catalog::Drawing drawing = {};

    /// Whether there is something in it to keep.
    [[nodiscard]] bool empty() const;
    /// As it is kept, its text without space around it; the catalog gives the rest.
    [[nodiscard]] catalog::Note note() const;

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
