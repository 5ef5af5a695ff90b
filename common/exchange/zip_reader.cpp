// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/zip_reader.h"

#include "common/exchange/text_decoding.h"
#include "common/exchange/zip_handles.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace mockingbird::exchange {

namespace {

constexpr std::size_t kMostNameBytes = 512;

Error damaged(const std::string& what) {
    return {ErrorCode::Corrupt, what, 0};
}

Error refused(const std::string& what) {
    return {ErrorCode::InvalidArgument, what, 0};
}

std::string shown(std::string_view name) {
    std::string text = validUtf8(name.substr(0, 80));
    for (char& letter : text)
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F)
            letter = '?';
    return "\"" + text + (name.size() > 80 ? "..." : "") + "\"";
}

std::string inMegabytes(std::int64_t bytes) {
    return std::to_string(bytes >> 20) + " MB";
}

/// Names are never used as paths here; one that would lead out of the archive elsewhere says what the file
/// is.
Result<void> checkName(std::string_view name) {
    if (name.empty() || name.size() > kMostNameBytes || validUtf8(name) != name)
        return refused("its entry " + shown(name) + " has no usable name");
    const bool drive = name.size() > 1 && name[1] == ':';
    if (name.front() == '/' || name.find('\\') != std::string_view::npos || drive)
        return refused("its entry " + shown(name) + " has an absolute path, which leads out of the archive");
    for (std::string_view rest = name;;) {
        const auto slash = rest.find('/');
        const auto part = rest.substr(0, slash);
        if (part == ".." || part == ".")
            return refused("its entry " + shown(name) + " has a path that leads out of the archive");
        if (slash == std::string_view::npos)
            return {};
        rest.remove_prefix(slash + 1);
    }
}

std::string folded(std::string_view name) {
    std::string text(name);
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

Error failureOf(zip_error_t* error) {
    const int number = zip_error_code_zip(error);
    const std::string what = zip_error_strerror(error);
    if (number == ZIP_ER_NOZIP)
        return damaged("it is no zip archive");
    if (number == ZIP_ER_EXISTS)
        return refused("one of its entries is there twice");
    if (number == ZIP_ER_MEMORY)
        return {ErrorCode::Io, what, 0};
    if (number == ZIP_ER_OPEN || number == ZIP_ER_READ || number == ZIP_ER_NOENT)
        return errorFromErrno(zip_error_code_system(error), "the archive");
    return damaged("the archive is damaged (" + what + ")");
}

} // namespace

struct ZipReader::Archive {
    ZipLimits limits;
    std::int64_t ownBytes = 0;
    std::int64_t inflated = 0;
    ZipHandle zip;
    std::vector<std::string> names;
    std::map<std::string, zip_uint64_t, std::less<>> indexes;

    Result<void> list() {
        const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
        if (count < 0 || static_cast<std::size_t>(count) > limits.entries)
            return refused("it has more than " + std::to_string(limits.entries) + " entries");
        std::set<std::string> seen;
        for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
            const char* const raw = zip_get_name(zip.get(), index, ZIP_FL_ENC_RAW);
            if (raw == nullptr)
                return failureOf(zip_get_error(zip.get()));
            const std::string name = raw;
            TRY(checkName(name));
            TRY(checkKind(index, name));
            if (!seen.insert(folded(name)).second)
                return refused("its entry " + shown(name) + " is there twice");
            if (name.back() == '/')
                continue;
            names.push_back(name);
            indexes.emplace(name, index);
        }
        return {};
    }

    Result<void> checkKind(zip_uint64_t index, const std::string& name) const {
        zip_stat_t entry;
        zip_stat_init(&entry);
        if (zip_stat_index(zip.get(), index, 0, &entry) != 0)
            return failureOf(zip_get_error(zip.get()));
        if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE)
            return refused("its entry " + shown(name) + " is encrypted; pack it anew without a password");
        if ((entry.valid & ZIP_STAT_COMP_METHOD) == 0 ||
            (entry.comp_method != ZIP_CM_STORE && entry.comp_method != ZIP_CM_DEFLATE))
            return refused("its entry " + shown(name) + " is packed by a method that isn't read here");
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        if (zip_file_get_external_attributes(zip.get(), index, 0, &system, &attributes) != 0)
            return failureOf(zip_get_error(zip.get()));
        const zip_uint32_t type = (attributes >> 16U) & S_IFMT;
        const bool folder = name.back() == '/';
        if (type != 0 && type != (folder ? S_IFDIR : S_IFREG))
            return refused("its entry " + shown(name) +
                           (type == S_IFLNK ? " is a link to another file" : " is no ordinary file"));
        return {};
    }

    /// Counts what was inflated.
    Result<void> count(std::int64_t bytes) {
        inflated += bytes;
        if (inflated > limits.bytes)
            return refused("it unpacks to more than " + inMegabytes(limits.bytes));
        if (inflated > limits.freely && inflated / limits.ratio > ownBytes)
            return refused("it unpacks to more than " + std::to_string(limits.ratio) +
                           " times its size, as only a file made to fill a disk does");
        return {};
    }
};

