// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sign_in_store.h"

#include "tests/common/catalog/signed_in_fixture.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <fstream>
#include <iterator>

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr const char* kMenteesPassphrase = "the mentee's own words";

} // namespace

class SignInStoreTest : public SignedInTest {
protected:
    SignInStoreTest() {
        m_catalog->signIn().setClock([this] { return m_now; });
    }
    SignInStore& signIn() { return m_catalog->signIn(); }
    void letIn(const Person& person, const std::string& passphrase) {
        m_catalog->actAs(m_coordinator.id);
        const std::string code = must(signIn().giveCode(person.id));
        m_catalog->actAs({});
        EXPECT_EQ(must(signIn().signInWithCode(person.name, code, passphrase)), person.id);
    }
    void pass(std::int64_t seconds) { m_now.milliseconds += seconds * 1000; }
    /// How often each kind is in the log.
    [[nodiscard]] std::int64_t logged(const std::string& kind) const {
        SQLite::Database database((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READONLY, 5000);
        return database.execAndGet("SELECT count(*) FROM event WHERE kind = '" + kind + "'").getInt64();
    }

    WallTime m_now{1'800'000'000'000};
};

TEST_F(SignInStoreTest, IsOffUntilACoordinatorTurnsItOn) {
    EXPECT_FALSE(must(signIn().settings()).on);
    for (const Person* person : {&m_mentee, &m_mentor, &m_accompanying}) {
        m_catalog->actAs(person->id);
        EXPECT_EQ(codeOf(signIn().turnOn("ten letters and more", 10)), ErrorCode::Denied) << person->name;
    }
    m_catalog->actAs(m_coordinator.id);
    EXPECT_EQ(codeOf(signIn().turnOn("short", 10)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(signIn().turnOn("long enough to be one", -1)), ErrorCode::InvalidArgument);
    EXPECT_FALSE(must(signIn().settings()).on);
    turnOn();
    EXPECT_TRUE(must(signIn().settings()).on);
    EXPECT_EQ(must(signIn().settings()).idleMinutes, 10);
    EXPECT_EQ(codeOf(signIn().turnOn("long enough to be one", 10)), ErrorCode::InvalidArgument);
    EXPECT_EQ(must(signIn().signIn("Dora Ek", kCoordinatorsPassphrase)), m_coordinator.id);
}

TEST_F(SignInStoreTest, AnswersWithOneSentenceWhateverIsWrong) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    const std::string wrongPassphrase = signIn().signIn("Ana Díaz", "not her words at all").error().detail;
    const std::string wrongName = signIn().signIn("Nobody", kMenteesPassphrase).error().detail;
    const std::string noPassphraseYet = signIn().signIn("Ben Okafor", "not his words").error().detail;
    const std::string empty = signIn().signIn("Ana Díaz", "").error().detail;
    EXPECT_EQ(wrongPassphrase, wrongName);
    EXPECT_EQ(wrongPassphrase, noPassphraseYet);
    EXPECT_EQ(wrongPassphrase, empty);
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", kMenteesPassphrase)), m_mentee.id);
    EXPECT_EQ(must(signIn().signIn(m_mentee.id.toString(), kMenteesPassphrase)), m_mentee.id);
}

TEST_F(SignInStoreTest, MakesEverybodyWaitLongerAfterEachWrongOneAlsoBehindARestart) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(signIn().signIn("Ana Díaz", "a wrong one").error().detail,
                  "the name and the passphrase don't belong together");
    EXPECT_THAT(signIn().signIn("Ana Díaz", kMenteesPassphrase).error().detail, HasSubstr("again in 1 s"));
    EXPECT_EQ(must(signIn().signIn("Dora Ek", kCoordinatorsPassphrase)),
              m_coordinator.id); // others don't wait
    pass(1);
    EXPECT_FALSE(signIn().signIn("Ana Díaz", "a wrong one").ok());

    m_catalog.reset();
    m_catalog = must(Catalog::open(m_folder.path()));
    signIn().setCost(kCheap);
    signIn().setClock([this] { return m_now; });
    EXPECT_THAT(signIn().signIn("Ana Díaz", kMenteesPassphrase).error().detail, HasSubstr("again in 2 s"));
    pass(2);
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", kMenteesPassphrase)), m_mentee.id);
    EXPECT_FALSE(signIn().signIn("Ana Díaz", "a wrong one").ok());
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", kMenteesPassphrase)), m_mentee.id); // all is forgiven
}

