// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/kit_import.h"

#include "common/base/whole_file.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_folder.h"
#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"
#include "common/exchange/kit_export.h"
#include "tests/common/exchange/random_kit.h"

#include <gmock/gmock.h>

namespace mockingbird::exchange::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using What = ImportStep::What;

class KitImport : public ::testing::Test {
protected:
    void SetUp() override {
        folder =
            std::filesystem::temp_directory_path() / ("mockingbird_import_" + std::to_string(::getpid()));
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        ours = open("ours");
        theirs = open("theirs");
    }
    void TearDown() override {
        ours.reset();
        theirs.reset();
        std::filesystem::remove_all(folder);
    }

    [[nodiscard]] std::unique_ptr<catalog::Catalog> open(const char* name) const {
        auto opened = catalog::Catalog::open(folder / name);
        EXPECT_TRUE(opened.ok());
        return std::move(opened).value();
    }

    static catalog::Kit someKit() {
        catalog::Kit kit;
        kit.name = "Library Page";
        kit.position = "Page";
        kit.questions = {{{}, "Why us?", "Motivation", {"Since when?"}, "Names it", 90},
                         {{}, "=1+1?", "", {}, "", 0}};
        kit.rubric.name = "Panel";
        kit.rubric.criteria = {{{}, "Structure", "How", 2.0, {{1, "Weak", "a"}, {2, "Strong", "b"}}}};
        return kit;
    }

    /// With a guide in its text, a form as a file, and one of a question.
    catalog::Kit published() const {
        const auto kit = ours->kits().publish(someKit());
        EXPECT_TRUE(kit.ok());
        EXPECT_TRUE(ours->materials().add(kit->id, "Guide", "markdown", "# Hello").ok());
        catalog::MaterialIntake intake(ours->materials(), ours->folder());
        catalog::MaterialDraft form;
        form.title = "Form";
        form.attached = {catalog::Attachment::question(kit->questions[0].id)};
        EXPECT_TRUE(writeWholeFile(folder / "form.md", "# A form\n").ok());
        EXPECT_TRUE(intake.addFile(folder / "form.md", form).ok());
        return *kit;
    }

    std::filesystem::path exported(catalog::KitId kit, const char* name) const {
        const auto file = folder / name;
        const auto form = exportFormOf(file);
        EXPECT_TRUE(form.ok());
        const auto remarks = exportKit(*ours, kit, std::nullopt, file, *form);
        EXPECT_TRUE(remarks.ok()) << remarks.error().detail;
        return file;
    }

    static ImportOutcome run(catalog::Catalog& catalog, const std::filesystem::path& file,
                             ImportTarget target = {}) {
        const auto read = readImportFile(file);
        if (!read.ok()) {
            ADD_FAILURE() << read.error().detail;
            return {};
        }
        const auto plan = planImport(catalog, *read, target);
        auto outcome = runImport(catalog, *read, target);
        if (!outcome.ok() || !plan.ok()) {
            ADD_FAILURE() << (outcome.ok() ? plan.error().detail : outcome.error().detail);
            return {};
        }
        EXPECT_EQ(whats(outcome->plan), whats(*plan)) << "what was shown is what is done";
        return *outcome;
    }

    static std::vector<What> whats(const ImportPlan& plan) {
        std::vector<What> all;
        for (const ImportStep& step : plan.steps)
            all.push_back(step.what);
        return all;
    }
    static std::vector<std::string> told(const ImportPlan& plan) {
        std::vector<std::string> all;
        for (const Remark& remark : plan.remarks)
            all.push_back(toString(remark));
        return all;
    }
    static std::string sameKit(const catalog::Kit& kit) { return catalog::toJson(kit).dump(); }

    std::filesystem::path folder;
    std::unique_ptr<catalog::Catalog> ours;
    std::unique_ptr<catalog::Catalog> theirs;
};

TEST_F(KitImport, BringsAKitWithItsMaterialsIntoAnotherCatalog) {
    const auto kit = published();
    const auto file = exported(kit.id, "page.mbkit");
    const auto outcome = run(*theirs, file);
    EXPECT_THAT(whats(outcome.plan), ElementsAre(What::NewKit, What::NewMaterial, What::NewMaterial));
    EXPECT_EQ(sameKit(*theirs->kits().byId(kit.id)), sameKit(kit)) << "with all its ids";
    const auto guides = *theirs->materials().attachedTo(catalog::Attachment::kit(kit.id));
    ASSERT_EQ(guides.size(), 1u);
    EXPECT_EQ(guides[0].text, "# Hello");
    const auto forms = *theirs->materials().attachedTo(catalog::Attachment::question(kit.questions[0].id));
    ASSERT_EQ(forms.size(), 1u);
    ASSERT_TRUE(forms[0].file);
    EXPECT_EQ(*catalog::MaterialFolder(theirs->folder()).read(*forms[0].file), "# A form\n");
    EXPECT_THAT(*theirs->verify(), IsEmpty());
}

