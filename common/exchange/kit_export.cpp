// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/kit_export.h"

#include "common/base/whole_file.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_folder.h"
#include "common/catalog/material_store.h"
#include "common/exchange/canvas_rubric.h"
#include "common/exchange/question_table.h"

#include <algorithm>

namespace mockingbird::exchange {

namespace {

using catalog::Attachment;
using catalog::Catalog;
using catalog::Kit;
using catalog::Material;
using catalog::MaterialFolder;

BundledMaterial bundled(const Material& material) {
    BundledMaterial made;
    made.id = material.id;
    made.title = material.title;
    made.kind = name(material.kind);
    made.text = material.text;
    made.url = material.url;
    made.ofKit = false;
    if (material.file)
        made.file = BundledFile{material.file->name, material.file->bytes, material.file->hash};
    return made;
}

/// Those of the kit and of its questions, each once.
Result<std::vector<BundledMaterial>> materialsOf(Catalog& catalog, const Kit& kit,
                                                 std::vector<Remark>& remarks) {
    std::vector<BundledMaterial> all;
    const MaterialFolder folder(catalog.folder());
    /// Where it lies in `all`; nullptr where its file isn't whole.
    const auto taken = [&](const Material& material) -> BundledMaterial* {
        const auto known = std::ranges::find(all, material.id, &BundledMaterial::id);
        if (known != all.end())
            return &*known;
        if (material.file && folder.check(*material.file) != MaterialFolder::State::Whole) {
            const std::string text =
                "\"" + material.title + "\" is left out: its file is missing, or was changed.";
            if (std::ranges::find(remarks, text, &Remark::text) == remarks.end())
                remarks.push_back({0, text});
            return nullptr;
        }
        return &all.emplace_back(bundled(material));
    };
    for (const Material& material : TRY(catalog.materials().attachedTo(Attachment::kit(kit.id))))
        if (BundledMaterial* const made = taken(material))
            made->ofKit = true;
    for (const catalog::Question& question : kit.questions)
        for (const Material& material :
             TRY(catalog.materials().attachedTo(Attachment::question(question.id))))
            if (BundledMaterial* const made = taken(material))
                made->questions.push_back(question.id);
    return all;
}

Result<void> writeBundle(Catalog& catalog, const Kit& kit, const std::filesystem::path& file,
                         const ZipProgress& progress, std::vector<Remark>& remarks) {
    KitBundle bundle{kit, TRY(materialsOf(catalog, kit, remarks))};
    if (bundle.materials.size() > kMostMaterials)
        return Error{ErrorCode::InvalidArgument,
                     "the kit has more than " + std::to_string(kMostMaterials) + " materials", 0};
    const MaterialFolder folder(catalog.folder());
    return writeZip(
        file, entriesOf(bundle, [&](const BundledFile& each) { return folder.path(each.sha256); }), progress);
}

} // namespace

std::string_view ending(ExportForm form) {
    switch (form) {
    case ExportForm::Bundle:
        return ".mbkit";
    case ExportForm::Json:
        return ".json";
    case ExportForm::Questions:
        return ".csv";
    case ExportForm::Canvas:
        return ".canvas.csv";
    }
    return ".mbkit";
}

Result<ExportForm> exportFormOf(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    for (const ExportForm form :
         {ExportForm::Canvas, ExportForm::Bundle, ExportForm::Json, ExportForm::Questions})
        if (name.ends_with(ending(form)) && name.size() > ending(form).size())
            return form;
    return Error{ErrorCode::InvalidArgument,
                 "\"" + name +
                     "\" has to end in .mbkit (the whole kit), .json (without its materials), .csv (its "
                     "questions) or .canvas.csv (its rubric)",
                 0};
}

std::string suggestedFileName(const Kit& kit, ExportForm form) {
    std::string stem;
    for (const char letter : kit.name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain =
            byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
        if (plain)
            stem += letter;
        else if (!stem.empty() && stem.back() != '_')
            stem += '_';
    }
    while (stem.ends_with('_'))
        stem.pop_back();
    stem = stem.substr(0, 100);
    return (validUtf8(stem) == stem && !stem.empty() ? stem : std::string("kit")) + std::string(ending(form));
}

Result<std::vector<Remark>> exportKit(Catalog& catalog, catalog::KitId id, std::optional<int> version,
                                      const std::filesystem::path& file, ExportForm form,
                                      const ZipProgress& progress) {
    const Kit kit = TRY(catalog.kits().byId(id, version));
    std::vector<Remark> remarks;
    switch (form) {
    case ExportForm::Bundle:
        TRY(writeBundle(catalog, kit, file, progress, remarks));
        break;
    case ExportForm::Json:
        TRY(writeWholeFile(file, catalog::toJson(kit).dump(2) + "\n"));
        remarks.push_back({0, "The file holds the kit without its materials."});
        break;
    case ExportForm::Questions:
        TRY(writeWholeFile(file, questionTable(kit.questions)));
        remarks.push_back({0, "The file holds the questions alone, without rubric, timing and materials."});
        break;
    case ExportForm::Canvas: {
        catalog::Rubric rubric = kit.rubric;
        if (rubric.name.empty())
            rubric.name = kit.name;
        Exported table = canvasTable({rubric});
        TRY(writeWholeFile(file, table.bytes));
        remarks = std::move(table.remarks);
        remarks.push_back({0, "The file holds the rubric alone, without questions, timing and materials."});
        break;
    }
    }
    return remarks;
}

} // namespace mockingbird::exchange
