// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string session;
    std::vector<std::string> words;
    std::string rater;
};

Result<Outcome> outcomeOf(catalog::Catalog& catalog, catalog::ReviewId id, std::string text) {
    const auto review = TRY(catalog.reviews().byId(id));
    const auto commitments = TRY(catalog.reviews().commitments(id));
    return Outcome{reviewDocument(review, commitments), std::move(text)};
}

/// Changes the acting person's review, begun where there is none yet: all of it or nothing.
Result<catalog::ReviewId> changed(Invocation& invocation, const std::string& wanted,
                                  const std::function<Result<void>(catalog::ReviewId)>& change) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted));
    TRY(invocation.actor());
    catalog::ReviewId id;
    TRY(catalog.atomically([&]() -> Result<void> {
        id = TRY(catalog.reviews().mine(session.id)).id;
        return change(id);
    }));
    return id;
}

Result<Outcome> summarise(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto id = TRY(changed(invocation, wanted.session, [&](catalog::ReviewId review) {
        return catalog.reviews().setSummary(review, joined(wanted.words));
    }));
    return outcomeOf(catalog, id, "The summary is kept.\n");
}

Result<Outcome> commit(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto id = TRY(changed(invocation, wanted.session, [&](catalog::ReviewId review) {
        return catalog.reviews().setCommitments(review, wanted.words);
    }));
    const auto kept = TRY(catalog.reviews().commitments(id));
    return outcomeOf(catalog, id,
                     kept.size() == 1 ? "One commitment is kept.\n"
                                      : std::to_string(kept.size()) + " commitments are kept.\n");
}

Result<Outcome> seal(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto person = TRY(invocation.actor());
    const auto mine = TRY(catalog.reviews().ofActor(session.id));
    if (!mine)
        return Error{ErrorCode::NotFound, person.name + " has not begun a review of this session", 0};
    const auto sealed = TRY(catalog.reviews().seal(mine->id));
    std::string text =
        "The review by " + sealed.raterName + " is sealed. Its fingerprint is " + sealed.hash + ".\n";
    if (sealed.state == catalog::ReviewState::Opened)
        text += "All have sealed: the session's reviews are open now.\n";
    return outcomeOf(catalog, sealed.id, std::move(text));
}

Result<Outcome> open(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    TRY(invocation.actor());
    std::optional<catalog::PersonId> rater;
    if (!wanted.rater.empty())
        rater = TRY(catalog.people().find(wanted.rater)).id;
    Outcome outcome{nlohmann::json::array()};
    TRY(catalog.atomically([&]() -> Result<void> {
        for (const catalog::Review& review : TRY(catalog.reviews().ofSession(session.id))) {
            // A draft that is named is refused by the catalog, which says why.
            if (rater ? review.rater != *rater : review.state == catalog::ReviewState::Draft)
                continue;
            const auto opened = TRY(catalog.reviews().open(review.id));
            outcome.document.push_back(reviewDocument(opened, TRY(catalog.reviews().commitments(opened.id))));
            outcome.text += "The review by " + opened.raterName + " is open now.\n";
        }
        return {};
    }));
    if (outcome.document.empty())
        return Error{ErrorCode::NotFound, "there is no sealed review to open", 0};
    return outcome;
}

} // namespace

void addReviewCommands(CommandSet& commands) {
    const auto add = [&](const char* name, const char* description,
                         Result<Outcome> (*run)(Invocation&, const Wanted&)) {
        const Command command = commands.add(name, description);
        const auto wanted = std::make_shared<Wanted>();
        command.session(wanted->session);
        command.runs([wanted, run](Invocation& invocation) { return run(invocation, *wanted); });
        return std::pair(command, wanted);
    };
    const auto [summary, text] = add("summary", "Writes the summary of your review of a session", summarise);
    summary.words("TEXT", text->words, "What you want to say in all");
    const auto [commitments, texts] =
        add("commitments", "Sets what the mentee takes along to the next attempt", commit);
    commitments.words("TEXT", texts->words, "Up to three, each one argument; they replace what was there");
    add("seal", "Seals your review of a session: nothing in it changes any more", seal);
    const auto [opening, whose] =
        add("open", "Opens sealed reviews of a session before all raters have sealed", open);
    opening.text("--rater", whose->rater, "P", "Only this person's");
}

} // namespace mockingbird::studio
