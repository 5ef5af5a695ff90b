// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/checklist_store.h"

#include "common/catalog/appointment_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/checklist_text.h"
#include "common/catalog/database.h"
#include "common/catalog/material_store.h"
#include "common/catalog/preparation_rights.h"
#include "common/catalog/projection.h"

#include <algorithm>
#include <set>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kLongestPoint = 1000;
constexpr const char* kWhat = "checklists";

void applyItemAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO checklist_item (id, person, appointment, text, due_on) "
                 "VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(idAt<ChecklistItemId>(p, "id"), idAt<PersonId>(p, "person"),
              idOrNullAt<AppointmentId>(p, "appointment"), p.at("text").get<std::string>(),
              p.at("due_on").get<std::string>())
        .run();
}

void applyItemChanged(Database& database, const Event& event) {
    const auto& p = event.payload;
    database.prepare("UPDATE checklist_item SET text = ?2, due_on = ?3 WHERE id = ?1")
        .bind(idAt<ChecklistItemId>(p, "id"), p.at("text").get<std::string>(),
              p.at("due_on").get<std::string>())
        .run();
}

void setRemoved(Database& database, const Event& event, int removed) {
    database.prepare("UPDATE checklist_item SET removed = ?2 WHERE id = ?1")
        .bind(idAt<ChecklistItemId>(event.payload, "id"), removed)
        .run();
}

void applyItemRemoved(Database& database, const Event& event) {
    setRemoved(database, event, 1);
}

void applyItemRestored(Database& database, const Event& event) {
    setRemoved(database, event, 0);
}

void applyTicked(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto appointment = idOrNullAt<AppointmentId>(p, "appointment");
    const std::string of = appointment.isNull() ? std::string() : appointment.toString();
    if (p.at("ticked").get<bool>())
        database
            .prepare("INSERT INTO checklist_tick (person, appointment, item, ticked_at_ms) "
                     "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (person, appointment, item) DO NOTHING")
            .bind(idAt<PersonId>(p, "person"), of, p.at("item").get<std::string>(), event.at)
            .run();
    else
        database.prepare("DELETE FROM checklist_tick WHERE person = ?1 AND appointment = ?2 AND item = ?3")
            .bind(idAt<PersonId>(p, "person"), of, p.at("item").get<std::string>())
            .run();
}

Result<void> checkItem(const std::string& text, const std::string& dueOn) {
    if (text.empty())
        return Error{ErrorCode::InvalidArgument, "a point of the checklist needs words", 0};
    if (text.size() > kLongestPoint)
        return Error{ErrorCode::InvalidArgument, "a point of the checklist is at most 1000 characters long",
                     0};
    if (!dueOn.empty() && !isIsoDate(dueOn))
        return Error{ErrorCode::InvalidArgument, "\"" + dueOn + "\" is no date such as 2026-03-01", 0};
    return {};
}

/// The points that the kit's materials bring, each once.
Result<std::vector<ChecklistItem>> itemsOfKit(Database& database, const Appointment& appointment) {
    std::vector<ChecklistItem> items;
    std::set<std::string> known;
    for (const Material& material : TRY(MaterialStore(database).ofKit(appointment.kit))) {
        std::string text = material.text;
        if (text.empty() && material.kind == MaterialKind::Markdown) { // it came as a file
            for (const std::string& page : TRY(MaterialStore(database).pages(material.id)))
                text += page + "\n";
        }
        for (const ChecklistLine& line : checklistLines(text)) {
            ChecklistItem item{line.text, line.heading, line.text, {}, false, {}};
            if (const auto days = daysBefore(line.heading))
                item.dueOn = dayBefore(appointment.at, *days);
            if (known.insert(item.key).second)
                items.push_back(std::move(item));
        }
    }
    return items;
}

} // namespace

Projection checklistProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"checklist_tick", "DELETE FROM checklist_tick",
         "SELECT person, appointment, item, ticked_at_ms FROM checklist_tick ORDER BY person, appointment, "
         "item"},
        {"checklist_item", "DELETE FROM checklist_item",
         "SELECT id, person, appointment, text, due_on, removed FROM checklist_item ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"checklist.item_added", applyItemAdded},
        {"checklist.item_changed", applyItemChanged},
        {"checklist.item_removed", applyItemRemoved},
        {"checklist.item_restored", applyItemRestored},
        {"checklist.ticked", applyTicked},
    };
    return {kTables, kAppliers};
}

std::size_t Checklist::ticked() const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [](const ChecklistItem& item) { return item.ticked; }));
}