TEST_F(KitImport, GoesOutOfTheOtherCatalogAsItCameIn) {
    const auto kit = published();
    const auto file = exported(kit.id, "page.mbkit");
    run(*theirs, file);
    ASSERT_TRUE(exportKit(*theirs, kit.id, std::nullopt, folder / "again.mbkit", ExportForm::Bundle).ok());
    EXPECT_EQ(*readWholeFile(file), *readWholeFile(folder / "again.mbkit"));
}

TEST_F(KitImport, DoublesNothing) {
    const auto kit = published();
    const auto file = exported(kit.id, "page.mbkit");
    run(*theirs, file);
    const auto revision = theirs->revision();
    const auto again = run(*theirs, file);
    EXPECT_THAT(whats(again.plan), ElementsAre(What::KitAsItIs, What::MaterialAsItIs, What::MaterialAsItIs));
    EXPECT_FALSE(again.plan.changesAnything());
    EXPECT_EQ(theirs->revision(), revision) << "no event";
}

TEST_F(KitImport, MakesANewerOneTheNextVersion) {
    auto kit = published();
    run(*theirs, exported(kit.id, "one.mbkit"));
    kit.questions[0].text = "Why this library?";
    ASSERT_TRUE(ours->kits().publish(kit).ok());
    const auto outcome = run(*theirs, exported(kit.id, "two.mbkit"));
    EXPECT_EQ(outcome.plan.steps.front().what, What::NextVersion);
    EXPECT_THAT(told(outcome.plan), IsEmpty());
    EXPECT_EQ(theirs->kits().byId(kit.id)->version, 2);
    EXPECT_EQ(theirs->kits().byId(kit.id, 1)->questions[0].text, "Why us?");
    const auto older = run(*theirs, folder / "one.mbkit");
    EXPECT_THAT(older.plan.steps.front().text,
                HasSubstr("as version 1; version 2 has been published here since"));
}

TEST_F(KitImport, TellsThatBothSidesWentOn) {
    auto kit = published();
    run(*theirs, exported(kit.id, "one.mbkit"));
    auto here = *theirs->kits().byId(kit.id);
    here.name = "Library Page, ours";
    ASSERT_TRUE(theirs->kits().publish(here).ok());
    kit.name = "Library Page, theirs";
    ASSERT_TRUE(ours->kits().publish(kit).ok());
    const auto outcome = run(*theirs, exported(kit.id, "two.mbkit"));
    EXPECT_THAT(told(outcome.plan), ElementsAre(HasSubstr("it was changed in both places")));
    EXPECT_EQ(theirs->kits().byId(kit.id)->version, 3);
    EXPECT_EQ(theirs->kits().byId(kit.id, 2)->name, "Library Page, ours");
}

TEST_F(KitImport, TellsOfAnotherKitOfThatName) {
    const auto kit = published();
    ASSERT_TRUE(theirs->kits().publish(someKit()).ok());
    EXPECT_THAT(told(run(*theirs, exported(kit.id, "one.mbkit")).plan),
                ElementsAre(HasSubstr("called \"Library Page\" too")));
}

TEST_F(KitImport, MakesNewerMaterialsTheirNextVersion) {
    const auto kit = published();
    run(*theirs, exported(kit.id, "one.mbkit"));
    const auto guide = ours->materials().attachedTo(catalog::Attachment::kit(kit.id))->front();
    catalog::MaterialDraft newer;
    newer.title = guide.title;
    newer.text = "# Hello again";
    ASSERT_TRUE(ours->materials().replace(guide.id, newer).ok());
    const auto outcome = run(*theirs, exported(kit.id, "two.mbkit"));
    EXPECT_THAT(whats(outcome.plan), Contains(What::NewerMaterial));
    EXPECT_EQ(theirs->materials().byId(guide.id)->text, "# Hello again");
    EXPECT_EQ(theirs->materials().byId(guide.id)->version, 2);
}

