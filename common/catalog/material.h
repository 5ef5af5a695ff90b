// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

enum class MaterialKind { Markdown, Html, Pdf, Image, Link, Recording };
inline constexpr std::array kMaterialKinds = {MaterialKind::Markdown, MaterialKind::Html,
                                              MaterialKind::Pdf,      MaterialKind::Image,
                                              MaterialKind::Link,     MaterialKind::Recording};

/// `markdown`, `html`, `pdf`, `image`, `link`, `recording`.
[[nodiscard]] std::string_view name(MaterialKind kind);
/// Unsupported for any other word.
[[nodiscard]] Result<MaterialKind> parseMaterialKind(std::string_view text);
/// By the ending of the file's name; Unsupported, saying which there are, for others.
[[nodiscard]] Result<MaterialKind> materialKindOf(const std::filesystem::path& file);
/// The most bytes a file of that kind may have.
[[nodiscard]] std::int64_t mostBytesOf(MaterialKind kind);

/// A copy in the catalog's folder; see MaterialFolder.
struct MaterialFile {
    std::string hash; ///< SHA-256, 64 hexadecimal digits
    std::int64_t bytes = 0;
    std::string name; ///< of the original, without its folder

    bool operator==(const MaterialFile&) const = default;
};

/// What a material is meant for.
struct Attachment {
    enum class To { Everyone, Kit, Question, Cohort, Person };
    To to = To::Everyone;
    Uuid7 target; ///< null for everyone

    [[nodiscard]] static Attachment everyone() { return {}; }
    [[nodiscard]] static Attachment kit(KitId id) { return {To::Kit, id.uuid()}; }
    [[nodiscard]] static Attachment question(QuestionId id) { return {To::Question, id.uuid()}; }
    [[nodiscard]] static Attachment cohort(CohortId id) { return {To::Cohort, id.uuid()}; }
    [[nodiscard]] static Attachment person(PersonId id) { return {To::Person, id.uuid()}; }

    bool operator==(const Attachment&) const = default;
};
/// `everyone`, `kit`, `question`, `cohort`, `person`.
[[nodiscard]] std::string_view name(Attachment::To to);

/// With what it is called: a kit's, cohort's or person's name, a question's text; empty for everyone.
struct NamedAttachment {
    Attachment attachment;
    std::string name;
};

struct Material {
    MaterialId id;
    std::string title;
    MaterialKind kind = MaterialKind::Markdown;
    std::string text = {}; ///< Markdown that came without a file; empty for all others
    std::string url = {};  ///< of a link
    std::optional<MaterialFile> file = {};
    int version = 1; ///< grows with each newer file
    PersonId author = {};
    WallTime addedAt = {};
    bool removed = false;
};

/// One of the files that a material has or had.
struct MaterialVersion {
    int version = 1;
    MaterialFile file;
    PersonId author;
    WallTime addedAt;
};

/// What a new material, or a newer version of one, is made from.
struct MaterialDraft {
    std::string title;
    MaterialKind kind = MaterialKind::Markdown;
    std::string text = {};                 ///< Markdown without a file
    std::string url = {};                  ///< of a link
    std::optional<MaterialFile> file = {}; ///< taken into the MaterialFolder before
    std::vector<std::string> pages = {};   ///< the words inside the file, for searching
    std::vector<Attachment> attached = {};
    MaterialId id = {}; ///< null for a new one
};

} // namespace mockingbird::catalog
