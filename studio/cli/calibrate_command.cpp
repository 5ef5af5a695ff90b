// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string session;
    std::string title;
    std::string cohort;
    bool end = false;
};

Result<catalog::CohortId> cohortOf(catalog::Catalog& catalog, const std::string& text) {
    if (text.empty())
        return catalog::CohortId{};
    return TRY(findCohort(catalog, text)).id;
}

Result<Outcome> calibrate(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    TRY(invocation.actIfKnown());
    auto& calibrations = catalog.calibrations();
    if (wanted.end) {
        const auto running = TRY(calibrations.ofSession(session.id));
        if (!running)
            return Error{ErrorCode::NotFound, "the session is no calibration", 0};
        TRY(calibrations.end(running->id));
        return Outcome{calibrationDocument(*running), "\"" + running->title + "\" has ended.\n"};
    }
    if (wanted.title.empty())
        return Error{ErrorCode::InvalidArgument, "say --title, or --end", 0};
    const auto cohort = TRY(cohortOf(catalog, wanted.cohort));
    const auto begun = TRY(calibrations.begin(session.id, cohort, wanted.title));
    return Outcome{calibrationDocument(begun),
                   "Mentors can rate this session for practice now. agree says which levels are right.\n"};
}

} // namespace

void addCalibrateCommand(CommandSet& commands) {
    const Command command =
        commands.add("calibrate", "Makes a session one that mentors rate for practice, or ends that");
    const auto wanted = std::make_shared<Wanted>();
    command.session(wanted->session);
    command.text("--title", wanted->title, "T", "What it is called");
    command.text("--cohort", wanted->cohort, "C", "Only for this cohort; for everybody otherwise");
    command.flag("--end", wanted->end, "It is an ordinary session again");
    command.runs([wanted](Invocation& invocation) { return calibrate(invocation, *wanted); });
}

} // namespace mockingbird::studio
