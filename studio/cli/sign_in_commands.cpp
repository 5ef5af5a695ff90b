// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sign_in_store.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/secret.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using nlohmann::json;

constexpr const char* kPassphrase = "MOCKINGBIRD_PASSPHRASE";
constexpr const char* kNewPassphrase = "MOCKINGBIRD_NEW_PASSPHRASE";
constexpr const char* kCode = "MOCKINGBIRD_CODE";

/// Where what a command asks for besides the passphrase lies.
struct Files {
    std::string newPassphrase;
    std::string code;
};

json settingsDocument(const catalog::SignInSettings& settings) {
    return {{"on", settings.on}, {"idle_minutes", settings.on ? json(settings.idleMinutes) : json(nullptr)}};
}

std::string idleText(int minutes) {
    return minutes == 0
               ? "Idle time signs nobody out.\n"
               : "Who is away for " + std::to_string(minutes) + " minutes is signed out of the window.\n";
}

Result<Outcome> state(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.unsignedCatalog());
    const auto settings = TRY(catalog.signIn().settings());
    Outcome outcome{settingsDocument(settings), {}};
    outcome.text = settings.on ? "People sign in to this catalog. " + idleText(settings.idleMinutes)
                               : std::string("Nobody has to sign in to this catalog.\n");
    return outcome;
}

Result<std::string> newPassphrase(const Files& files) {
    return readSecret({kNewPassphrase, files.newPassphrase, "New passphrase"});
}

Result<Outcome> turnOn(Invocation& invocation, const Files& files, int idleMinutes) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actor());
    const std::string code = TRY(catalog.signIn().turnOn(TRY(newPassphrase(files)), idleMinutes));
    json document = settingsDocument(TRY(catalog.signIn().settings()));
    document["recovery_code"] = code;
    return Outcome{
        std::move(document),
        "People sign in from now on. Write this recovery code down and lock it away; it is not shown "
        "again:\n  " +
            code + "\nGive each of the others a code: mockingbird sign-in reset PERSON\n"};
}

Result<Outcome> turnOff(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    if (TRY(catalog.signIn().settings()).on)
        TRY(catalog.signIn().turnOff(TRY(
            readSecret({kPassphrase, invocation.options().passphraseFile, "Your passphrase once more"}))));
    return state(invocation);
}

Result<Outcome> setIdle(Invocation& invocation, int minutes) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(catalog.signIn().setIdleMinutes(minutes));
    return state(invocation);
}

Result<Outcome> reset(Invocation& invocation, const std::string& name) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto person = TRY(catalog.people().find(name));
    const std::string code = TRY(catalog.signIn().giveCode(person.id));
    return Outcome{{{"person", {{"id", person.id.toString()}, {"name", person.name}}}, {"code", code}},
                   "The code for " + person.name + ", good once and for 14 days:\n  " + code + "\n"};
}

Result<Outcome> set(Invocation& invocation, const Files& files) {
    catalog::Catalog& catalog = *TRY(invocation.unsignedCatalog());
    if (invocation.options().actor.empty())
        return Error{ErrorCode::InvalidArgument, "say who you are with --as", 0};
    const std::string code = TRY(readSecret({kCode, files.code, "Code"}));
    const auto id =
        TRY(catalog.signIn().signInWithCode(invocation.options().actor, code, TRY(newPassphrase(files))));
    const auto person = TRY(catalog.people().byId(id));
    return Outcome{{{"person", {{"id", person.id.toString()}, {"name", person.name}}}},
                   person.name + " has a passphrase now.\n"};
}

Result<Outcome> change(Invocation& invocation, const Files& files) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto person = TRY(invocation.actor());
    const std::string old =
        TRY(readSecret({kPassphrase, invocation.options().passphraseFile, "Your passphrase once more"}));
    TRY(catalog.signIn().changePassphrase(old, TRY(newPassphrase(files))));
    return Outcome{{{"person", {{"id", person.id.toString()}, {"name", person.name}}}},
                   "The passphrase of " + person.name + " is changed.\n"};
}

Result<Outcome> recoverWithCode(Invocation& invocation, const Files& files) {
    catalog::Catalog& catalog = *TRY(invocation.unsignedCatalog());
    if (invocation.options().actor.empty())
        return Error{ErrorCode::InvalidArgument, "say which coordinator you are with --as", 0};
    const std::string code = TRY(readSecret({kCode, files.code, "Recovery code"}));
    const std::string next =
        TRY(catalog.signIn().recover(invocation.options().actor, code, TRY(newPassphrase(files))));
    return Outcome{{{"recovery_code", next}},
                   "You have a passphrase again. The recovery code was used; the next one is:\n  " + next +
                       "\n"};
}

Result<Outcome> list(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    Outcome outcome{json::array(), {}};
    TextTable table({"Id", "Name", "Passphrase"});
    for (const catalog::SignInEntry& entry : TRY(catalog.signIn().everybody())) {
        outcome.document.push_back(
            {{"id", entry.id.toString()}, {"name", entry.name}, {"passphrase", catalog::name(entry.state)}});
        table.add({shortId(entry.id.toString()), entry.name, std::string(catalog::name(entry.state))});
    }
    outcome.text = table.toString();
    return outcome;
}

void addFiles(const Command& command, Files& files, bool withCode) {
    command.text("--new-passphrase-file", files.newPassphrase, "FILE",
                 "Whose first line is the new passphrase; - is standard input");
    if (withCode)
        command.text("--code-file", files.code, "FILE", "Whose first line is the code; - is standard input");
}

} // namespace

void addSignInCommands(CommandSet& commands) {
    const Command signIn = commands.add("sign-in", "Whether people sign in, and their passphrases");
    signIn.runs(state);
    const auto files = std::make_shared<Files>();
    const auto minutes = std::make_shared<int>(catalog::SignInSettings{}.idleMinutes);
    const auto person = std::make_shared<std::string>();

    const Command on = signIn.add("on", "From now on people sign in; by a coordinator");
    on.number("--idle", *minutes, "Minutes until the window signs out who is away; 0 for never");
    addFiles(on, *files, false);
    on.runs([files, minutes](Invocation& invocation) { return turnOn(invocation, *files, *minutes); });
    signIn.add("off", "Nobody has to sign in any more; by a coordinator").runs(turnOff);
    const Command idle = signIn.add("idle", "Sets the idle time");
    idle.number("MINUTES", *minutes, "0 for never", Command::Need::Required);
    idle.runs([minutes](Invocation& invocation) { return setIdle(invocation, *minutes); });
    signIn.add("people", "Who has a passphrase").runs(list);
    const Command code = signIn.add("reset", "Gives somebody a one-time code in place of their passphrase");
    code.text("PERSON", *person, "", "Whose", Command::Need::Required);
    code.runs([person](Invocation& invocation) { return reset(invocation, *person); });
    const Command first = signIn.add("set", "Sets one's passphrase with such a code");
    addFiles(first, *files, true);
    first.runs([files](Invocation& invocation) { return set(invocation, *files); });
    const Command other = signIn.add("change", "Changes one's own passphrase");
    addFiles(other, *files, false);
    other.runs([files](Invocation& invocation) { return change(invocation, *files); });
    const Command recovery =
        signIn.add("recover", "Lets a coordinator in who forgot theirs, with the recovery code");
    addFiles(recovery, *files, true);
    recovery.runs([files](Invocation& invocation) { return recoverWithCode(invocation, *files); });
}

} // namespace mockingbird::studio
