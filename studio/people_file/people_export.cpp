// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/people_export.h"

#include "common/catalog/field_store.h"
#include "common/exchange/csv.h"
#include "studio/people_file/people_plan.h"

#include <algorithm>
#include <map>

namespace mockingbird::studio {

Result<std::string> peopleAsCsv(catalog::Catalog& catalog, const std::vector<catalog::Person>& people) {
    const auto fields = TRY(catalog.fields().all());
    const auto values = TRY(catalog.fields().values());
    std::map<catalog::PersonId, std::string> names;
    for (const catalog::Person& person : TRY(catalog.people().all()))
        names.emplace(person.id, person.name);
    std::map<catalog::CohortId, std::string> cohorts;
    for (const catalog::Cohort& cohort : TRY(catalog.people().cohorts()))
        cohorts.emplace(cohort.id, cohort.name);
    std::map<catalog::PersonId, std::vector<catalog::Pair>> pairs;
    for (const catalog::Pair& pair : TRY(catalog.people().pairs()))
        pairs[pair.mentee].push_back(pair);

    std::vector<std::string> heading{"Id",     "Name",       "Roles",      "Classification",
                                     "Branch", "Extra time", "Larger text"};
    for (const catalog::PersonField& field : fields)
        heading.push_back(field.name);
    heading.insert(heading.end(), {"Cohort", "Mentor", "Liaison"});
    exchange::CsvWriter writer;
    writer.add(heading);
    for (const catalog::Person& person : people) {
        std::vector<std::string> row{person.id.toString(),
                                     person.name,
                                     listed(person.roles),
                                     person.classification,
                                     person.branch,
                                     std::to_string(person.accommodations.extraTimePercent),
                                     person.accommodations.largerText ? "yes" : "no"};
        const auto known = values.find(person.id);
        for (const catalog::PersonField& field : fields) {
            const bool has = known != values.end() && known->second.contains(field.key);
            row.push_back(has ? known->second.at(field.key) : std::string());
        }
        const auto& own = pairs[person.id];
        for (std::size_t at = 0; at < std::max<std::size_t>(own.size(), 1); ++at) {
            std::vector<std::string> line = row;
            if (own.empty())
                line.insert(line.end(), {"", "", ""});
            else
                line.insert(line.end(), {cohorts[own[at].cohort], names[own[at].mentor],
                                         own[at].liaison.isNull() ? "" : names[own[at].liaison]});
            writer.add(line);
        }
    }
    return writer.text();
}

} // namespace mockingbird::studio
