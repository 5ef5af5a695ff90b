// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/material_import.h"

#include "common/catalog/material_folder.h"
#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <unistd.h>

namespace mockingbird::exchange {

namespace {

namespace fs = std::filesystem;
using catalog::Attachment;
using catalog::Catalog;
using catalog::Material;
using catalog::MaterialDraft;
using What = ImportStep::What;

std::vector<Attachment> attachmentsOf(const BundledMaterial& material, catalog::KitId kit) {
    std::vector<Attachment> attachments;
    if (material.ofKit)
        attachments.push_back(Attachment::kit(kit));
    for (const catalog::QuestionId& question : material.questions)
        attachments.push_back(Attachment::question(question));
    return attachments;
}

Result<std::optional<Material>> knownMaterial(Catalog& catalog, catalog::MaterialId id) {
    auto material = catalog.materials().byId(id);
    if (material.ok())
        return std::optional<Material>(*std::move(material));
    if (material.error().code == ErrorCode::NotFound)
        return std::optional<Material>{};
    return material.error();
}

bool sameContent(const BundledMaterial& bundled, const Material& here) {
    const std::string hash = bundled.file ? bundled.file->sha256 : std::string();
    return bundled.title == here.title && bundled.kind == name(here.kind) && bundled.text == here.text &&
           bundled.url == here.url && hash == (here.file ? here.file->hash : std::string());
}

/// The attachments that it doesn't have yet.
Result<std::vector<Attachment>> missingAttachments(Catalog& catalog, const BundledMaterial& bundled,
                                                   catalog::KitId kit) {
    std::vector<Attachment> missing = attachmentsOf(bundled, kit);
    for (const catalog::NamedAttachment& there : TRY(catalog.materials().attachments(bundled.id)))
        std::erase(missing, there.attachment);
    return missing;
}

Result<void> addMaterial(Catalog& catalog, const BundledMaterial& bundled, catalog::KitId kit,
                         const MaterialFiles& files) {
    MaterialDraft draft;
    draft.id = bundled.id;
    draft.title = bundled.title;
    draft.kind = TRY(catalog::parseMaterialKind(bundled.kind));
    draft.text = bundled.text;
    draft.url = bundled.url;
    draft.attached = attachmentsOf(bundled, kit);
    if (!bundled.file) {
        TRY(catalog.materials().add(draft));
        return {};
    }
    catalog::MaterialIntake intake(catalog.materials(), catalog.folder());
    TRY(intake.addFile(files.pathOf(*bundled.file), draft));
    return {};
}

Result<void> renewMaterial(Catalog& catalog, const BundledMaterial& bundled, const Material& here,
                           const MaterialFiles& files) {
    if (bundled.title != here.title)
        TRY(catalog.materials().rename(bundled.id, bundled.title));
    const std::string hash = here.file ? here.file->hash : std::string();
    if (bundled.file && bundled.file->sha256 != hash) {
        catalog::MaterialIntake intake(catalog.materials(), catalog.folder());
        TRY(intake.replaceFile(bundled.id, files.pathOf(*bundled.file)));
    } else if (!bundled.file && (bundled.text != here.text || bundled.url != here.url)) {
        MaterialDraft draft;
        draft.title = bundled.title;
        draft.kind = here.kind;
        draft.text = bundled.text;
        draft.url = bundled.url;
        TRY(catalog.materials().replace(bundled.id, draft));
    }
    return {};
}

} // namespace

MaterialFiles::~MaterialFiles() {
    std::error_code ignored;
    if (!m_folder.empty())
        fs::remove_all(m_folder, ignored);
}

Result<void> MaterialFiles::extract(const fs::path& archive, const KitBundle& bundle, const fs::path& catalog,
                                    const BundleProgress& progress) {
    std::string folder = (catalog / ".import-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return errorFromErrno(errno, "\"" + catalog.string() + "\"");
    m_folder = folder;
    ZipReader reader = TRY(ZipReader::open(archive));
    std::int64_t all = 0;
    std::int64_t done = 0;
    for (const BundledMaterial& material : bundle.materials)
        all += material.file ? material.file->bytes : 0;
    for (const BundledMaterial& material : bundle.materials) {
        if (!material.file)
            continue;
        const fs::path file = pathOf(*material.file);
        std::error_code failed;
        fs::create_directories(file.parent_path(), failed);
        if (failed)
            return errorFromErrno(failed.value(), "\"" + file.parent_path().string() + "\"");
        if (!fs::exists(file, failed))
            TRY(extractTo(file, reader, *material.file));
        done += material.file->bytes;
        if (progress && !progress(done, all))
            return Error{ErrorCode::Cancelled, "the import", 0};
    }
    return {};
}

fs::path MaterialFiles::pathOf(const BundledFile& file) const {
    // Under its own name, for its ending says what it is; a bundle has none that leads elsewhere.
    return m_folder / file.sha256 / file.name;
}

Result<void> planMaterials(Catalog& catalog, const KitBundle& bundle, ImportPlan& plan) {
    for (const BundledMaterial& bundled : bundle.materials) {
        TRY(catalog::parseMaterialKind(bundled.kind));
        const std::string quoted = "\"" + bundled.title + "\"";
        const auto here = TRY(knownMaterial(catalog, bundled.id));
        if (!here) {
            plan.steps.push_back({What::NewMaterial, quoted + " is a new material of it."});
            continue;
        }
        if (here->removed) {
            plan.steps.push_back({What::MaterialAsItIs, quoted + " was removed here, and stays so."});
            continue;
        }
        if (bundled.kind != name(here->kind)) {
            plan.remarks.push_back({0, quoted + " is of another kind here, and stays as it is."});
            plan.steps.push_back({What::MaterialAsItIs, quoted + " stays as it is here."});
            continue;
        }
        if (!sameContent(bundled, *here))
            plan.steps.push_back(
                {What::NewerMaterial,
                 quoted + " takes the place of what it is here; that stays in its history."});
        else if (!TRY(missingAttachments(catalog, bundled, bundle.kit.id)).empty())
            plan.steps.push_back(
                {What::MaterialAttached, quoted + " is here already, and belongs to it now."});
        else
            plan.steps.push_back({What::MaterialAsItIs, quoted + " is here already."});
    }
    return {};
}

Result<void> importMaterials(Catalog& catalog, const KitBundle& bundle, const MaterialFiles& files) {
    for (const BundledMaterial& bundled : bundle.materials) {
        const auto here = TRY(knownMaterial(catalog, bundled.id));
        if (!here) {
            TRY(addMaterial(catalog, bundled, bundle.kit.id, files));
            continue;
        }
        if (here->removed || bundled.kind != name(here->kind))
            continue;
        if (!sameContent(bundled, *here))
            TRY(renewMaterial(catalog, bundled, *here, files));
        for (const Attachment& attachment : TRY(missingAttachments(catalog, bundled, bundle.kit.id)))
            TRY(catalog.materials().attach(bundled.id, attachment));
    }
    return {};
}

void letGoOfFiles(Catalog& catalog, const KitBundle& bundle) {
    const catalog::MaterialFolder folder(catalog.folder());
    for (const BundledMaterial& material : bundle.materials) {
        if (!material.file)
            continue;
        const auto known = catalog.materials().knowsFile(material.file->sha256);
        if (known.ok() && !*known)
            folder.discard(material.file->sha256);
    }
}

} // namespace mockingbird::exchange
