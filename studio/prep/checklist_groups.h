// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/checklist_store.h"

#include <QDate>
#include <QString>
#include <vector>

namespace mockingbird::studio {

/// Points of a checklist that are shown together.
struct ChecklistGroup {
    enum class Kind { DueNow, Later, Undated, Done };
    Kind kind = Kind::DueNow;
    QString heading; ///< such as `Due now` or `Two weeks before, in 3 days`
    std::vector<catalog::ChecklistItem> items;
};

/// What is due and not done comes first, then the rest by day, then what has none, then what is done.
[[nodiscard]] std::vector<ChecklistGroup> checklistGroups(const catalog::Checklist& list, QDate today);

/// How many points are due today or were before, and are not done.
[[nodiscard]] int dueNow(const catalog::Checklist& list, QDate today);

} // namespace mockingbird::studio