Result<Checklist> ChecklistStore::of(PersonId person, AppointmentId appointment) const {
    return m_database.guard([&]() -> Result<Checklist> {
        TRY(checkOwn(m_database, person, kWhat));
        Checklist list;
        if (!appointment.isNull()) {
            const Appointment known = TRY(AppointmentStore(m_database).byId(appointment));
            if (known.mentee != person)
                return Error{ErrorCode::InvalidArgument, "the appointment is " + known.menteeName + "'s", 0};
            if (!known.kit.isNull())
                list.items = TRY(itemsOfKit(m_database, known));
        }
        Statement own = m_database.prepare(
            "SELECT id, text, due_on FROM checklist_item WHERE person = ?1 AND removed = 0 AND "
            "(appointment IS NULL OR appointment = ?2) ORDER BY id");
        own.bind(person, appointment);
        while (own.next()) {
            const auto id = own.id<ChecklistItemId>(0);
            list.items.push_back({id.toString(), {}, own.text(1), own.text(2), false, id});
        }
        std::set<std::string> ticked;
        Statement ticks =
            m_database.prepare("SELECT item FROM checklist_tick WHERE person = ?1 AND appointment = ?2");
        ticks.bind(person, appointment.isNull() ? std::string() : appointment.toString());
        while (ticks.next())
            ticked.insert(ticks.text(0));
        for (ChecklistItem& item : list.items)
            item.ticked = ticked.contains(item.key);
        return list;
    });
}

Result<void> ChecklistStore::tick(PersonId person, AppointmentId appointment, const std::string& key,
                                  bool ticked) {
    return m_database.transact([&]() -> Result<void> {
        const Checklist list = TRY(of(person, appointment));
        const auto item = std::find_if(list.items.begin(), list.items.end(),
                                       [&](const ChecklistItem& one) { return one.key == key; });
        if (item == list.items.end())
            return Error{ErrorCode::NotFound, "that point isn't on the checklist", 0};
        if (item->ticked == ticked)
            return {};
        return m_database.append(person.uuid(), "checklist.ticked",
                                 {{"person", jsonOf(person)},
                                  {"appointment", jsonOf(appointment)},
                                  {"item", key},
                                  {"ticked", ticked}});
    });
}

Result<ChecklistItem> ChecklistStore::add(PersonId person, AppointmentId appointment,
                                          const std::string& wanted, const std::string& dueOn) {
    return m_database.transact([&]() -> Result<ChecklistItem> {
        TRY(of(person, appointment)); // what may be read may be added to
        const std::string text = trimmed(wanted);
        TRY(checkItem(text, dueOn));
        const auto id = ChecklistItemId::make();
        TRY(m_database.append(person.uuid(), "checklist.item_added",
                              {{"id", jsonOf(id)},
                               {"person", jsonOf(person)},
                               {"appointment", jsonOf(appointment)},
                               {"text", text},
                               {"due_on", dueOn}}));
        return ChecklistItem{id.toString(), {}, text, dueOn, false, id};
    });
}

Result<void> ChecklistStore::change(ChecklistItemId id, const std::string& wanted, const std::string& dueOn) {
    return m_database.transact([&]() -> Result<void> {
        const PersonId person = TRY(ownerOf(id));
        const std::string text = trimmed(wanted);
        TRY(checkItem(text, dueOn));
        Statement same =
            m_database.prepare("SELECT 1 FROM checklist_item WHERE id = ?1 AND text = ?2 AND due_on = ?3");
        if (same.bind(id, text, dueOn).next())
            return {};
        return m_database.append(person.uuid(), "checklist.item_changed",
                                 {{"id", jsonOf(id)}, {"text", text}, {"due_on", dueOn}});
    });
}

Result<void> ChecklistStore::remove(ChecklistItemId id) {
    return m_database.transact([&]() -> Result<void> {
        const PersonId person = TRY(ownerOf(id));
        return m_database.append(person.uuid(), "checklist.item_removed", {{"id", jsonOf(id)}});
    });
}

Result<void> ChecklistStore::restore(ChecklistItemId id) {
    return m_database.transact([&]() -> Result<void> {
        const PersonId person = TRY(ownerOf(id));
        return m_database.append(person.uuid(), "checklist.item_restored", {{"id", jsonOf(id)}});
    });
}

Result<PersonId> ChecklistStore::ownerOf(ChecklistItemId id) const {
    Statement row = m_database.prepare("SELECT person FROM checklist_item WHERE id = ?1");
    if (!row.bind(id).next())
        return Error{ErrorCode::NotFound, "there is no point " + id.toString() + " on a checklist", 0};
    const auto person = row.id<PersonId>(0);
    TRY(checkOwn(m_database, person, kWhat));
    return person;
}

} // namespace mockingbird::catalog
