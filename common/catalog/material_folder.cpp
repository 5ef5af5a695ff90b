// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_folder.h"

#include "common/base/uuid7.h"
#include "common/base/whole_file.h"
#include "common/catalog/catalog_file.h"
#include "common/catalog/sha256.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace mockingbird::catalog {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr std::size_t kMostOfName = 255;

class OpenFile {
public:
    explicit OpenFile(int descriptor) : m_descriptor(descriptor) {}
    ~OpenFile() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool close() { return ::close(std::exchange(m_descriptor, -1)) == 0; }

private:
    int m_descriptor;
};

/// The next block, empty at the end.
using Blocks = std::function<Result<std::string_view>()>;

std::string quoted(const fs::path& file) {
    return "\"" + file.string() + "\"";
}

Result<std::string_view> readBlock(int descriptor, std::string& buffer, const fs::path& file) {
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count >= 0)
            return std::string_view(buffer.data(), static_cast<std::size_t>(count));
        if (errno != EINTR)
            return errorFromErrno(errno, quoted(file));
    }
}

Result<void> writeBlock(int descriptor, std::string_view bytes, const fs::path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errorFromErrno(errno, file.string());
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return errorFromErrno(failed.value(), folder.string());
    return {};
}

struct Copied {
    std::string hash;
    std::int64_t bytes = 0;
};

