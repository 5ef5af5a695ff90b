// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string session;
    std::string criterion;
    std::string question;
    std::optional<int> level;
    std::string reason;
    bool withdraw = false;
};

Result<Outcome> agree(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    const auto criterion = TRY(criterionOf(kit, wanted.criterion));
    const auto question = TRY(questionOf(kit, wanted.question));
    TRY(invocation.actor());
    if (wanted.withdraw) {
        for (const catalog::AgreedScore& agreed : TRY(catalog.consensus().ofSession(session.id))) {
            if (agreed.criterion != criterion.id || agreed.question != question)
                continue;
            TRY(catalog.consensus().withdraw(agreed.id));
            return Outcome{agreedDocument(agreed, kit), "Nothing is agreed on " + criterion.name + " now.\n"};
        }
        return Error{ErrorCode::NotFound, "nothing is agreed on " + criterion.name, 0};
    }
    if (!wanted.level)
        return Error{ErrorCode::InvalidArgument, "say --level, or --withdraw", 0};
    const auto agreed =
        TRY(catalog.consensus().agree(session.id, criterion.id, question, *wanted.level, wanted.reason));
    return Outcome{agreedDocument(agreed, kit),
                   criterion.name + ": level " + std::to_string(agreed.level) + " is agreed on.\n"};
}

} // namespace

void addAgreeCommand(CommandSet& commands) {
    const Command command =
        commands.add("agree", "Keeps the level that the raters agreed on, beside their own");
    const auto wanted = std::make_shared<Wanted>();
    command.session(wanted->session);
    command.text("--criterion", wanted->criterion, "C", "A name, an id, or its number in the rubric",
                 Command::Need::Required);
    command.text("--question", wanted->question, "N",
                 "Only for this question: its number in the kit, or its id");
    command.number("--level", wanted->level, "The level, as the rubric has it");
    command.text("--reason", wanted->reason, "TEXT", "Why, in a sentence");
    command.flag("--withdraw", wanted->withdraw, "Takes back what was agreed on");
    command.runs([wanted](Invocation& invocation) { return agree(invocation, *wanted); });
}

} // namespace mockingbird::studio