TEST_F(KitImport, LeavesAllAsItWasWhereItFails) {
    const auto kit = published();
    const auto file = exported(kit.id, "page.mbkit");
    const auto read = readImportFile(file);
    ASSERT_TRUE(read.ok());
    const auto stopped = runImport(*theirs, *read, {}, [](std::int64_t, std::int64_t) { return false; });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    std::string bytes = *readWholeFile(file);
    ASSERT_TRUE(writeWholeFile(file, bytes.substr(0, bytes.size() / 2)).ok());
    EXPECT_FALSE(runImport(*theirs, *read, {}).ok()) << "the file was changed since it was looked at";
    EXPECT_THAT(*theirs->kits().all(), IsEmpty());
    EXPECT_THAT(*theirs->verify(), IsEmpty());
    for (const auto& entry : std::filesystem::directory_iterator(theirs->folder()))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".import")) << entry.path();
    EXPECT_FALSE(readImportFile(file).ok());
    ASSERT_TRUE(writeWholeFile(file, bytes).ok());
    EXPECT_TRUE(runImport(*theirs, *readImportFile(file), {}).ok()) << "the control";
}

TEST_F(KitImport, LeavesOutAMaterialWhoseFileIsMissing) {
    const auto kit = published();
    const auto form =
        ours->materials().attachedTo(catalog::Attachment::question(kit.questions[0].id))->front();
    std::filesystem::remove(catalog::MaterialFolder(ours->folder()).path(form.file->hash));
    const auto remarks = exportKit(*ours, kit.id, std::nullopt, folder / "a.mbkit", ExportForm::Bundle);
    ASSERT_TRUE(remarks.ok());
    ASSERT_EQ(remarks->size(), 1u);
    EXPECT_THAT(remarks->front().text, HasSubstr("\"Form\" is left out"));
    EXPECT_TRUE(readImportFile(folder / "a.mbkit").ok());
}

TEST_F(KitImport, TakesAKitAsJson) {
    const auto kit = published();
    const auto outcome = run(*theirs, exported(kit.id, "page.json"));
    EXPECT_THAT(whats(outcome.plan), ElementsAre(What::NewKit));
    EXPECT_EQ(sameKit(*theirs->kits().byId(kit.id)), sameKit(kit));
}

TEST_F(KitImport, MakesADraftOfQuestions) {
    const auto kit = published();
    const auto outcome = run(*theirs, exported(kit.id, "page.csv"));
    EXPECT_THAT(whats(outcome.plan), ElementsAre(What::NewDraft));
    ASSERT_EQ(outcome.drafts.size(), 1u);
    const auto draft = theirs->kitDrafts().byId(outcome.drafts[0]);
    ASSERT_TRUE(draft.ok());
    EXPECT_EQ(draft->content.name, "page");
    ASSERT_EQ(draft->content.questions.size(), 2u);
    EXPECT_EQ(draft->content.questions[1].text, "=1+1?");
    EXPECT_THAT(draft->content.questions[0].probes, ElementsAre("Since when?"));
}

TEST_F(KitImport, PutsQuestionsIntoTheDraftOfAKit) {
    const auto kit = published();
    const auto file = exported(kit.id, "page.csv");
    ASSERT_TRUE(writeWholeFile(file, *readWholeFile(file) + ",What now?,,,\r\n").ok());
    const auto outcome = run(*ours, file, {kit.id});
    EXPECT_THAT(outcome.plan.steps.front().text, HasSubstr("1 question is added and 2 are written anew"));
    const auto draft = ours->kitDrafts().byId(outcome.drafts.at(0));
    ASSERT_TRUE(draft.ok());
    EXPECT_EQ(draft->kit, kit.id);
    ASSERT_EQ(draft->content.questions.size(), 3u);
    EXPECT_EQ(draft->content.questions[0].id, kit.questions[0].id);
    EXPECT_EQ(draft->content.questions[2].text, "What now?");
    EXPECT_EQ(ours->kits().byId(kit.id)->version, 1) << "nothing is published";
    ASSERT_TRUE(ours->kitDrafts().undo(draft->id).ok());
    EXPECT_EQ(ours->kitDrafts().byId(draft->id)->content.questions.size(), 2u);
}

TEST_F(KitImport, BringsARubricBackFromCanvas) {
    const auto kit = published();
    const auto file = exported(kit.id, "page.canvas.csv");
    std::string table = *readWholeFile(file);
    table.replace(table.find("Strong,b,4"), 10, "Better,c,4");
    ASSERT_TRUE(writeWholeFile(file, table).ok());
    const auto outcome = run(*ours, file, {kit.id});
    EXPECT_THAT(whats(outcome.plan), ElementsAre(What::DraftChanged));
    const auto draft = ours->kitDrafts().byId(outcome.drafts.at(0));
    ASSERT_TRUE(draft.ok());
    const auto& criterion = draft->content.rubric.criteria.at(0);
    EXPECT_EQ(criterion.id, kit.rubric.criteria[0].id) << "attempts stay comparable";
    EXPECT_EQ(criterion.levels[1].label, "Better");
    EXPECT_EQ(criterion.weight, 2.0);
}