/// Into a new file that is synced when this returns.
Result<Copied> copyInto(const fs::path& partial, const Blocks& next) {
    OpenFile output(::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (output.descriptor() < 0)
        return errorFromErrno(errno, partial.parent_path().string());
    Sha256 hash;
    Copied copied;
    for (;;) {
        const std::string_view block = TRY(next());
        if (block.empty())
            break;
        TRY(writeBlock(output.descriptor(), block, partial.parent_path()));
        hash.add(block);
        copied.bytes += static_cast<std::int64_t>(block.size());
    }
    if (::fsync(output.descriptor()) != 0 || !output.close())
        return errorFromErrno(errno, partial.parent_path().string());
    copied.hash = hash.hex();
    return copied;
}

/// What a file system or another program can't take as a name is left out of it.
std::string tidyName(const std::string& name) {
    std::string tidy = fs::path(name).filename().string();
    std::erase_if(tidy, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (tidy.size() > kMostOfName) {
        std::size_t end = kMostOfName;
        while (end > 0 && (static_cast<unsigned char>(tidy[end]) & 0xC0) == 0x80)
            --end; // not in the middle of a character
        tidy.resize(end);
    }
    return tidy.empty() || tidy == "." || tidy == ".." ? "file" : tidy;
}

bool isHash(const std::string& text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// The one way in, for files and for bytes.
Result<MaterialFolder::Taken> takeBlocks(const MaterialFolder& folder, const fs::path& root,
                                         const std::string& name, const Blocks& next) {
    std::error_code ignored;
    const bool rootWasThere = fs::exists(root, ignored);
    TRY(makeFolder(root));
    const fs::path partial = root / (Uuid7::make().toString() + ".part");
    auto copied = copyInto(partial, next);
    const auto undo = [&] {
        ::unlink(partial.c_str());
        if (!rootWasThere)
            fs::remove(root, ignored); // where it is empty
    };
    if (!copied) {
        undo();
        return copied.error();
    }
    MaterialFolder::Taken taken{{copied->hash, copied->bytes, tidyName(name)}, false};
    if (folder.check(taken.file) == MaterialFolder::State::Whole) {
        ::unlink(partial.c_str());
        return taken;
    }
    // One that is missing or was changed is made whole by this.
    const fs::path target = folder.path(copied->hash);
    taken.fresh = !fs::exists(target, ignored);
    auto placed = makeFolder(target.parent_path());
    if (placed.ok() && ::rename(partial.c_str(), target.c_str()) != 0)
        placed = errorFromErrno(errno, target.string());
    if (placed.ok())
        placed = syncFolder(target.parent_path());
    if (placed.ok())
        placed = syncFolder(root);
    if (!placed) {
        undo();
        if (taken.fresh)
            folder.discard(copied->hash);
        return placed.error();
    }
    return taken;
}

} // namespace

MaterialFolder::MaterialFolder(fs::path catalog) : m_root(std::move(catalog) / "materials") {}

Result<MaterialFolder::Taken> MaterialFolder::take(const fs::path& source, std::int64_t most,
                                                   const Progress& progress) const {
    OpenFile input(::open(source.c_str(), O_RDONLY | O_CLOEXEC));
    if (input.descriptor() < 0)
        return errorFromErrno(errno, quoted(source));
    struct stat status {};
    if (::fstat(input.descriptor(), &status) != 0)
        return errorFromErrno(errno, quoted(source));
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::InvalidArgument, quoted(source) + " is no file", 0};
    std::string buffer(kBlock, '\0');
    std::int64_t done = 0;
    return takeBlocks(*this, m_root, source.filename().string(), [&]() -> Result<std::string_view> {
        if (progress && !progress(done, status.st_size))
            return Error{ErrorCode::Cancelled, quoted(source), 0};
        const std::string_view block = TRY(readBlock(input.descriptor(), buffer, source));
        done += static_cast<std::int64_t>(block.size());
        if (done > most || status.st_size > most)
            return Error{ErrorCode::OutOfRange,
                         quoted(source) + " is larger than the " + std::to_string(most >> 20) +
                             " MB that a material of its kind may have",
                         0};
        return block;
    });
}

Result<MaterialFolder::Taken> MaterialFolder::takeBytes(std::string_view bytes,
                                                        const std::string& name) const {
    return takeBlocks(*this, m_root, name,
                      [&]() -> Result<std::string_view> { return std::exchange(bytes, {}); });
}

fs::path MaterialFolder::path(const std::string& hash) const {
    return m_root / hash.substr(0, 2) / hash.substr(std::min<std::size_t>(2, hash.size()));
}

MaterialFolder::State MaterialFolder::glance(const MaterialFile& file) const {
    std::error_code failed;
    const fs::path kept = path(file.hash);
    if (!fs::is_regular_file(kept, failed))
        return State::Missing;
    return static_cast<std::int64_t>(fs::file_size(kept, failed)) == file.bytes ? State::Whole
                                                                                : State::Changed;
}

MaterialFolder::State MaterialFolder::check(const MaterialFile& file) const {
    if (const State seen = glance(file); seen != State::Whole)
        return seen;
    const fs::path kept = path(file.hash);
    OpenFile input(::open(kept.c_str(), O_RDONLY | O_CLOEXEC));
    if (input.descriptor() < 0)
        return errno == ENOENT ? State::Missing : State::Changed;
    Sha256 hash;
    std::string buffer(kBlock, '\0');
    for (;;) {
        const auto block = readBlock(input.descriptor(), buffer, kept);
        if (!block)
            return State::Changed;
        if (block->empty())
            return hash.hex() == file.hash ? State::Whole : State::Changed;
        hash.add(*block);
    }
}

Result<std::string> MaterialFolder::read(const MaterialFile& file) const {
    if (glance(file) == State::Missing)
        return Error{ErrorCode::NotFound, "the catalog's copy of \"" + file.name + "\" is missing", 0};
    std::string bytes = TRY(readWholeFile(path(file.hash)));
    Sha256 hash;
    hash.add(bytes);
    if (hash.hex() != file.hash)
        return Error{ErrorCode::Corrupt,
                     "the catalog's copy of \"" + file.name + "\" was changed after it was taken in", 0};
    return bytes;
}

void MaterialFolder::discard(const std::string& hash) const {
    std::error_code ignored;
    const fs::path kept = path(hash);
    fs::remove(kept, ignored);
    fs::remove(kept.parent_path(), ignored); // where it is empty
    fs::remove(m_root, ignored);
}

Result<std::vector<std::string>> MaterialFolder::hashes() const {
    std::vector<std::string> found;
    std::error_code failed;
    fs::recursive_directory_iterator entry(m_root, failed);
    if (failed == std::errc::no_such_file_or_directory)
        return found;
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        const std::string hash =
            entry->path().parent_path().filename().string() + entry->path().filename().string();
        if (isHash(hash))
            found.push_back(hash);
    }
    if (failed)
        return errorFromErrno(failed.value(), m_root.string());
    return found;
}

} // namespace mockingbird::catalog
