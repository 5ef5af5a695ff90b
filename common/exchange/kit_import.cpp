// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/kit_import.h"

#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/kit_store.h"
#include "common/exchange/material_import.h"

#include <algorithm>

namespace mockingbird::exchange {

namespace {

using catalog::Catalog;
using catalog::Kit;
using catalog::KitDraft;
using catalog::KitId;
using What = ImportStep::What;

std::string counted(std::size_t number, const std::string& one, const std::string& several) {
    return std::to_string(number) + " " + (number == 1 ? one : several);
}

std::string contents(const Kit& kit) {
    return counted(kit.questions.size(), "question", "questions") + " and " +
           counted(kit.rubric.criteria.size(), "criterion", "criteria");
}

/// Whether two versions say the same.
bool sameContent(Kit a, const Kit& b) {
    a.version = b.version;
    a.rubric.version = b.rubric.version;
    a.id = b.id;
    a.rubric.id = b.rubric.id;
    return catalog::toJson(a) == catalog::toJson(b);
}

/// The newest version here of the kit with that id; none where there is none.
Result<std::optional<Kit>> knownKit(Catalog& catalog, KitId id) {
    if (id.isNull())
        return std::optional<Kit>{};
    auto kit = catalog.kits().byId(id);
    if (kit.ok())
        return std::optional<Kit>(*std::move(kit));
    if (kit.error().code == ErrorCode::NotFound)
        return std::optional<Kit>{};
    return kit.error();
}

Result<void> remarkOnName(Catalog& catalog, const Kit& kit, ImportPlan& plan) {
    for (const catalog::KitHead& other : TRY(catalog.kits().heads()))
        if (other.name == kit.name && other.id != kit.id)
            plan.remarks.push_back(
                {0, "Another kit here is called \"" + kit.name + "\" too; both are kept."});
    return {};
}

Result<void> planKit(Catalog& catalog, const Kit& kit, ImportPlan& plan) {
    const auto known = TRY(knownKit(catalog, kit.id));
    const std::string quoted = "\"" + kit.name + "\"";
    if (!known) {
        plan.steps.push_back({What::NewKit, quoted + " is a new kit, with " + contents(kit) + "."});
        return remarkOnName(catalog, kit, plan);
    }
    for (int version = known->version; version >= 1; --version) {
        const Kit here = TRY(catalog.kits().byId(kit.id, version));
        if (!sameContent(kit, here))
            continue;
        std::string text = quoted + " is here already, as version " + std::to_string(version);
        if (version < known->version)
            text += "; version " + std::to_string(known->version) + " has been published here since";
        plan.steps.push_back({What::KitAsItIs, text + "."});
        return {};
    }
    plan.steps.push_back({What::NextVersion, quoted + " becomes version " +
                                                 std::to_string(known->version + 1) + ", with " +
                                                 contents(kit) + "; sessions keep theirs."});
    if (kit.version <= known->version)
        plan.remarks.push_back(
            {0, "The file calls it version " + std::to_string(kit.version) + ", and version " +
                    std::to_string(kit.version) +
                    " here is another: it was changed in both places. The one here stays as it "
                    "is, and what the file has comes after it."});
    if (TRY(catalog.kits().isRetired(kit.id)))
        plan.remarks.push_back({0, quoted + " is retired here, and stays so."});
    return {};
}

/// The draft of the kit's next version: one's own that is open, or a new one.
Result<KitDraft> draftOf(Catalog& catalog, KitId kit) {
    for (const catalog::KitDraftHead& head : TRY(catalog.kitDrafts().open()))
        if (head.kit == kit)
            return catalog.kitDrafts().byId(head.id);
    return catalog.kitDrafts().beginNext(kit);
}

/// What stands in the draft of the kit's next version now, or would.
Result<Kit> contentFor(Catalog& catalog, KitId kit) {
    for (const catalog::KitDraftHead& head : TRY(catalog.kitDrafts().open()))
        if (head.kit == kit)
            return TRY(catalog.kitDrafts().byId(head.id)).content;
    return catalog.kits().byId(kit);
}

/// How many are new; the others take the place of those with their ids.
std::size_t putQuestions(Kit& kit, const std::vector<catalog::Question>& questions) {
    std::size_t added = 0;
    for (const catalog::Question& question : questions) {
        const auto same = std::ranges::find_if(kit.questions, [&](const catalog::Question& each) {
            return !question.id.isNull() && each.id == question.id;
        });
        if (same != kit.questions.end()) {
            *same = question;
            continue;
        }
        kit.questions.push_back(question);
        ++added;
    }
    return added;
}

/// In place of the kit's criteria; one of the same name stays the same criterion.
void putRubric(Kit& kit, const catalog::Rubric& rubric) {
    const std::vector<catalog::Criterion> before = std::move(kit.rubric.criteria);
    const bool same = rubric.id == kit.rubric.id;
    kit.rubric.criteria = rubric.criteria;
    kit.rubric.name = rubric.name;
    std::vector<catalog::CriterionId> taken;
    for (catalog::Criterion& criterion : kit.rubric.criteria) {
        if (!same)
            criterion.id = {};
        for (const catalog::Criterion& earlier : before)
            if (criterion.id.isNull() && earlier.name == criterion.name &&
                std::ranges::find(taken, earlier.id) == taken.end())
                criterion.id = earlier.id;
        taken.push_back(criterion.id);
    }
    kit.profile.scale = static_cast<int>(kit.rubric.criteria.front().levels.size());
}

/// A new kit of the rubric alone.
Kit kitOf(catalog::Rubric rubric) {
    Kit kit;
    kit.name = rubric.name;
    rubric.id = {};
    for (catalog::Criterion& criterion : rubric.criteria)
        criterion.id = {};
    kit.rubric = std::move(rubric);
    kit.profile.scale = static_cast<int>(kit.rubric.criteria.front().levels.size());
    return kit;
}

/// A new kit of the questions alone, called as the file.
Kit kitOf(std::vector<catalog::Question> questions, const std::filesystem::path& file) {
    Kit kit;
    kit.name = file.stem().string();
    for (catalog::Question& question : questions)
        question.id = {};
    kit.questions = std::move(questions);
    return kit;
}

/// The drafts that rubrics or questions make, each with its step.
struct DraftPlan {
    Kit content;
    ImportStep step;
};

Result<std::vector<DraftPlan>> planDrafts(Catalog& catalog, const ImportFile& file,
                                          const ImportTarget& target) {
    std::vector<DraftPlan> drafts;
    if (target.into.isNull()) {
        for (const catalog::Rubric& rubric : file.rubrics)
            drafts.push_back({kitOf(rubric),
                              {What::NewDraft, "A new draft \"" + rubric.name + "\", with " +
                                                   counted(rubric.criteria.size(), "criterion", "criteria") +
                                                   " and no questions yet."}});
        if (file.kind == ImportKind::Questions) {
            Kit kit = kitOf(file.questions, file.path);
            const std::string text = "A new draft \"" + kit.name + "\", with " +
                                     counted(kit.questions.size(), "question", "questions") +
                                     " and no rubric yet.";
            drafts.push_back({std::move(kit), {What::NewDraft, text}});
        }
        return drafts;
    }
    if (file.rubrics.size() > 1)
        return Error{ErrorCode::InvalidArgument,
                     "the file has " + std::to_string(file.rubrics.size()) +
                         " rubrics, and a kit has one. Import them as new drafts",
                     0};
    Kit kit = TRY(contentFor(catalog, target.into));
    std::string text = "In the draft of the next version of \"" + kit.name + "\", ";
    if (file.kind == ImportKind::Questions) {
        const std::size_t added = putQuestions(kit, file.questions);
        text += counted(added, "question is added", "questions are added");
        if (const std::size_t changed = file.questions.size() - added; changed > 0)
            text += " and " + counted(changed, "is", "are") + " written anew";
    } else {
        const std::size_t before = kit.rubric.criteria.size();
        putRubric(kit, file.rubrics.front());
        text += counted(kit.rubric.criteria.size(), "criterion takes", "criteria take") + " the place of " +
                std::to_string(before);
    }
    drafts.push_back({std::move(kit), {What::DraftChanged, text + ". It can be undone there."}});
    return drafts;
}

Result<void> importDrafts(Catalog& catalog, const ImportFile& file, const ImportTarget& target,
                          ImportOutcome& outcome) {
    for (const DraftPlan& planned : TRY(planDrafts(catalog, file, target))) {
        if (target.into.isNull()) {
            outcome.drafts.push_back(TRY(catalog.kitDrafts().begin(planned.content)).id);
            continue;
        }
        const KitDraft draft = TRY(draftOf(catalog, target.into));
        TRY(catalog.kitDrafts().change(draft.id, planned.content));
        outcome.drafts.push_back(draft.id);
    }
    return {};
}

Result<void> importKit(Catalog& catalog, const ImportFile& file, const MaterialFiles& files,
                       ImportOutcome& outcome) {
    const KitBundle& bundle = *file.bundle;
    const bool publishes = std::ranges::any_of(outcome.plan.steps, [](const ImportStep& step) {
        return step.what == What::NewKit || step.what == What::NextVersion;
    });
    KitId id = bundle.kit.id;
    if (publishes)
        id = TRY(catalog.kits().publish(bundle.kit)).id;
    outcome.kits.push_back(id);
    return importMaterials(catalog, bundle, files);
}

} // namespace

std::string_view name(ImportStep::What what) {
    switch (what) {
    case What::NewKit:
        return "new-kit";
    case What::NextVersion:
        return "next-version";
    case What::KitAsItIs:
        return "kit-as-it-is";
    case What::NewDraft:
        return "new-draft";
    case What::DraftChanged:
        return "draft-changed";
    case What::NewMaterial:
        return "new-material";
    case What::NewerMaterial:
        return "newer-material";
    case What::MaterialAttached:
        return "material-attached";
    case What::MaterialAsItIs:
        return "material-as-it-is";
    }
    return "kit-as-it-is";
}

bool ImportPlan::changesAnything() const {
    return std::ranges::any_of(steps, [](const ImportStep& step) {
        return step.what != What::KitAsItIs && step.what != What::MaterialAsItIs;
    });
}

Result<ImportPlan> planImport(Catalog& catalog, const ImportFile& file, const ImportTarget& target) {
    ImportPlan plan;
    plan.remarks = file.remarks;
    if (file.bundle) {
        TRY(planKit(catalog, file.bundle->kit, plan));
        TRY(planMaterials(catalog, *file.bundle, plan));
        return plan;
    }
    for (DraftPlan& planned : TRY(planDrafts(catalog, file, target)))
        plan.steps.push_back(std::move(planned.step));
    return plan;
}

Result<ImportOutcome> runImport(Catalog& catalog, const ImportFile& file, const ImportTarget& target,
                                const BundleProgress& progress) {
    ImportOutcome outcome;
    if (!file.bundle) {
        TRY(catalog.atomically([&]() -> Result<void> {
            outcome.plan = TRY(planImport(catalog, file, target));
            return importDrafts(catalog, file, target, outcome);
        }));
        return outcome;
    }
    // Unpacked before the catalog is locked: large recordings take their time.
    MaterialFiles files;
    if (file.packed)
        TRY(files.extract(file.path, *file.bundle, catalog.folder(), progress));
    const auto done = catalog.atomically([&]() -> Result<void> {
        outcome.plan = TRY(planImport(catalog, file, target));
        return importKit(catalog, file, files, outcome);
    });
    if (!done.ok()) {
        letGoOfFiles(catalog, *file.bundle);
        return done.error();
    }
    return outcome;
}

} // namespace mockingbird::exchange