TEST_F(KitImport, MakesADraftOfEachRubric) {
    const std::string table =
        "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,"
        "Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points\n"
        "One,A,,false,x,,1,y,,0\nTwo,B,,false,x,,5,y,,1\n";
    ASSERT_TRUE(writeWholeFile(folder / "rubrics.csv", table).ok());
    const auto outcome = run(*theirs, folder / "rubrics.csv");
    EXPECT_EQ(outcome.drafts.size(), 2u);
    EXPECT_THAT(told(outcome.plan), ElementsAre(HasSubstr("Line 3: the points of \"B\" are no even steps")));
    const auto kit = published();
    const auto into = planImport(*ours, *readImportFile(folder / "rubrics.csv"), {kit.id});
    ASSERT_FALSE(into.ok());
    EXPECT_THAT(into.error().detail, HasSubstr("2 rubrics, and a kit has one"));
}

TEST_F(KitImport, KeepsThePointsOfCanvasThroughPublishingAndRebuilding) {
    auto kit = someKit();
    kit.rubric.criteria[0].levels[0].points = 0.5;
    kit.rubric.criteria[0].levels[1].points = 4.0;
    kit.rubric.criteria[0].pointsAreRanges = true;
    const auto published = ours->kits().publish(kit);
    ASSERT_TRUE(published.ok());
    ASSERT_TRUE(ours->rebuild().ok());
    const auto back = ours->kits().byId(published->id);
    EXPECT_EQ(back->rubric.criteria[0].levels[1].points, 4.0);
    EXPECT_TRUE(back->rubric.criteria[0].pointsAreRanges);
}

TEST_F(KitImport, NamesFileAndLineInItsRefusals) {
    const auto refused = [&](const char* name, const std::string& bytes) {
        EXPECT_TRUE(writeWholeFile(folder / name, bytes).ok());
        const auto read = readImportFile(folder / name);
        return read.ok() ? "read" : read.error().detail;
    };
    EXPECT_EQ(refused("a.csv", "question\n\"open"),
              "\"a.csv\": line 2, column 1: a quote opens here and is never closed");
    EXPECT_THAT(refused("a.mbkit", "hello"), HasSubstr("\"a.mbkit\": it is no kit"));
    EXPECT_THAT(refused("b.mbkit", std::string("PK\x03\x04 and more", 13)), HasSubstr("\"b.mbkit\": "));
    EXPECT_THAT(refused("a.json", "{"), HasSubstr("it is not JSON"));
    EXPECT_THAT(refused("b.json", "{\"name\": 1}"), HasSubstr("name"));
    EXPECT_THAT(refused("b.csv", "name,mail\na,b\n"), HasSubstr("no column is called"));
    EXPECT_EQ(refused("c.csv", "question\nWhy?\n"), "read") << "the control";
    EXPECT_EQ(refused("c.txt", "1. Why?\n"), "read");
    EXPECT_EQ(readImportFile(folder / "none.csv").error().code, ErrorCode::NotFound);
    EXPECT_FALSE(readImportFile(folder).ok());
}

TEST_F(KitImport, LosesNothingOfAnyKit) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        auto kit = RandomKit(seed).make();
        kit.id = {};
        kit.rubric.criteria.front().weight = 1; // one has to count
        const auto made = ours->kits().publish(kit);
        ASSERT_TRUE(made.ok()) << made.error().detail;
        run(*theirs, exported(made->id, "any.mbkit"));
        EXPECT_EQ(sameKit(*theirs->kits().byId(made->id)), sameKit(*made)) << seed;
    }
}

TEST(KitExport, GoesByTheFilesEnding) {
    EXPECT_EQ(*exportFormOf("a.mbkit"), ExportForm::Bundle);
    EXPECT_EQ(*exportFormOf("a.canvas.csv"), ExportForm::Canvas);
    EXPECT_EQ(*exportFormOf("a.csv"), ExportForm::Questions);
    EXPECT_EQ(*exportFormOf("a.json"), ExportForm::Json);
    EXPECT_THAT(exportFormOf("a.pdf").error().detail, HasSubstr(".mbkit"));
    EXPECT_FALSE(exportFormOf(".mbkit").ok());
    catalog::Kit kit;
    kit.name = "Page / \"Clerk\": 2026?";
    EXPECT_EQ(suggestedFileName(kit, ExportForm::Bundle), "Page_Clerk_2026.mbkit");
    kit.name = "//";
    EXPECT_EQ(suggestedFileName(kit, ExportForm::Json), "kit.json");
}

} // namespace
} // namespace mockingbird::exchange::test
