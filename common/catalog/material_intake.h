// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/material.h"
#include "common/catalog/material_folder.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace mockingbird::catalog {

class MaterialStore;

struct FiledMaterial {
    Material material;
    bool known = false; ///< the same file was there already: its material, attached to what was wanted
};

/// Takes materials' files into a catalog: copies them, finds the words in Markdown and HTML, and files the
/// material. What fails leaves catalog and folder as they were. For the catalog's thread, which may wait for
/// the disk here.
class MaterialIntake {
public:
    MaterialIntake(MaterialStore& store, std::filesystem::path catalog);

    /// Its kind, and its title where the draft has none, are taken from the file's name. The same file twice
    /// is one material, unless the draft brings an id. As MaterialFolder::take and MaterialStore::add;
    /// Corrupt for a file that isn't what its ending says.
    [[nodiscard]] Result<FiledMaterial> addFile(const std::filesystem::path& file, MaterialDraft draft,
                                                const MaterialFolder::Progress& progress = {});
    /// What is in memory, as the file of that name; the draft says the kind.
    [[nodiscard]] Result<FiledMaterial> addBytes(std::string_view bytes, const std::string& fileName,
                                                 MaterialDraft draft);
    [[nodiscard]] Result<Material> addLink(const std::string& url, MaterialDraft draft);
    /// A newer file of a known material.
    [[nodiscard]] Result<Material> replaceFile(MaterialId id, const std::filesystem::path& file,
                                               const MaterialFolder::Progress& progress = {});

    /// Its text: of Markdown without a file, else the bytes of a Markdown or HTML file as UTF-8. NotFound
    /// where the copy is missing, Corrupt where it was changed.
    [[nodiscard]] Result<std::string> textOf(const Material& material) const;
    [[nodiscard]] const MaterialFolder& folder() const { return m_folder; }

private:
    /// Of what was just taken: what its kind promises, and the words in it.
    Result<void> look(MaterialDraft& draft) const;
    [[nodiscard]] Result<FiledMaterial> file(const MaterialFolder::Taken& taken, MaterialDraft draft);
    void letGo(const MaterialFolder::Taken& taken) const;

    MaterialStore& m_store;
    MaterialFolder m_folder;
};

} // namespace mockingbird::catalog
