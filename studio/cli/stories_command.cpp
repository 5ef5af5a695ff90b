// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/preparation.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Preparation;
using catalog::Story;
using catalog::StoryLedger;

struct Wanted {
    std::string person;
    std::string story;
    std::string title;
    std::string situation;
    std::string task;
    std::string action;
    std::string result;
    std::vector<std::string> tags;
    std::string kit;
    std::string question;
    std::string session;
    bool off = false;
};

nlohmann::json document(const Story& story) {
    nlohmann::json told = nlohmann::json::array();
    for (const auto& one : story.told)
        told.push_back({{"session", one.session.toString()},
                        {"question", one.question.isNull() ? nlohmann::json(nullptr)
                                                           : nlohmann::json(one.question.toString())}});
    nlohmann::json fits = nlohmann::json::array();
    for (const auto& question : story.fits)
        fits.push_back(question.toString());
    return {{"id", story.id.toString()}, {"title", story.title},           {"situation", story.situation},
            {"task", story.task},        {"action", story.action},         {"result", story.result},
            {"tags", story.tags},        {"shared", story.shared},         {"fits", std::move(fits)},
            {"told", std::move(told)},   {"told_lately", story.toldLately}};
}

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto actor = TRY(invocation.actor());
    const auto person = wanted.person.empty() ? actor : TRY(catalog.people().find(wanted.person));
    const StoryLedger ledger = TRY(Preparation(catalog).stories().of(person.id));
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Title", "Fits", "Told lately", "Shared"});
    for (const Story& story : ledger.stories) {
        outcome.document.push_back(document(story));
        table.add({shortId(story.id.toString()), story.title, std::to_string(story.fits.size()),
                   std::to_string(story.toldLately) + " of " + std::to_string(ledger.attempts) +
                       (ledger.overused(story) ? ", often" : ""),
                   story.shared ? "yes" : ""});
    }
    outcome.text = table.empty() ? "There is no story to see.\n" : table.toString();
    return outcome;
}

Story written(Story story, const Wanted& wanted) {
    const auto put = [](std::string& to, const std::string& from) {
        if (!from.empty())
            to = from;
    };
    put(story.title, wanted.title);
    put(story.situation, wanted.situation);
    put(story.task, wanted.task);
    put(story.action, wanted.action);
    put(story.result, wanted.result);
    if (!wanted.tags.empty())
        story.tags = wanted.tags;
    return story;
}

Outcome told(const Story& story, const std::string& what) {
    return Outcome{document(story), (story.title.empty() ? "The story" : story.title) + " " + what + ".\n"};
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Story story;
    story.person = TRY(invocation.actor()).id;
    return told(TRY(Preparation(catalog).stories().add(written(story, wanted))), "is kept");
}

/// One of the acting person's own.
Result<Story> found(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    return Preparation(catalog).stories().find(TRY(invocation.actor()).id, wanted.story);
}

Result<Outcome> show(Invocation& invocation, const Wanted& wanted) {
    const Story story = TRY(found(invocation, wanted));
    return Outcome{document(story), story.title + "\n\nSituation: " + story.situation +
                                        "\nTask: " + story.task + "\nAction: " + story.action +
                                        "\nResult: " + story.result + "\n"};
}

Result<Outcome> change(Invocation& invocation, const Wanted& wanted) {
    const Story story = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    return told(TRY(Preparation(catalog).stories().change(written(story, wanted))), "is changed");
}

Result<Outcome> remove(Invocation& invocation, const Wanted& wanted) {
    const Story story = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(Preparation(catalog).stories().remove(story.id));
    return told(story, "is removed; stories restore " + story.id.toString() + " brings it back");
}

Result<Outcome> restore(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actor());
    const auto id = TRY(catalog::StoryId::parse(wanted.story));
    TRY(Preparation(catalog).stories().restore(id));
    return told(TRY(Preparation(catalog).stories().byId(id)), "is back");
}

Result<Outcome> share(Invocation& invocation, const Wanted& wanted) {
    const Story story = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(Preparation(catalog).stories().share(story.id, !wanted.off));
    return told(TRY(Preparation(catalog).stories().byId(story.id)),
                wanted.off ? "is yours alone" : "may be read by your mentor");
}

Result<Outcome> fit(Invocation& invocation, const Wanted& wanted) {
    const Story story = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto kit = TRY(invocation.kit(wanted.kit));
    const auto question = TRY(questionOf(kit, wanted.question));
    TRY(Preparation(catalog).stories().setFit(story.id, question.value_or(catalog::QuestionId{}),
                                              !wanted.off));
    return told(TRY(Preparation(catalog).stories().byId(story.id)),
                wanted.off ? "isn't for that question any more" : "is for that question");
}

Result<Outcome> tell(Invocation& invocation, const Wanted& wanted) {
    const Story story = TRY(found(invocation, wanted));
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    const auto question = TRY(questionOf(kit, wanted.question));
    TRY(Preparation(catalog).stories().setTold(
        story.id, {session.id, question.value_or(catalog::QuestionId{})}, !wanted.off));
    return told(TRY(Preparation(catalog).stories().byId(story.id)),
                wanted.off ? "wasn't told there" : "is noted as told there");
}

void parts(const Command& command, Wanted& wanted) {
    command.text("--title", wanted.title, "TEXT", "A few words you know it by");
    command.text("--situation", wanted.situation, "TEXT", "Where and when it was");
    command.text("--task", wanted.task, "TEXT", "What was yours to do");
    command.text("--action", wanted.action, "TEXT", "What you did");
    command.text("--result", wanted.result, "TEXT", "What came of it");
    command.texts("--tag", wanted.tags, "TEXT", "What it shows, such as a competency");
}

} // namespace

void addStoriesCommand(CommandSet& commands) {
    const Command all =
        commands.add("stories", "Your stories for interviews; yours alone unless you share one");
    const auto wanted = std::make_shared<Wanted>();
    all.text("--person", wanted->person, "PERSON", "A mentee's of yours, those that are shared");
    all.runs([wanted](Invocation& invocation) { return list(invocation, *wanted); });
    const Command made = all.add("add", "Writes one down");
    parts(made, *wanted);
    made.runs([wanted](Invocation& invocation) { return add(invocation, *wanted); });

    using Action = Result<Outcome> (*)(Invocation&, const Wanted&);
    const auto one = [&](const char* name, const char* description, Action action) {
        const Command command = all.add(name, description);
        command.text("STORY", wanted->story, "", "Its title, a beginning of it, or its id",
                     Command::Need::Required);
        command.runs([wanted, action](Invocation& invocation) { return action(invocation, *wanted); });
        return command;
    };
    one("show", "All of it", show);
    parts(one("change", "Changes what is given; the rest stays", change), *wanted);
    one("remove", "Removes it", remove);
    one("restore", "Brings a removed one back, by its id", restore);
    one("share", "Lets your mentor read it", share).flag("--off", wanted->off, "Not any more");
    const Command fits = one("fit", "It fits a question of a kit", fit);
    fits.text("--kit", wanted->kit, "KIT", "The kit, where there are several");
    fits.text("--question", wanted->question, "Q", "Its number in the kit, or its id",
              Command::Need::Required);
    fits.flag("--off", wanted->off, "It doesn't after all");
    const Command tells = one("told", "You told it in a session", tell);
    tells.text("SESSION", wanted->session, "", "An id, a part of it, or last", Command::Need::Required);
    tells.text("--question", wanted->question, "Q", "To which question");
    tells.flag("--off", wanted->off, "You didn't after all");
}

} // namespace mockingbird::studio
