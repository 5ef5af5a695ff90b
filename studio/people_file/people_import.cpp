// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/people_import.h"

#include "common/catalog/access_store.h"
#include "studio/people_file/import_steps.h"

#include <unordered_map>

namespace mockingbird::studio {

namespace {

using catalog::Catalog;
using catalog::CohortId;
using catalog::Person;
using catalog::PersonId;
using nlohmann::json;

/// One application of a plan.
class Applying {
public:
    Applying(Catalog& catalog, const PeoplePlan& plan) : m_catalog(catalog), m_plan(plan) {}

    Result<json> run() {
        for (const Person& person : TRY(m_catalog.people().all()))
            m_ids.emplace(nameKey(person.name), person.id);
        for (const catalog::Cohort& cohort : TRY(m_catalog.people().cohorts()))
            if (cohort.endedOn.empty())
                m_cohorts.emplace(cohort.name, cohort.id);
        for (const catalog::Cohort& planned : m_plan.cohorts) {
            const auto added =
                TRY(m_catalog.people().addCohort(planned.name, planned.startsOn, planned.endsOn));
            m_cohorts[planned.name] = added.id;
            m_steps.push_back(stepOf(added));
        }
        for (const PlannedRow& row : m_plan.rows)
            if (row.kind != PlannedRow::Kind::Refused)
                TRY(applyPerson(row));
        // Once everybody is there.
        for (const PlannedRow& row : m_plan.rows)
            if (row.kind != PlannedRow::Kind::Refused && row.pair)
                TRY(applyPair(*row.pair));
        return std::move(m_steps);
    }

private:
    Result<void> applyPerson(const PlannedRow& row) {
        auto& people = m_catalog.people();
        // Somebody new who has a further row is there by now.
        const bool isNew = row.person.id.isNull() && row.kind == PlannedRow::Kind::Added;
        if (isNew) {
            Person person = TRY(
                people.add(row.person.name, row.person.roles, row.person.classification, row.person.branch));
            if (row.person.accommodations != catalog::Accommodations{}) {
                person.accommodations = row.person.accommodations;
                TRY(people.change(person));
            }
            m_ids[nameKey(person.name)] = person.id;
            TRY(m_catalog.fields().describe(person.id, row.values));
            m_steps.push_back(stepOf(person));
            return {};
        }
        if (row.person.id.isNull() || (!row.changesPerson && row.values.empty()))
            return {};
        const Person before = TRY(people.byId(row.person.id));
        const auto valuesBefore = TRY(m_catalog.fields().valuesOf(before.id));
        if (row.changesPerson)
            TRY(people.change(row.person));
        TRY(m_catalog.fields().describe(before.id, row.values));
        m_ids[nameKey(row.person.name)] = before.id;
        m_steps.push_back(stepOf(before, valuesBefore, TRY(people.byId(before.id)),
                                 TRY(m_catalog.fields().valuesOf(before.id))));
        return {};
    }

    [[nodiscard]] Result<PersonId> idOf(const std::string& key) const {
        const auto found = m_ids.find(key);
        if (found == m_ids.end())
            return Error{ErrorCode::NotFound, "there is nobody called " + key, 0};
        return found->second;
    }

    Result<void> applyPair(const PlannedPair& pair) {
        auto& people = m_catalog.people();
        const PersonId mentee = TRY(idOf(pair.mentee));
        const PersonId mentor = TRY(idOf(pair.mentor));
        const PersonId liaison = pair.liaison.empty() ? PersonId{} : TRY(idOf(pair.liaison));
        const auto made = pair.changed.isNull()
                              ? TRY(people.addPair(m_cohorts[pair.cohort], mentee, mentor, liaison))
                              : TRY(people.changePair(pair.changed, mentor, liaison, "imported"));
        const auto terms = TRY(people.termsOf(made.id));
        m_steps.push_back(stepOf(made, terms.size(),
                                 TRY(people.byId(mentee)).name + " with " + TRY(people.byId(mentor)).name));
        return {};
    }

    Catalog& m_catalog;
    const PeoplePlan& m_plan;
    json m_steps = json::array();
    std::unordered_map<std::string, PersonId> m_ids; ///< by nameKey
    std::map<std::string, CohortId> m_cohorts;       ///< that run, by name
};

/// One import being taken back.
class Undoing {
public:
    Undoing(Catalog& catalog, const catalog::PeopleImport& import) : m_catalog(catalog), m_import(import) {}

    Result<PeopleUndo> run() {
        // Asked before anything is taken back, for that writes of people, too.
        for (const json& step : m_import.steps)
            if (const auto id = addedPerson(step); !id.isNull())
                if (id == m_catalog.actor() || TRY(m_catalog.peopleImports().touchedSince(m_import, id)))
                    m_touched.insert(id);
        for (auto step = m_import.steps.rbegin(); step != m_import.steps.rend(); ++step)
            TRY(takeBack(*step));
        TRY(m_catalog.peopleImports().markUndone(m_import.id));
        return std::move(m_done);
    }

private:
    Result<void> takeBack(const json& step) {
        const std::string what = step.at("did");
        if (what == kPairMade)
            return takeBackPair(step);
        if (what == kPersonChanged)
            return takeBackChange(step);
        if (what == kPersonAdded)
            return takeBackPerson(step);
        return takeBackCohort(step);
    }

