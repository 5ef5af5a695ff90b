// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/projection.h"

#include "common/catalog/database.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/material_folder.h"
#include "common/catalog/preparation.h"
#include "common/catalog/programme.h"
#include "common/catalog/reading_store.h"
#include "common/catalog/sign_in_store.h"
#include "tests/common/catalog/fixture.h"
#include "tests/common/catalog/random_work.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <algorithm>

namespace mockingbird::catalog::test {

using ::testing::IsEmpty;
using ::testing::Not;

namespace {

/// Everything that a mentee prepares, each thing changed once, too.
void prepare(Catalog& catalog, PersonId mentee, const Kit& kit, SessionId session) {
    catalog.actAs(mentee);
    Appointment wanted;
    wanted.mentee = mentee;
    wanted.at = {1'772'000'000'000};
    wanted.kit = kit.id;
    Appointment made = must(Preparation(catalog).appointments().make(wanted));
    made.place = "Room 3";
    must(Preparation(catalog).appointments().change(made));
    must(Preparation(catalog).appointments().cancel(made.id, "ill"));
    must(Preparation(catalog).appointments().restore(made.id));
    must(Preparation(catalog).appointments().hold(made.id, session));
    const ChecklistItem own =
        must(Preparation(catalog).checklists().add(mentee, made.id, "Ask Ada", "2026-03-01"));
    must(Preparation(catalog).checklists().change(own.own, "Ask Ada twice", ""));
    must(Preparation(catalog).checklists().tick(mentee, made.id, own.key, true));
    must(Preparation(catalog).checklists().remove(own.own));
    const Practice practised = must(Preparation(catalog).practice().add(
        {{}, mentee, kit.id, kit.questions[0].id, PracticeOutcome::Again, 12, session, {}}));
    must(Preparation(catalog).practice().remove(practised.id));
    Story story;
    story.person = mentee;
    story.title = "Lift";
    story.tags = {"Calm"};
    story = must(Preparation(catalog).stories().add(story));
    story.result = "Nobody was hurt";
    must(Preparation(catalog).stories().change(story));
    must(Preparation(catalog).stories().setFit(story.id, kit.questions[0].id, true));
    must(Preparation(catalog).stories().setTold(story.id, {session, kit.questions[0].id}, true));
    must(Preparation(catalog).stories().share(story.id, true));
    must(Preparation(catalog).stories().remove(story.id));
    must(Preparation(catalog).confidence().set(mentee, ConfidenceMoment::After, 6, session));
    must(Preparation(catalog).confidence().remove(
        must(Preparation(catalog).confidence().set(mentee, ConfidenceMoment::Before, 3)).id));
    must(Preparation(catalog).confidence().share(mentee, true));
}

/// Outcomes, a commitment that a later session kept, feedback that was looked at.
void comeOfIt(Catalog& catalog, PersonId mentee, KitId kit, SessionId session) {
    const Programme programme(catalog);
    catalog.actAs(mentee);
    auto outcomes = programme.outcomes();
    Outcome outcome = must(outcomes.add({{}, mentee, OutcomeKind::Applied, "2026-03-01", "Desk", {}, {}}));
    outcome.kind = OutcomeKind::Interviewed;
    must(outcomes.change(outcome));
    must(outcomes.remove(outcome.id));
    must(outcomes.restore(outcome.id));
    const Session later = must(catalog.sessions().add(mentee, kit, SessionMode::Solo));
    auto commitments = programme.commitments();
    const CommitmentId taken = must(commitments.ofMentee(mentee)).front().commitment.id;
    must(commitments.close(taken, later.id));
    must(commitments.reopen(taken));
    must(commitments.close(taken, later.id));
    must(programme.feedback().noteSeen(session));
}

} // namespace

TEST_F(CatalogTest, ARebuildFromTheLogGivesEveryTableAgain) {
    auto& reviews = m_catalog->reviews();
    const Review mine = must(reviews.mine(m_session.id));
    const Note kept = must(reviews.addNote(mine.id, noteAt(12.5, "Good opening")));
    Note drawn = noteAt(14, "");
    drawn.question = m_kit.questions[0].id;
    drawn.audience = NoteAudience::Private;
    drawn.drawing = sampleDrawing();
    must(reviews.addNote(mine.id, drawn));
    const Note gone = must(reviews.addNote(mine.id, noteAt(20, "Too fast")));
    const CriterionId criterion = m_kit.rubric.criteria[0].id;
    const Score score = must(reviews.setScore(mine.id, criterion, 3));
    must(reviews.setScore(mine.id, m_kit.rubric.criteria[1].id, 4, m_kit.questions[0].id));
    must(reviews.addEvidence(score.id, {kept.id, {}, {}}));
    must(reviews.addEvidence(score.id, {std::nullopt, {}, seconds(30)}));
    must(reviews.removeNote(gone.id));
    must(reviews.setCommitments(mine.id, {"Breathe before answering"}));
    must(m_catalog->sessions().beginSegment(m_session.id, m_recording.id, m_kit.questions[0].id, seconds(1)));
    must(
        m_catalog->sessions().beginSegment(m_session.id, m_recording.id, m_kit.questions[1].id, seconds(31)));
    must(m_catalog->sessions().addBookmark(m_session.id, m_recording.id, seconds(7), "here"));
    must(m_catalog->materials().add(m_kit.id, "STAR", "markdown", "Situation, task, action, result"));
    MaterialDraft pages;
    pages.title = "Guide";
    pages.kind = MaterialKind::Pdf;
    const MaterialFolder folder(m_catalog->folder());
    pages.file = must(folder.takeBytes("%PDF one", "guide.pdf")).file;
    pages.pages = {"One", "Two"};
    pages.attached = {Attachment::everyone(), Attachment::question(m_kit.questions[0].id)};
    const Material guide = must(m_catalog->materials().add(pages));
    pages.file = must(folder.takeBytes("%PDF two", "guide.pdf")).file;
    must(m_catalog->materials().replace(guide.id, pages));
    must(m_catalog->materials().setPages(guide.id, {"Three", "Four"}));
    must(m_catalog->materials().rename(guide.id, "The guide"));
    must(m_catalog->materials().attach(guide.id, Attachment::kit(m_kit.id)));
    must(m_catalog->materials().detach(guide.id, Attachment::everyone()));
    const PersonId acting = m_catalog->actor();
    m_catalog->actAs({});
    must(m_catalog->materials().readings().move(m_mentee.id, guide.id, {2, 5000}, 75));
    must(m_catalog->materials().readings().setRead(m_mentee.id, guide.id, true));
    must(m_catalog->materials().readings().renameBookmark(
        must(m_catalog->materials().readings().addBookmark(m_mentee.id, guide.id, {1, 10}, "Here")).id,
        "There"));
    m_catalog->actAs(acting);
    const Cohort cohort = must(m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31"));
    const auto pair = must(m_catalog->people().addPair(cohort.id, m_mentee.id, m_mentor.id, m_liaison.id));
    must(m_catalog->people().changePair(pair.id, m_mentor.id, {}, "moved"));
    must(m_catalog->people().endPair(pair.id, "over"));
    must(m_catalog->people().revertPair(pair.id));
    m_catalog->actAs({}); // the fields are not a mentor's to arrange
    const PersonField desk = must(m_catalog->fields().add("Desk", FieldKind::Text, FieldAudience::Everyone));
    must(m_catalog->fields().describe(m_mentee.id, {{desk.key, "Children"}, {"employment", "full-time"}}));
    must(m_catalog->peopleImports().record("staff.csv", nlohmann::json::array()));
    m_catalog->actAs(m_mentor.id);
    must(reviews.seal(mine.id));
    const Reply reply = must(reviews.addReply(kept.id, "As I said"));
    must(reviews.changeReply(reply.id, "As I said there"));
    must(reviews.removeReply(must(reviews.addReply(kept.id, "Oh")).id));
    m_catalog->actAs(m_mentee.id);
    must(reviews.setUnderstood(kept.id, true));
    must(m_catalog->goals().set(m_mentee.id, "Finish each example"));
    m_catalog->actAs(m_liaison.id);
    const Calibration calibration =
        must(m_catalog->calibrations().begin(m_session.id, cohort.id, "Before the year"));
    must(m_catalog->consensus().agree(m_session.id, criterion, m_kit.questions[0].id, 3, "It has a result"));
    must(m_catalog->consensus().withdraw(
        must(m_catalog->consensus().agree(m_session.id, criterion, {}, 2, "")).id));
    must(m_catalog->calibrations().end(calibration.id));
    must(m_catalog->captions().set(m_recording.id, "en", "talk.vtt", sampleCues()));
    must(m_catalog->captions().set(m_recording.id, "en", "talk.srt", sampleCues()));
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Observer));
    must(m_catalog->consents().agree(m_session.id, m_liaison.id, "I agree", WallTime{1000}));
    const Incident silent = must(m_catalog->incidents().begin(
        m_session.id, m_recording.id, "mic:1", "Microphone", IncidentKind::Silent, seconds(3)));
    must(m_catalog->incidents().end(silent.id, seconds(9)));
    m_mentee.accommodations = {25, true};
    must(m_catalog->people().change(m_mentee));

