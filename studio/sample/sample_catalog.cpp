// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sample/sample_catalog.h"

#include "common/base/whole_file.h"
#include "studio/sample/sample_content.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <system_error>
#include <unistd.h>

namespace mockingbird::studio {

namespace {

namespace fs = std::filesystem;

/// In the folder: only what carries it is ever removed as the sample.
constexpr std::string_view kMark = "sample.txt";

fs::path beside(const CatalogPlace& place, std::string_view ending) {
    return place.sample.parent_path() / (place.sample.filename().string() + std::string(ending));
}

fs::path removedMark(const CatalogPlace& place) {
    return beside(place, ".removed");
}

/// Folders that a program which was killed left half built or half removed.
void sweep(const CatalogPlace& place) {
    std::error_code ignored;
    const std::string start = place.sample.filename().string() + ".tmp-";
    for (const auto& entry : fs::directory_iterator(place.sample.parent_path(), ignored)) {
        const std::string name = entry.path().filename().string();
        pid_t process = 0;
        const char* end = name.data() + name.size();
        if (!name.starts_with(start) || std::from_chars(name.data() + start.size(), end, process).ptr != end)
            continue;
        if (process == ::getpid() || (::kill(process, 0) != 0 && errno == ESRCH))
            fs::remove_all(entry.path(), ignored);
    }
}

fs::path temporary(const CatalogPlace& place) {
    return beside(place, ".tmp-" + std::to_string(::getpid()));
}

Result<void> build(const fs::path& folder) {
    const auto catalog = TRY(catalog::Catalog::open(folder));
    TRY(catalog->atomically([&] { return fillSample(*catalog); }));
    return writeWholeFile(folder / kMark,
                          "Mockingbird's sample. This folder goes when the sample is removed.\n");
}

Result<void> make(const CatalogPlace& place) {
    std::error_code failure;
    if (!place.chosen)
        fs::create_directories(place.sample.parent_path(), failure);
    sweep(place);
    const fs::path folder = temporary(place);
    const auto built = build(folder);
    if (!built.ok()) {
        fs::remove_all(folder, failure);
        return built.error();
    }
    fs::rename(folder, place.sample, failure);
    if (!failure)
        return {};
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    // Another program was quicker: that one's sample is as good.
    if (sampleState(place) == SampleState::There)
        return {};
    return errorFromErrno(failure.value(), "\"" + place.sample.string() + "\"");
}

} // namespace

std::string_view name(SampleState state) {
    switch (state) {
    case SampleState::NotMade:
        return "not-made";
    case SampleState::There:
        return "there";
    case SampleState::Removed:
        break;
    }
    return "removed";
}

SampleState sampleState(const CatalogPlace& place) {
    std::error_code ignored;
    if (fs::exists(place.sample / kMark, ignored))
        return SampleState::There;
    return fs::exists(removedMark(place), ignored) ? SampleState::Removed : SampleState::NotMade;
}

Result<SampleState> ensureSample(const CatalogPlace& place) {
    if (sampleState(place) == SampleState::NotMade)
        TRY(make(place));
    return sampleState(place);
}

Result<void> removeSample(const CatalogPlace& place) {
    std::error_code failure;
    if (sampleState(place) != SampleState::There && fs::exists(place.sample, failure))
        return Error{ErrorCode::InvalidArgument,
                     "\"" + place.sample.string() + "\" is not the sample and stays as it is", 0};
    TRY(writeWholeFile(removedMark(place), "The sample was removed here.\n"));
    if (sampleState(place) != SampleState::There)
        return {};
    sweep(place);
    const fs::path going = temporary(place);
    fs::rename(place.sample, going, failure);
    if (failure)
        return errorFromErrno(failure.value(), "\"" + place.sample.string() + "\"");
    fs::remove_all(going, failure);
    if (failure)
        return errorFromErrno(failure.value(), "\"" + going.string() + "\"");
    return {};
}

Result<void> restoreSample(const CatalogPlace& place) {
    std::error_code failure;
    if (sampleState(place) != SampleState::There)
        TRY(make(place));
    fs::remove(removedMark(place), failure);
    if (failure)
        return errorFromErrno(failure.value(), "\"" + removedMark(place).string() + "\"");
    return {};
}

Result<std::unique_ptr<catalog::Catalog>> openSample(const CatalogPlace& place) {
    if (TRY(ensureSample(place)) == SampleState::Removed)
        return Error{ErrorCode::NotFound, "the sample was removed; it can be brought back", 0};
    return catalog::Catalog::open(place.sample, catalog::Catalog::Missing::Refuse);
}

} // namespace mockingbird::studio
