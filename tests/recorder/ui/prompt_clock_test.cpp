// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/prompt_clock.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using Phase = PromptClock::Phase;

MediaTime seconds(double value) {
    return MediaTime::fromSeconds(value);
}

catalog::TimingProfile profile() {
    catalog::TimingProfile made;
    made.readingSeconds = 30;
    made.answerSeconds = 120;
    made.totalMinutes = 10;
    return made;
}

} // namespace

TEST(PromptClock, RunsNothingBeforeTheFirstQuestion) {
    const PromptClock clock(profile(), 0);
    const auto now = clock.at(seconds(45));
    EXPECT_EQ(now.phase, Phase::Waiting);
    EXPECT_EQ(now.wholeLeft, seconds(600));
    EXPECT_FALSE(now.wholeOver);
}

TEST(PromptClock, LeavesTheReadingTimeThenTheAnswersThenIsOver) {
    PromptClock clock(profile(), 0);
    clock.ask({}, seconds(10));
    EXPECT_EQ(clock.at(seconds(15)).phase, Phase::Reading);
    EXPECT_EQ(clock.at(seconds(15)).left, seconds(25));
    EXPECT_EQ(clock.at(seconds(40)).phase, Phase::Answering);
    EXPECT_EQ(clock.at(seconds(100)).left, seconds(60));
    EXPECT_EQ(clock.at(seconds(160)).phase, Phase::Over);
    EXPECT_EQ(clock.at(seconds(170)).left, seconds(10));
}

TEST(PromptClock, AQuestionsOwnTimeGoesBeforeTheProfiles) {
    PromptClock clock(profile(), 0);
    catalog::Question question;
    question.seconds = 60;
    clock.ask(question, seconds(0));
    EXPECT_EQ(clock.at(seconds(30)).left, seconds(60));
    clock.ask({}, seconds(100));
    EXPECT_EQ(clock.at(seconds(130)).left, seconds(120));
}

TEST(PromptClock, ExtraTimeLengthensReadingAnsweringAndTheWhole) {
    PromptClock clock(profile(), 25);
    EXPECT_EQ(clock.at({}).wholeLeft, seconds(750));
    clock.ask({}, seconds(0));
    EXPECT_EQ(clock.at(seconds(0)).left, seconds(37.5));
    EXPECT_EQ(clock.at(seconds(37.5)).left, seconds(150));
    catalog::Question question;
    question.seconds = 60;
    clock.ask(question, seconds(0));
    EXPECT_EQ(clock.at(seconds(37.5)).left, seconds(75));
}

TEST(PromptClock, WithoutReadingTimeTheAnswerBeginsWithTheQuestion) {
    auto timing = profile();
    timing.readingSeconds = 0;
    PromptClock clock(timing, 0);
    clock.ask({}, seconds(5));
    EXPECT_EQ(clock.at(seconds(5)).phase, Phase::Answering);
}

TEST(PromptClock, WhileAQuestionIsSpokenOnlyTheWholeRuns) {
    PromptClock clock(profile(), 0);
    clock.ask({}, seconds(0), PromptClock::Asked::Spoken);
    EXPECT_EQ(clock.at(seconds(20)).phase, Phase::Asking);
    EXPECT_EQ(clock.at(seconds(20)).wholeLeft, seconds(580));
    clock.heard(seconds(20));
    EXPECT_EQ(clock.at(seconds(20)).phase, Phase::Reading);
    EXPECT_EQ(clock.at(seconds(20)).left, seconds(30));
    clock.heard(seconds(40)); // told twice
    EXPECT_EQ(clock.at(seconds(40)).left, seconds(10));
}

TEST(PromptClock, AnAnswerMayBeginEarlyAndHasItsFullTime) {
    PromptClock clock(profile(), 0);
    clock.ask({}, seconds(0));
    clock.answer(seconds(10));
    EXPECT_EQ(clock.at(seconds(10)).phase, Phase::Answering);
    EXPECT_EQ(clock.at(seconds(10)).left, seconds(120));
    clock.answer(seconds(50));
    EXPECT_EQ(clock.at(seconds(50)).left, seconds(80));
}

TEST(PromptClock, TheWholeCountsFromTheFirstQuestionAndAcrossParts) {
    PromptClock clock(profile(), 0, seconds(240));
    EXPECT_EQ(clock.at(seconds(100)).wholeLeft, seconds(360));
    clock.ask({}, seconds(100));
    clock.ask({}, seconds(300));
    EXPECT_EQ(clock.at(seconds(400)).wholeLeft, seconds(60));
    EXPECT_FALSE(clock.at(seconds(459)).wholeOver);
    EXPECT_TRUE(clock.at(seconds(460)).wholeOver);
    EXPECT_EQ(clock.at(seconds(500)).wholeLeft, MediaTime{});
}

TEST(PromptClock, CountsRecordedTimeSoItStandsStillInAPause) {
    PromptClock clock(profile(), 0);
    clock.ask({}, seconds(0));
    EXPECT_EQ(clock.at(seconds(12)).left, seconds(18));
}

} // namespace mockingbird::recorder
