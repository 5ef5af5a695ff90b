// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_taking.h"

#include "common/catalog/catalog.h"
#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"
#include "common/media/probe.h"
#include "studio/materials/pdf/pdf_text.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

Result<void> readWords(catalog::Catalog& catalog, const catalog::Material& material,
                       const catalog::MaterialFolder& folder,
                       const catalog::MaterialFolder::Progress& progress) {
    const auto wanted = [&] { return !progress || progress(material.file->bytes, material.file->bytes); };
    return catalog.materials().setPages(material.id, TRY(pdfPages(folder.path(material.file->hash), wanted)));
}

} // namespace

Result<TakenMaterial> takeMaterial(catalog::Catalog& catalog, const std::filesystem::path& file,
                                   catalog::MaterialDraft draft, catalog::MaterialId replaced,
                                   const catalog::MaterialFolder::Progress& progress) {
    const auto kind = TRY(catalog::materialKindOf(file));
    if (kind == catalog::MaterialKind::Recording) {
        const auto summary = TRY(media::probe(file));
        if (std::ranges::all_of(summary.streams, [](const media::StreamSummary& stream) {
                return stream.kind == media::StreamSummary::Kind::Other;
            }))
            return Error{ErrorCode::Unsupported,
                         "\"" + file.filename().string() + "\" holds neither picture nor sound", 0};
    }
    catalog::MaterialIntake intake(catalog.materials(), catalog.folder());
    TakenMaterial taken;
    if (replaced.isNull()) {
        auto filed = TRY(intake.addFile(file, std::move(draft), progress));
        taken.material = std::move(filed.material);
        taken.known = filed.known;
    } else {
        taken.material = TRY(intake.replaceFile(replaced, file, progress));
    }
    if (kind != catalog::MaterialKind::Pdf)
        return taken;
    if (const auto words = readWords(catalog, taken.material, intake.folder(), progress); !words)
        taken.wordsFailed = words.error();
    return taken;
}

} // namespace mockingbird::studio
