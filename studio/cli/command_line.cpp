// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_line.h"

#include "common/base/error_sentence.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"

#include <algorithm>
#include <exception>
#include <iostream>
#include <ostream>
#include <string_view>

namespace mockingbird::studio {

namespace {

constexpr int kFailed = 1;
constexpr int kMisused = 2;

void addAll(CommandSet& commands) {
    addDevicesCommand(commands);
    addRecordCommand(commands);
    addImportCommand(commands);
    addSessionsCommand(commands);
    addShowCommand(commands);
    addPeopleCommand(commands);
    addCohortsCommand(commands);
    addPairsCommand(commands);
    addKitsCommand(commands);
    addSearchCommand(commands);
    addMaterialsCommand(commands);
    addNoteCommand(commands);
    addReplyCommands(commands);
    addScoreCommand(commands);
    addReviewCommands(commands);
    addAgreeCommand(commands);
    addAgreementCommands(commands);
    addCalibrateCommand(commands);
    addGoalCommand(commands);
    addAppointmentCommands(commands);
    addChecklistCommand(commands);
    addPracticeCommand(commands);
    addOutcomesCommand(commands);
    addKeptCommand(commands);
    addStoriesCommand(commands);
    addConfidenceCommand(commands);
    addCalendarCommand(commands);
    addCaptionsCommand(commands);
    addFrameCommand(commands);
    addWaveformCommand(commands);
    addReportCommand(commands);
    addCompareCommand(commands);
    addSignInCommands(commands);
    addUpkeepCommands(commands);
    addSampleCommand(commands);
    addDemoCommand(commands);
}

/// Text of the outside world, such as a file's name, need not be UTF-8; a document must be.
std::string printed(const nlohmann::json& document) {
    return document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

int fail(const Error& error, bool json, int status, std::ostream& err) {
    if (json)
        err << printed(errorDocument(error));
    else
        err << sentence(error) << '\n';
    err << std::flush;
    return status;
}

int run(const std::vector<std::string>& arguments, bool json, std::ostream& out, std::ostream& err) {
    CommandSet commands;
    addAll(commands);
    const Parsed parsed = commands.parse(arguments);
    if (parsed.kind == Parsed::Kind::Help) {
        out << (json ? printed({{"help", parsed.help}}) : parsed.help) << std::flush;
        return 0;
    }
    if (parsed.kind == Parsed::Kind::WrongUse)
        return fail(parsed.error, json, kMisused, err);
    Invocation invocation(commands.options(), err);
    const auto outcome = commands.chosen()(invocation);
    if (!outcome.ok())
        return fail(outcome.error(), json, kFailed, err);
    if (json && outcome->failure) {
        auto document = errorDocument(*outcome->failure);
        document["document"] = outcome->document;
        err << printed(document) << std::flush;
        return kFailed;
    }
    out << (json ? printed(outcome->document) : outcome->text) << std::flush;
    if (!out)
        return fail(Error{ErrorCode::Io, "what was to be printed could not be written to standard output", 0},
                    json, kFailed, err);
    if (outcome->failure)
        return fail(*outcome->failure, json, kFailed, err);
    return 0;
}

} // namespace

bool isCommandLine(int argc, const char* const* argv) {
    constexpr std::string_view kWithValue[] = {"--catalog", "--as",     "-platform",
                                               "-style",    "-display", "-qwindowgeometry"};
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (std::ranges::find(kWithValue, argument) != std::end(kWithValue)) {
            ++i;
            continue;
        }
        if (!argument.starts_with('-') || argument == "--help" || argument == "-h" || argument == "--json" ||
            argument == "--version")
            return true;
    }
    return false;
}

int runCommandLine(int argc, char** argv) {
    return runCommandLine(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), std::cout,
                          std::cerr);
}

int runCommandLine(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
    // Known before parsing: an error in the arguments is a document too.
    const bool json = std::ranges::find(arguments, "--json") != arguments.end();
    try {
        return run(arguments, json, out, err);
    } catch (const std::exception& failure) {
        return fail(Error{ErrorCode::Internal, failure.what(), 0}, json, kFailed, err);
    }
}

} // namespace mockingbird::studio
