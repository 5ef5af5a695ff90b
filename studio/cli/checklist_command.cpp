// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/preparation.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Checklist;
using catalog::ChecklistItem;
using catalog::Preparation;

struct Wanted {
    std::string appointment = "next";
    std::vector<std::string> words;
    std::string due;
    int number = 0;
};

/// The acting person's, for the appointment named.
struct Opened {
    catalog::Catalog* catalog = nullptr;
    catalog::PersonId person;
    catalog::AppointmentId appointment;
    Checklist list;
};

Result<Opened> opened(Invocation& invocation, const Wanted& wanted) {
    Opened one;
    one.catalog = TRY(invocation.catalog());
    one.person = TRY(invocation.actor()).id;
    const Preparation preparation(*one.catalog);
    const auto found = preparation.appointments().find(wanted.appointment, one.person);
    if (found.ok())
        one.appointment = found->id;
    else if (wanted.appointment != "next" || found.error().code != ErrorCode::NotFound)
        return found.error(); // without an interview ahead there is one's own list
    one.list = TRY(preparation.checklists().of(one.person, one.appointment));
    return one;
}

nlohmann::json document(const ChecklistItem& item, int number) {
    return {{"id", item.key},
            {"number", number},
            {"heading", item.heading},
            {"text", item.text},
            {"due_on", item.dueOn.empty() ? nlohmann::json(nullptr) : nlohmann::json(item.dueOn)},
            {"done", item.ticked},
            {"own", !item.own.isNull()}};
}

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    const Opened one = TRY(opened(invocation, wanted));
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"No", "Done", "Due", "What"});
    int number = 0;
    for (const ChecklistItem& item : one.list.items) {
        outcome.document.push_back(document(item, ++number));
        table.add({std::to_string(number), item.ticked ? "x" : "", item.dueOn, item.text});
    }
    outcome.text = table.empty() ? "Nothing is on the checklist.\n"
                                 : table.toString() + std::to_string(one.list.ticked()) + " of " +
                                       std::to_string(one.list.items.size()) + " done\n";
    return outcome;
}

Result<ChecklistItem> numbered(const Checklist& list, int number) {
    if (number < 1 || number > static_cast<int>(list.items.size()))
        return Error{ErrorCode::OutOfRange,
                     "the checklist has " + std::to_string(list.items.size()) + " points, numbered from 1",
                     0};
    return list.items[static_cast<std::size_t>(number - 1)];
}

Result<Outcome> tick(Invocation& invocation, const Wanted& wanted, bool ticked) {
    const Opened one = TRY(opened(invocation, wanted));
    ChecklistItem item = TRY(numbered(one.list, wanted.number));
    TRY(Preparation(*one.catalog).checklists().tick(one.person, one.appointment, item.key, ticked));
    item.ticked = ticked;
    return Outcome{document(item, wanted.number), (ticked ? "Done: " : "To do: ") + item.text + "\n"};
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    const Opened one = TRY(opened(invocation, wanted));
    const ChecklistItem item = TRY(Preparation(*one.catalog)
                                       .checklists()
                                       .add(one.person, one.appointment, joined(wanted.words), wanted.due));
    return Outcome{document(item, static_cast<int>(one.list.items.size()) + 1),
                   item.text + " is on the list.\n"};
}

Result<Outcome> remove(Invocation& invocation, const Wanted& wanted) {
    const Opened one = TRY(opened(invocation, wanted));
    const ChecklistItem item = TRY(numbered(one.list, wanted.number));
    if (item.own.isNull())
        return Error{ErrorCode::InvalidArgument,
                     "that point comes from the kit; it can be ticked, not removed", 0};
    TRY(Preparation(*one.catalog).checklists().remove(item.own));
    return Outcome{document(item, wanted.number), item.text + " is off the list.\n"};
}

} // namespace

void addChecklistCommand(CommandSet& commands) {
    const Command all = commands.add("checklist", "What you have to do before your next interview");
    const auto wanted = std::make_shared<Wanted>();
    all.text("--appointment", wanted->appointment, "ID", "Another appointment's");
    all.runs([wanted](Invocation& invocation) { return list(invocation, *wanted); });
    const auto of = [&](const char* name, const char* description) {
        const Command command = all.add(name, description);
        command.text("--appointment", wanted->appointment, "ID", "Another appointment's");
        return command;
    };
    const Command done = of("tick", "A point is done");
    done.number("NUMBER", wanted->number, "As listed", Command::Need::Required);
    done.runs([wanted](Invocation& invocation) { return tick(invocation, *wanted, true); });
    const Command open = of("untick", "It isn't after all");
    open.number("NUMBER", wanted->number, "As listed", Command::Need::Required);
    open.runs([wanted](Invocation& invocation) { return tick(invocation, *wanted, false); });
    const Command own = of("add", "Adds a point of your own");
    own.words("TEXT", wanted->words, "What is to be done");
    own.text("--due", wanted->due, "DATE", "Such as 2026-03-01");
    own.runs([wanted](Invocation& invocation) { return add(invocation, *wanted); });
    const Command off = of("remove", "Takes a point of your own off");
    off.number("NUMBER", wanted->number, "As listed", Command::Need::Required);
    off.runs([wanted](Invocation& invocation) { return remove(invocation, *wanted); });
}

} // namespace mockingbird::studio
