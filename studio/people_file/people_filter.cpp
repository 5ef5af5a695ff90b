// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/people_filter.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/field_store.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace mockingbird::studio {

namespace {

using catalog::foldCase;

bool sameWords(const std::string& one, const std::string& foldedOther) {
    return foldedOther.empty() || foldCase(catalog::trimmed(one)) == foldedOther;
}

} // namespace

Result<std::vector<PersonEntry>> peopleEntries(catalog::Catalog& catalog) {
    const auto values = TRY(catalog.fields().values());
    std::map<catalog::PersonId, std::set<catalog::CohortId>> cohorts;
    for (const catalog::Pair& pair : TRY(catalog.people().pairs()))
        for (const catalog::PersonId id : {pair.mentee, pair.mentor, pair.liaison})
            cohorts[id].insert(pair.cohort);
    std::vector<PersonEntry> entries;
    for (catalog::Person& person : TRY(catalog.people().all())) {
        PersonEntry entry;
        if (const auto known = values.find(person.id); known != values.end())
            if (const auto found = known->second.find(std::string(catalog::kEmploymentField));
                found != known->second.end())
                entry.employment = found->second;
        if (const auto found = cohorts.find(person.id); found != cohorts.end())
            entry.cohorts = found->second;
        entry.searched = foldCase(person.name + "\n" + person.classification + "\n" + person.branch);
        entry.person = std::move(person);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<std::size_t> fitting(const std::vector<PersonEntry>& entries, const PeopleFilter& filter) {
    std::vector<std::string> words;
    std::istringstream text(foldCase(filter.words));
    for (std::string word; text >> word;)
        words.push_back(word);
    const std::string branch = foldCase(catalog::trimmed(filter.branch));
    const std::string classification = foldCase(catalog::trimmed(filter.classification));
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const PersonEntry& entry = entries[at];
        const bool fits = (!filter.role || entry.person.roles.contains(*filter.role)) &&
                          sameWords(entry.person.branch, branch) &&
                          sameWords(entry.person.classification, classification) &&
                          (filter.employment.empty() || entry.employment == filter.employment) &&
                          (!filter.cohort || entry.cohorts.contains(*filter.cohort)) &&
                          std::all_of(words.begin(), words.end(), [&](const std::string& word) {
                              return entry.searched.find(word) != std::string::npos;
                          });
        if (fits)
            found.push_back(at);
    }
    return found;
}

} // namespace mockingbird::studio
