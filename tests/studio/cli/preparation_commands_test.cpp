// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "studio/cli/local_time.h"
#include "tests/studio/cli/cli_fixture.h"

namespace mockingbird::studio::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// Preparing from the command line, on the sample: Maya is a mentee and Tomás her mentor.
class PreparationCommands : public CliTest {
protected:
    Answer as(const std::string& person, std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--as", person});
        return sample(std::move(arguments));
    }
    std::string kit() { return as("Maya", {"kits"}).document.at(0).at("name"); }
};

TEST_F(PreparationCommands, AnAppointmentIsMadeMovedAndCancelled) {
    const auto made = as("Maya", {"appointments", "add", "Maya", "--at", "2090-03-01 14:30", "--kit", kit(),
                                  "--place", "Room 3", "--minutes", "30"});
    ASSERT_EQ(made.status, 0) << made.err;
    const std::string id = made.document.at("id");
    EXPECT_EQ(made.document.at("place"), "Room 3");
    EXPECT_EQ(made.document.at("minutes"), 30);
    const auto moved = as("Tom", {"appointments", "move", id, "--at", "2090-03-02 09:00"});
    ASSERT_EQ(moved.status, 0) << moved.err;
    EXPECT_EQ(moved.document.at("changes"), 1);
    EXPECT_EQ(moved.document.at("place"), "Room 3") << "what isn't named stays";
    EXPECT_NE(moved.document.at("at"), made.document.at("at"));
    EXPECT_EQ(as("Grace", {"appointments", "cancel", id}).code(), "denied");
    const auto cancelled = as("Maya", {"appointments", "cancel", "next", "--reason", "ill"});
    ASSERT_EQ(cancelled.status, 0) << cancelled.err;
    EXPECT_EQ(cancelled.document.at("reason"), "ill");
    EXPECT_THAT(as("Maya", {"appointments"}).document, SizeIs(0));
    EXPECT_THAT(as("Maya", {"appointments", "--all"}).document, SizeIs(1));
    EXPECT_EQ(as("Maya", {"appointments", "restore", id}).status, 0);
    EXPECT_THAT(as("Tom", {"appointments"}).document, SizeIs(1));
    EXPECT_THAT(as("Maya", {"appointments", "history", id}).document, SizeIs(4));
    EXPECT_EQ(as("Maya", {"appointments", "add", "Maya", "--at", "tomorrow"}).code(), "invalid-argument");
}

TEST_F(PreparationCommands, TheChecklistIsTickedByNumber) {
    EXPECT_THAT(as("Maya", {"checklist"}).document, SizeIs(0)) << "no interview is ahead";
    ASSERT_EQ(as("Maya", {"appointments", "add", "Maya", "--at", "2090-03-02 10:00", "--kit", kit()}).status,
              0);
    const auto list = as("Maya", {"checklist"}).document;
    ASSERT_THAT(list, Not(SizeIs(0)));
    EXPECT_EQ(list.at(0).at("heading"), "The day before");
    EXPECT_EQ(list.at(0).at("due_on"), "2090-03-01");
    EXPECT_EQ(as("Maya", {"checklist", "tick", "1"}).document.at("done"), true);
    EXPECT_EQ(as("Maya", {"checklist"}).document.at(0).at("done"), true);
    EXPECT_EQ(as("Maya", {"checklist", "untick", "1"}).document.at("done"), false);
    EXPECT_EQ(as("Maya", {"checklist", "tick", "999"}).code(), "out-of-range");
    ASSERT_EQ(as("Maya", {"checklist", "add", "Ask", "Tom", "--due", "2090-02-01"}).status, 0);
    const auto longer = as("Maya", {"checklist"}).document;
    ASSERT_EQ(longer.size(), list.size() + 1);
    EXPECT_EQ(longer.back().at("text"), "Ask Tom");
    EXPECT_EQ(as("Maya", {"checklist", "remove", "1"}).code(), "invalid-argument") << "it is the kit's";
    EXPECT_EQ(as("Maya", {"checklist", "remove", std::to_string(longer.size())}).status, 0);
}

TEST_F(PreparationCommands, StoriesAreOnesOwnUntilTheyAreShared) {
    const auto made =
        as("Maya", {"stories", "add", "--title", "The lift", "--action", "I rang", "--tag", "Calm"});
    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(as("Tom", {"stories", "--person", "Maya"}).document, SizeIs(0));
    EXPECT_EQ(as("Tom", {"stories", "show", "The lift"}).code(), "not-found");
    EXPECT_EQ(as("Maya", {"stories", "change", "The l", "--result", "All got out"}).document.at("action"),
              "I rang");
    EXPECT_EQ(as("Maya", {"stories", "fit", "The lift", "--question", "1", "--kit", kit()})
                  .document.at("fits")
                  .size(),
              1U);
    EXPECT_EQ(
        as("Maya", {"stories", "told", "The lift", "last", "--question", "2"}).document.at("told_lately"), 1);
    EXPECT_EQ(as("Maya", {"stories", "share", "The lift"}).document.at("shared"), true);
    const auto shared = as("Tom", {"stories", "--person", "Maya"}).document;
    ASSERT_THAT(shared, SizeIs(1));
    EXPECT_EQ(shared.at(0).at("result"), "All got out");
    EXPECT_EQ(as("Maya", {"stories", "remove", "The lift"}).status, 0);
    EXPECT_THAT(as("Maya", {"stories"}).document, SizeIs(0));
    EXPECT_EQ(as("Maya", {"stories", "restore", made.document.at("id")}).status, 0);
}

