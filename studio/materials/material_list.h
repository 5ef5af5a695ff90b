// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/reading_store.h"

#include <QString>
#include <optional>
#include <vector>

namespace mockingbird::studio {

/// What the list of materials shows of one.
struct MaterialRow {
    catalog::Material material;
    std::vector<catalog::NamedAttachment> attachments;
    std::optional<catalog::Reading> reading;
    int page = 0;    ///< where words were found; 0 where none were looked for
    QString snippet; ///< around the words found
};

struct MaterialFilter {
    enum class State { Any, Unread, Read };
    std::optional<catalog::MaterialKind> kind;
    std::optional<catalog::Attachment> attachedTo;
    State state = State::Any;
    QString words;
};

/// What the acting person may read and the filter lets through: by title, or, where words are looked for,
/// their best places first.
[[nodiscard]] Result<std::vector<MaterialRow>> materialRows(catalog::Catalog& catalog,
                                                            const MaterialFilter& filter);

} // namespace mockingbird::studio
