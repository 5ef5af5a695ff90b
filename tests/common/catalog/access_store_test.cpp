// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/access_store.h"

#include "tests/common/catalog/signed_in_fixture.h"

#include <functional>
#include <random>

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

/// What somebody who knows an id could try with each store, and what it must answer.
template <class T>
bool isDenied(const Result<T>& result) {
    return !result.ok() && result.error().code == ErrorCode::Denied;
}

bool lists(Catalog& catalog, SessionId session) {
    const auto all = must(catalog.sessions().all());
    return std::ranges::find(all, session, &Session::id) != all.end();
}

} // namespace

class AccessStoreTest : public SignedInTest {
protected:
    /// Everything about the session that can be read by an id, whether it is denied to who acts.
    [[nodiscard]] std::vector<std::pair<std::string, bool>> readings() {
        return {{"the session", isDenied(m_catalog->sessions().byId(m_session.id))},
                {"found by its id", isDenied(m_catalog->sessions().find(m_session.id.toString()))},
                {"its segments", isDenied(m_catalog->sessions().segments(m_session.id))},
                {"its bookmarks", isDenied(m_catalog->sessions().bookmarks(m_session.id))},
                {"its recordings", isDenied(m_catalog->recordings().ofSession(m_session.id))},
                {"its recording", isDenied(m_catalog->recordings().byId(m_recording.id))},
                {"its captions", isDenied(m_catalog->captions().ofRecording(m_recording.id))},
                {"its consents", isDenied(m_catalog->consents().ofSession(m_session.id))},
                {"its incidents", isDenied(m_catalog->incidents().ofSession(m_session.id))},
                {"its reviews", isDenied(m_catalog->reviews().ofSession(m_session.id))},
                {"its round", isDenied(m_catalog->reviews().round(m_session.id))},
                {"its notes", isDenied(m_catalog->reviews().notes(m_session.id))},
                {"its scores", isDenied(m_catalog->reviews().scores(m_session.id))},
                {"its replies", isDenied(m_catalog->reviews().replies(m_session.id))},
                {"what was agreed", isDenied(m_catalog->consensus().ofSession(m_session.id))},
                {"the mentee's goal", isDenied(m_catalog->goals().of(m_mentee.id, WallTime::now()))}};
    }
    void expectReadings(bool denied, const std::string& who) {
        for (const auto& [what, was] : readings())
            EXPECT_EQ(was, denied) << who << ": " << what;
        EXPECT_NE(lists(*m_catalog, m_session.id), denied) << who;
    }
};

TEST_F(AccessStoreTest, GivesASessionToWhoHasToDoWithItAndToNobodyElse) {
    must(m_catalog->captions().set(m_recording.id, "en", "talk.vtt", sampleCues()));
    turnOn();
    const std::vector<std::pair<const Person*, bool>> people = {
        {&m_mentee, false},     {&m_pairedMentor, false}, {&m_accompanying, false},
        {&m_mentor, false},     {&m_coordinator, false},  {&m_liaison, false}, // a coordinator, too
        {&m_otherMentee, true}, {&m_otherMentor, true},   {&m_otherLiaison, true}};
    for (const auto& [person, denied] : people) {
        m_catalog->actAs(person->id);
        expectReadings(denied, person->name);
    }
}

TEST_F(AccessStoreTest, GivesNothingToNobodyOncePeopleSignInAndAllToTheOwnerBefore) {
    must(m_catalog->captions().set(m_recording.id, "en", "talk.vtt", sampleCues()));
    m_catalog->actAs({});
    expectReadings(false, "the owner");
    m_catalog->actAs(m_coordinator.id);
    turnOn();
    m_catalog->actAs({});
    for (const auto& [what, denied] : readings())
        EXPECT_TRUE(denied) << what;
    EXPECT_TRUE(isDenied(m_catalog->sessions().all()));
    EXPECT_TRUE(isDenied(m_catalog->search().find("Ana")));
    m_catalog->actAsStudio();
    expectReadings(false, "the studio itself");
}

