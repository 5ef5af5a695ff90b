// SPDX-License-Identifier: GPL-3.0-or-later
// The starter library is complete, written for each position, and the same in every catalog.
#include "studio/starter/starter_library.h"

#include "common/catalog/kit_check.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "studio/starter/starter_files.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>

namespace mockingbird::studio {
namespace {

using catalog::Criterion;
using catalog::Kit;
using catalog::Level;
using catalog::Material;
using catalog::Question;

constexpr std::size_t kLongestAnchor = 240;   // some three lines beside the scale, read while listening
constexpr std::size_t kLongestQuestion = 300; // what one keeps in mind when it is read out once
constexpr std::size_t kLongestStrongAnswer = 700;
constexpr double kTooAlike = 0.45; // anchors of different criteria share a third of their words at most

using Words = std::set<std::string>;

Words wordsOf(const std::string& text) {
    Words words;
    std::string word;
    for (const char c : text + " ") {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!word.empty()) {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

/// Of all words in either text, the share that is in both.
double likeness(const Words& a, const Words& b) {
    const auto both = static_cast<double>(
        std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
    const double either = static_cast<double>(a.size() + b.size()) - both;
    return either > 0 ? both / either : 0;
}

/// What nobody meant to publish: a mark of the unfinished, or a gap.
bool looksUnfinished(const std::string& text) {
    static const Words kMarks{"todo", "tbd", "fixme", "xxx", "lorem", "ipsum", "placeholder"};
    const Words words = wordsOf(text);
    return std::any_of(kMarks.begin(), kMarks.end(),
                       [&](const auto& mark) { return words.contains(mark); }) ||
           text.empty() || text.front() == ' ' || text.back() == ' ' || text.find("  ") != std::string::npos;
}

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

class StarterLibrary : public testing::Test {
protected:
    void SetUp() override {
        m_catalog = filled(m_folder / "catalog");
        ASSERT_NE(m_catalog, nullptr);
        m_kits = m_catalog->kits().all().valueOr({});
        m_materials = m_catalog->materials().all().valueOr({});
    }
    static std::unique_ptr<catalog::Catalog> filled(const std::filesystem::path& folder) {
        auto catalog = catalog::Catalog::open(folder);
        EXPECT_TRUE(catalog.ok());
        const auto added = addStarterLibrary(**catalog);
        EXPECT_TRUE(added.ok()) << added.error().detail;
        return std::move(*catalog);
    }
    template <class Visit>
    void forEachAnchor(const Visit& visit) const {
        for (const Kit& kit : m_kits)
            for (const Criterion& criterion : kit.rubric.criteria)
                for (const Level& level : criterion.levels)
                    visit(kit.name + ", " + criterion.name + ", " + std::to_string(level.level),
                          level.anchor);
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    std::vector<Kit> m_kits;
    std::vector<Material> m_materials;
};

TEST_F(StarterLibrary, HasAKitForEachStepOfTheLadder) {
    EXPECT_GE(m_kits.size(), 8u);
    std::set<std::string> names;
    for (const Kit& kit : m_kits)
        names.insert(kit.name);
    for (const char* name :
         {"Library Page", "Library Clerk", "Library Assistant", "Senior Library Assistant", "Librarian I",
          "Librarian II", "Branch Manager", "Children's Specialist", "Digital Services Specialist"}) {
        EXPECT_TRUE(names.contains(name)) << name;
        EXPECT_TRUE(m_catalog->kits().find(name).ok()) << name << " fits more than one";
    }
    EXPECT_TRUE(m_catalog->verify().valueOr({"it can't be checked"}).empty());
}

TEST_F(StarterLibrary, AsksFiveToEightQuestionsWithAllThatAPanelNeeds) {
    std::set<std::string> texts;
    for (const Kit& kit : m_kits) {
        EXPECT_GE(kit.questions.size(), 5u) << kit.name;
        EXPECT_LE(kit.questions.size(), 8u) << kit.name;
        for (const Question& question : kit.questions) {
            EXPECT_TRUE(texts.insert(question.text).second) << "asked twice: " << question.text;
            EXPECT_LE(question.text.size(), kLongestQuestion) << kit.name << ": " << question.text;
            EXPECT_GE(question.text.size(), 60u) << kit.name << ": " << question.text;
            EXPECT_GE(question.probes.size(), 2u) << question.text;
            EXPECT_LE(question.probes.size(), 3u) << question.text;
            EXPECT_GE(question.strongAnswer.size(), 150u) << question.text;
            EXPECT_LE(question.strongAnswer.size(), kLongestStrongAnswer) << question.text;
            EXPECT_GE(question.seconds, 60) << question.text;
            EXPECT_LE(question.seconds, 300) << question.text;
            EXPECT_FALSE(looksUnfinished(question.text)) << question.text;
            EXPECT_FALSE(looksUnfinished(question.strongAnswer)) << question.text;
            for (const std::string& probe : question.probes)
                EXPECT_FALSE(looksUnfinished(probe)) << question.text;
        }
    }
}

TEST_F(StarterLibrary, AsksForWhatItScores) {
    for (const Kit& kit : m_kits) {
        std::set<std::string> asked;
        for (const Question& question : kit.questions)
            asked.insert(question.competency);
        std::size_t unasked = 0;
        for (const Criterion& criterion : kit.rubric.criteria)
            unasked += asked.erase(criterion.name) == 0 ? 1 : 0;
        EXPECT_TRUE(asked.empty()) << kit.name << " asks for \"" << *asked.begin()
                                   << "\" and doesn't score it";
        EXPECT_LE(unasked, 1u) << kit.name << ": one criterion may be heard in all answers, no more";
    }
}

TEST_F(StarterLibrary, DescribesFiveLevelsOfEveryCriterion) {
    for (const Kit& kit : m_kits) {
        EXPECT_GE(kit.rubric.criteria.size(), 5u) << kit.name;
        EXPECT_LE(kit.rubric.criteria.size(), 7u) << kit.name;
        for (const Criterion& criterion : kit.rubric.criteria) {
            EXPECT_FALSE(looksUnfinished(criterion.description)) << kit.name << ", " << criterion.name;
            ASSERT_EQ(criterion.levels.size(), 5u) << kit.name << ", " << criterion.name;
            for (std::size_t i = 0; i < 5; ++i) {
                EXPECT_EQ(criterion.levels[i].level, static_cast<int>(i) + 1);
                EXPECT_FALSE(criterion.levels[i].label.empty()) << kit.name << ", " << criterion.name;
            }
        }
    }
    forEachAnchor([](const std::string& where, const std::string& anchor) {
        EXPECT_FALSE(looksUnfinished(anchor)) << where;
        EXPECT_GE(anchor.size(), 50u) << where << " describes too little to tell it from its neighbours";
        EXPECT_LE(anchor.size(), kLongestAnchor) << where << " can't be read while listening";
    });
}

TEST_F(StarterLibrary, IsWrittenAnewForEachPosition) {
    std::vector<std::pair<std::string, Words>> anchors;
    forEachAnchor([&](const std::string& where, const std::string& anchor) {
        anchors.emplace_back(where, wordsOf(anchor));
    });
    EXPECT_GE(anchors.size(), 8u * 5u * 5u);
    for (std::size_t i = 0; i < anchors.size(); ++i)
        for (std::size_t j = i + 1; j < anchors.size(); ++j)
            EXPECT_LT(likeness(anchors[i].second, anchors[j].second), kTooAlike)
                << anchors[i].first << " and " << anchors[j].first;
}

TEST_F(StarterLibrary, WeighsAndTimesWhatCanBeHeld) {
    for (const Kit& kit : m_kits) {
        double sum = 0;
        double heaviest = 0;
        for (const Criterion& criterion : kit.rubric.criteria) {
            EXPECT_GE(criterion.weight, 0.5) << kit.name;
            sum += criterion.weight;
            heaviest = std::max(heaviest, criterion.weight);
        }
        EXPECT_LT(heaviest, sum / 3) << kit.name << ": one criterion must not decide alone";
        int seconds = 0;
        for (const Question& question : kit.questions)
            seconds += kit.profile.readingSeconds + question.seconds;
        EXPECT_LE(seconds, kit.profile.totalMinutes * 60) << kit.name;
        EXPECT_GE(seconds * 2, kit.profile.totalMinutes * 60)
            << kit.name << " has half of its time left over";
        EXPECT_FALSE(kit.profile.name.empty()) << kit.name;
        EXPECT_EQ(kit.profile.agreementMargin, 2) << kit.name;
        EXPECT_FALSE(kit.position.empty() || kit.classification.empty()) << kit.name;
    }
}

TEST_F(StarterLibrary, GivesEachKitAGuideAndAChecklist) {
    for (const Kit& kit : m_kits) {
        const auto materials = m_catalog->materials().ofKit(kit.id).valueOr({});
        ASSERT_EQ(materials.size(), 2u) << kit.name;
        EXPECT_EQ(materials[0].title, kit.name + ": guide");
        EXPECT_GE(materials[0].text.size(), 2000u) << kit.name;
        EXPECT_EQ(materials[1].title, kit.name + ": checklist");
        EXPECT_GE(countOf(materials[1].text, "\n- [ ] "), 12u) << kit.name;
    }
}

TEST_F(StarterLibrary, HasGuidesForEveryInterview) {
    const auto guides = m_catalog->materials().ofKit({}).valueOr({});
    ASSERT_GE(guides.size(), 6u);
    EXPECT_EQ(guides.size() + 2 * m_kits.size(), m_materials.size());
    std::string all;
    for (const Material& guide : guides) {
        EXPECT_GE(guide.text.size(), 2500u) << guide.title;
        all += guide.text;
    }
    for (const char* step : {"announcement", "application", "Screening", "oral board", "eligible list",
                             "Certification", "probation", "STAR", "Structured", "feedback"})
        EXPECT_NE(all.find(step), std::string::npos) << step;
}

TEST_F(StarterLibrary, GuidesNameWhereTheirFactsComeFrom) {
    for (const Material& material : m_materials)
        EXPECT_TRUE(material.title.ends_with(": checklist") ||
                    material.text.find("\n*Source") != std::string::npos)
            << material.title;
}

TEST_F(StarterLibrary, HoldsNothingThatTheEditorWouldFindFaultWith) {
    for (const Kit& kit : m_kits)
        for (const catalog::KitFinding& finding : catalog::findingsOf(kit))
            ADD_FAILURE() << kit.name << ": " << catalog::describe(finding, kit);
}

TEST_F(StarterLibrary, MaterialsAreWholeTexts) {
    std::set<std::string> titles;
    for (const Material& material : m_materials) {
        EXPECT_TRUE(titles.insert(material.title).second) << "twice: " << material.title;
        EXPECT_EQ(material.kind, catalog::MaterialKind::Markdown);
        EXPECT_EQ(material.text.rfind("# ", 0), 0u) << material.title << " begins without a heading";
        EXPECT_EQ(material.text.back(), '\n') << material.title;
        for (const char* mark : {"TO"
                                 "DO",
                                 "TBD",
                                 "FIX"
                                 "ME",
                                 "Lorem", "placeholder", "](", "<"})
            EXPECT_EQ(material.text.find(mark), std::string::npos) << material.title << ": " << mark;
    }
}

TEST_F(StarterLibrary, IsTheSameInEveryCatalog) {
    const auto other = filled(m_folder / "other");
    const auto kits = other->kits().all().valueOr({});
    ASSERT_EQ(kits.size(), m_kits.size());
    for (std::size_t i = 0; i < kits.size(); ++i) {
        EXPECT_EQ(kits[i].id, m_kits[i].id) << kits[i].name;
        EXPECT_EQ(kits[i].version, 1);
        EXPECT_EQ(kits[i].rubric.id, m_kits[i].rubric.id) << kits[i].name;
        for (std::size_t k = 0; k < kits[i].questions.size(); ++k)
            EXPECT_EQ(kits[i].questions[k].id, m_kits[i].questions[k].id) << kits[i].questions[k].text;
        for (std::size_t k = 0; k < kits[i].rubric.criteria.size(); ++k)
            EXPECT_EQ(kits[i].rubric.criteria[k].id, m_kits[i].rubric.criteria[k].id) << kits[i].name;
    }
    const auto materials = other->materials().all().valueOr({});
    ASSERT_EQ(materials.size(), m_materials.size());
    for (std::size_t i = 0; i < materials.size(); ++i)
        EXPECT_EQ(materials[i].id, m_materials[i].id) << materials[i].title;
}

TEST_F(StarterLibrary, LeavesACatalogWithKitsAlone) {
    const auto before = m_catalog->revision();
    EXPECT_TRUE(addStarterLibrary(*m_catalog).ok());
    EXPECT_EQ(m_catalog->revision(), before);
    for (const Kit& kit : m_kits)
        EXPECT_TRUE(m_catalog->kits().retire(kit.id).ok());
    const auto retired = m_catalog->revision();
    EXPECT_TRUE(addStarterLibrary(*m_catalog).ok());
    EXPECT_EQ(m_catalog->revision(), retired) << "they are there, if retired";
}

// The controls: what the tests above look for is found where it is.
TEST(StarterLibraryLint, FindsWhatIsAlikeAndWhatIsUnfinished) {
    const Words anchor = wordsOf("Stays polite, looks into it, and offers one fitting step.");
    EXPECT_GT(likeness(anchor, wordsOf("Stays polite, looks into it and offers a fitting step")), kTooAlike);
    EXPECT_LT(likeness(anchor, wordsOf("Quotes the rule and ends it there.")), kTooAlike);
    EXPECT_EQ(likeness({}, {}), 0);
    for (const char* text : {"", "TBD", "To be written. todo", "two  gaps", "ends in one ", "Lorem ipsum"})
        EXPECT_TRUE(looksUnfinished(text)) << text;
    EXPECT_FALSE(looksUnfinished("Says what to do."));
    EXPECT_FALSE(starterFile("kits/none.json"));
}

} // namespace
} // namespace mockingbird::studio
