// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReplyTest : public CatalogTest {
protected:
    ReplyTest() : m_reviews(m_catalog->reviews()) {
        m_review = must(m_reviews.mine(m_session.id));
        m_note = must(m_reviews.addNote(m_review.id, noteAt(10, "Say what came of it")));
        Note secret = noteAt(20, "Ask Chen");
        secret.audience = NoteAudience::Private;
        m_secret = must(m_reviews.addNote(m_review.id, secret));
    }
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> all;
        for (const Reply& reply : must(m_reviews.replies(m_session.id)))
            all.push_back(reply.text);
        return all;
    }

    ReviewStore& m_reviews;
    Review m_review;
    Note m_note;
    Note m_secret;
};

TEST_F(ReplyTest, ANoteIsAnsweredAfterTheSealWhichStays) {
    m_review = must(m_reviews.seal(m_review.id));
    ASSERT_EQ(m_review.state, ReviewState::Opened);
    m_catalog->actAs(m_mentee.id);
    const Reply reply = must(m_reviews.addReply(m_note.id, "  I will  "));
    EXPECT_EQ(reply.note, m_note.id);
    EXPECT_EQ(reply.author, m_mentee.id);
    EXPECT_EQ(reply.authorName, "Ana Díaz");
    EXPECT_EQ(reply.text, "I will");
    EXPECT_GT(reply.madeAt.milliseconds, 0);
    must(m_reviews.setUnderstood(m_note.id, true));
    EXPECT_TRUE(must(m_reviews.note(m_note.id)).understood);
    m_catalog->actAs(m_mentor.id);
    must(m_reviews.addReply(m_note.id, "Good"));
    EXPECT_THAT(texts(), ElementsAre("I will", "Good"));
    EXPECT_EQ(must(m_reviews.contentHash(must(m_reviews.byId(m_review.id)))), m_review.hash);
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(ReplyTest, OnlyWhoReadsANoteAnswersIt) {
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(m_reviews.addReply(m_note.id, "Already?")), ErrorCode::Denied) << "a draft's";
    m_catalog->actAs(m_mentor.id);
    must(m_reviews.seal(m_review.id));
    for (const PersonId person : {m_mentee.id, m_liaison.id}) {
        m_catalog->actAs(person);
        EXPECT_EQ(codeOf(m_reviews.addReply(m_secret.id, "What is it?")), ErrorCode::Denied);
        EXPECT_TRUE(m_reviews.addReply(m_note.id, "Yes").ok()) << "the control";
    }
    EXPECT_EQ(codeOf(m_reviews.addReply(m_note.id, " \n")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_reviews.addReply(NoteId::make(), "text")), ErrorCode::NotFound);
    m_catalog->actAs({});
    EXPECT_EQ(codeOf(m_reviews.addReply(m_note.id, "text")), ErrorCode::InvalidArgument) << "nobody acts";
}

TEST_F(ReplyTest, OnesOwnReplyIsChangedRemovedAndRestored) {
    const Reply reply = must(m_reviews.addReply(m_note.id, "frist"));
    EXPECT_EQ(must(m_reviews.changeReply(reply.id, "first")).text, "first");
    const auto revision = m_catalog->revision();
    must(m_reviews.changeReply(reply.id, "first"));
    must(m_reviews.restoreReply(reply.id));
    EXPECT_EQ(m_catalog->revision(), revision) << "nothing happened";
    EXPECT_EQ(codeOf(m_reviews.changeReply(reply.id, "")), ErrorCode::InvalidArgument);
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(m_reviews.changeReply(reply.id, "mine")), ErrorCode::Denied);
    EXPECT_EQ(codeOf(m_reviews.removeReply(reply.id)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(m_reviews.restoreReply(reply.id)), ErrorCode::Denied);
    m_catalog->actAs(m_mentor.id);
    must(m_reviews.removeReply(reply.id));
    EXPECT_THAT(texts(), IsEmpty());
    EXPECT_EQ(codeOf(m_reviews.removeReply(reply.id)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_reviews.changeReply(reply.id, "again")), ErrorCode::NotFound);
    must(m_reviews.restoreReply(reply.id));
    EXPECT_THAT(texts(), ElementsAre("first"));
    EXPECT_EQ(codeOf(m_reviews.removeReply(ReplyId::make())), ErrorCode::NotFound);
}

TEST_F(ReplyTest, RepliesGoAndComeWithTheirNote) {
    must(m_reviews.addReply(m_note.id, "to myself"));
    must(m_reviews.removeNote(m_note.id));
    EXPECT_THAT(texts(), IsEmpty());
    EXPECT_EQ(codeOf(m_reviews.addReply(m_note.id, "late")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(m_reviews.note(m_note.id)), ErrorCode::NotFound);
    must(m_reviews.restoreNote(m_note.id));
    EXPECT_THAT(texts(), ElementsAre("to myself"));
}

TEST_F(ReplyTest, TheMenteeAloneUnderstandsWhatTheyMayRead) {
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(codeOf(m_reviews.setUnderstood(m_note.id, true)), ErrorCode::Denied) << "a draft's";
    m_catalog->actAs(m_mentor.id);
    must(m_reviews.seal(m_review.id));
    EXPECT_EQ(codeOf(m_reviews.setUnderstood(m_note.id, true)), ErrorCode::Denied);
    m_catalog->actAs(m_mentee.id);
    must(m_reviews.setUnderstood(m_note.id, true));
    const auto revision = m_catalog->revision();
    must(m_reviews.setUnderstood(m_note.id, true));
    EXPECT_EQ(m_catalog->revision(), revision);
    must(m_reviews.setUnderstood(m_note.id, false));
    EXPECT_FALSE(must(m_reviews.note(m_note.id)).understood);
    EXPECT_EQ(codeOf(m_reviews.setUnderstood(m_secret.id, true)), ErrorCode::Denied);
}

TEST_F(ReplyTest, ANoteIsFoundByTheEndOfItsId) {
    const std::string id = m_note.id.toString();
    EXPECT_EQ(must(m_reviews.findNote(id)).id, m_note.id);
    EXPECT_EQ(must(m_reviews.findNote(id.substr(id.size() - 8))).id, m_note.id);
    EXPECT_EQ(codeOf(m_reviews.findNote("abc")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(m_reviews.findNote("zzzzzzzz")), ErrorCode::NotFound);
    must(m_reviews.removeNote(m_note.id));
    EXPECT_EQ(codeOf(m_reviews.findNote(id)), ErrorCode::NotFound);
}

} // namespace mockingbird::catalog::test
