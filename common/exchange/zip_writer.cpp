// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/zip_writer.h"

#include "common/exchange/zip_handles.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mockingbird::exchange {

namespace {

namespace fs = std::filesystem;

// 1 January 1980, the first day a zip knows: a time would make the same kit another file each time.
constexpr zip_uint16_t kNoTime = 0;
constexpr zip_uint16_t kFirstDay = (0U << 9U) | (1U << 5U) | 1U;

Error failureOf(zip_error_t* error, const fs::path& file) {
    if (zip_error_code_zip(error) == ZIP_ER_CANCELLED)
        return {ErrorCode::Cancelled, file.filename().string(), 0};
    if (zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error) != 0)
        return errorFromErrno(zip_error_code_system(error), "\"" + file.string() + "\"");
    return {ErrorCode::Io, "\"" + file.string() + "\": " + zip_error_strerror(error), 0};
}

struct Reporting {
    const ZipProgress* progress = nullptr;
    bool stopped = false;
};

Result<void> add(zip_t* archive, const ZipEntry& entry, const fs::path& file) {
    zip_source_t* const source = entry.file.empty()
                                     ? zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0)
                                     : zip_source_file(archive, entry.file.c_str(), 0, -1);
    if (source == nullptr)
        return failureOf(zip_get_error(archive), file);
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source); // "if successful, the archive takes over ownership of the source"
        return failureOf(zip_get_error(archive), file);
    }
    const auto at = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = entry.packing == ZipEntry::Packing::Store ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    constexpr zip_uint32_t kPlainFile = (static_cast<zip_uint32_t>(S_IFREG) | 0644U) << 16U;
    if (zip_set_file_compression(archive, at, method, 0) != 0 ||
        zip_file_set_dostime(archive, at, kNoTime, kFirstDay, 0) != 0 ||
        zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kPlainFile) != 0)
        return failureOf(zip_get_error(archive), file);
    return {};
}

Result<void> writeTo(const fs::path& beside, const fs::path& file, const std::vector<ZipEntry>& entries,
                     Reporting& reporting) {
    int number = 0;
    ZipHandle archive(zip_open(beside.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &number));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, number);
        if (zip_error_system_type(&error) == ZIP_ET_SYS)
            zip_error_set(&error, number, errno);
        Error failure = failureOf(&error, file);
        zip_error_fini(&error);
        return failure;
    }
    for (const ZipEntry& entry : entries)
        TRY(add(archive.get(), entry, file));
    zip_register_progress_callback_with_state(
        archive.get(), 0.005,
        [](zip_t*, double done, void* state) {
            auto& told = *static_cast<Reporting*>(state);
            if (*told.progress && !(*told.progress)(done))
                told.stopped = true;
        },
        nullptr, &reporting);
    zip_register_cancel_callback_with_state(
        archive.get(), [](zip_t*, void* state) { return static_cast<Reporting*>(state)->stopped ? 1 : 0; },
        nullptr, &reporting);
    if (zip_close(archive.get()) != 0)
        return failureOf(zip_get_error(archive.get()), file); // and the handle discards it
    (void)archive.release(); // "If zip_close() succeeds, the archive is freed"
    return {};
}

Result<void> sync(const fs::path& beside, const fs::path& file) {
    const int descriptor = ::open(beside.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errorFromErrno(errno, "\"" + file.string() + "\"");
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failed != 0)
        return errorFromErrno(failed, "\"" + file.string() + "\"");
    return {};
}

} // namespace

Result<void> writeZip(const fs::path& file, const std::vector<ZipEntry>& entries,
                      const ZipProgress& progress) {
    std::error_code ignored;
    fs::path target = fs::canonical(file, ignored); // a link stays a link
    if (ignored)
        target = fs::absolute(file, ignored);
    if (fs::is_directory(target, ignored) || !target.has_filename())
        return Error{ErrorCode::InvalidArgument, "\"" + file.string() + "\" is a folder, not a file", EISDIR};
    if (!fs::is_directory(target.parent_path(), ignored))
        return Error{ErrorCode::NotFound, "there is no folder \"" + target.parent_path().string() + "\"",
                     ENOENT};
    const fs::path beside = target.parent_path() /
                            ("." + target.filename().string() + "." + std::to_string(::getpid()) + ".part");
    fs::remove(beside, ignored);
    Reporting reporting{&progress, false};
    auto written = writeTo(beside, target, entries, reporting);
    if (written.ok())
        written = sync(beside, target);
    if (written.ok() && ::rename(beside.c_str(), target.c_str()) != 0)
        written = errorFromErrno(errno, "\"" + target.string() + "\"");
    if (!written.ok())
        ::unlink(beside.c_str());
    return written;
}

} // namespace mockingbird::exchange