TEST_F(SignInStoreTest, ACodeServesOnceAndForFourteenDays) {
    turnOn();
    const std::string code = must(signIn().giveCode(m_mentee.id));
    EXPECT_EQ(must(signIn().stateOf(m_mentee.id)), PassphraseState::CodeGiven);
    EXPECT_EQ(codeOf(signIn().signInWithCode("Ben Okafor", code, kMenteesPassphrase)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(signIn().signInWithCode("Ana Díaz", "0000-0000-0000", kMenteesPassphrase)),
              ErrorCode::Denied);
    EXPECT_EQ(codeOf(signIn().signInWithCode("Ana Díaz", code, "short")), ErrorCode::InvalidArgument);
    std::string typed = code;
    std::ranges::replace(typed, '-', ' ');
    EXPECT_EQ(must(signIn().signInWithCode("Ana Díaz", typed, kMenteesPassphrase)), m_mentee.id);
    EXPECT_EQ(must(signIn().stateOf(m_mentee.id)), PassphraseState::Set);
    EXPECT_EQ(codeOf(signIn().signInWithCode("Ana Díaz", code, "another one for her")), ErrorCode::Denied);

    const std::string late = must(signIn().giveCode(m_mentor.id));
    pass(std::int64_t{14} * 24 * 60 * 60);
    EXPECT_EQ(must(signIn().stateOf(m_mentor.id)), PassphraseState::None);
    EXPECT_EQ(codeOf(signIn().signInWithCode("Ben Okafor", late, "too late, alas, too late")),
              ErrorCode::Denied);
}

TEST_F(SignInStoreTest, ResettingIsACoordinatorsAndAnEventAndEndsTheOldPassphrase) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    letIn(m_mentor, "the mentor's own words");
    m_catalog->actAs(m_mentor.id);
    EXPECT_EQ(codeOf(signIn().giveCode(m_mentee.id)), ErrorCode::Denied);
    const auto before = logged("passphrase.reset");
    m_catalog->actAs(m_coordinator.id);
    EXPECT_EQ(codeOf(signIn().giveCode(m_coordinator.id)), ErrorCode::InvalidArgument);
    const std::string code = must(signIn().giveCode(m_mentee.id));
    EXPECT_EQ(logged("passphrase.reset"), before + 1);
    const auto events = must(m_catalog->events(m_mentee.id.uuid()));
    EXPECT_EQ(events.back().kind, "passphrase.reset");
    EXPECT_EQ(events.back().author, m_coordinator.id);
    EXPECT_EQ(codeOf(signIn().signIn("Ana Díaz", kMenteesPassphrase)), ErrorCode::Denied);
    EXPECT_EQ(must(signIn().signInWithCode("Ana Díaz", code, "her new own words")), m_mentee.id);
}

TEST_F(SignInStoreTest, KeepsHashesAndCodesOutOfTheLogAndOfEverythingThatIsRead) {
    turnOn();
    const std::string code = must(signIn().giveCode(m_mentor.id));
    letIn(m_mentee, kMenteesPassphrase);
    m_catalog->actAsStudio();
    SQLite::Database database((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READONLY, 5000);
    // The control: it is in its own table.
    EXPECT_GT(
        database.execAndGet("SELECT count(*) FROM credential WHERE passphrase LIKE '$argon2id$%'").getInt64(),
        1);
    EXPECT_EQ(database
                  .execAndGet("SELECT count(*) FROM event WHERE payload LIKE '%argon2%' OR payload LIKE '%" +
                              hashCode(code) + "%' OR payload LIKE '%" + code + "%'")
                  .getInt64(),
              0);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM search_entry WHERE body LIKE '%argon2%'").getInt64(),
              0);
    for (const auto& [table, rows] : dumpOf(m_folder.path()))
        for (const std::string& row : rows)
            EXPECT_THAT(row, Not(HasSubstr("argon2"))) << table;
    std::ifstream file(m_folder.path() / "catalog.db", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(bytes, Not(HasSubstr(kMenteesPassphrase)));
}

TEST_F(SignInStoreTest, ARebuildLeavesThePassphrases) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    m_catalog->actAs(m_coordinator.id);
    must(m_catalog->rebuild());
    EXPECT_TRUE(must(signIn().settings()).on);
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", kMenteesPassphrase)), m_mentee.id);
    EXPECT_THAT(must(m_catalog->verify()), testing::IsEmpty());
}

