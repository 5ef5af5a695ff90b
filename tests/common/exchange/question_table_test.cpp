// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/question_table.h"

#include "common/catalog/kit_json.h"
#include "tests/common/exchange/random_kit.h"

#include <gmock/gmock.h>

namespace mockingbird::exchange::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

QuestionTable read(const std::string& bytes) {
    const auto table = readCsv(bytes);
    EXPECT_TRUE(table.ok());
    auto questions = questionsFrom(*table);
    if (!questions.ok()) {
        ADD_FAILURE() << questions.error().detail;
        return {};
    }
    return *questions;
}

std::vector<std::string> told(const QuestionTable& read) {
    std::vector<std::string> texts;
    for (const Remark& remark : read.remarks)
        texts.push_back(toString(remark));
    return texts;
}

nlohmann::json jsonOf(const std::vector<catalog::Question>& questions) {
    catalog::Kit kit;
    kit.questions = questions;
    return catalog::toJson(kit)["questions"];
}

TEST(QuestionTable, ReadsItsColumnsHoweverTheyAreCalled) {
    const auto table = read("Competency;QUESTION;Follow-ups;Strong answer;Time\n"
                            "Service;Why us?;What else? | Since when?;Names the library;1:30\n"
                            ";How?;;;90 s\n");
    ASSERT_EQ(table.questions.size(), 2u);
    EXPECT_EQ(table.questions[0].text, "Why us?");
    EXPECT_EQ(table.questions[0].competency, "Service");
    EXPECT_THAT(table.questions[0].probes, ElementsAre("What else?", "Since when?"));
    EXPECT_EQ(table.questions[0].strongAnswer, "Names the library");
    EXPECT_EQ(table.questions[0].seconds, 90);
    EXPECT_EQ(table.questions[1].seconds, 90);
    EXPECT_THAT(told(table), IsEmpty());
}

TEST(QuestionTable, TakesAColumnForEachProbe) {
    const auto table = read("text,probe 1,probe 2,probe 3\nWhy?,a | b,,c\n");
    EXPECT_THAT(table.questions.at(0).probes, ElementsAre("a | b", "c"));
}

TEST(QuestionTable, TellsWhatItDoesNotTake) {
    const auto table = read("question,notes,seconds\nWhy?,n,soon\n,only notes,\n\"\",,\nHow?,,30,more\n");
    EXPECT_EQ(table.questions.size(), 2u);
    EXPECT_THAT(told(table),
                ElementsAre("Line 1: the column \"notes\" has no place here and is not taken.",
                            "Line 2: \"soon\" is no time in seconds; the kit's usual time holds.",
                            "Line 3: there is no question, so the line is left out.",
                            HasSubstr("Line 5: there are more cells than the heading has")));
}

TEST(QuestionTable, SaysWhichColumnsThereAreWhereNoneIsOfQuestions) {
    const auto questions = questionsFrom(*readCsv("name,mail\na,b\n"));
    ASSERT_FALSE(questions.ok());
    EXPECT_EQ(questions.error().detail,
              "line 1: no column is called \"question\" or \"text\"; there are \"name\", \"mail\"");
    EXPECT_THAT(questionsFrom(*readCsv("question\n")).error().detail, HasSubstr("no questions"));
}

TEST(QuestionTable, RefusesMoreThanAKitHolds) {
    std::string table = "question\n";
    for (std::size_t i = 0; i < kMostQuestions; ++i)
        table += "Why?\n";
    EXPECT_EQ(read(table).questions.size(), kMostQuestions) << "the control";
    EXPECT_EQ(questionsFrom(*readCsv(table + "How?\n")).error().detail,
              "line 502: there are more than 500 questions");
}

TEST(QuestionTable, KeepsIdsOfItsOwn) {
    const auto id = catalog::QuestionId::make();
    const auto table =
        read("id,question\n" + id.toString() + ",Why?\n" + id.toString() + ",How?\n3,What?\n4,Who?\n");
    EXPECT_EQ(table.questions[0].id, id);
    EXPECT_TRUE(table.questions[1].id.isNull());
    EXPECT_TRUE(table.questions[2].id.isNull());
    EXPECT_THAT(told(table), ElementsAre(HasSubstr("Line 3: the id is that of a line before"),
                                         HasSubstr("Line 4: \"3\" is none of this program's ids")));
}

TEST(QuestionTable, ReadsAQuestionOnEachLine) {
    const auto table = questionsFromLines(
        "1. Why this library?\r\n\r\n12) What first?\n- Anything else?\n\u2022 You?\n2nd try?");
    ASSERT_TRUE(table.ok());
    std::vector<std::string> texts;
    for (const auto& question : table->questions)
        texts.push_back(question.text);
    EXPECT_THAT(texts, ElementsAre("Why this library?", "What first?", "Anything else?", "You?", "2nd try?"));
    EXPECT_THAT(questionsFromLines("\n \n").error().detail, HasSubstr("no questions"));
    EXPECT_THAT(questionsFromLines(std::string("a\nb\0", 4)).error().detail, HasSubstr("line 2, column 2"));
}

TEST(QuestionTable, LosesNothing) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        RandomKit random(seed);
        std::vector<catalog::Question> questions;
        for (int i = random.upTo(5); i >= 0; --i)
            questions.push_back(random.question());
        const auto reread = questionsFrom(*readCsv(questionTable(questions)));
        ASSERT_TRUE(reread.ok()) << reread.error().detail;
        ASSERT_EQ(jsonOf(reread->questions), jsonOf(questions)) << seed;
        EXPECT_THAT(reread->remarks, IsEmpty());
    }
}

} // namespace
} // namespace mockingbird::exchange::test
