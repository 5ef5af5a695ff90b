// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"

#include <QString>

namespace mockingbird::recorder {

/// Somebody who is seen or heard in the recording, and so has to agree to it.
struct Participant {
    catalog::PersonId person;
    QString name;
    QString role; ///< in words, such as "asks"

    bool operator==(const Participant&) const = default;
};

} // namespace mockingbird::recorder
