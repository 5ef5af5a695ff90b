// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_intake.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/material_store.h"
#include "common/hypertext/plain_text.h"
#include "common/hypertext/readable_text.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kHead = 1024;

std::string headOf(const std::filesystem::path& file) {
    std::string head(kHead, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
    return head;
}

/// The first bytes of the formats that pictures may have.
bool isPicture(std::string_view head) {
    using namespace std::string_view_literals;
    constexpr std::array kMagic = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv, "GIF89a"sv, "BM"sv};
    return std::ranges::any_of(kMagic, [&](std::string_view magic) { return head.starts_with(magic); });
}

/// Out of `interview_guide-2.pdf`: `interview guide-2`.
std::string titleFrom(const std::filesystem::path& file) {
    std::string title = hypertext::readableText(file.stem().string());
    std::ranges::replace(title, '_', ' ');
    return trimmed(title);
}

/// Out of `https://www.example.org/jobs/`: `www.example.org/jobs`.
std::string titleFromUrl(const std::string& url) {
    std::string title = url.substr(std::min(url.size(), url.find("://") + 3));
    title.resize(std::min(title.find_first_of("?#"), title.size()));
    while (title.ends_with('/'))
        title.pop_back();
    return title;
}

} // namespace

MaterialIntake::MaterialIntake(MaterialStore& store, std::filesystem::path catalog)
    : m_store(store), m_folder(std::move(catalog)) {}

Result<FiledMaterial> MaterialIntake::addFile(const std::filesystem::path& file, MaterialDraft draft,
                                              const MaterialFolder::Progress& progress) {
    draft.kind = TRY(materialKindOf(file));
    if (trimmed(draft.title).empty())
        draft.title = titleFrom(file);
    return this->file(TRY(m_folder.take(file, mostBytesOf(draft.kind), progress)), std::move(draft));
}

Result<FiledMaterial> MaterialIntake::addBytes(std::string_view bytes, const std::string& fileName,
                                               MaterialDraft draft) {
    if (trimmed(draft.title).empty())
        draft.title = titleFrom(fileName);
    if (static_cast<std::int64_t>(bytes.size()) > mostBytesOf(draft.kind))
        return Error{ErrorCode::OutOfRange, "\"" + fileName + "\" is larger than a material may be", 0};
    return file(TRY(m_folder.takeBytes(bytes, fileName)), std::move(draft));
}

Result<FiledMaterial> MaterialIntake::file(const MaterialFolder::Taken& taken, MaterialDraft draft) {
    draft.file = taken.file;
    draft.file->name = hypertext::readableText(taken.file.name);
    const auto filed = [&]() -> Result<FiledMaterial> {
        TRY(look(draft));
        const auto same = draft.id.isNull() ? TRY(m_store.withFile(taken.file.hash)) : std::nullopt;
        if (!same)
            return FiledMaterial{TRY(m_store.add(draft)), false};
        for (const Attachment& attachment : draft.attached)
            TRY(m_store.attach(same->id, attachment));
        return FiledMaterial{*same, true};
    }();
    if (!filed)
        letGo(taken);
    return filed;
}

Result<Material> MaterialIntake::addLink(const std::string& url, MaterialDraft draft) {
    draft.kind = MaterialKind::Link;
    draft.url = trimmed(url);
    if (trimmed(draft.title).empty())
        draft.title = titleFromUrl(draft.url);
    return m_store.add(draft);
}

Result<Material> MaterialIntake::replaceFile(MaterialId id, const std::filesystem::path& file,
                                             const MaterialFolder::Progress& progress) {
    MaterialDraft draft;
    draft.kind = TRY(materialKindOf(file));
    const auto taken = TRY(m_folder.take(file, mostBytesOf(draft.kind), progress));
    draft.file = taken.file;
    draft.file->name = hypertext::readableText(taken.file.name);
    const auto replaced = [&]() -> Result<Material> {
        TRY(look(draft));
        return m_store.replace(id, draft);
    }();
    if (!replaced)
        letGo(taken);
    return replaced;
}

Result<std::string> MaterialIntake::textOf(const Material& material) const {
    if (!material.file)
        return material.text;
    return hypertext::readableText(TRY(m_folder.read(*material.file)));
}

Result<void> MaterialIntake::look(MaterialDraft& draft) const {
    const auto wrong = [&](const char* what) {
        return Error{ErrorCode::Corrupt,
                     "\"" + draft.file->name + "\" is no " + what + ", though it is called one", 0};
    };
    if (draft.kind == MaterialKind::Pdf) {
        // Other programs allow something before the mark; so do those that read PDFs.
        if (headOf(m_folder.path(draft.file->hash)).find("%PDF-") == std::string::npos)
            return wrong("PDF");
    } else if (draft.kind == MaterialKind::Image) {
        if (!isPicture(headOf(m_folder.path(draft.file->hash))))
            return wrong("picture");
    } else if (draft.kind == MaterialKind::Markdown || draft.kind == MaterialKind::Html) {
        const std::string bytes = TRY(m_folder.read(*draft.file));
        if (hypertext::looksBinary(bytes))
            return wrong("text");
        const std::string text = hypertext::readableText(bytes);
        draft.pages = {draft.kind == MaterialKind::Html ? hypertext::plainTextOfHtml(text)
                                                        : hypertext::plainTextOfMarkdown(text)};
    }
    return {};
}

void MaterialIntake::letGo(const MaterialFolder::Taken& taken) const {
    // Another program may have filed the same content meanwhile.
    if (taken.fresh && !m_store.knowsFile(taken.file.hash).valueOr(true))
        m_folder.discard(taken.file.hash);
}

} // namespace mockingbird::catalog