TEST_F(AccessStoreTest, LetsNobodyTouchWhatIsNotTheirs) {
    turnOn();
    m_catalog->actAs(m_mentor.id);
    const Review draft = must(m_catalog->reviews().mine(m_session.id));
    const Note kept = must(m_catalog->reviews().addNote(draft.id, noteAt(1, "a draft's note")));
    const Score score = must(m_catalog->reviews().setScore(draft.id, m_kit.rubric.criteria[0].id, 3));
    must(m_catalog->reviews().setSummary(draft.id, "nobody's business yet"));
    for (const Person* person : {&m_mentee, &m_pairedMentor, &m_accompanying, &m_coordinator}) {
        m_catalog->actAs(person->id);
        auto& reviews = m_catalog->reviews();
        EXPECT_THAT(must(reviews.notes(m_session.id)), IsEmpty()) << person->name;
        EXPECT_THAT(must(reviews.scores(m_session.id)), IsEmpty()) << person->name;
        EXPECT_EQ(must(reviews.byId(draft.id)).summary, "") << person->name;
        EXPECT_EQ(must(reviews.ofSession(m_session.id)).front().summary, "") << person->name;
        EXPECT_TRUE(isDenied(reviews.note(kept.id))) << person->name;
        EXPECT_TRUE(isDenied(reviews.addNote(draft.id, noteAt(2, "mine"))));
        EXPECT_TRUE(isDenied(reviews.changeNote(kept)));
        EXPECT_TRUE(isDenied(reviews.removeNote(kept.id)));
        EXPECT_TRUE(isDenied(reviews.setScore(draft.id, m_kit.rubric.criteria[0].id, 1)));
        EXPECT_TRUE(isDenied(reviews.clearScore(score.id)));
        EXPECT_TRUE(isDenied(reviews.setSummary(draft.id, "mine")));
        EXPECT_TRUE(isDenied(reviews.setCommitments(draft.id, {"mine"})));
        EXPECT_TRUE(isDenied(reviews.seal(draft.id)));
    }
    m_catalog->actAs(m_mentor.id); // the control: all of it is there for whose it is
    EXPECT_THAT(must(m_catalog->reviews().notes(m_session.id)), SizeIs(1));
    EXPECT_EQ(must(m_catalog->reviews().byId(draft.id)).summary, "nobody's business yet");
}

TEST_F(AccessStoreTest, LetsOnlyWhoMayRecordRemoveAndSetUp) {
    turnOn();
    const auto attempts = [&](const Person& person) {
        m_catalog->actAs(person.id);
        return std::vector<bool>{
            isDenied(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo)),
            isDenied(m_catalog->recordings().begin(m_session.id, {})),
            isDenied(m_catalog->sessions().remove(m_session.id)),
            isDenied(m_catalog->sessions().restore(m_session.id)),
            isDenied(m_catalog->goals().set(m_mentee.id, "Breathe, says " + person.name)),
            isDenied(m_catalog->calibrations().begin(m_session.id, {}, "By " + person.name)),
            isDenied(m_catalog->rebuild()),
            isDenied(m_catalog->verify())};
    };
    //                                                       hold  record remove restore goal calibrate
    //                                                       rebuild verify
    using Denied = std::vector<bool>;
    EXPECT_EQ(attempts(m_otherMentee), (Denied{true, true, true, true, true, true, true, true}));
    EXPECT_EQ(attempts(m_otherMentor), (Denied{true, true, true, true, true, true, true, true}));
    EXPECT_EQ(attempts(m_accompanying), (Denied{true, true, true, true, true, true, true, true}));
    EXPECT_EQ(attempts(m_mentor), (Denied{true, false, true, true, true, true, true, true}));
    EXPECT_EQ(attempts(m_pairedMentor), (Denied{false, false, true, true, true, true, true, true}));
    EXPECT_EQ(attempts(m_mentee), (Denied{false, false, false, false, false, true, true, true}));
    EXPECT_EQ(attempts(m_coordinator), (Denied{false, false, false, false, true, false, false, false}));
}

TEST_F(AccessStoreTest, PeoplePairsAndKitsAreTheCoordinatorsOncePeopleSignIn) {
    const Pair pair = must(m_catalog->people().pairs()).front();
    turnOn();
    for (const Person* person : {&m_mentee, &m_mentor, &m_accompanying}) {
        m_catalog->actAs(person->id);
        auto& people = m_catalog->people();
        EXPECT_TRUE(isDenied(people.add("Somebody", {Role::Coordinator}))) << person->name;
        Person raised = *person;
        raised.roles.insert(Role::Coordinator);
        EXPECT_TRUE(isDenied(people.change(raised))) << person->name;
        EXPECT_TRUE(isDenied(people.remove(m_otherMentee.id))) << person->name;
        EXPECT_TRUE(isDenied(people.addCohort("2028", "", ""))) << person->name;
        EXPECT_TRUE(isDenied(people.addPair(m_cohort.id, m_otherMentee.id, person->id, {}))) << person->name;
        EXPECT_TRUE(isDenied(people.endPair(pair.id, "so"))) << person->name;
        EXPECT_EQ(m_catalog->kits().publish(sampleKit()).ok(), person == &m_mentor) << person->name;
    }
    m_catalog->actAs(m_coordinator.id);
    EXPECT_THAT(must(m_catalog->people().pairs()), SizeIs(2));
    EXPECT_TRUE(m_catalog->people().add("Somebody", {Role::Mentee}).ok());
}

