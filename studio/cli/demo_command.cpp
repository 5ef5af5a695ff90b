// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "review/compare/comparison.h"
#include "review/report/comparison_html.h"
#include "review/report/report_html.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/take.h"
#include "studio/sample/sample_kit.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace mockingbird::studio {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "demo.txt"; ///< only a folder that carries it is made anew
constexpr std::array kLevels{std::array{2, 3, 2, 2, 3},
                             std::array{4, 3, 4, 4, 3}}; ///< an attempt, then a criterion

struct Cast {
    catalog::Person mentee;
    catalog::Person first;
    catalog::Person second;
    catalog::Kit kit;
};

/// Empties the folder of an earlier demo; any other folder with something in it is left alone.
Result<void> makeRoom(const fs::path& folder) {
    std::error_code failure;
    if (fs::exists(folder / kMark, failure))
        fs::remove_all(folder, failure);
    else if (fs::exists(folder, failure) && !fs::is_empty(folder, failure))
        return Error{ErrorCode::InvalidArgument,
                     "\"" + folder.string() + "\" holds something else; the demo takes an empty folder", 0};
    if (!failure)
        fs::create_directories(folder, failure);
    if (failure)
        return errorFromErrno(failure.value(), "\"" + folder.string() + "\"");
    return writeWholeFile(folder / kMark, "Mockingbird's demo. It is made anew each time the demo runs.\n");
}

Result<Cast> castOf(catalog::Catalog& catalog) {
    using catalog::Role;
    Cast cast;
    cast.mentee = TRY(catalog.people().add("Robin Example", {Role::Mentee}, "Library Assistant"));
    cast.first = TRY(catalog.people().add("Kim Example", {Role::Mentor}));
    cast.second = TRY(catalog.people().add("Noor Example", {Role::Mentor}));
    cast.kit = TRY(addSampleKit(catalog)).kit;
    return cast;
}

Result<void> review(catalog::Catalog& catalog, const Cast& cast, const Take& take,
                    const catalog::Person& rater, bool strict) {
    catalog.actAs(rater.id);
    auto& reviews = catalog.reviews();
    const auto mine = TRY(reviews.mine(take.session.id));
    const auto& criteria = cast.kit.rubric.criteria;
    const auto& levels = kLevels[static_cast<std::size_t>(take.session.attempt > 1 ? 1 : 0)];
    for (std::size_t i = 0; i < criteria.size() && i < levels.size(); ++i) {
        const int level = std::max(1, levels[i] - (strict && i % 2 == 0 ? 1 : 0));
        const auto score = TRY(reviews.setScore(mine.id, criteria[i].id, level));
        catalog::Note note;
        note.recording = take.recording.id;
        note.at = MediaTime::fromSeconds(0.5 + 0.5 * static_cast<double>(i));
        note.criterion = criteria[i].id;
        note.text = criteria[i].name + ": this moment shows what the level speaks of.";
        note.tags = {"demo"};
        if (note.at > take.recording.duration)
            continue;
        const auto kept = TRY(reviews.addNote(mine.id, note));
        TRY(reviews.addEvidence(score.id, {kept.id, take.recording.id, kept.at}));
    }
    TRY(reviews.setSummary(mine.id, take.session.attempt > 1 ? "The ending is there now. Keep it."
                                                             : "A clear beginning; the ending is missing."));
    TRY(reviews.setCommitments(mine.id, {strict ? "Breathe once before each answer."
                                                : "End every answer with a result that one could see."}));
    TRY(reviews.seal(mine.id));
    return {};
}

Result<Take> attempt(Invocation& invocation, catalog::Catalog& catalog, const Cast& cast, int number) {
    invocation.progress("Recording attempt " + std::to_string(number) + " from test pictures and test sound");
    TakeSettings settings;
    settings.sources.video = {recorder::SourceSpec{recorder::SourceKind::Test, {}}};
    settings.sources.audio = {recorder::SourceSpec{recorder::SourceKind::Test, {}}};
    settings.mentee = cast.mentee.id;
    settings.kit = cast.kit.id;
    settings.mode = catalog::SessionMode::Solo;
    settings.length = MediaTime::fromSeconds(4);
    catalog.actAs(cast.mentee.id);
    auto take = TRY(recordTake(catalog, settings));
    if (take.failure)
        return *take.failure;
    // The kit's first question, over the whole of it.
    const auto segment = TRY(catalog.sessions().beginSegment(take.session.id, take.recording.id,
                                                             cast.kit.questions.front().id, MediaTime{}));
    TRY(catalog.sessions().endSegment(segment.id, take.recording.duration));
    TRY(review(catalog, cast, take, cast.first, false));
    TRY(review(catalog, cast, take, cast.second, true));
    return take;
}

Result<fs::path> demoFolder(const Invocation& invocation) {
    if (!invocation.options().catalog.empty())
        return TRY(invocation.place()).own;
    return TRY(dataFolder()) / "demo";
}

Result<Outcome> demo(Invocation& invocation) {
    const fs::path folder = TRY(demoFolder(invocation));
    TRY(makeRoom(folder));
    const auto catalog = TRY(catalog::Catalog::open(folder));
    const auto cast = TRY(castOf(*catalog));
    Outcome outcome;
    fs::path recording;
    catalog::SessionId last;
    for (const int number : {1, 2}) {
        const auto take = TRY(attempt(invocation, *catalog, cast, number));
        recording = catalog->recordings().path(take.recording);
        last = take.session.id;
        outcome.document["sessions"].push_back(TRY(sessionDocument(*catalog, take.session)));
    }
    invocation.progress("Writing the report and the comparison");
    const fs::path report = folder / "report.html";
    const std::string page = TRY(review::reportHtml(*catalog, last));
    TRY(writeWholeFile(report, page));
    const auto compared = TRY(review::compareAttempts(*catalog, cast.mentee.id, cast.kit.id));
    const auto progress = TRY(review::progressOf(*catalog, cast.mentee.id));
    const fs::path comparison = folder / "comparison.html";
    TRY(writeWholeFile(comparison, review::comparisonHtml(compared, progress)));
    outcome.document["catalog"] = folder.string();
    outcome.document["recording"] = recording.string();
    outcome.document["report"] = report.string();
    outcome.document["comparison"] = comparison.string();
    outcome.text = "Two attempts are recorded, reviewed by two raters and compared.\n  recording   " +
                   recording.string() + "\n  report      " + report.string() + "\n  comparison  " +
                   comparison.string() + "\nTo look around: mockingbird --catalog " + folder.string() +
                   " sessions\n";
    return outcome;
}

} // namespace

void addDemoCommand(CommandSet& commands) {
    commands.add("demo", "Records, reviews and compares two short attempts from test pictures and test sound")
        .runs(demo);
}

} // namespace mockingbird::studio
