// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/checklist_groups.h"

#include "common/ui/text.h"
#include "studio/prep/due_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::ChecklistItem;
using Kind = ChecklistGroup::Kind;

QString tr(const char* text) {
    return QCoreApplication::translate("Checklist", text);
}

QDate dayOf(const ChecklistItem& item) {
    return QDate::fromString(ui::toQString(item.dueOn), Qt::ISODate);
}

Kind kindOf(const ChecklistItem& item, QDate today) {
    if (item.ticked)
        return Kind::Done;
    const QDate day = dayOf(item);
    if (!day.isValid())
        return Kind::Undated;
    return day <= today ? Kind::DueNow : Kind::Later;
}

QString headingOf(const ChecklistItem& item, Kind kind, QDate today) {
    switch (kind) {
    case Kind::DueNow:
        return tr("Due now");
    case Kind::Later:
        return item.heading.empty()
                   ? tr("Your own, %1").arg(dueText(dayOf(item), today))
                   : tr("%1, %2").arg(ui::toQString(item.heading), dueText(dayOf(item), today));
    case Kind::Undated:
        return item.heading.empty() ? tr("Your own") : ui::toQString(item.heading);
    case Kind::Done:
        return tr("Done");
    }
    return {};
}

} // namespace

std::vector<ChecklistGroup> checklistGroups(const catalog::Checklist& list, QDate today) {
    std::vector<ChecklistItem> sorted = list.items;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const ChecklistItem& a, const ChecklistItem& b) {
        const Kind left = kindOf(a, today);
        const Kind right = kindOf(b, today);
        if (left != right)
            return left < right;
        return left != Kind::Done && a.dueOn < b.dueOn;
    });
    std::vector<ChecklistGroup> groups;
    for (ChecklistItem& item : sorted) {
        const Kind kind = kindOf(item, today);
        const QString heading = headingOf(item, kind, today);
        if (groups.empty() || groups.back().heading != heading)
            groups.push_back({kind, heading, {}});
        groups.back().items.push_back(std::move(item));
    }
    return groups;
}

int dueNow(const catalog::Checklist& list, QDate today) {
    return static_cast<int>(
        std::count_if(list.items.begin(), list.items.end(),
                      [&](const ChecklistItem& item) { return kindOf(item, today) == Kind::DueNow; }));
}

} // namespace mockingbird::studio
