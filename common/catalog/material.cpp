// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material.h"

#include "common/catalog/case_fold.h"

#include <utility>

namespace mockingbird::catalog {

namespace {

constexpr std::int64_t kMegabyte = std::int64_t{1} << 20;

constexpr std::pair<std::string_view, MaterialKind> kEndings[] = {
    {".md", MaterialKind::Markdown},    {".markdown", MaterialKind::Markdown},
    {".txt", MaterialKind::Markdown},   {".html", MaterialKind::Html},
    {".htm", MaterialKind::Html},       {".pdf", MaterialKind::Pdf},
    {".png", MaterialKind::Image},      {".jpg", MaterialKind::Image},
    {".jpeg", MaterialKind::Image},     {".gif", MaterialKind::Image},
    {".bmp", MaterialKind::Image},      {".mkv", MaterialKind::Recording},
    {".mka", MaterialKind::Recording},  {".webm", MaterialKind::Recording},
    {".mp4", MaterialKind::Recording},  {".m4v", MaterialKind::Recording},
    {".m4a", MaterialKind::Recording},  {".mov", MaterialKind::Recording},
    {".mp3", MaterialKind::Recording},  {".ogg", MaterialKind::Recording},
    {".opus", MaterialKind::Recording}, {".flac", MaterialKind::Recording},
    {".wav", MaterialKind::Recording},
};

} // namespace

std::string_view name(MaterialKind kind) {
    switch (kind) {
    case MaterialKind::Markdown:
        return "markdown";
    case MaterialKind::Html:
        return "html";
    case MaterialKind::Pdf:
        return "pdf";
    case MaterialKind::Image:
        return "image";
    case MaterialKind::Link:
        return "link";
    case MaterialKind::Recording:
        return "recording";
    }
    return "markdown";
}

Result<MaterialKind> parseMaterialKind(std::string_view text) {
    for (const MaterialKind kind : kMaterialKinds)
        if (name(kind) == text)
            return kind;
    return Error{ErrorCode::Unsupported, "materials of the kind \"" + std::string(text) + "\" are not known",
                 0};
}

Result<MaterialKind> materialKindOf(const std::filesystem::path& file) {
    const std::string ending = foldCase(file.extension().string());
    for (const auto& [known, kind] : kEndings)
        if (known == ending)
            return kind;
    return Error{
        ErrorCode::Unsupported,
        "\"" + file.filename().string() +
            "\" is of no kind that can be read here: PDF, Markdown, text, HTML, PNG, JPEG, GIF, BMP, "
            "or a recording (MKV, WebM, MP4, MOV, MP3, OGG, FLAC, WAV)",
        0};
}

std::int64_t mostBytesOf(MaterialKind kind) {
    switch (kind) {
    case MaterialKind::Markdown:
    case MaterialKind::Html:
        return 4 * kMegabyte;
    case MaterialKind::Pdf:
        return 512 * kMegabyte;
    case MaterialKind::Image:
        return 128 * kMegabyte;
    case MaterialKind::Link:
        return 0;
    case MaterialKind::Recording:
        return 20480 * kMegabyte;
    }
    return 0;
}

std::string_view name(Attachment::To to) {
    switch (to) {
    case Attachment::To::Everyone:
        return "everyone";
    case Attachment::To::Kit:
        return "kit";
    case Attachment::To::Question:
        return "question";
    case Attachment::To::Cohort:
        return "cohort";
    case Attachment::To::Person:
        return "person";
    }
    return "everyone";
}

} // namespace mockingbird::catalog