    Result<void> takeBackPair(const json& step) {
        const auto id = TRY(catalog::PairId::parse(step.at("pair").get<std::string>()));
        const auto pair = m_catalog.people().pair(id);
        const auto terms = TRY(m_catalog.people().termsOf(id));
        const bool asItWas =
            pair.ok() && pair->endedOn.empty() && terms.size() == step.at("terms").get<std::size_t>();
        if (!asItWas) {
            m_done.kept.push_back("The pair " + step.at("name").get<std::string>() +
                                  " was changed or ended since.");
            return {};
        }
        TRY(m_catalog.people().revertPair(id));
        ++m_done.takenBack;
        return {};
    }

    Result<void> takeBackChange(const json& step) {
        const auto id = TRY(PersonId::parse(step.at("person").get<std::string>()));
        Person person = TRY(m_catalog.people().byId(id));
        const auto values = TRY(m_catalog.fields().valuesOf(id));
        const auto reversal = TRY(reversalOf(step, person, values, TRY(m_catalog.fields().all())));
        for (const std::string& name : reversal.kept)
            m_done.kept.push_back(person.name + ": " + name + " was changed since.");
        if (reversal.person)
            TRY(m_catalog.people().change(*reversal.person));
        TRY(m_catalog.fields().describe(id, reversal.values));
        if (reversal.person || !reversal.values.empty())
            ++m_done.takenBack;
        return {};
    }

    Result<void> takeBackPerson(const json& step) {
        const PersonId id = addedPerson(step);
        if (TRY(m_catalog.people().isRemoved(id)))
            return {};
        const std::string name = TRY(m_catalog.people().byId(id)).name;
        std::string held = TRY(m_catalog.people().heldBy(id));
        if (held.empty() && !TRY(m_catalog.people().termsOf(id)).empty())
            held = "a pair they were in is part of its history";
        if (m_touched.contains(id) || !held.empty()) {
            m_done.kept.push_back(name + " stays: " +
                                  (held.empty() ? "something was written of or by them since" : held) + ".");
            return {};
        }
        TRY(m_catalog.people().remove(id));
        ++m_done.takenBack;
        return {};
    }

    Result<void> takeBackCohort(const json& step) {
        const auto id = TRY(CohortId::parse(step.at("cohort").get<std::string>()));
        const auto cohort = m_catalog.people().cohort(id);
        if (!cohort)
            return {};
        if (cohort->name != step.at("name").get<std::string>() || !cohort->endedOn.empty() ||
            TRY(m_catalog.people().isCohortHeld(id))) {
            m_done.kept.push_back("The cohort " + cohort->name +
                                  " stays: it is in use, or was changed since.");
            return {};
        }
        TRY(m_catalog.people().removeCohort(id));
        ++m_done.takenBack;
        return {};
    }

    Catalog& m_catalog;
    const catalog::PeopleImport& m_import;
    std::set<PersonId> m_touched;
    PeopleUndo m_done;
};

} // namespace

Result<PeopleSnapshot> snapshotForImport(Catalog& catalog) {
    PeopleSnapshot snapshot;
    snapshot.actor = catalog.actor();
    TRY(catalog.access().require(catalog::Action::Make, catalog::Thing::PersonDetails));
    if (!snapshot.actor.isNull() &&
        !TRY(catalog.people().byId(snapshot.actor)).roles.contains(catalog::Role::Coordinator))
        return Error{ErrorCode::Denied, "people are imported by a coordinator", 0};
    snapshot.revision = catalog.revision();
    snapshot.people = TRY(catalog.people().all());
    snapshot.values = TRY(catalog.fields().values());
    snapshot.fields = TRY(catalog.fields().all());
    snapshot.cohorts = TRY(catalog.people().cohorts());
    snapshot.pairs = TRY(catalog.people().pairs());
    return snapshot;
}

Result<catalog::PeopleImport> applyPlan(Catalog& catalog, const PeoplePlan& plan, const std::string& file) {
    if (!plan.doesSomething())
        return Error{ErrorCode::InvalidArgument, "there is nothing to import in " + file, 0};
    Result<catalog::PeopleImport> done = Error{ErrorCode::Internal, "nothing was imported", 0};
    TRY(catalog.atomically([&]() -> Result<void> {
        if (catalog.revision() != plan.revision)
            return Error{ErrorCode::Busy, "the catalog was changed since the preview was made", 0};
        const json steps = TRY(Applying(catalog, plan).run());
        done = TRY(catalog.peopleImports().record(file, steps));
        return {};
    }));
    return done;
}

Result<PeopleUndo> undoImport(Catalog& catalog, catalog::PeopleImportId id) {
    Result<PeopleUndo> done = Error{ErrorCode::Internal, "nothing was taken back", 0};
    TRY(catalog.atomically([&]() -> Result<void> {
        const auto import = TRY(catalog.peopleImports().byId(id));
        if (import.undone)
            return Error{ErrorCode::InvalidArgument, "that import is taken back already", 0};
        done = TRY(Undoing(catalog, import).run());
        return {};
    }));
    return done;
}

} // namespace mockingbird::studio