TEST_F(AccessStoreTest, APairThatEndedAccompaniesNoMore) {
    turnOn();
    const Pair pair = must(m_catalog->people().pairs()).front();
    m_catalog->actAs(pair.mentor);
    EXPECT_TRUE(lists(*m_catalog, m_session.id));
    m_catalog->actAs(m_coordinator.id);
    must(m_catalog->people().endPair(pair.id, "moved away"));
    m_catalog->actAs(pair.mentor);
    EXPECT_FALSE(lists(*m_catalog, m_session.id));
    EXPECT_TRUE(isDenied(m_catalog->sessions().byId(m_session.id)));
}

TEST_F(AccessStoreTest, FindsByItsWordsOnlyWhatIsInSight) {
    turnOn();
    const auto hits = [&](const Person& person) {
        m_catalog->actAs(person.id);
        return must(m_catalog->search().find("Ana")).size();
    };
    EXPECT_EQ(hits(m_pairedMentor), 1u);
    EXPECT_EQ(hits(m_mentee), 1u);
    EXPECT_EQ(hits(m_coordinator), 1u);
    EXPECT_EQ(hits(m_otherMentor), 0u);
    EXPECT_EQ(hits(m_otherMentee), 0u);
}

TEST_F(AccessStoreTest, CountsAttemptsAlsoThoseThatAreNotInSight) {
    must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo, {m_otherMentor.id},
                                   WallTime{1'700'000'100'000}));
    turnOn();
    m_catalog->actAs(m_otherMentor.id);
    const auto seen = must(m_catalog->sessions().all());
    ASSERT_THAT(seen, SizeIs(1));
    EXPECT_EQ(seen.front().attempt, 2);
    EXPECT_EQ(must(m_catalog->sessions().find("last")).id, seen.front().id);
}

TEST_F(AccessStoreTest, ShowsACalibrationToTheMentorsOfItsCohort) {
    const Cohort other = must(m_catalog->people().addCohort("2027", "2027-01-01", "2027-12-31"));
    const Calibration calibration =
        must(m_catalog->calibrations().begin(m_session.id, m_cohort.id, "Before the year"));
    turnOn();
    m_catalog->actAs(m_otherMentor.id);
    EXPECT_TRUE(lists(*m_catalog, m_session.id));
    EXPECT_TRUE(m_catalog->reviews().mine(m_session.id).ok());
    EXPECT_FALSE(must(m_catalog->access().may(Action::Export, Thing::Report, m_otherMentee.id)) &&
                 must(m_catalog->access().may(Action::Remove, Thing::Session, m_session.id)));
    m_catalog->actAs(m_otherMentee.id);
    EXPECT_FALSE(lists(*m_catalog, m_session.id));
    m_catalog->actAs(m_coordinator.id);
    must(m_catalog->calibrations().end(calibration.id));
    must(m_catalog->calibrations().begin(m_session.id, other.id, "For the others"));
    const Person late = must(m_catalog->people().add("Kim Lo", {Role::Mentor}));
    m_catalog->actAs(late.id);
    EXPECT_FALSE(lists(*m_catalog, m_session.id));
}

TEST_F(AccessStoreTest, DoingIsOpenWhereNobodySignsInAndSeeingIsNot) {
    m_catalog->actAs(m_otherMentee.id);
    EXPECT_FALSE(lists(*m_catalog, m_session.id));
    EXPECT_TRUE(isDenied(m_catalog->sessions().byId(m_session.id)));
    EXPECT_TRUE(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo).error().code ==
                ErrorCode::Denied); // made, but not hers to be shown: nothing is made
    EXPECT_TRUE(m_catalog->people().add("Lia Moe", {Role::Mentee}).ok());
    EXPECT_TRUE(m_catalog->goals().set(m_mentee.id, "Breathe").ok());
    EXPECT_TRUE(isDenied(m_catalog->signIn().turnOn("my very own words", 10)));
}

