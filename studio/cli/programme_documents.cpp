// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/programme_documents.h"

#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using nlohmann::json;

json textOrNull(const std::string& text) {
    return text.empty() ? json(nullptr) : json(text);
}

Result<json> personReference(catalog::Catalog& catalog, catalog::PersonId id) {
    if (id.isNull())
        return json(nullptr);
    return reference(id, TRY(catalog.people().byId(id)).name);
}

} // namespace

json describedPerson(const catalog::Person& person, const catalog::PersonValues& values) {
    json document = personDocument(person);
    document["fields"] = json::object();
    for (const auto& [key, value] : values)
        document["fields"][key] = value;
    return document;
}

json fieldDocument(const catalog::PersonField& field) {
    return {{"id", field.key},
            {"name", field.name},
            {"kind", catalog::name(field.kind)},
            {"audience", catalog::name(field.audience)},
            {"built_in", field.builtIn}};
}

json cohortDocument(const catalog::Cohort& cohort) {
    return {{"id", cohort.id.toString()},
            {"name", cohort.name},
            {"starts_on", textOrNull(cohort.startsOn)},
            {"ends_on", textOrNull(cohort.endsOn)},
            {"ended_on", textOrNull(cohort.endedOn)}};
}

Result<json> pairDocument(catalog::Catalog& catalog, const catalog::Pair& pair) {
    return json{{"id", pair.id.toString()},
                {"cohort", reference(pair.cohort, TRY(catalog.people().cohort(pair.cohort)).name)},
                {"mentee", TRY(personReference(catalog, pair.mentee))},
                {"mentor", TRY(personReference(catalog, pair.mentor))},
                {"liaison", TRY(personReference(catalog, pair.liaison))},
                {"started_on", pair.startedOn},
                {"ended_on", textOrNull(pair.endedOn)},
                {"end_reason", textOrNull(pair.endReason)}};
}

Result<json> termDocument(catalog::Catalog& catalog, const catalog::PairTerm& term) {
    return json{{"id", term.pair.toString()},
                {"cohort", reference(term.cohort, TRY(catalog.people().cohort(term.cohort)).name)},
                {"mentee", TRY(personReference(catalog, term.mentee))},
                {"mentor", TRY(personReference(catalog, term.mentor))},
                {"liaison", TRY(personReference(catalog, term.liaison))},
                {"from", term.from},
                {"until", textOrNull(term.until)},
                {"reason", textOrNull(term.reason)},
                {"end_reason", textOrNull(term.endReason)}};
}

json planDocument(const PeoplePlan& plan) {
    json rows = json::array();
    for (const PlannedRow& row : plan.rows) {
        json changes = json::array();
        for (const PlannedChange& change : row.changes)
            changes.push_back({{"what", change.what}, {"from", change.from}, {"to", change.to}});
        rows.push_back({{"line", row.line},
                        {"name", row.person.name},
                        {"will_be", name(row.kind)},
                        {"changes", std::move(changes)},
                        {"reason", textOrNull(row.reason)}});
    }
    json cohorts = json::array();
    for (const catalog::Cohort& cohort : plan.cohorts)
        cohorts.push_back(cohort.name);
    return {{"added", plan.count(PlannedRow::Kind::Added)},
            {"changed", plan.count(PlannedRow::Kind::Changed)},
            {"unchanged", plan.count(PlannedRow::Kind::Unchanged)},
            {"refused", plan.count(PlannedRow::Kind::Refused)},
            {"new_cohorts", std::move(cohorts)},
            {"ignored_columns", plan.ignored},
            {"encoding", exchange::name(plan.encoding)},
            {"rows", std::move(rows)}};
}

json importDocument(const catalog::PeopleImport& import) {
    return {{"id", import.id.toString()},
            {"file", import.file},
            {"imported_at", import.at.toIso()},
            {"steps", import.steps.size()},
            {"undone", import.undone}};
}

std::string today() {
    return localMinute(WallTime::now().milliseconds).substr(0, 10);
}

} // namespace mockingbird::studio
