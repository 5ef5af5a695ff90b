// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/search_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SearchTest : public CatalogTest {
protected:
    SearchTest() {
        auto& reviews = m_catalog->reviews();
        const Review mine = must(reviews.mine(m_session.id));
        Note note = noteAt(12.5, "Spoke \"calmly\" about the café's conflict");
        note.tags = {"composure"};
        m_note = must(reviews.addNote(mine.id, note));
        m_material =
            must(m_catalog->materials().add(m_kit.id, "The STAR method", "markdown",
                                            "Situation, task, action, result: tell the conflict in order."));
    }

    [[nodiscard]] std::size_t found(std::string_view query) const {
        return must(m_catalog->search().find(query)).size();
    }

    Note m_note;
    Material m_material;
};

TEST_F(SearchTest, ANoteIsFoundWithItsMomentAndWordsMarked) {
    const auto hits = must(m_catalog->search().find("calm"));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, SearchHit::Kind::Note);
    EXPECT_EQ(hits[0].note, m_note.id);
    EXPECT_EQ(hits[0].session, m_session.id);
    EXPECT_EQ(hits[0].at, seconds(12.5));
    EXPECT_EQ(hits[0].title, "Ana Díaz · Senior Library Assistant");
    EXPECT_THAT(hits[0].snippet, HasSubstr("\x02"
                                           "calmly\x03"));
}

TEST_F(SearchTest, SessionsAndMaterialsAreFound) {
    const auto sessions = must(m_catalog->search().find("diaz senior"));
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(sessions[0].kind, SearchHit::Kind::Session);
    EXPECT_EQ(sessions[0].session, m_session.id);
    const auto materials = must(m_catalog->search().find("STAR"));
    ASSERT_EQ(materials.size(), 1U);
    EXPECT_EQ(materials[0].kind, SearchHit::Kind::Material);
    EXPECT_EQ(materials[0].material, m_material.id);
    EXPECT_EQ(materials[0].title, "The STAR method");
    EXPECT_EQ(found("conflict"), 2U);
    EXPECT_EQ(must(m_catalog->search().find("conflict", 1)).size(), 1U);
}

TEST_F(SearchTest, EveryWordIsWantedAsABeginningWithoutAccentsOrCase) {
    EXPECT_EQ(found("CAFE conf"), 1U);
    EXPECT_EQ(found("composure"), 1U) << "tags count";
    EXPECT_EQ(found("calm situation"), 0U);
    EXPECT_EQ(found("almly"), 0U) << "not from the middle of a word";
}

TEST_F(SearchTest, ABeginningOfManyLettersFindsEveryWordThatGoesOnFromIt) {
    const Review mine = must(m_catalog->reviews().mine(m_session.id));
    for (const char* text : {"A complaint", "Complete!", "le compère", "Encompass"})
        must(m_catalog->reviews().addNote(mine.id, noteAt(1, text)));
    EXPECT_EQ(found("comp"), 4U) << "and \"composure\"";
    EXPECT_EQ(found("CÖMPL"), 2U);
    EXPECT_EQ(found("complaints"), 0U);
    std::string many; // more than are looked up one by one
    for (char first = 'a'; first <= 'z'; ++first)
        for (char second = 'a'; second <= 'j'; ++second)
            many += std::string(" compet") + first + second;
    must(m_catalog->reviews().addNote(mine.id, noteAt(2, many)));
    EXPECT_EQ(found("compet"), 1U);
    EXPECT_EQ(found("comp"), 5U);
    must(m_catalog->rebuild());
    EXPECT_EQ(found("comp"), 5U);
    EXPECT_EQ(found("compl"), 2U);
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(SearchTest, WhatIsTypedIsNeverSyntax) {
    EXPECT_EQ(found("café's"), 1U);
    EXPECT_EQ(found("\"calmly"), 1U);
    for (const char* query :
         {"",  "   ",  "\"",        "\"\"",  "*",   "-",   "calm*", "NOT", "AND OR", "title:calm",
          "(", "a\"b", "NEAR(a b)", "^calm", "— …", "{x}", "\\",    "'",   ";--",    "calm —"})
        EXPECT_TRUE(m_catalog->search().find(query).ok()) << query;
    EXPECT_EQ(found("calm -"), 1U);
    EXPECT_EQ(found(std::string_view("calm\0ly", 7)), 0U);
    EXPECT_EQ(found("\xff\xfe"), 0U);
}

TEST_F(SearchTest, NotesAreFoundByThoseWhoMayReadThem) {
    auto& reviews = m_catalog->reviews();
    const Review mine = must(reviews.mine(m_session.id));
    Note secret = noteAt(30, "Calmly hidden");
    secret.audience = NoteAudience::Private;
    secret = must(reviews.addNote(mine.id, secret));
    must(reviews.addReply(m_note.id, "calmest reply"));
    must(reviews.addReply(secret.id, "calmest hidden reply"));
    const auto foundBy = [&](PersonId person) {
        m_catalog->actAs(person);
        return found("calm");
    };
    EXPECT_EQ(foundBy(m_mentor.id), 4U);
    EXPECT_EQ(foundBy(m_mentee.id), 0U) << "a draft is its rater's alone";
    EXPECT_EQ(foundBy(m_liaison.id), 0U);
    EXPECT_EQ(foundBy({}), 2U) << "the machine's owner: all but named people's private notes";
    m_catalog->actAs(m_mentor.id);
    ASSERT_EQ(must(reviews.seal(mine.id)).state, ReviewState::Opened);
    for (const PersonId person : {m_mentee.id, m_liaison.id, PersonId{}}) {
        EXPECT_EQ(foundBy(person), 2U) << "the shared note and its reply";
        EXPECT_EQ(found("hidden"), 0U);
    }
    EXPECT_EQ(foundBy(m_mentor.id), 4U);
    // What may not be read takes no place in a list that ends.
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(must(m_catalog->search().find("calm", 2)).size(), 2U);
}

TEST_F(SearchTest, AReplyLeadsToItsNote) {
    must(m_catalog->reviews().addReply(m_note.id, "I was nervous"));
    const auto hits = must(m_catalog->search().find("nervous"));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, SearchHit::Kind::Reply);
    EXPECT_EQ(hits[0].note, m_note.id);
    EXPECT_EQ(hits[0].at, seconds(12.5));
    EXPECT_EQ(hits[0].recording, m_recording.id);
    must(m_catalog->reviews().removeNote(m_note.id));
    EXPECT_EQ(found("nervous"), 0U) << "it went with its note";
    must(m_catalog->reviews().restoreNote(m_note.id));
    EXPECT_EQ(found("nervous"), 1U);
}

