// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_identity.h"

#include <set>

namespace mockingbird::catalog {

void identifyParts(Kit& kit, const Kit* before) {
    const auto give = [](auto& items, const auto* earlier, auto words) {
        using IdType = decltype(items.front().id);
        std::set<IdType> taken;
        for (const auto& item : items)
            taken.insert(item.id);
        for (auto& item : items) {
            if (!item.id.isNull())
                continue;
            if (earlier)
                for (const auto& candidate : *earlier)
                    if (item.id.isNull() && candidate.*words == item.*words && !taken.contains(candidate.id))
                        item.id = candidate.id;
            if (item.id.isNull())
                item.id = IdType::make();
            taken.insert(item.id);
        }
    };
    give(kit.questions, before ? &before->questions : nullptr, &Question::text);
    give(kit.rubric.criteria, before ? &before->rubric.criteria : nullptr, &Criterion::name);
}

} // namespace mockingbird::catalog
