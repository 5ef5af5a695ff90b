// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/calendar_text.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace mockingbird::exchange::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

struct Line {
    std::string name;
    std::string value;
};

/// Reads an iCalendar text as RFC 5545 says a reader does: the octets are cut at CR LF, folds are undone.
/// Fails the test where a line breaks a rule of 3.1.
std::vector<Line> contentLines(const std::string& text) {
    EXPECT_TRUE(text.ends_with("\r\n"));
    std::vector<std::string> unfolded;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        if (end == std::string::npos)
            break;
        const std::string line = text.substr(at, end - at);
        EXPECT_LE(line.size(), 75u) << line;
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << line;
        const auto first = line.empty() ? 0 : static_cast<unsigned char>(line[0]);
        EXPECT_NE(first & 0xC0, 0x80) << "a line begins within a character";
        if (!line.empty() && line[0] == ' ' && !unfolded.empty()) {
            const auto next = line.size() > 1 ? static_cast<unsigned char>(line[1]) : 0;
            EXPECT_NE(next & 0xC0, 0x80) << "a fold lies within a character";
            unfolded.back() += line.substr(1);
        } else {
            unfolded.push_back(line);
        }
        at = end + 2;
    }
    std::vector<Line> lines;
    for (const std::string& line : unfolded) {
        const auto colon = line.find(':');
        EXPECT_NE(colon, std::string::npos) << line;
        lines.push_back({line.substr(0, colon), line.substr(colon + 1)});
    }
    return lines;
}

/// What a value of the type TEXT means (3.3.11).
std::string meaning(const std::string& value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\') {
            EXPECT_TRUE(value[i] != ',' && value[i] != ';') << "not escaped in: " << value;
            text += value[i];
            continue;
        }
        ++i;
        if (i == value.size()) {
            ADD_FAILURE() << "a backslash escapes nothing";
            break;
        }
        text += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    }
    return text;
}

struct Component {
    std::string name;
    std::multimap<std::string, std::string> properties;
    std::vector<Component> inside;

    std::string one(const std::string& property) const {
        EXPECT_EQ(properties.count(property), 1u) << property << " of " << name;
        const auto found = properties.find(property);
        return found == properties.end() ? std::string() : found->second;
    }
};

Component parsed(const std::string& text) {
    std::vector<Component> open(1);
    for (const Line& line : contentLines(text)) {
        if (line.name == "BEGIN") {
            open.push_back({line.value, {}, {}});
        } else if (line.name == "END") {
            EXPECT_EQ(open.back().name, line.value);
            Component done = std::move(open.back());
            open.pop_back();
            if (open.empty()) {
                ADD_FAILURE() << "more ends than beginnings";
                return {};
            }
            open.back().inside.push_back(std::move(done));
        } else {
            open.back().properties.emplace(line.name, line.value);
        }
    }
    EXPECT_THAT(open, SizeIs(1));
    EXPECT_THAT(open.front().inside, SizeIs(1));
    return open.front().inside.front();
}

CalendarEntry entry() {
    CalendarEntry one;
    one.uid = "019b76da-a802-7cba-b824-df94faed0891@mockingbird";
    one.start = {1'772'357'400'000}; // 2026-03-01T09:30:00Z
    one.minutes = 45;
    one.summary = "Mock interview";
    one.changedAt = {1'772'000'000'000};
    return one;
}

} // namespace

TEST(CalendarText, SaysWhenAnEntryIsInUtc) {
    CalendarEntry one = entry();
    one.sequence = 3;
    one.remindMinutesBefore = {1440, 60};
    const Component calendar = parsed(calendarText(std::vector{one}));
    EXPECT_EQ(calendar.name, "VCALENDAR");
    EXPECT_EQ(calendar.one("VERSION"), "2.0");
    EXPECT_FALSE(calendar.one("PRODID").empty());
    ASSERT_THAT(calendar.inside, SizeIs(1));
    const Component& event = calendar.inside[0];
    EXPECT_EQ(event.name, "VEVENT");
    EXPECT_EQ(event.one("UID"), one.uid);
    EXPECT_EQ(event.one("DTSTART"), "20260301T093000Z");
    EXPECT_EQ(event.one("DTEND"), "20260301T101500Z");
    EXPECT_EQ(event.one("DTSTAMP").size(), 16u);
    EXPECT_EQ(event.one("SEQUENCE"), "3");
    EXPECT_EQ(event.one("STATUS"), "CONFIRMED");
    EXPECT_EQ(event.properties.count("LOCATION"), 0u) << "what isn't known isn't said";
    EXPECT_EQ(event.properties.count("URL"), 0u);
    ASSERT_THAT(event.inside, SizeIs(2));
    EXPECT_EQ(event.inside[0].name, "VALARM");
    EXPECT_EQ(event.inside[0].one("ACTION"), "DISPLAY");
    EXPECT_EQ(event.inside[0].one("TRIGGER"), "-PT1440M");
    EXPECT_EQ(event.inside[1].one("TRIGGER"), "-PT60M");
    EXPECT_FALSE(event.inside[0].one("DESCRIPTION").empty());
}