ZipReader::ZipReader(std::unique_ptr<Archive> archive) : m_archive(std::move(archive)) {}
ZipReader::~ZipReader() = default;
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;

Result<ZipReader> ZipReader::open(const std::filesystem::path& file, const ZipLimits& limits) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed)
        return errorFromErrno(failed.value(), "\"" + file.string() + "\"");
    int number = 0;
    auto archive = std::make_unique<Archive>();
    archive->zip.reset(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &number));
    if (!archive->zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, number);
        Error failure = failureOf(&error);
        zip_error_fini(&error);
        return failure;
    }
    archive->limits = limits;
    archive->ownBytes = static_cast<std::int64_t>(size);
    TRY(archive->list());
    return ZipReader(std::move(archive));
}

Result<ZipReader> ZipReader::openBytes(std::string_view bytes, const ZipLimits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    auto archive = std::make_unique<Archive>();
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
        archive->zip.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
        if (!archive->zip)
            zip_source_free(source); // only an archive that was opened takes it over
    }
    const Error failure = archive->zip ? Error{} : failureOf(&error);
    zip_error_fini(&error);
    if (!archive->zip)
        return failure;
    archive->limits = limits;
    archive->ownBytes = static_cast<std::int64_t>(bytes.size());
    TRY(archive->list());
    return ZipReader(std::move(archive));
}

const std::vector<std::string>& ZipReader::names() const {
    return m_archive->names;
}

bool ZipReader::has(std::string_view name) const {
    return m_archive->indexes.contains(name);
}

Result<void> ZipReader::read(std::string_view name, std::int64_t most, const Sink& sink) {
    const auto found = m_archive->indexes.find(name);
    if (found == m_archive->indexes.end())
        return Error{ErrorCode::NotFound, "it has no entry " + shown(name), 0};
    const ZipFileHandle file(zip_fopen_index(m_archive->zip.get(), found->second, 0));
    if (!file)
        return failureOf(zip_get_error(m_archive->zip.get()));
    std::array<char, 65536> block{};
    for (std::int64_t total = 0;;) {
        const zip_int64_t count = zip_fread(file.get(), block.data(), block.size());
        if (count < 0)
            return damaged("its entry " + shown(name) + " is damaged (" + zip_file_strerror(file.get()) +
                           ")");
        if (count == 0)
            return {};
        total += count;
        if (total > most)
            return refused("its entry " + shown(name) + " has more than " +
                           (most >= 1 << 20 ? inMegabytes(most) : std::to_string(most) + " bytes"));
        TRY(m_archive->count(count));
        TRY(sink(std::string_view(block.data(), static_cast<std::size_t>(count))));
    }
}

Result<std::string> ZipReader::readAll(std::string_view name, std::int64_t most) {
    std::string all;
    TRY(read(name, most, [&](std::string_view bytes) -> Result<void> {
        all += bytes;
        return {};
    }));
    return all;
}

} // namespace mockingbird::exchange