TEST_F(CatalogTest, WithoutPairsMentorsAndLiaisonsAccompanyEverybodyUntilPeopleSignIn) {
    const Person mentor = must(m_catalog->people().add("Gus Hale", {Role::Mentor}));
    const Person mentee = must(m_catalog->people().add("Fay Gil", {Role::Mentee}));
    m_catalog->actAs(mentor.id);
    EXPECT_TRUE(lists(*m_catalog, m_session.id));
    EXPECT_TRUE(m_catalog->sessions().byId(m_session.id).ok());
    m_catalog->actAs(mentee.id);
    EXPECT_FALSE(lists(*m_catalog, m_session.id));
    m_catalog->actAs(m_liaison.id); // a coordinator, too
    m_catalog->signIn().setCost(kCheap);
    must(m_catalog->signIn().turnOn(kCoordinatorsPassphrase, 10));
    m_catalog->actAs(mentor.id);
    EXPECT_FALSE(lists(*m_catalog, m_session.id));
    EXPECT_TRUE(isDenied(m_catalog->sessions().byId(m_session.id)));
}

TEST_F(AccessStoreTest, RefusesWithASentenceThatSaysWhoseItIs) {
    turnOn();
    m_catalog->actAs(m_otherMentee.id);
    EXPECT_THAT(m_catalog->sessions().byId(m_session.id).error().detail,
                HasSubstr("you may not see this session"));
}

TEST_F(AccessStoreTest, ARecordingThatWasBegunCanEndAlthoughRightsWereLost) {
    const Recording running = must(m_catalog->recordings().begin(m_session.id, {}));
    turnOn();
    m_catalog->actAs(m_otherMentee.id);
    EXPECT_TRUE(
        m_catalog->recordings().finish(running.id, RecordingState::Complete, seconds(3), 10, {}).ok());
}

/// The lists are cut by SQL, single things by the table: over many catalogs both say the same of everybody
/// and every session.
class SightTest : public testing::TestWithParam<std::uint32_t> {};

TEST_P(SightTest, ListsHoldExactlyWhatTheTableLetsSee) {
    const TemporaryFolder folder;
    const auto catalog = must(Catalog::open(folder.path()));
    std::mt19937 random(GetParam());
    const auto below = [&](std::size_t end) {
        return static_cast<std::size_t>(
            std::uniform_int_distribution<int>(0, static_cast<int>(end) - 1)(random));
    };
    constexpr std::array kRoles = {Role::Mentee, Role::Mentor, Role::Liaison};
    std::vector<Person> people;
    for (int i = 0; i < 12; ++i) {
        std::set<Role> roles;
        for (const Role role : kRoles)
            if (below(2) == 0)
                roles.insert(role);
        people.push_back(must(catalog->people().add("Person " + std::to_string(i), roles)));
    }
    const Person coordinator = must(catalog->people().add("Coordinator", {Role::Coordinator}));
    const auto any = [&]() -> const Person& { return people[below(people.size())]; };
    const Kit kit = must(catalog->kits().publish(sampleKit()));
    const Cohort cohort = must(catalog->people().addCohort("2026", "", ""));
    for (int i = 0; i < 6; ++i)
        (void)catalog->people().addPair(cohort.id, any().id, any().id, below(2) == 0 ? any().id : PersonId{});
    std::vector<Session> sessions;
    for (int i = 0; i < 25; ++i) {
        sessions.push_back(must(catalog->sessions().add(any().id, kit.id, SessionMode::Solo, {any().id})));
        if (below(3) == 0)
            must(catalog->sessions().join(sessions.back().id, any().id, Seat::Observer));
        if (below(5) == 0)
            must(catalog->calibrations().begin(sessions.back().id, below(2) == 0 ? cohort.id : CohortId{},
                                               "For practice"));
        if (below(6) == 0)
            must(catalog->sessions().remove(sessions.back().id));
    }
    catalog->actAs(coordinator.id);
    catalog->signIn().setCost(kCheap);
    must(catalog->signIn().turnOn(kCoordinatorsPassphrase, 10));
    people.push_back(coordinator);
    std::size_t seen = 0;
    for (const Person& person : people) {
        catalog->actAs(person.id);
        for (const Session& session : sessions) {
            const bool listed = lists(*catalog, session.id);
            seen += listed ? 1 : 0;
            const auto byId = catalog->sessions().byId(session.id);
            EXPECT_EQ(listed, byId.ok()) << person.name;
            if (!byId.ok() && byId.error().code == ErrorCode::NotFound)
                continue;
            EXPECT_EQ(listed, must(catalog->access().may(Action::See, Thing::Session, session.id)))
                << person.name;
        }
    }
    EXPECT_GT(seen, 30u);
    EXPECT_LT(seen, people.size() * sessions.size());
}

INSTANTIATE_TEST_SUITE_P(Seeds, SightTest, ::testing::Range(1U, 6U));

} // namespace mockingbird::catalog::test
