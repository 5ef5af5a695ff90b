// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/programme_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using catalog::Catalog;
using catalog::Pair;
using catalog::PersonId;

struct Wanted {
    std::string pair;
    std::string person;
    std::string cohort;
    std::string mentee;
    std::string mentor;
    std::string liaison;
    std::string reason;
    std::string on;
    bool all = false;
};

std::string nameIn(const nlohmann::json& reference) {
    return reference.is_null() ? std::string() : reference.at("name").get<std::string>();
}

std::string textIn(const nlohmann::json& value) {
    return value.is_null() ? std::string() : value.get<std::string>();
}

Result<Outcome> list(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    auto pairs = wanted.all ? TRY(catalog.people().allPairs()) : TRY(catalog.people().pairs());
    if (!wanted.cohort.empty()) {
        const auto cohort = TRY(findCohort(catalog, wanted.cohort)).id;
        std::erase_if(pairs, [&](const Pair& pair) { return pair.cohort != cohort; });
    }
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Id", "Cohort", "Mentee", "Mentor", "Liaison", "Since", "Ended"});
    for (const Pair& pair : pairs) {
        const auto document = TRY(pairDocument(catalog, pair));
        table.add({shortId(pair.id.toString()), nameIn(document.at("cohort")), nameIn(document.at("mentee")),
                   nameIn(document.at("mentor")), nameIn(document.at("liaison")), pair.startedOn,
                   pair.endedOn});
        outcome.document.push_back(document);
    }
    outcome.text = table.empty() ? "There is no pair.\n" : table.toString();
    return outcome;
}

Result<Pair> findPair(Catalog& catalog, const std::string& text) {
    constexpr std::size_t kLeast = 6;
    std::vector<Pair> found;
    for (const Pair& pair : TRY(catalog.people().allPairs()))
        if (text.size() >= kLeast && pair.id.toString().ends_with(text))
            found.push_back(pair);
    if (found.size() == 1)
        return found.front();
    return Error{found.empty() ? ErrorCode::NotFound : ErrorCode::InvalidArgument,
                 (found.empty() ? "there is no pair \"" : "more than one pair ends in \"") + text + "\"", 0};
}

/// Nobody for an empty text and `none`.
Result<PersonId> personOrNone(Catalog& catalog, const std::string& text) {
    if (text.empty() || text == "none")
        return PersonId{};
    return TRY(catalog.people().find(text)).id;
}

std::string dayOr(const std::string& on) {
    return on.empty() ? today() : on;
}

Result<Outcome> add(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto pair = TRY(catalog.people().addPair(
        TRY(findCohort(catalog, wanted.cohort)).id, TRY(catalog.people().find(wanted.mentee)).id,
        TRY(catalog.people().find(wanted.mentor)).id, TRY(personOrNone(catalog, wanted.liaison)),
        dayOr(wanted.on)));
    return Outcome{TRY(pairDocument(catalog, pair)), "They are a pair now.\n"};
}

Result<Outcome> change(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Pair before = TRY(findPair(catalog, wanted.pair));
    const PersonId mentor =
        wanted.mentor.empty() ? before.mentor : TRY(catalog.people().find(wanted.mentor)).id;
    const PersonId liaison =
        wanted.liaison.empty() ? before.liaison : TRY(personOrNone(catalog, wanted.liaison));
    TRY(catalog.people().changePair(before.id, mentor, liaison, wanted.reason, dayOr(wanted.on)));
    return Outcome{TRY(pairDocument(catalog, TRY(catalog.people().pair(before.id)))),
                   "The pair is changed; who was before stays in its history.\n"};
}

Result<Outcome> end(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Pair pair = TRY(findPair(catalog, wanted.pair));
    TRY(catalog.people().endPair(pair.id, wanted.reason, dayOr(wanted.on)));
    return Outcome{TRY(pairDocument(catalog, TRY(catalog.people().pair(pair.id)))), "The pair has ended.\n"};
}