TEST(CalendarText, UnusualTextComesBackAsItWas) {
    for (const std::string text :
         {"Commas, semicolons; a back\\slash: and a colon", "Two\nlines\n\nand an empty one",
          "\\n is no line", "ends in a backslash\\", "\"quoted\"",
          "日本語の図書館で面接を受ける練習をする日本語の図書館で面接を受ける練習",
          "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"
          "🙂🙂🙂🙂🙂🙂",
          "é", " blanks at both ends "}) {
        // So that each character comes to lie at the fold once.
        for (std::size_t before = 0; before < 80; ++before) {
            CalendarEntry one = entry();
            one.location = std::string(before, 'x') + text;
            one.description = one.location + "\n" + text;
            const Component event = parsed(calendarText(std::vector{one})).inside.at(0);
            ASSERT_EQ(meaning(event.one("LOCATION")), one.location);
            ASSERT_EQ(meaning(event.one("DESCRIPTION")), one.description);
        }
    }
}

TEST(CalendarText, NothingInATextBecomesAPropertyOfItsOwn) {
    CalendarEntry one = entry();
    one.summary = "Interview\r\nATTENDEE:mailto:eve@example.org\rBEGIN:VALARM";
    one.uid = "a\r\nSTATUS:CANCELLED";
    const Component event = parsed(calendarText(std::vector{one})).inside.at(0);
    EXPECT_EQ(event.properties.count("ATTENDEE"), 0u);
    EXPECT_EQ(event.one("STATUS"), "CONFIRMED");
    EXPECT_THAT(event.inside, IsEmpty());
    EXPECT_EQ(meaning(event.one("SUMMARY")), "Interview\nATTENDEE:mailto:eve@example.org\nBEGIN:VALARM");
}

TEST(CalendarText, LeavesOutWhatIsNoText) {
    CalendarEntry one = entry();
    one.summary = std::string("a\0b\x01"
                              "c\xC3"
                              "d\xFF\xED\xA0\x80"
                              "e\xC0\xAF"
                              "f\x7F\tg",
                              18);
    const std::string text = meaning(parsed(calendarText(std::vector{one})).inside.at(0).one("SUMMARY"));
    EXPECT_EQ(text, "abcdef\tg");
}

TEST(CalendarText, ACancelledEntryIsSaidToBeAndRemindsNobody) {
    CalendarEntry one = entry();
    one.cancelled = true;
    one.remindMinutesBefore = {60};
    const Component event = parsed(calendarText(std::vector{one})).inside.at(0);
    EXPECT_EQ(event.one("STATUS"), "CANCELLED");
    EXPECT_THAT(event.inside, IsEmpty());
}

TEST(CalendarText, AddressesAloneAreUrls) {
    EXPECT_TRUE(isAddress("https://meet.example.org/abc?x=1,2;3"));
    EXPECT_FALSE(isAddress("Room 3"));
    EXPECT_FALSE(isAddress("Main branch: second floor"));
    EXPECT_FALSE(isAddress("https://example.org/\r\nX"));
    EXPECT_FALSE(isAddress("https://exämple.org"));
    EXPECT_FALSE(isAddress("c:\\rooms"));
    EXPECT_FALSE(isAddress(""));
    CalendarEntry one = entry();
    one.url = "https://meet.example.org/a,b;c";
    EXPECT_EQ(parsed(calendarText(std::vector{one})).inside.at(0).one("URL"), one.url)
        << "a URI isn't escaped";
}

TEST(CalendarText, IsACalendarWithoutEntriesToo) {
    EXPECT_THAT(parsed(calendarText({})).inside, IsEmpty());
}

} // namespace mockingbird::exchange::test
