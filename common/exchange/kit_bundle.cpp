// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/kit_bundle.h"

#include "common/catalog/kit_json.h"
#include "common/catalog/sha256.h"
#include "common/exchange/canvas_rubric.h"
#include "common/exchange/question_table.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <map>
#include <set>
#include <unistd.h>

namespace mockingbird::exchange {

namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "mockingbird-kit";
constexpr std::string_view kFolder = "materials/";
constexpr std::int64_t kMostManifestBytes = 16LL << 20;
constexpr std::size_t kMostTitleBytes = 10'000;
constexpr std::size_t kMostFileNameBytes = 255;

Error badManifest(const std::string& what) {
    return {ErrorCode::Corrupt, "its manifest: " + what, 0};
}

Error refusedBundle(const std::string& what) {
    return {ErrorCode::InvalidArgument, what, 0};
}

/// A text of an object; empty where it isn't there.
Result<std::string> textOf(const json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return std::string();
    if (!found->is_string())
        return badManifest(where + "." + key + " is not a text");
    return found->get<std::string>();
}

bool isSha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// A name without a way to it, as a file may be called on every system.
bool isPlainFileName(std::string_view name) {
    return !name.empty() && name.size() <= kMostFileNameBytes && name != "." && name != ".." &&
           std::ranges::none_of(name, [](char letter) {
               const auto byte = static_cast<unsigned char>(letter);
               return letter == '/' || letter == '\\' || byte < 0x20 || byte == 0x7F;
           });
}

Result<BundledFile> fileFrom(const json& object, const std::string& where) {
    if (!object.is_object())
        return badManifest(where + " is not an object");
    BundledFile file;
    file.name = TRY(textOf(object, "name", where));
    if (!isPlainFileName(file.name))
        return refusedBundle(where + ".name is no name of a file, but leads elsewhere");
    file.sha256 = TRY(textOf(object, "sha256", where));
    if (!isSha256(file.sha256))
        return badManifest(where + ".sha256 is not a hash");
    const auto bytes = object.find("bytes");
    if (bytes == object.end() || !bytes->is_number_unsigned() ||
        bytes->get<std::uint64_t>() > std::uint64_t{1} << 40U)
        return badManifest(where + ".bytes is not a size");
    file.bytes = bytes->get<std::int64_t>();
    return file;
}

Result<BundledMaterial> materialFrom(const json& object, const std::string& where, const catalog::Kit& kit) {
    if (!object.is_object())
        return badManifest(where + " is not an object");
    BundledMaterial material;
    const auto id = catalog::MaterialId::parse(TRY(textOf(object, "id", where)));
    if (!id.ok())
        return badManifest(where + ".id is not an id");
    material.id = *id;
    material.title = TRY(textOf(object, "title", where));
    if (material.title.empty() || material.title.size() > kMostTitleBytes)
        return badManifest(where + ".title is missing or too long");
    material.kind = TRY(textOf(object, "kind", where));
    material.text = TRY(textOf(object, "text", where));
    material.url = TRY(textOf(object, "url", where));
    if (const auto file = object.find("file"); file != object.end() && !file->is_null())
        material.file = TRY(fileFrom(*file, where + ".file"));
    const auto ofKit = object.find("of_kit");
    if (ofKit != object.end() && !ofKit->is_boolean())
        return badManifest(where + ".of_kit is not true or false");
    material.ofKit = ofKit == object.end() || ofKit->get<bool>();
    if (const auto questions = object.find("questions"); questions != object.end()) {
        if (!questions->is_array() || questions->size() > kMostQuestions)
            return badManifest(where + ".questions is not a list");
        for (const json& entry : *questions) {
            const auto question = entry.is_string()
                                      ? catalog::QuestionId::parse(entry.get_ref<const std::string&>())
                                      : Result<catalog::QuestionId>(Error{});
            if (!question.ok() || kit.question(*question) == nullptr)
                return badManifest(where + ".questions names a question that the kit doesn't have");
            material.questions.push_back(*question);
        }
    }
    return material;
}

Result<void> checkSize(const catalog::Kit& kit) {
    const auto tooMany = [](const std::string& what, std::size_t most) {
        return refusedBundle("the kit has more than " + std::to_string(most) + " " + what);
    };
    if (kit.questions.size() > kMostQuestions)
        return tooMany("questions", kMostQuestions);
    if (kit.rubric.criteria.size() > kMostCriteria)
        return tooMany("criteria", kMostCriteria);
    for (const catalog::Criterion& criterion : kit.rubric.criteria)
        if (criterion.levels.size() > 100)
            return tooMany("levels for a criterion", 100);
    return {};
}

Result<json> parsed(std::string_view text) {
    json manifest = json::parse(text, nullptr, false);
    if (manifest.is_discarded())
        return badManifest("it is not JSON");
    if (!manifest.is_object() || manifest.value("format", json()) != json(kFormat))
        return badManifest("it is not that of a kit");
    const json version = manifest.value("version", json());
    if (!version.is_number_unsigned() || version.get<std::uint64_t>() < 1)
        return badManifest("version is not a number");
    if (version.get<std::uint64_t>() > kBundleVersion)
        return refusedBundle("a newer version of Mockingbird wrote it (form " + version.dump() +
                             "; this one reads " + std::to_string(kBundleVersion) +
                             "). Update Mockingbird on this computer");
    return manifest;
}

/// The files that the manifest names, each once.
std::map<std::string, BundledFile> filesOf(const KitBundle& bundle) {
    std::map<std::string, BundledFile> files;
    for (const BundledMaterial& material : bundle.materials)
        if (material.file)
            files.emplace(entryName(*material.file), *material.file);
    return files;
}

/// Reads an entry and compares its size and hash; `sink` gets its bytes.
Result<void> readFile(ZipReader& archive, const BundledFile& file, const ZipReader::Sink& sink) {
    catalog::Sha256 hash;
    std::int64_t bytes = 0;
    auto read = archive.read(entryName(file), file.bytes, [&](std::string_view block) -> Result<void> {
        hash.add(block);
        bytes += static_cast<std::int64_t>(block.size());
        return sink(block);
    });
    if (!read.ok() && read.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::Corrupt, "the file \"" + file.name + "\" is missing in it", 0};
    TRY(read);
    if (bytes != file.bytes || hash.hex() != file.sha256)
        return Error{ErrorCode::Corrupt, "the file \"" + file.name + "\" in it is not what its hash says", 0};
    return {};
}

Result<void> writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errorFromErrno(errno, "a material's file");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

bool isPackedAlready(std::string_view name) {
    const auto dot = name.rfind('.');
    std::string ending(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
    for (char& letter : ending)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    static const std::set<std::string, std::less<>> kEndings{
        "png", "jpg", "jpeg", "webp", "gif", "mkv", "mp4", "mov", "webm", "m4a", "m4v", "mp3", "ogg", "flac"};
    return kEndings.contains(ending);
}

} // namespace

std::string entryName(const BundledFile& file) {
    return std::string(kFolder) + file.sha256;
}

std::string manifestOf(const KitBundle& bundle) {
    json materials = json::array();
    for (const BundledMaterial& material : bundle.materials) {
        json object = {{"id", material.id.toString()},
                       {"title", material.title},
                       {"kind", material.kind},
                       {"of_kit", material.ofKit}};
        if (!material.text.empty())
            object["text"] = material.text;
        if (!material.url.empty())
            object["url"] = material.url;
        if (material.file)
            object["file"] = {{"name", material.file->name},
                              {"bytes", material.file->bytes},
                              {"sha256", material.file->sha256}};
        if (!material.questions.empty()) {
            json& questions = object["questions"] = json::array();
            for (const catalog::QuestionId& question : material.questions)
                questions.push_back(question.toString());
        }
        materials.push_back(std::move(object));
    }
    const json manifest = {{"format", kFormat},
                           {"version", kBundleVersion},
                           {"kit", catalog::toJson(bundle.kit)},
                           {"materials", std::move(materials)}};
    return manifest.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<KitBundle> bundleFromManifest(std::string_view text) {
    const json manifest = TRY(parsed(text));
    KitBundle bundle;
    const auto kit = manifest.find("kit");
    if (kit == manifest.end())
        return badManifest("kit is missing");
    bundle.kit = TRY(catalog::kitFromJson(*kit));
    if (bundle.kit.id.isNull())
        return badManifest("kit.id is missing");
    if (bundle.kit.version < 1)
        return badManifest("kit.version is not a version");
    TRY(checkSize(bundle.kit));
    const auto materials = manifest.find("materials");
    if (materials == manifest.end() || !materials->is_array())
        return badManifest("materials is not a list");
    if (materials->size() > kMostMaterials)
        return refusedBundle("the kit has more than " + std::to_string(kMostMaterials) + " materials");
    std::set<catalog::MaterialId> ids;
    std::map<std::string, std::int64_t> sizes;
    for (std::size_t i = 0; i < materials->size(); ++i) {
        const std::string where = "materials[" + std::to_string(i) + "]";
        bundle.materials.push_back(TRY(materialFrom((*materials)[i], where, bundle.kit)));
        if (!ids.insert(bundle.materials.back().id).second)
            return badManifest(where + ".id is there twice");
        if (const auto& file = bundle.materials.back().file)
            if (sizes.emplace(file->sha256, file->bytes).first->second != file->bytes)
                return badManifest(where + ".file.bytes differs from that of the same file before");
    }
    return bundle;
}

Result<KitBundle> readBundle(ZipReader& archive, const BundleProgress& progress) {
    if (!archive.has(kManifestName))
        return refusedBundle(archive.has("[Content_Types].xml")
                                 ? "it is an office program's own file and not a kit; save it as CSV there"
                                 : "it is a zip, but not a kit: it has no manifest.json");
    const KitBundle bundle = TRY(bundleFromManifest(TRY(archive.readAll(kManifestName, kMostManifestBytes))));
    const auto files = filesOf(bundle);
    for (const std::string& name : archive.names())
        if (name != kManifestName && !files.contains(name))
            return refusedBundle("it holds a file that its manifest doesn't name: \"" + name + "\"");
    std::int64_t all = 0;
    for (const auto& [name, file] : files)
        all += file.bytes;
    std::int64_t done = 0;
    for (const auto& [name, file] : files)
        TRY(readFile(archive, file, [&](std::string_view block) -> Result<void> {
            done += static_cast<std::int64_t>(block.size());
            if (progress && !progress(done, all))
                return Error{ErrorCode::Cancelled, "reading the kit", 0};
            return {};
        }));
    return bundle;
}

Result<void> extractTo(const std::filesystem::path& file, ZipReader& archive, const BundledFile& bundled) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return errorFromErrno(errno, "\"" + file.string() + "\"");
    const auto read =
        readFile(archive, bundled, [&](std::string_view block) { return writeAll(descriptor, block); });
    const int failed = ::close(descriptor) == 0 ? 0 : errno;
    TRY(read);
    if (failed != 0)
        return errorFromErrno(failed, "\"" + file.string() + "\"");
    return {};
}

std::vector<ZipEntry> entriesOf(const KitBundle& bundle,
                                const std::function<std::filesystem::path(const BundledFile&)>& pathOf) {
    std::vector<ZipEntry> entries;
    entries.push_back({std::string(kManifestName), manifestOf(bundle)});
    for (const auto& [name, file] : filesOf(bundle))
        entries.push_back(
            {name,
             {},
             pathOf(file),
             isPackedAlready(file.name) ? ZipEntry::Packing::Store : ZipEntry::Packing::Deflate});
    return entries;
}

} // namespace mockingbird::exchange
