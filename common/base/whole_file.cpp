// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace mockingbird {

namespace {

namespace fs = std::filesystem;

/// Closes at the end of its scope; close() itself is where its answer matters.
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

Result<void> writeAll(int descriptor, std::string_view bytes, const fs::path& file) {
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

Result<void> writeInPlace(const fs::path& file, std::string_view bytes) {
    OpenFile output(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (output.descriptor() < 0)
        return errorFromErrno(errno, file.string());
    TRY(writeAll(output.descriptor(), bytes, file));
    if (!output.close())
        return errorFromErrno(errno, file.string());
    return {};
}

Result<void> writeAndSync(const fs::path& beside, const fs::path& file, std::string_view bytes) {
    OpenFile output(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (output.descriptor() < 0)
        return errorFromErrno(errno, file.string());
    TRY(writeAll(output.descriptor(), bytes, file));
    if (::fsync(output.descriptor()) != 0 || !output.close())
        return errorFromErrno(errno, file.string());
    return {};
}

} // namespace

Result<void> writeWholeFile(const fs::path& file, std::string_view bytes) {
    std::error_code ignored;
    // A link stays a link: what it points to is replaced.
    fs::path target = fs::canonical(file, ignored);
    if (ignored)
        target = fs::absolute(file, ignored);
    const fs::file_status status = fs::status(target, ignored);
    if (fs::is_directory(status) || !target.has_filename())
        return Error{ErrorCode::InvalidArgument, "\"" + file.string() + "\" is a folder, not a file", EISDIR};
    if (fs::exists(status) && !fs::is_regular_file(status))
        return writeInPlace(target, bytes);
    if (!fs::is_directory(target.parent_path(), ignored))
        return Error{ErrorCode::NotFound, "there is no folder \"" + target.parent_path().string() + "\"",
                     ENOENT};

    const fs::path beside = target.parent_path() /
                            ("." + target.filename().string() + "." + std::to_string(::getpid()) + ".part");
    fs::remove(beside, ignored); // of an earlier process with the same number
    auto written = writeAndSync(beside, target, bytes);
    if (written.ok() && ::rename(beside.c_str(), target.c_str()) != 0)
        written = errorFromErrno(errno, target.string());
    if (!written.ok())
        ::unlink(beside.c_str());
    return written;
}

Result<std::string> readWholeFile(const fs::path& file, std::size_t limit) {
    OpenFile input(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (input.descriptor() < 0)
        return errorFromErrno(errno, "\"" + file.string() + "\"");
    std::string bytes;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t count = ::read(input.descriptor(), block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errorFromErrno(errno, "\"" + file.string() + "\"");
        if (count == 0)
            return bytes;
        if (static_cast<std::size_t>(count) > limit - bytes.size())
            return Error{ErrorCode::InvalidArgument,
                         "\"" + file.string() + "\" has more than " + std::to_string(limit) + " bytes",
                         EFBIG};
        bytes.append(block.data(), static_cast<std::size_t>(count));
    }
}

} // namespace mockingbird