TEST_F(SearchTest, TitlesComeFirstThenMaterialsThenTheRestEachTheNewestFirst) {
    auto& reviews = m_catalog->reviews();
    const Review mine = must(reviews.mine(m_session.id));
    must(m_catalog->materials().add(m_kit.id, "Conflict at the desk", "markdown", "Breathe."));
    must(reviews.addNote(mine.id, noteAt(20, "Another conflict")));
    must(reviews.addNote(mine.id, noteAt(30, "The last conflict")));
    std::vector<std::string> order;
    for (const SearchHit& hit : must(m_catalog->search().find("conflict")))
        order.push_back(hit.material.isNull() ? hit.at.toString() : hit.title);
    EXPECT_THAT(order,
                ::testing::ElementsAre("Conflict at the desk", "The STAR method", seconds(30).toString(),
                                       seconds(20).toString(), seconds(12.5).toString()));
    // Of many, some place is left to each.
    order.clear();
    for (const SearchHit& hit : must(m_catalog->search().find("conflict", 4)))
        order.push_back(hit.material.isNull() ? hit.at.toString() : hit.title);
    EXPECT_THAT(order, ::testing::ElementsAre("Conflict at the desk", "The STAR method",
                                              seconds(30).toString(), seconds(20).toString()));
}

TEST_F(SearchTest, AMenteeFindsInTheirOwnSessionsAndInMaterials) {
    auto& reviews = m_catalog->reviews();
    must(reviews.seal(must(reviews.mine(m_session.id)).id));
    const Person other = must(m_catalog->people().add("Other", {Role::Mentee}));
    const Session theirs = must(m_catalog->sessions().add(other.id, m_kit.id, SessionMode::Solo));
    EXPECT_EQ(found("senior"), 2U); // the control: a mentor finds both
    m_catalog->actAs(m_mentee.id);
    const auto sessions = must(m_catalog->search().find("senior"));
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(sessions[0].session, m_session.id);
    EXPECT_EQ(found("calm"), 1U) << "the note about them";
    EXPECT_EQ(found("star"), 1U) << "the material";
    m_catalog->actAs(other.id);
    EXPECT_EQ(found("calm"), 0U);
    EXPECT_EQ(must(m_catalog->search().find("senior")).at(0).session, theirs.id);
}

TEST_F(SearchTest, TheMarksOfEntriesAreNoWordsToBeFound) {
    EXPECT_EQ(found("0material"), 0U);
    EXPECT_EQ(found("0m"), 0U);
    EXPECT_EQ(found("0"), 0U);
}

TEST_F(SearchTest, ChangesRemovalsAndRestorationsAreFollowed) {
    auto& reviews = m_catalog->reviews();
    m_note.text = "Nervous";
    must(reviews.changeNote(m_note));
    EXPECT_EQ(found("calm"), 0U);
    EXPECT_EQ(found("nervous"), 1U);
    must(reviews.removeNote(m_note.id));
    EXPECT_EQ(found("nervous"), 0U);
    must(reviews.restoreNote(m_note.id));
    must(m_catalog->sessions().remove(m_session.id));
    EXPECT_EQ(found("nervous"), 0U);
    EXPECT_EQ(found("ana"), 0U);
    must(m_catalog->sessions().restore(m_session.id));
    EXPECT_EQ(found("nervous"), 1U);
    EXPECT_EQ(found("ana"), 1U);
    m_mentee.name = "Zora";
    must(m_catalog->people().change(m_mentee));
    EXPECT_EQ(found("ana"), 0U);
    EXPECT_EQ(found("zora"), 1U);
}

} // namespace mockingbird::catalog::test
