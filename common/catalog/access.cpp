// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/access.h"

namespace mockingbird::catalog {

namespace {

constexpr Standings kNobody = {};
constexpr Standings kEverybody = {Standing::Anyone};
constexpr Standings kCoordinator = {Standing::Coordinator};
constexpr Standings kOwner = {Standing::Own};
/// Who writes interviews.
constexpr Standings kWriters = {Standing::Mentor, Standing::Liaison, Standing::Coordinator};
/// Who accompanies a mentee, and the mentee.
constexpr Standings kCompany = {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Coordinator};
/// Who has to do with a session.
constexpr Standings kSession = {Standing::Own,    Standing::Mentor,     Standing::Liaison,
                                Standing::Seated, Standing::Calibrator, Standing::Coordinator};
constexpr Standings kHolders = {Standing::Own, Standing::Mentor, Standing::Seated, Standing::Coordinator};
/// Who says when an interview is.
constexpr Standings kArrangers = {Standing::Own, Standing::Mentor, Standing::Coordinator};
/// Who says what became of a mentee.
constexpr Standings kTellers = {Standing::Own, Standing::Liaison, Standing::Coordinator};
/// Who looks after pairs.
constexpr Standings kOverseers = {Standing::Liaison, Standing::Coordinator};
constexpr Standings kOwnerOrCoordinator = {Standing::Own, Standing::Coordinator};

/// What may be done with a thing, by whom.
struct Row {
    Thing thing;
    Standings see;
    Standings make;
    Standings change;
    Standings remove;
    Standings exporting;
};

constexpr std::array<Row, kThings.size()> kTable = {{
    {Thing::Session,
     kSession,
     {Standing::Own, Standing::Mentor, Standing::Coordinator},
     kHolders,
     kOwnerOrCoordinator,
     kOwnerOrCoordinator},
    {Thing::Recording, kSession, kHolders, kHolders, kOwnerOrCoordinator, kOwnerOrCoordinator},
    {Thing::Review, kSession, kSession, kNobody, kNobody, kNobody},
    {Thing::AgreedScore,
     kSession,
     {Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Calibrator, Standing::Coordinator},
     {Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Calibrator, Standing::Coordinator},
     {Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Calibrator, Standing::Coordinator},
     kNobody},
    {Thing::OthersDraft, kNobody, kNobody, kNobody, kNobody, kNobody},
    {Thing::OthersPrivateNote, kNobody, kNobody, kNobody, kNobody, kNobody},
    {Thing::Report,
     {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Coordinator},
     kNobody,
     kNobody,
     kNobody,
     {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Coordinator}},
    {Thing::Comparison,
     {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Coordinator},
     kNobody,
     kNobody,
     kNobody,
     {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Coordinator}},
    {Thing::Goal,
     {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Coordinator},
     kOwner,
     kOwner,
     kOwner,
     kNobody},
    {Thing::Preparation, kOwner, kOwner, kOwner, kOwner, kOwner},
    {Thing::SharedPreparation, kCompany, kOwner, kOwner, kOwner, kOwner},
    {Thing::Appointment, kCompany, kArrangers, kArrangers, kArrangers, kCompany},
    {Thing::Outcome, kCompany, kTellers, kTellers, kTellers, kCompany},
    {Thing::Commitment,
     {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Coordinator},
     kNobody,
     {Standing::Own, Standing::Mentor, Standing::Liaison, Standing::Seated, Standing::Coordinator},
     kNobody,
     kNobody},
    {Thing::Quarter, kOverseers, kNobody, kNobody, kNobody, kOverseers},
    {Thing::CohortYear, kOverseers, kNobody, kNobody, kNobody, kOverseers},
    {Thing::Kit, kEverybody, {Standing::Mentor, Standing::Coordinator}, kCoordinator, kCoordinator, kWriters},
    {Thing::KitDraft, kWriters, kWriters, kWriters, kWriters, kWriters},
    {Thing::Material, kEverybody, kWriters, kWriters, kWriters, kEverybody},
    {Thing::PersonMaterial, kCompany, kCompany, kCompany, kCompany, kCompany},
    {Thing::PersonName, kEverybody, kCoordinator, kCoordinator, kCoordinator, kCoordinator},
    {Thing::PersonDetails, kCompany, kCoordinator, kCoordinator, kCoordinator, kCoordinator},
    {Thing::Cohort, kEverybody, kCoordinator, kCoordinator, kCoordinator, kCoordinator},
    {Thing::Pair, kCompany, kCoordinator, kCoordinator, kCoordinator, kCoordinator},
    {Thing::Calibration, kWriters, kCoordinator, kCoordinator, kCoordinator, kWriters},
    {Thing::SignInSettings, kCoordinator, kCoordinator, kCoordinator, kCoordinator, kNobody},
    {Thing::Passphrase, kNobody, kNobody, kOwner, kCoordinator, kNobody},
    {Thing::Upkeep, kCoordinator, kNobody, kCoordinator, kNobody, kNobody},
}};

constexpr bool isInOrder() {
    for (std::size_t place = 0; place < kTable.size(); ++place)
        if (kTable[place].thing != kThings[place] || static_cast<std::size_t>(kThings[place]) != place)
            return false;
    return true;
}
static_assert(isInOrder());

std::string_view wordsFor(Thing thing) {
    switch (thing) {
    case Thing::Session:
        return "this session";
    case Thing::Recording:
        return "this recording";
    case Thing::Review:
        return "this review";
    case Thing::AgreedScore:
        return "what was agreed on in this session";
    case Thing::OthersDraft:
        return "another person's draft";
    case Thing::OthersPrivateNote:
        return "another person's private note";
    case Thing::Report:
        return "a report of this session";
    case Thing::Comparison:
        return "this person's progress";
    case Thing::Goal:
        return "this person's goal";
    case Thing::Preparation:
        return "another person's preparation";
    case Thing::SharedPreparation:
        return "this person's preparation";
    case Thing::Appointment:
        return "this person's appointments";
    case Thing::Outcome:
        return "this person's outcomes";
    case Thing::Commitment:
        return "what this person took along";
    case Thing::Quarter:
        return "this pair's quarter";
    case Thing::CohortYear:
        return "a cohort's year";
    case Thing::Kit:
        return "a kit";
    case Thing::KitDraft:
        return "a kit's draft";
    case Thing::Material:
        return "this material";
    case Thing::PersonMaterial:
        return "another person's material";
    case Thing::PersonName:
        return "a person";
    case Thing::PersonDetails:
        return "this person's details";
    case Thing::Cohort:
        return "a cohort";
    case Thing::Pair:
        return "this pair";
    case Thing::Calibration:
        return "a calibration";
    case Thing::SignInSettings:
        return "how people sign in";
    case Thing::Passphrase:
        return "another person's passphrase";
    case Thing::Upkeep:
        return "the whole catalog";
    }
    return "this";
}

std::string whoMay(const Standings& allowed, Thing thing) {
    std::string list;
    const auto add = [&list](std::string_view who) { list.append(list.empty() ? "" : ", ").append(who); };
    if (allowed.holds(Standing::Own))
        add("whose it is");
    if (allowed.holds(Standing::Mentor))
        add("mentors of that person");
    if (allowed.holds(Standing::Liaison))
        add(thing == Thing::CohortYear ? "liaisons of its pairs" : "the pair's liaison");
    if (allowed.holds(Standing::Seated))
        add("who was there");
    if (allowed.holds(Standing::Coordinator))
        add("coordinators");
    return list;
}

} // namespace

Standings allowedTo(Action action, Thing thing) {
    const Row& row = kTable[static_cast<std::size_t>(thing)];
    switch (action) {
    case Action::See:
        return row.see;
    case Action::Make:
        return row.make;
    case Action::Change:
        return row.change;
    case Action::Remove:
        return row.remove;
    case Action::Export:
        return row.exporting;
    }
    return kNobody;
}

bool allows(Action action, Thing thing, const Standings& standings) {
    const Standings allowed = allowedTo(action, thing);
    return allowed == kEverybody || allowed.meets(standings);
}

bool holdsWithoutSigningIn(Action action, Thing thing) {
    if (thing == Thing::OthersDraft || thing == Thing::OthersPrivateNote || thing == Thing::SignInSettings ||
        thing == Thing::Passphrase || thing == Thing::Appointment)
        return true;
    return action == Action::See && thing != Thing::Upkeep;
}

std::string refusal(Action action, Thing thing) {
    std::string sentence = "you may not ";
    switch (action) {
    case Action::See:
        sentence += "see ";
        break;
    case Action::Make:
        sentence += "add ";
        break;
    case Action::Change:
        sentence += "change ";
        break;
    case Action::Remove:
        sentence += "remove ";
        break;
    case Action::Export:
        sentence += "export ";
        break;
    }
    sentence += action == Action::Make && thing == Thing::Session ? "a session of this person"
                                                                  : std::string(wordsFor(thing));
    const Standings allowed = allowedTo(action, thing);
    if (allowed == kNobody)
        return sentence + "; nobody may";
    return sentence + "; this is for: " + whoMay(allowed, thing);
}

std::string_view name(Standing standing) {
    switch (standing) {
    case Standing::Own:
        return "own";
    case Standing::Mentor:
        return "mentor";
    case Standing::Liaison:
        return "liaison";
    case Standing::Seated:
        return "seated";
    case Standing::Calibrator:
        return "calibrator";
    case Standing::Coordinator:
        return "coordinator";
    case Standing::Anyone:
        return "anyone";
    }
    return "anyone";
}

std::string_view name(Thing thing) {
    static constexpr std::array<std::string_view, kThings.size()> kNames = {"session",
                                                                            "recording",
                                                                            "review",
                                                                            "agreed score",
                                                                            "another's draft",
                                                                            "private note",
                                                                            "report",
                                                                            "comparison",
                                                                            "goal",
                                                                            "preparation",
                                                                            "shared prep",
                                                                            "appointment",
                                                                            "outcome",
                                                                            "commitment",
                                                                            "quarter",
                                                                            "cohort's year",
                                                                            "kit",
                                                                            "kit draft",
                                                                            "material",
                                                                            "personal material",
                                                                            "person",
                                                                            "person's details",
                                                                            "cohort",
                                                                            "pair",
                                                                            "calibration",
                                                                            "sign-in",
                                                                            "passphrase",
                                                                            "upkeep"};
    return kNames[static_cast<std::size_t>(thing)];
}

std::string_view name(Action action) {
    static constexpr std::array<std::string_view, kActions.size()> kNames = {"see", "make", "change",
                                                                             "remove", "export"};
    return kNames[static_cast<std::size_t>(action)];
}

} // namespace mockingbird::catalog
