// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/session_store.h"

#include <optional>

namespace mockingbird::recorder {

/// How far a session has come whose recording ended before the interview did.
struct SessionProgress {
    catalog::Session session;
    catalog::Kit kit;            ///< the version it is held with
    std::optional<int> question; ///< index of the one that was asked last; none where none was
    MediaTime recorded;          ///< of all parts
    MediaTime used;              ///< of the interview's whole time: from each part's first question on
    int parts = 0;               ///< with something in them
};

[[nodiscard]] Result<SessionProgress> sessionProgress(catalog::Catalog& catalog, catalog::SessionId session);

} // namespace mockingbird::recorder
