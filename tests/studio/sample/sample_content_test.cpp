// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's content is consistent in itself and with its recordings: a note that speaks of a sentence lies
// where that sentence is heard.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kSample = fs::path(MOCKINGBIRD_SOURCE_DIR) / "studio" / "sample";

json document(const fs::path& path) {
    std::ifstream file(path);
    EXPECT_TRUE(file.good()) << path;
    return json::parse(file);
}

std::set<std::string> keysOf(const json& things) {
    std::set<std::string> keys;
    for (const json& thing : things)
        EXPECT_TRUE(keys.insert(thing.at("key").get<std::string>()).second) << "twice: " << thing.at("key");
    return keys;
}

/// The times that come with a session's recording: attempt_1.mkv has attempt_1.times.json.
json timesOf(const json& session) {
    fs::path path = kSample / session.at("recording").get<std::string>();
    return document(path.replace_extension(".times.json"));
}

/// Whether the candidate is speaking at `time`, give or take a tenth: a note may begin on the very first
/// sound.
bool isHeard(const json& times, double time) {
    constexpr double kSlack = 0.1;
    const json& said = times.at("utterances");
    return std::any_of(said.begin(), said.end(), [time](const json& one) {
        return one.at("speaker") == "MAYA" && one.at("start").get<double>() - kSlack <= time &&
               time <= one.at("end").get<double>() + kSlack;
    });
}

class SampleContent : public testing::Test {
protected:
    const json m_sample = document(kSample / "sample.json");
    const json m_kit = document(kSample / m_sample.at("kit").get<std::string>());
    const std::set<std::string> m_criteria = keysOf(m_kit.at("rubric").at("criteria"));
    const std::set<std::string> m_questions = keysOf(m_kit.at("questions"));
};

TEST_F(SampleContent, KitAnchorsEveryLevelOfEveryCriterion) {
    EXPECT_EQ(m_questions.size(), 6U);
    for (const json& criterion : m_kit.at("rubric").at("criteria")) {
        EXPECT_GT(criterion.at("weight").get<double>(), 0.0);
        int expected = 1;
        for (const json& level : criterion.at("levels")) {
            EXPECT_EQ(level.at("level"), expected++) << criterion.at("key");
            EXPECT_FALSE(level.at("label").get<std::string>().empty());
            EXPECT_GT(level.at("anchor").get<std::string>().size(), 30U) << criterion.at("key");
        }
        EXPECT_EQ(expected, 6) << criterion.at("key");
    }
}

TEST_F(SampleContent, KitHasTheMaterialsItNames) {
    for (const json& material : m_kit.at("materials"))
        EXPECT_TRUE(fs::is_regular_file(kSample / material.at("file").get<std::string>())) << material;
}

TEST_F(SampleContent, PeopleAreKnownAndHoldTheRolesTheyAreNamedFor) {
    keysOf(m_sample.at("people"));
    const auto has = [this](const json& key, const std::string& role) {
        const json& people = m_sample.at("people");
        return std::any_of(people.begin(), people.end(), [&](const json& person) {
            const json& roles = person.at("roles");
            return person.at("key") == key && std::find(roles.begin(), roles.end(), role) != roles.end();
        });
    };
    for (const json& pair : m_sample.at("pairs"))
        for (const char* role : {"mentee", "mentor", "liaison"})
            EXPECT_TRUE(has(pair.at(role), role)) << pair;
    for (const json& session : m_sample.at("sessions")) {
        EXPECT_TRUE(has(session.at("mentee"), "mentee"));
        for (const json& review : session.at("reviews"))
            EXPECT_TRUE(has(review.at("rater"), "mentor"));
        for (const json& bookmark : session.at("bookmarks"))
            EXPECT_TRUE(has(bookmark.at("by"), "mentor"));
    }
}

TEST_F(SampleContent, RehearsalsHaveALevelForEachCriterionByTheirPanel) {
    for (const json& rehearsal : m_sample.at("rehearsals")) {
        const json& panel = rehearsal.at("panel");
        for (const json& review : rehearsal.at("reviews")) {
            EXPECT_NE(std::find(panel.begin(), panel.end(), review.at("rater")), panel.end()) << rehearsal;
            EXPECT_EQ(review.at("levels").size(), m_criteria.size()) << rehearsal;
            for (const json& level : review.at("levels"))
                EXPECT_TRUE(level >= 1 && level <= 5) << rehearsal;
        }
    }
}

TEST_F(SampleContent, SegmentsAreThoseOfTheRecording) {
    for (const json& session : m_sample.at("sessions")) {
        EXPECT_TRUE(fs::is_regular_file(kSample / session.at("recording").get<std::string>()));
        EXPECT_TRUE(fs::is_regular_file(kSample / session.at("captions").get<std::string>()));
        const json times = timesOf(session);
        EXPECT_EQ(session.at("duration"), times.at("duration"));
        const json& segments = session.at("segments");
        ASSERT_EQ(segments.size(), times.at("segments").size());
        for (std::size_t i = 0; i < segments.size(); ++i) {
            EXPECT_TRUE(m_questions.contains(segments[i].at("question")));
            for (const char* field : {"question", "start", "end"})
                EXPECT_EQ(segments[i].at(field), times.at("segments")[i].at(field))
                    << session.at("key") << ' ' << i;
        }
    }
}

TEST_F(SampleContent, NotesLieWhereTheCandidateIsHeard) {
    for (const json& session : m_sample.at("sessions")) {
        const json times = timesOf(session);
        for (const json& review : session.at("reviews"))
            for (const json& note : review.at("notes")) {
                const double from = note.at("at");
                const double until = note.at("until").is_null() ? from : note.at("until").get<double>();
                EXPECT_LE(from, until) << note;
                EXPECT_TRUE(isHeard(times, from)) << note;
                EXPECT_TRUE(isHeard(times, until)) << note;
                EXPECT_TRUE(note.at("criterion").is_null() || m_criteria.contains(note.at("criterion")))
                    << note;
            }
    }
}

TEST_F(SampleContent, ScoresNameLevelsOfTheRubricAndNotesOfTheirReview) {
    for (const json& session : m_sample.at("sessions"))
        for (const json& review : session.at("reviews")) {
            const std::set<std::string> notes = keysOf(review.at("notes"));
            std::set<std::string> scored;
            for (const json& score : review.at("scores")) {
                EXPECT_TRUE(m_criteria.contains(score.at("criterion"))) << score;
                EXPECT_TRUE(scored.insert(score.at("criterion").get<std::string>()).second) << score;
                EXPECT_GE(score.at("level"), 1);
                EXPECT_LE(score.at("level"), 5);
                for (const json& note : score.at("evidence").at("notes"))
                    EXPECT_TRUE(notes.contains(note)) << score;
                for (const json& at : score.at("evidence").at("at"))
                    EXPECT_LT(at, session.at("duration")) << score;
            }
            EXPECT_EQ(review.at("state") == "sealed", scored == m_criteria)
                << session.at("key") << review.at("rater");
            EXPECT_LE(review.at("commitments").size(), 3U);
        }
}

} // namespace
