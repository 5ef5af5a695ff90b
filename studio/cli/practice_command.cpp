// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/preparation.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Practice;
using catalog::Preparation;

struct Wanted {
    std::string kit;
    std::string question;
    std::string outcome = "answered";
    int seconds = 0;
};

nlohmann::json document(const Practice& one, const catalog::Kit& kit) {
    return {
        {"id", one.id.toString()},
        {"kit", reference(kit.id, kit.name)},
        {"question", questionReference(one.question, kit)},
        {"outcome", catalog::name(one.outcome)},
        {"seconds", one.seconds},
        {"session", one.session.isNull() ? nlohmann::json(nullptr) : nlohmann::json(one.session.toString())},
        {"at", one.at.toIso()}};
}

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    const auto kit = TRY(invocation.kit(wanted.kit));
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"When", "Outcome", "Seconds", "Question"});
    for (const Practice& one : TRY(Preparation(catalog).practice().of(actor.id, kit.id))) {
        const catalog::Question* question = kit.question(one.question);
        outcome.document.push_back(document(one, kit));
        table.add({localMinute(one.at.milliseconds), std::string(catalog::name(one.outcome)),
                   one.seconds > 0 ? std::to_string(one.seconds) : "",
                   question == nullptr ? "" : question->text});
    }
    outcome.text = table.empty() ? "Nothing was practised yet.\n" : table.toString();
    return outcome;
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    const auto kit = TRY(invocation.kit(wanted.kit));
    const auto question = TRY(questionOf(kit, wanted.question));
    Practice one;
    one.person = actor.id;
    one.kit = kit.id;
    one.question = question.value_or(catalog::QuestionId{});
    one.outcome = TRY(catalog::parsePracticeOutcome(wanted.outcome));
    one.seconds = wanted.seconds;
    const Practice kept = TRY(Preparation(catalog).practice().add(one));
    return Outcome{document(kept, kit), "Noted as " + std::string(catalog::name(kept.outcome)) + ".\n"};
}

} // namespace

void addPracticeCommand(CommandSet& commands) {
    const Command all = commands.add("practice", "Which questions you practised, and what became of it");
    const auto wanted = std::make_shared<Wanted>();
    all.text("--kit", wanted->kit, "KIT", "The kit, where there are several");
    all.runs([wanted](Invocation& invocation) { return list(invocation, *wanted); });
    const Command made = all.add("add", "Notes one");
    made.text("--kit", wanted->kit, "KIT", "The kit, where there are several");
    made.text("--question", wanted->question, "Q", "Its number in the kit, or its id",
              Command::Need::Required);
    made.text("--outcome", wanted->outcome, "O", "answered, again or skipped");
    made.number("--seconds", wanted->seconds, "How long the answer took");
    made.runs([wanted](Invocation& invocation) { return add(invocation, *wanted); });
}

} // namespace mockingbird::studio