Result<Outcome> undo(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const Pair pair = TRY(findPair(catalog, wanted.pair));
    TRY(catalog.people().revertPair(pair.id));
    const auto now = catalog.people().pair(pair.id);
    return Outcome{now ? TRY(pairDocument(catalog, *now)) : nlohmann::json({{"id", pair.id.toString()}}),
                   now ? "The last change of the pair is taken back.\n" : "The pair is taken back.\n"};
}

Result<Outcome> history(Invocation& invocation, const Wanted& wanted) {
    Catalog& catalog = *TRY(invocation.catalog());
    const auto person = TRY(catalog.people().find(wanted.person));
    Outcome outcome{nlohmann::json::array(), {}};
    TextTable table({"Cohort", "Mentee", "Mentor", "Liaison", "From", "Until", "Why"});
    for (const catalog::PairTerm& term : TRY(catalog.people().termsOf(person.id))) {
        const auto document = TRY(termDocument(catalog, term));
        table.add({nameIn(document.at("cohort")), nameIn(document.at("mentee")),
                   nameIn(document.at("mentor")), nameIn(document.at("liaison")), term.from,
                   textIn(document.at("until")), term.endReason.empty() ? term.reason : term.endReason});
        outcome.document.push_back(document);
    }
    outcome.text = table.empty() ? person.name + " was in no pair yet.\n" : table.toString();
    return outcome;
}

} // namespace

void addPairsCommand(CommandSet& commands) {
    const Command pairs = commands.add("pairs", "Who accompanies whom");
    const auto shown = std::make_shared<Wanted>();
    pairs.text("--cohort", shown->cohort, "COHORT", "Of this cohort alone");
    pairs.flag("--all", shown->all, "Also those that have ended");
    pairs.runs([shown](Invocation& invocation) { return list(invocation, *shown); });

    const Command adds = pairs.add("add", "Adds a pair");
    const auto added = std::make_shared<Wanted>();
    adds.text("--cohort", added->cohort, "COHORT", "Its cohort", Command::Need::Required);
    adds.text("--mentee", added->mentee, "PERSON", "Who is accompanied", Command::Need::Required);
    adds.text("--mentor", added->mentor, "PERSON", "By whom", Command::Need::Required);
    adds.text("--liaison", added->liaison, "PERSON", "The liaison, where there is one");
    adds.text("--on", added->on, "DAY", "From when on; today");
    adds.runs([added](Invocation& invocation) { return add(invocation, *added); });

    const Command changes = pairs.add("change", "Gives a pair another mentor or liaison");
    const auto changed = std::make_shared<Wanted>();
    changes.text("PAIR", changed->pair, "", "Six or more characters of its id's end",
                 Command::Need::Required);
    changes.text("--mentor", changed->mentor, "PERSON", "The mentor from then on");
    changes.text("--liaison", changed->liaison, "PERSON|none", "The liaison from then on");
    changes.text("--reason", changed->reason, "TEXT", "Why");
    changes.text("--on", changed->on, "DAY", "From when on; today");
    changes.runs([changed](Invocation& invocation) { return change(invocation, *changed); });

    const Command ends = pairs.add("end", "Ends a pair");
    const auto ended = std::make_shared<Wanted>();
    ends.text("PAIR", ended->pair, "", "Six or more characters of its id's end", Command::Need::Required);
    ends.text("--reason", ended->reason, "TEXT", "Why");
    ends.text("--on", ended->on, "DAY", "When; today");
    ends.runs([ended](Invocation& invocation) { return end(invocation, *ended); });

    const Command undoes = pairs.add("undo", "Takes the last thing done to a pair back");
    const auto undone = std::make_shared<Wanted>();
    undoes.text("PAIR", undone->pair, "", "Six or more characters of its id's end", Command::Need::Required);
    undoes.runs([undone](Invocation& invocation) { return undo(invocation, *undone); });

    const Command past = pairs.add("history", "Who accompanied a person, or whom they did, and when");
    const auto whose = std::make_shared<Wanted>();
    past.text("PERSON", whose->person, "", "A name or an id", Command::Need::Required);
    past.runs([whose](Invocation& invocation) { return history(invocation, *whose); });
}

} // namespace mockingbird::studio
