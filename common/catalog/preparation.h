// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/agenda_store.h"
#include "common/catalog/appointment_store.h"
#include "common/catalog/checklist_store.h"
#include "common/catalog/confidence_store.h"
#include "common/catalog/practice_store.h"
#include "common/catalog/story_store.h"

namespace mockingbird::catalog {

class Catalog;

/// The stores of what comes before an interview, of an open catalog, which outlives it: a light handle, made
/// where it is needed. Beside the goal, and apart from Catalog, which most of the studio includes.
class Preparation {
public:
    explicit Preparation(Catalog& catalog);

    [[nodiscard]] AppointmentStore appointments() const { return AppointmentStore(*m_database); }
    [[nodiscard]] ChecklistStore checklists() const { return ChecklistStore(*m_database); }
    [[nodiscard]] PracticeStore practice() const { return PracticeStore(*m_database); }
    [[nodiscard]] StoryStore stories() const { return StoryStore(*m_database); }
    [[nodiscard]] ConfidenceStore confidence() const { return ConfidenceStore(*m_database); }
    [[nodiscard]] AgendaStore agenda() const { return AgendaStore(*m_database); }

private:
    Database* m_database;
};

} // namespace mockingbird::catalog
