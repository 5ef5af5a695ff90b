// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_json.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

using nlohmann::json;
using ::testing::HasSubstr;

TEST(KitJson, ComesBackFromItsOwnShape) {
    const Kit kit = sampleKit();
    EXPECT_EQ(toJson(must(kitFromJson(toJson(kit)))), toJson(kit));
}

TEST(KitJson, TakesTheSmallestFileAndIgnoresWhatItDoesNotKnow) {
    const auto file = json::parse(R"({"name": "Clerk", "colour": "red",
        "questions": [{"key": "q1", "text": "Why us?"}],
        "rubric": {"criteria": [{"key": "c1", "name": "Poise",
            "levels": [{"level": 1, "label": "Low", "anchor": "Mumbles"}, {"level": 2}]}]}})");
    const Kit kit = must(kitFromJson(file));
    EXPECT_TRUE(kit.id.isNull());
    EXPECT_TRUE(kit.questions[0].id.isNull());
    EXPECT_EQ(kit.rubric.name, "Clerk");
    EXPECT_EQ(kit.profile.answerSeconds, TimingProfile{}.answerSeconds);
    EXPECT_EQ(kit.rubric.criteria[0].weight, 1.0);
}

struct Damage {
    const char* pointer;
    json value; ///< discarded: the field is taken out
    const char* named;
};

class DamagedKitJsonTest : public ::testing::TestWithParam<Damage> {};

TEST_P(DamagedKitJsonTest, IsCorruptAndNamesTheField) {
    json file = toJson(sampleKit());
    const json::json_pointer pointer(GetParam().pointer);
    if (GetParam().value.is_discarded())
        file[pointer.parent_pointer()].erase(pointer.back());
    else
        file[pointer] = GetParam().value;
    const auto kit = kitFromJson(file);
    EXPECT_EQ(codeOf(kit), ErrorCode::Corrupt);
    EXPECT_THAT(kit.error().detail, HasSubstr(GetParam().named));
}

INSTANTIATE_TEST_SUITE_P(
    Fields, DamagedKitJsonTest,
    ::testing::Values(Damage{"/name", json(json::value_t::discarded), "name is missing"},
                      Damage{"/name", 7, "name is not a text"},
                      Damage{"/questions", json::object(), "questions is not a list"},
                      Damage{"/questions/1", "text", "questions[1] is not an object"},
                      Damage{"/questions/1/seconds", "90", "questions[1].seconds is not a whole number"},
                      Damage{"/questions/0/seconds", 99999999999, "questions[0].seconds is too large"},
                      Damage{"/questions/0/probes/0", nullptr, "questions[0].probes[0] is not a text"},
                      Damage{"/questions/0/id", "me", "questions[0].id is not an id"},
                      Damage{"/profile", 3, "profile is not an object"},
                      Damage{"/profile/pass_line", "70", "profile.pass_line is not a number"},
                      Damage{"/rubric", json(json::value_t::discarded), "rubric is missing"},
                      Damage{"/rubric/criteria/1/levels/0/level", 1.5,
                             "rubric.criteria[1].levels[0].level is not a whole number"}));

TEST(KitJson, AnythingButAnObjectIsCorrupt) {
    EXPECT_EQ(codeOf(kitFromJson(json::array())), ErrorCode::Corrupt);
    EXPECT_EQ(codeOf(kitFromJson(json(nullptr))), ErrorCode::Corrupt);
}

TEST(KitJson, SaysWhatIsScoredAndWhetherTheMenteeReviewsFirst) {
    Kit kit = sampleKit();
    nlohmann::json document = toJson(kit);
    EXPECT_EQ(document.at("profile").at("score_by"), "session");
    EXPECT_EQ(document.at("profile").at("self_review_first"), false);
    kit.profile.scoring = ScoringScope::Question;
    kit.profile.selfReviewFirst = true;
    document = toJson(kit);
    EXPECT_EQ(document.at("profile").at("score_by"), "question");
    EXPECT_EQ(must(kitFromJson(document)).profile.scoring, ScoringScope::Question);
    EXPECT_TRUE(must(kitFromJson(document)).profile.selfReviewFirst);
    document["profile"].erase("score_by");
    document["profile"].erase("self_review_first");
    EXPECT_EQ(must(kitFromJson(document)).profile.scoring, ScoringScope::Session);
    EXPECT_FALSE(must(kitFromJson(document)).profile.selfReviewFirst);
    document["profile"]["score_by"] = "minute";
    EXPECT_EQ(codeOf(kitFromJson(document)), ErrorCode::Corrupt);
    document["profile"]["score_by"] = "session";
    document["profile"]["self_review_first"] = 1;
    EXPECT_EQ(codeOf(kitFromJson(document)), ErrorCode::Corrupt);
}

} // namespace mockingbird::catalog::test
