// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tags/answer_tags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

MediaTime seconds(double time) {
    return MediaTime::fromSeconds(time);
}

class AnswerTagsTest : public testing::Test {
protected:
    AnswerTagsTest() {
        for (int i = 0; i < 3; ++i) {
            catalog::Question question;
            question.id = catalog::QuestionId::make();
            m_kit.questions.push_back(question);
        }
        m_segments = {segment(0, 10, 20), segment(2, 20, std::nullopt)};
    }

    catalog::Segment segment(std::size_t question, double start, std::optional<double> end) {
        catalog::Segment made;
        made.recording = m_recording;
        made.question = m_kit.questions[question].id;
        made.start = seconds(start);
        if (end)
            made.end = seconds(*end);
        return made;
    }

    catalog::Note note(double at, std::vector<std::string> tags) {
        catalog::Note made;
        made.recording = m_recording;
        made.at = seconds(at);
        made.tags = std::move(tags);
        return made;
    }

    std::vector<AnswerTags> answers(const std::vector<catalog::Note>& notes) {
        return answerTags(m_kit, m_segments, notes);
    }

    catalog::Kit m_kit;
    catalog::RecordingId m_recording = catalog::RecordingId::make();
    std::vector<catalog::Segment> m_segments;
};

TEST_F(AnswerTagsTest, ANoteIsAboutTheQuestionItsMomentLiesIn) {
    EXPECT_EQ(questionOf(note(10, {}), m_segments), m_kit.questions[0].id);
    EXPECT_EQ(questionOf(note(19.9, {}), m_segments), m_kit.questions[0].id);
    EXPECT_EQ(questionOf(note(20, {}), m_segments), m_kit.questions[2].id);
    EXPECT_EQ(questionOf(note(500, {}), m_segments), m_kit.questions[2].id); // it still ran
    EXPECT_EQ(questionOf(note(9.9, {}), m_segments), std::nullopt);
}

TEST_F(AnswerTagsTest, ANotesOwnQuestionGoesBeforeItsMoment) {
    catalog::Note about = note(12, {});
    about.question = m_kit.questions[1].id;
    EXPECT_EQ(questionOf(about, m_segments), m_kit.questions[1].id);
}

TEST_F(AnswerTagsTest, AnotherPartsSegmentsDontCount) {
    catalog::Note other = note(12, {});
    other.recording = catalog::RecordingId::make();
    EXPECT_EQ(questionOf(other, m_segments), std::nullopt);
}

TEST_F(AnswerTagsTest, CountsTheTagsOfEachAnswerThatWasGiven) {
    const auto counted = answers(
        {note(11, {"situation", "pace"}), note(12, {"situation"}), note(30, {"task"}), note(1, {"task"})});
    ASSERT_EQ(counted.size(), 2u);
    EXPECT_EQ(counted[0].number, 1);
    EXPECT_EQ(counted[0].counts, (std::map<std::string, int>{{"situation", 2}, {"pace", 1}}));
    EXPECT_EQ(counted[1].number, 3);
    EXPECT_EQ(counted[1].counts, (std::map<std::string, int>{{"task", 1}}));
}

TEST_F(AnswerTagsTest, SaysWhichAnswersLackTheirResult) {
    EXPECT_THAT(answersWithout(kResultTag, answers({})), IsEmpty());
    EXPECT_THAT(answersWithout(kResultTag, answers({note(11, {"pace"})})), IsEmpty());
    EXPECT_THAT(answersWithout(kResultTag, answers({note(11, {"situation"}), note(30, {"action"})})),
                ElementsAre(1, 3));
    EXPECT_THAT(answersWithout(kResultTag, answers({note(11, {"situation"}), note(12, {"result"}),
                                                    note(30, {"action"})})),
                ElementsAre(3));
    EXPECT_THAT(answersWithout("task", answers({note(11, {"result"})})), ElementsAre(1));
}

} // namespace
} // namespace mockingbird::review
