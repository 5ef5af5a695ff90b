// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/programme_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Catalog;
using catalog::Cohort;

struct Wanted {
    std::string cohort;
    std::string name;
    std::string starts;
    std::string ends;
    std::string on;
};

Result<Outcome> list(Invocation& invocation) {
    Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Name", "Starts", "Ends", "Ended"});
    for (const Cohort& cohort : TRY(catalog.people().cohorts())) {
        outcome.document.push_back(cohortDocument(cohort));
        table.add(
            {shortId(cohort.id.toString()), cohort.name, cohort.startsOn, cohort.endsOn, cohort.endedOn});
    }
    outcome.text = table.empty() ? "There is no cohort yet.\n" : table.toString();
    return outcome;
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto cohort = TRY(catalog.people().addCohort(wanted.name, wanted.starts, wanted.ends));
    return Outcome{cohortDocument(cohort), cohort.name + " is a cohort now.\n"};
}

Result<Outcome> change(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    Cohort cohort = TRY(findCohort(catalog, wanted.cohort));
    if (!wanted.name.empty())
        cohort.name = wanted.name;
    if (!wanted.starts.empty())
        cohort.startsOn = wanted.starts;
    if (!wanted.ends.empty())
        cohort.endsOn = wanted.ends;
    cohort = TRY(catalog.people().changeCohort(cohort));
    return Outcome{cohortDocument(cohort), cohort.name + " is changed.\n"};
}

Result<Outcome> end(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Cohort cohort = TRY(findCohort(catalog, wanted.cohort));
    TRY(catalog.people().endCohort(cohort.id, wanted.on.empty() ? today() : wanted.on));
    return Outcome{cohortDocument(TRY(catalog.people().cohort(cohort.id))),
                   cohort.name + " has ended, and its pairs with it.\n"};
}

Result<Outcome> resume(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Cohort cohort = TRY(findCohort(catalog, wanted.cohort));
    TRY(catalog.people().resumeCohort(cohort.id));
    return Outcome{cohortDocument(TRY(catalog.people().cohort(cohort.id))), cohort.name + " runs again.\n"};
}

} // namespace

void addCohortsCommand(CommandSet& commands) {
    const Command cohorts = commands.add("cohorts", "The groups of a year");
    cohorts.runs(list);

    const Command adds = cohorts.add("add", "Adds a cohort");
    const auto added = std::make_shared<Wanted>();
    adds.text("NAME", added->name, "", "Such as 2026 / 27", Command::Need::Required);
    adds.text("--starts", added->starts, "DAY", "Such as 2026-09-01");
    adds.text("--ends", added->ends, "DAY", "Such as 2027-06-30");
    adds.runs([added](Invocation& invocation) { return add(invocation, *added); });

    const Command changes = cohorts.add("change", "Renames a cohort or moves its dates");
    const auto changed = std::make_shared<Wanted>();
    changes.text("COHORT", changed->cohort, "", "Its name or id", Command::Need::Required);
    changes.text("--name", changed->name, "TEXT", "What it is called now");
    changes.text("--starts", changed->starts, "DAY", "Such as 2026-09-01");
    changes.text("--ends", changed->ends, "DAY", "Such as 2027-06-30");
    changes.runs([changed](Invocation& invocation) { return change(invocation, *changed); });

    const Command ends = cohorts.add("end", "Ends a cohort, and with it its pairs");
    const auto ended = std::make_shared<Wanted>();
    ends.text("COHORT", ended->cohort, "", "Its name or id", Command::Need::Required);
    ends.text("--on", ended->on, "DAY", "Today unless said otherwise");
    ends.runs([ended](Invocation& invocation) { return end(invocation, *ended); });

    const Command resumes = cohorts.add("resume", "Lets a cohort that was ended run again");
    const auto resumed = std::make_shared<Wanted>();
    resumes.text("COHORT", resumed->cohort, "", "Its name or id", Command::Need::Required);
    resumes.runs([resumed](Invocation& invocation) { return resume(invocation, *resumed); });
}

} // namespace mockingbird::studio
