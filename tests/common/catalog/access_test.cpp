// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/access.h"

#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <vector>

namespace mockingbird::catalog {

namespace {

/// One thing and action, and each way of standing to it in the order of kStandings: own, mentor, liaison,
/// seated, calibrator, coordinator, anyone. `+` may, `-` may not.
struct Row {
    Thing thing;
    Action action;
    std::string cells;
};

using enum Thing;
using enum Action;

const std::vector<Row>& expected() {
    static const std::vector<Row> rows = {
        //                          O  M  L  S  K  C  *
        {Session, See, /*       */
         "+++++"
         "+-"},
        {Session, Make, /*      */
         "++---"
         "+-"},
        {Session, Change, /*    */
         "++-+-"
         "+-"},
        {Session, Remove, /*    */
         "+----"
         "+-"},
        {Session, Export, /*    */
         "+----"
         "+-"},
        {Recording, See, /*     */
         "+++++"
         "+-"},
        {Recording, Make, /*    */
         "++-+-"
         "+-"},
        {Recording, Change, /*  */
         "++-+-"
         "+-"},
        {Recording, Remove, /*  */
         "+----"
         "+-"},
        {Recording, Export, /*  */
         "+----"
         "+-"},
        {Review, See, /*        */
         "+++++"
         "+-"},
        {Review, Make, /*       */
         "+++++"
         "+-"},
        {Review, Change, /*     */
         "-----"
         "--"},
        {Review, Remove, /*     */
         "-----"
         "--"},
        {Review, Export, /*     */
         "-----"
         "--"},
        {AgreedScore, See, /*   */
         "+++++"
         "+-"},
        {AgreedScore, Make, /*  */
         "-++++"
         "+-"},
        {AgreedScore, Change, /**/
         "-++++"
         "+-"},
        {AgreedScore, Remove, /**/
         "-++++"
         "+-"},
        {AgreedScore, Export, /**/
         "-----"
         "--"},
        {OthersDraft, See, /*   */
         "-----"
         "--"},
        {OthersDraft, Make, /*  */
         "-----"
         "--"},
        {OthersDraft, Change, /**/
         "-----"
         "--"},
        {OthersDraft, Remove, /**/
         "-----"
         "--"},
        {OthersDraft, Export, /**/
         "-----"
         "--"},
        {OthersPrivateNote, See, /*   */
         "-----"
         "--"},
        {OthersPrivateNote, Make, /*  */
         "-----"
         "--"},
        {OthersPrivateNote, Change, /**/
         "-----"
         "--"},
        {OthersPrivateNote, Remove, /**/
         "-----"
         "--"},
        {OthersPrivateNote, Export, /**/
         "-----"
         "--"},
        {Report, See, /*        */
         "++++-"
         "+-"},
        {Report, Make, /*       */
         "-----"
         "--"},
        {Report, Change, /*     */
         "-----"
         "--"},
        {Report, Remove, /*     */
         "-----"
         "--"},
        {Report, Export, /*     */
         "++++-"
         "+-"},
        {Comparison, See, /*    */
         "++++-"
         "+-"},
        {Comparison, Make, /*   */
         "-----"
         "--"},
        {Comparison, Change, /* */
         "-----"
         "--"},
        {Comparison, Remove, /* */
         "-----"
         "--"},
        {Comparison, Export, /* */
         "++++-"
         "+-"},
        {Goal, See, /*          */
         "++++-"
         "+-"},
        {Goal, Make, /*         */
         "+----"
         "--"},
        {Goal, Change, /*       */
         "+----"
         "--"},
        {Goal, Remove, /*       */
         "+----"
         "--"},
        {Goal, Export, /*       */
         "-----"
         "--"},
        {Preparation, See, /*   */
         "+----"
         "--"},
        {Preparation, Make, /*  */
         "+----"
         "--"},
        {Preparation, Change, /**/
         "+----"
         "--"},
        {Preparation, Remove, /**/
         "+----"
         "--"},
        {Preparation, Export, /**/
         "+----"
         "--"},
        {SharedPreparation, See, /*   */
         "+++--"
         "+-"},
        {SharedPreparation, Make, /*  */
         "+----"
         "--"},
        {SharedPreparation, Change, /**/
         "+----"
         "--"},
        {SharedPreparation, Remove, /**/
         "+----"
         "--"},
        {SharedPreparation, Export, /**/
         "+----"
         "--"},
        {Appointment, See, /*   */
         "+++--"
         "+-"},
        {Appointment, Make, /*  */
         "++---"
         "+-"},
        {Appointment, Change, /**/
         "++---"
         "+-"},
        {Appointment, Remove, /**/
         "++---"
         "+-"},
        {Appointment, Export, /**/
         "+++--"
         "+-"},
        {Outcome, See, /*   */
         "+++--"
         "+-"},
        {Outcome, Make, /*   */
         "+-+--"
         "+-"},
        {Outcome, Change, /*   */
         "+-+--"
         "+-"},
        {Outcome, Remove, /*   */
         "+-+--"
         "+-"},
        {Outcome, Export, /*   */
         "+++--"
         "+-"},
        {Commitment, See, /*   */
         "++++-"
         "+-"},
        {Commitment, Make, /*   */
         "-----"
         "--"},
        {Commitment, Change, /*   */
         "++++-"
         "+-"},
        {Commitment, Remove, /*   */
         "-----"
         "--"},
        {Commitment, Export, /*   */
         "-----"
         "--"},
        {Quarter, See, /*   */
         "--+--"
         "+-"},
        {Quarter, Make, /*   */
         "-----"
         "--"},
        {Quarter, Change, /*   */
         "-----"
         "--"},
        {Quarter, Remove, /*   */
         "-----"
         "--"},
        {Quarter, Export, /*   */
         "--+--"
         "+-"},
        {CohortYear, See, /*   */
         "--+--"
         "+-"},
        {CohortYear, Make, /*   */
         "-----"
         "--"},
        {CohortYear, Change, /*   */
         "-----"
         "--"},
        {CohortYear, Remove, /*   */
         "-----"
         "--"},
        {CohortYear, Export, /*   */
         "--+--"
         "+-"},
        {Kit, See, /*           */
         "+++++"
         "++"},
        {Kit, Make, /*          */
         "-+---"
         "+-"},
        {Kit, Change, /*        */
         "-----"
         "+-"},
        {Kit, Remove, /*        */
         "-----"
         "+-"},
        {Kit, Export, /*        */
         "-++--"
         "+-"},
        {KitDraft, See, /*      */
         "-++--"
         "+-"},
        {KitDraft, Make, /*     */
         "-++--"
         "+-"},
        {KitDraft, Change, /*   */
         "-++--"
         "+-"},
        {KitDraft, Remove, /*   */
         "-++--"
         "+-"},
        {KitDraft, Export, /*   */
         "-++--"
         "+-"},
        {Material, See, /*      */
         "+++++"
         "++"},
        {Material, Make, /*     */
         "-++--"
         "+-"},
        {Material, Change, /*   */
         "-++--"
         "+-"},
        {Material, Remove, /*   */
         "-++--"
         "+-"},
        {Material, Export, /*   */
         "+++++"
         "++"},
        {PersonMaterial, See, /*   */
         "+++--"
         "+-"},
        {PersonMaterial, Make, /*  */
         "+++--"
         "+-"},
        {PersonMaterial, Change, /**/
         "+++--"
         "+-"},
        {PersonMaterial, Remove, /**/
         "+++--"
         "+-"},
        {PersonMaterial, Export, /**/
         "+++--"
         "+-"},
        {PersonName, See, /*    */
         "+++++"
         "++"},
        {PersonName, Make, /*   */
         "-----"
         "+-"},
        {PersonName, Change, /* */
         "-----"
         "+-"},
        {PersonName, Remove, /* */
         "-----"
         "+-"},
        {PersonName, Export, /* */
         "-----"
         "+-"},
        {PersonDetails, See, /*   */
         "+++--"
         "+-"},
        {PersonDetails, Make, /*  */
         "-----"
         "+-"},
        {PersonDetails, Change, /**/
         "-----"
         "+-"},
        {PersonDetails, Remove, /**/
         "-----"
         "+-"},
        {PersonDetails, Export, /**/
         "-----"
         "+-"},
        {Cohort, See, /*        */
         "+++++"
         "++"},
        {Cohort, Make, /*       */
         "-----"
         "+-"},
        {Cohort, Change, /*     */
         "-----"
         "+-"},
        {Cohort, Remove, /*     */
         "-----"
         "+-"},
        {Cohort, Export, /*     */
         "-----"
         "+-"},
        {Pair, See, /*          */
         "+++--"
         "+-"},
        {Pair, Make, /*         */
         "-----"
         "+-"},
        {Pair, Change, /*       */
         "-----"
         "+-"},
        {Pair, Remove, /*       */
         "-----"
         "+-"},
        {Pair, Export, /*       */
         "-----"
         "+-"},
        {Calibration, See, /*   */
         "-++--"
         "+-"},
        {Calibration, Make, /*  */
         "-----"
         "+-"},
        {Calibration, Change, /**/
         "-----"
         "+-"},
        {Calibration, Remove, /**/
         "-----"
         "+-"},
        {Calibration, Export, /**/
         "-++--"
         "+-"},
        {SignInSettings, See, /*   */
         "-----"
         "+-"},
        {SignInSettings, Make, /*  */
         "-----"
         "+-"},
        {SignInSettings, Change, /**/
         "-----"
         "+-"},
        {SignInSettings, Remove, /**/
         "-----"
         "+-"},
        {SignInSettings, Export, /**/
         "-----"
         "--"},
        {Passphrase, See, /*    */
         "-----"
         "--"},
        {Passphrase, Make, /*   */
         "-----"
         "--"},
        {Passphrase, Change, /* */
         "+----"
         "--"},
        {Passphrase, Remove, /* */
         "-----"
         "+-"},
        {Passphrase, Export, /* */
         "-----"
         "--"},
        {Upkeep, See, /*        */
         "-----"
         "+-"},
        {Upkeep, Make, /*       */
         "-----"
         "--"},
        {Upkeep, Change, /*     */
         "-----"
         "+-"},
        {Upkeep, Remove, /*     */
         "-----"
         "--"},
        {Upkeep, Export, /*     */
         "-----"
         "--"},
    };
    return rows;
}

std::string cellsOf(Action action, Thing thing) {
    std::string cells;
    for (const Standing standing : kStandings)
        cells += allows(action, thing, {standing}) ? '+' : '-';
    return cells;
}

} // namespace

TEST(Access, IsWhatTheTableSaysForEveryThingEveryActionAndEveryStanding) {
    for (const Row& row : expected())
        EXPECT_EQ(cellsOf(row.action, row.thing), row.cells) << name(row.action) << " " << name(row.thing);
}

TEST(Access, HasNoCellThatThisTestDoesNotName) {
    std::size_t place = 0;
    ASSERT_EQ(expected().size(), kThings.size() * kActions.size());
    for (const Thing thing : kThings)
        for (const Action action : kActions) {
            EXPECT_EQ(expected()[place].thing, thing) << place;
            EXPECT_EQ(expected()[place].action, action) << place;
            EXPECT_EQ(expected()[place].cells.size(), kStandings.size()) << place;
            ++place;
        }
}

TEST(Access, AddsUpWhatSeveralStandingsAllow) {
    for (const Row& row : expected())
        for (std::size_t one = 0; one < kStandings.size(); ++one)
            for (std::size_t other = 0; other < kStandings.size(); ++other)
                EXPECT_EQ(allows(row.action, row.thing, {kStandings[one], kStandings[other]}),
                          row.cells[one] == '+' || row.cells[other] == '+')
                    << name(row.action) << " " << name(row.thing) << ", " << name(kStandings[one]) << " and "
                    << name(kStandings[other]);
}

TEST(Access, LetsNobodyHaveAnothersDraftOrPrivateNoteHoweverTheyStand) {
    Standings all;
    for (const Standing standing : kStandings)
        all.add(standing);
    for (const Action action : kActions) {
        EXPECT_FALSE(allows(action, OthersDraft, all)) << name(action);
        EXPECT_FALSE(allows(action, OthersPrivateNote, all)) << name(action);
    }
}

TEST(Access, HoldsForSeeingAndForSigningInAlsoWhereNobodySignsIn) {
    for (const Thing thing : kThings)
        for (const Action action : kActions) {
            const bool always = thing == OthersDraft || thing == OthersPrivateNote ||
                                thing == SignInSettings || thing == Passphrase || thing == Appointment;
            EXPECT_EQ(holdsWithoutSigningIn(action, thing), always || (action == See && thing != Upkeep))
                << name(action) << " " << name(thing);
        }
}

TEST(Access, SaysToWhomSomethingIsGivenWhereItRefuses) {
    EXPECT_EQ(refusal(Remove, Session),
              "you may not remove this session; this is for: whose it is, coordinators");
    EXPECT_EQ(refusal(See, CohortYear),
              "you may not see a cohort's year; this is for: liaisons of its pairs, coordinators");
    EXPECT_EQ(refusal(See, OthersDraft), "you may not see another person's draft; nobody may");
}

} // namespace mockingbird::catalog
