// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"

namespace mockingbird::studio {

namespace {

struct NewScore {
    std::string session;
    std::string criterion;
    int level = 0;
    std::string question; ///< its number in the kit or its id; empty for the session
    std::vector<MediaTime> moments;
    int part = 1;
};

/// Sets the level and adds the moments, all of it or nothing.
Result<catalog::Score> setScore(catalog::Catalog& catalog, const catalog::Session& session,
                                const catalog::Kit& kit, const NewScore& wanted) {
    const auto criterion = TRY(criterionOf(kit, wanted.criterion));
    const auto question = TRY(questionOf(kit, wanted.question));
    std::optional<catalog::Recording> recording;
    if (!wanted.moments.empty())
        recording = TRY(recordingOf(catalog, session, wanted.part));
    for (const MediaTime moment : wanted.moments)
        if (moment > recording->duration)
            return Error{ErrorCode::OutOfRange,
                         moment.toString() + " is past the end; the recording is " +
                             recording->duration.toString() + " long",
                         0};
    std::optional<catalog::Score> score;
    const auto work = [&]() -> Result<void> {
        const auto review = TRY(catalog.reviews().mine(session.id));
        score = TRY(catalog.reviews().setScore(review.id, criterion.id, wanted.level, question));
        for (const MediaTime moment : wanted.moments)
            score = TRY(catalog.reviews().addEvidence(score->id, {std::nullopt, recording->id, moment}));
        return {};
    };
    TRY(catalog.atomically(work));
    return *score;
}

Result<Outcome> addScore(Invocation& invocation, const NewScore& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    TRY(invocation.actor());
    const auto score = TRY(setScore(catalog, session, kit, wanted));
    const auto notes = TRY(catalog.reviews().notes(session.id));
    auto document = scoreDocument(score, kit, notes);
    std::string text =
        document.at("criterion").at("name").get<std::string>() + ": level " + std::to_string(score.level) +
        (document.at("label").is_null() ? "" : ", " + document.at("label").get<std::string>()) + ".\n";
    return Outcome{std::move(document), std::move(text)};
}

} // namespace

void addScoreCommand(CommandSet& commands) {
    const Command command = commands.add("score", "Sets your level for one criterion of a session");
    const auto score = std::make_shared<NewScore>();
    command.session(score->session);
    command.text("--criterion", score->criterion, "C", "A name, an id, or its number in the rubric",
                 Command::Need::Required);
    command.number("--level", score->level, "The level, as the rubric has it", Command::Need::Required);
    command.text("--question", score->question, "N",
                 "Only for this question: its number in the kit, or its id");
    command.times("--at", score->moments, "A moment that carries it; repeatable");
    command.part(score->part);
    command.runs([score](Invocation& invocation) { return addScore(invocation, *score); });
}

} // namespace mockingbird::studio
