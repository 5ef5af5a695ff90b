// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/preparation_ids.h"

#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

struct ChecklistItem {
    std::string key; ///< what it is ticked by: an own one's id, else its words
    std::string heading;
    std::string text;
    std::string dueOn; ///< ISO date; empty where there is none
    bool ticked = false;
    ChecklistItemId own; ///< null for one that a material brings
};

struct Checklist {
    std::vector<ChecklistItem> items; ///< those of the materials in their order, then own ones

    [[nodiscard]] std::size_t ticked() const;
};

/// What is to be done before (and after) an interview: the task lists in the materials of its kit, dated from
/// its headings and the appointment, and what somebody added. A mentee's own; Denied for everybody else.
class ChecklistStore {
public:
    explicit ChecklistStore(Database& database) : m_database(database) {}

    /// For an appointment, or for none (null): own items alone. Those of no appointment are on every list.
    [[nodiscard]] Result<Checklist> of(PersonId person, AppointmentId appointment) const;
    /// NotFound for a key that isn't on the list.
    Result<void> tick(PersonId person, AppointmentId appointment, const std::string& key, bool ticked);
    /// InvalidArgument for an empty text or a date that is none.
    [[nodiscard]] Result<ChecklistItem> add(PersonId person, AppointmentId appointment,
                                            const std::string& text, const std::string& dueOn = {});
    Result<void> change(ChecklistItemId id, const std::string& text, const std::string& dueOn);
    Result<void> remove(ChecklistItemId id);
    Result<void> restore(ChecklistItemId id);

private:
    [[nodiscard]] Result<PersonId> ownerOf(ChecklistItemId id) const;
    Database& m_database;
};

} // namespace mockingbird::catalog