TEST_F(SignInStoreTest, OnesOwnPassphraseIsChangedWithTheOneThatHeld) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(signIn().changePassphrase("not the one", "another one for her")), ErrorCode::Denied);
    EXPECT_EQ(codeOf(signIn().changePassphrase(kMenteesPassphrase, "short")), ErrorCode::InvalidArgument);
    must(signIn().changePassphrase(kMenteesPassphrase, "another one for her"));
    EXPECT_EQ(codeOf(signIn().signIn("Ana Díaz", kMenteesPassphrase)), ErrorCode::Denied);
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", "another one for her")), m_mentee.id);
}

TEST_F(SignInStoreTest, TurningItOffTakesTheCoordinatorsPassphrase) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(signIn().turnOff(kMenteesPassphrase)), ErrorCode::Denied);
    m_catalog->actAs(m_coordinator.id);
    EXPECT_EQ(codeOf(signIn().turnOff(kMenteesPassphrase)), ErrorCode::Denied);
    EXPECT_TRUE(must(signIn().settings()).on);
    must(signIn().turnOff(kCoordinatorsPassphrase));
    EXPECT_FALSE(must(signIn().settings()).on);
    turnOn(); // those of others still hold
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", kMenteesPassphrase)), m_mentee.id);
}

TEST_F(SignInStoreTest, ACoordinatorWhoForgotTheirsRecoversWithTheCodeThatWasPrinted) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    m_catalog->actAs({});
    EXPECT_EQ(codeOf(signIn().recover("Dora Ek", "0000-0000-0000-0000-0000", "new words for her")),
              ErrorCode::Denied);
    EXPECT_EQ(codeOf(signIn().recover("Ana Díaz", m_recoveryCode, "she is no coordinator")),
              ErrorCode::Denied);
    const std::string next = must(signIn().recover("Dora Ek", m_recoveryCode, "new words for her"));
    EXPECT_NE(next, m_recoveryCode);
    EXPECT_EQ(codeOf(signIn().signIn("Dora Ek", kCoordinatorsPassphrase)), ErrorCode::Denied);
    EXPECT_EQ(must(signIn().signIn("Dora Ek", "new words for her")), m_coordinator.id);
    EXPECT_EQ(codeOf(signIn().recover("Dora Ek", m_recoveryCode, "and once again so")), ErrorCode::Denied);
    EXPECT_TRUE(signIn().recover("Dora Ek", next, "and once again so").ok());
}

TEST_F(SignInStoreTest, TheLastCoordinatorWhoCanSignInStaysOne) {
    turnOn();
    Person dora = m_coordinator;
    dora.roles = {Role::Mentor};
    EXPECT_EQ(codeOf(m_catalog->people().change(dora)), ErrorCode::InvalidArgument);
    letIn(m_liaison, "another coordinator's words");
    m_catalog->actAs(m_coordinator.id);
    EXPECT_TRUE(m_catalog->people().change(dora).ok());
}

TEST_F(SignInStoreTest, GuessingTheRecoveryCodeHasToWaitToo) {
    turnOn();
    m_catalog->actAs({});
    for (int i = 0; i < 4; ++i)
        EXPECT_FALSE(signIn().recover("Dora Ek", "0000-0000", "new words for her").ok());
    EXPECT_THAT(signIn().recover("Dora Ek", m_recoveryCode, "new words for her").error().detail,
                HasSubstr("again in"));
    pass(1);
    EXPECT_TRUE(signIn().recover("Dora Ek", m_recoveryCode, "new words for her").ok());
}

TEST_F(SignInStoreTest, ListsEverybodyByNameForWhoHasNotSignedIn) {
    turnOn();
    m_catalog->actAs({});
    const auto everybody = must(signIn().everybody());
    EXPECT_EQ(everybody.size(), 9u);
    EXPECT_EQ(everybody.front().name, "Ana Díaz");
    EXPECT_EQ(everybody.front().state, PassphraseState::None);
    const auto coordinator = std::ranges::find(everybody, m_coordinator.id, &SignInEntry::id);
    EXPECT_EQ(coordinator->state, PassphraseState::Set);
}

TEST_F(SignInStoreTest, AnOlderHashIsReplacedByOneThatIsHarderToGuess) {
    turnOn();
    letIn(m_mentee, kMenteesPassphrase);
    signIn().setCost({2, std::size_t{16} << 10});
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", kMenteesPassphrase)), m_mentee.id);
    SQLite::Database database((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READONLY, 5000);
    EXPECT_THAT(
        database
            .execAndGet("SELECT passphrase FROM credential WHERE person = '" + m_mentee.id.toString() + "'")
            .getString(),
        HasSubstr("m=16,t=2"));
    EXPECT_EQ(must(signIn().signIn("Ana Díaz", kMenteesPassphrase)), m_mentee.id);
}

} // namespace mockingbird::catalog::test
