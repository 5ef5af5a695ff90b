// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/home/waiting.h"

#include <QString>

namespace mockingbird::studio {

/// How Home says one thing that waits, and where it leads.
struct WaitingRow {
    enum class Leads { Session, Preparation, People };
    const char* icon = "review";
    QString text;
    QString detail;
    QString action; ///< the button's; none where nothing can be done here
    Leads leads = Leads::Session;
    catalog::SessionId session;
};

[[nodiscard]] WaitingRow waitingRow(const Waiting& waiting, catalog::PersonId reader, WallTime now);

} // namespace mockingbird::studio