    must(m_catalog->kitDrafts().beginNext(m_kit.id));
    must(m_catalog->kits().retire(must(m_catalog->kits().publish(sampleKit())).id));

    prepare(*m_catalog, m_mentee.id, m_kit, m_session.id);
    comeOfIt(*m_catalog, m_mentee.id, m_kit.id, m_session.id);
    m_catalog->actAs(m_liaison.id); // a coordinator, too
    const KitDraft draft = must(m_catalog->kitDrafts().beginNext(m_kit.id));
    Kit another = draft.content;
    another.name = "Another";
    must(m_catalog->kitDrafts().change(draft.id, another));
    must(m_catalog->kitDrafts().undo(draft.id));
    must(m_catalog->kitDrafts().redo(draft.id));
    must(m_catalog->kits().retire(m_kit.id));
    m_catalog->signIn().setCost({1, std::size_t{8} << 10});
    must(m_catalog->signIn().turnOn("the coordinator's words", 15));

    const Dump before = dumpOf(m_folder.path());
    for (const auto& [table, rows] : before)
        EXPECT_THAT(rows, Not(IsEmpty())) << table << " has nothing to be compared";
    must(m_catalog->rebuild());
    EXPECT_EQ(dumpOf(m_folder.path()), before);
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(CatalogTest, ARebuildMendsATableThatSomebodyChanged) {
    const Dump before = dumpOf(m_folder.path());
    SQLite::Database other((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
    other.exec("UPDATE person SET name = 'Mallory'");
    EXPECT_NE(dumpOf(m_folder.path()), before); // the control: the dump sees it
    must(m_catalog->rebuild());
    EXPECT_EQ(dumpOf(m_folder.path()), before);
}

TEST_F(CatalogTest, ARebuildTellsHowFarItIsAndOneThatIsStoppedLeavesAllAsItWas) {
    doRandomWork(*m_catalog, 5, 700);
    const Dump before = dumpOf(m_folder.path());
    std::vector<double> told;
    must(m_catalog->rebuild([&](double part) {
        told.push_back(part);
        return true;
    }));
    ASSERT_GE(told.size(), 2U);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_GE(told.front(), 0);
    EXPECT_LE(told.back(), 1);
    EXPECT_EQ(dumpOf(m_folder.path()), before);
    for (const std::size_t word : {std::size_t{0}, told.size() / 2, told.size() - 1}) {
        std::size_t heard = 0;
        EXPECT_EQ(codeOf(m_catalog->rebuild([&](double) { return heard++ < word; })), ErrorCode::Cancelled);
        EXPECT_EQ(dumpOf(m_folder.path()), before) << "stopped at the word " << word;
    }
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
    // Stopped or not, the next change is checked against what there is, and found.
    EXPECT_EQ(codeOf(m_catalog->reviews().mine(SessionId::make())), ErrorCode::NotFound);
    m_catalog->actAs(m_mentor.id);
    const Session fresh =
        must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::Solo, {m_mentor.id}));
    must(m_catalog->recordings().begin(fresh.id, {}));
    must(m_catalog->reviews().addNote(must(m_catalog->reviews().mine(fresh.id)).id, noteAt(1, "Zanzibar")));
    EXPECT_EQ(must(m_catalog->search().find("zanzib")).size(), 1U);
}

TEST_F(CatalogTest, AVerificationThatIsStoppedSaysSo) {
    EXPECT_EQ(codeOf(m_catalog->verify([](double) { return false; })), ErrorCode::Cancelled);
    EXPECT_THAT(must(m_catalog->verify([](double) { return true; })), IsEmpty());
}

TEST_F(CatalogTest, AfterARebuildReferencesAreCheckedRowByRowAgain) {
    auto database = must(Database::open(m_folder.path(), false));
    must(database->remake([&]() -> Result<void> {
        rebuildProjections(*database);
        return {};
    }));
    EXPECT_EQ(database->connection().execAndGet("PRAGMA foreign_keys").getInt(), 1);
    EXPECT_THROW(database->connection().exec("INSERT INTO bookmark VALUES ('a', 'b', 'c', 0, '')"),
                 SQLite::Exception);
    // What refers to nothing is found at the end, and nothing of it stays.
    const Dump before = dumpOf(m_folder.path());
    EXPECT_EQ(codeOf(database->remake([&]() -> Result<void> {
                  database->connection().exec("INSERT INTO bookmark VALUES ('a', 'b', 'c', 0, '')");
                  return {};
              })),
              ErrorCode::Corrupt);
    EXPECT_EQ(dumpOf(m_folder.path()), before);
}

class RandomWorkTest : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomWorkTest, ARebuildGivesEveryTableAgain) {
    const TemporaryFolder folder;
    const auto catalog = must(Catalog::open(folder.path()));
    EXPECT_GT(doRandomWork(*catalog, GetParam(), 400), 50);
    const Dump before = dumpOf(folder.path());
    must(catalog->rebuild());
    EXPECT_EQ(dumpOf(folder.path()), before);
    EXPECT_THAT(must(catalog->verify()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWorkTest, ::testing::Range(1U, 9U));

} // namespace mockingbird::catalog::test
