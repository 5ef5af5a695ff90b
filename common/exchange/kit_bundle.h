// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/kit_store.h"
#include "common/exchange/zip_reader.h"
#include "common/exchange/zip_writer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A `.mbkit`: a zip with `manifest.json` and, for each file of a material, `materials/SHA-256`. See the
// README.
namespace mockingbird::exchange {

inline constexpr int kBundleVersion = 1; ///< of the form that is written; later ones are refused
inline constexpr std::string_view kManifestName = "manifest.json";

/// A material's file. It lies in the archive under its hash; the name is only told.
struct BundledFile {
    std::string name;
    std::int64_t bytes = 0;
    std::string sha256; ///< 64 small hexadecimal digits

    bool operator==(const BundledFile&) const = default;
};

/// A material of the kit, or of some of its questions.
struct BundledMaterial {
    catalog::MaterialId id;
    std::string title;
    std::string kind; ///< a word such as `markdown`, as the catalog has them
    std::string text;
    std::string url;
    std::optional<BundledFile> file;
    bool ofKit = true;
    std::vector<catalog::QuestionId> questions;
};

struct KitBundle {
    catalog::Kit kit; ///< a published version, with its ids
    std::vector<BundledMaterial> materials;
};

/// `manifest.json` of a bundle.
[[nodiscard]] std::string manifestOf(const KitBundle& bundle);
/// InvalidArgument for a form of a later version, and for more than fits; Corrupt, naming the field, for what
/// is no manifest.
[[nodiscard]] Result<KitBundle> bundleFromManifest(std::string_view json);

/// Told how many bytes of materials' files are done, and of how many; false stops it.
using BundleProgress = std::function<bool(std::int64_t done, std::int64_t of)>;

/// A bundle in an archive, checked: the archive holds the manifest, the files it names, each of its size and
/// hash, and nothing else. Fails as ZipReader and bundleFromManifest(), and with Cancelled.
[[nodiscard]] Result<KitBundle> readBundle(ZipReader& archive, const BundleProgress& progress = {});

/// One file out of the archive into an empty file of the caller's, its hash compared once more.
Result<void> extractTo(const std::filesystem::path& file, ZipReader& archive, const BundledFile& bundled);

/// The entries of the archive: where a file's bytes lie on the disk is told by `pathOf`.
[[nodiscard]] std::vector<ZipEntry>
entriesOf(const KitBundle& bundle, const std::function<std::filesystem::path(const BundledFile&)>& pathOf);

/// The entry's name in the archive.
[[nodiscard]] std::string entryName(const BundledFile& file);

inline constexpr std::size_t kMostMaterials = 500;

} // namespace mockingbird::exchange