TEST_F(PreparationCommands, PracticeAndConfidenceAreKept) {
    ASSERT_EQ(as("Maya", {"practice", "add", "--kit", kit(), "--question", "1", "--outcome", "again",
                          "--seconds", "70"})
                  .status,
              0);
    const auto practised = as("Maya", {"practice", "--kit", kit()}).document;
    ASSERT_THAT(practised, SizeIs(1));
    EXPECT_EQ(practised.at(0).at("outcome"), "again");
    EXPECT_EQ(as("Maya", {"confidence", "set", "6", "--after", "last"}).document.at("level"), 6);
    EXPECT_EQ(as("Maya", {"confidence", "set", "4", "--before", "last"}).status, 0);
    EXPECT_EQ(as("Maya", {"confidence", "set", "11"}).code(), "invalid-argument");
    const auto said = as("Maya", {"confidence"}).document;
    ASSERT_THAT(said, SizeIs(3)) << "the sample's earlier attempts have their own";
    EXPECT_EQ(said.at(0).at("before"), 4);
    EXPECT_EQ(said.at(0).at("after"), 6);
    EXPECT_EQ(as("Maya", {"confidence", "share", "--off"}).document.at("shared"), false);
    EXPECT_THAT(as("Tom", {"confidence", "--person", "Maya"}).document, SizeIs(0));
    EXPECT_EQ(as("Maya", {"confidence", "share"}).document.at("shared"), true);
    EXPECT_THAT(as("Tom", {"confidence", "--person", "Maya"}).document, SizeIs(3));
}

TEST_F(PreparationCommands, TheCalendarHoldsAppointmentsAndSessions) {
    const auto made = as("Maya", {"appointments", "add", "Maya", "--at", "2090-03-01T14:30Z", "--place",
                                  "https://meet.example.org/a"});
    ASSERT_EQ(made.status, 0) << made.err;
    const auto written = as("Maya", {"calendar", "-o", path("own.ics")});
    ASSERT_EQ(written.status, 0) << written.err;
    EXPECT_EQ(written.document.at("entries"), 4) << "the appointment, and three sessions of the sample";
    const std::string text = readWholeFile(path("own.ics")).value();
    EXPECT_THAT(text, HasSubstr("UID:" + made.document.at("id").get<std::string>()));
    EXPECT_THAT(text, HasSubstr("DTSTART:20900301T143000Z"));
    EXPECT_THAT(text, HasSubstr("URL:https://meet.example.org/a\r\n"));
    EXPECT_THAT(text, HasSubstr("BEGIN:VALARM"));
    ASSERT_EQ(as("Maya", {"appointments", "cancel", "next"}).status, 0);
    ASSERT_EQ(as("Maya", {"calendar", "-o", path("own.ics")}).status, 0);
    const std::string after = readWholeFile(path("own.ics")).value();
    EXPECT_THAT(after, HasSubstr("STATUS:CANCELLED"));
    EXPECT_THAT(after, HasSubstr("SEQUENCE:1"));
    EXPECT_THAT(as("Tom", {"calendar", "-o", path("tom.ics")}).document.at("entries"), 0);
    EXPECT_EQ(as("Maya", {"calendar", "-o", path("missing/own.ics")}).code(), "not-found");
}

TEST(LocalTime, ReadsDaysAndMinutesAndRefusesTheRest) {
    EXPECT_EQ(parseLocalTime("2026-03-01 14:30Z").value().milliseconds, 1'772'375'400'000);
    EXPECT_EQ(parseLocalTime("2026-03-01T14:30:05Z").value().milliseconds, 1'772'375'405'000);
    EXPECT_TRUE(parseLocalTime("2026-03-01 14:30").ok());
    for (const char* text : {"2026-02-30 10:00", "2026-03-01", "2026-03-01 24:00", "2026-03-01 10:60",
                             "10:00", "2026-03-01x10:00", "2026-03-01 1o:00", "", "2026-03-01 10:00:61"})
        EXPECT_FALSE(parseLocalTime(text).ok()) << text;
}

} // namespace
} // namespace mockingbird::studio::test
