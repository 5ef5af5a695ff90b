// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/verification.h"

#include "common/catalog/access_store.h"
#include "common/catalog/consent_store.h"
#include "common/catalog/database.h"
#include "common/catalog/material_folder.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"

#include <array>
#include <filesystem>
#include <set>

namespace mockingbird::catalog {

namespace {

using Faults = std::vector<std::string>;

constexpr double kReplayPart = 0.8; ///< of the time that comparing with the log takes

void checkDatabase(Database& database, Faults& faults) {
    Statement integrity = database.prepare("PRAGMA integrity_check");
    while (integrity.next())
        if (const std::string line = integrity.text(0); line != "ok")
            faults.push_back("The database is damaged: " + line + ".");
    Statement foreign = database.prepare("PRAGMA foreign_key_check");
    while (foreign.next())
        faults.push_back("A row of the table " + foreign.text(0) + " refers to one of " + foreign.text(2) +
                         " that is not there.");
}

Result<void> checkProjections(Database& database, Faults& faults, const Progress& progress) {
    auto scratch = TRY(Database::openScratch());
    TRY(scratch->transact([&]() -> Result<void> {
        replay(database, *scratch, stretch(progress, 0, kReplayPart));
        return {};
    }));
    const auto rebuilt = fingerprints(*scratch);
    for (const auto& [table, fingerprint] : fingerprints(database))
        if (rebuilt.at(table) != fingerprint)
            faults.push_back("The table " + table +
                             " differs from what the log says; rebuilding mends that.");
    return {};
}

Result<void> checkSeals(Database& database, Faults& faults, const Progress& progress) {
    const ReviewStore reviews(database);
    const auto sealed = TRY(reviews.sealed());
    std::size_t done = 0;
    for (const Review& review : sealed) {
        tell(progress, static_cast<double>(done++) / static_cast<double>(sealed.size()));
        const std::string hash = TRY(reviews.contentHash(review));
        if (hash != review.hash)
            faults.push_back("The review of " + review.raterName + " (" + review.id.toString() +
                             ") was changed after it was sealed.");
    }
    return {};
}

Result<void> checkConsents(Database& database, Faults& faults, const Progress&) {
    for (const std::string& hash : TRY(ConsentStore(database).changedTexts()))
        faults.push_back("The text of a consent (" + hash.substr(0, 8) +
                         ") was changed after it was agreed to.");
    return {};
}

bool isMedia(const std::filesystem::path& file) {
    constexpr std::array kEndings = {".mkv", ".mka", ".webm", ".mp4"};
    for (const char* ending : kEndings)
        if (file.extension() == ending)
            return true;
    return false;
}

Result<void> checkMedia(Database& database, Faults& faults, const Progress&) {
    const RecordingStore recordings(database, database.folder());
    std::set<std::filesystem::path> known;
    std::error_code failed;
    for (const Recording& recording : TRY(recordings.all())) {
        known.insert(recordings.path(recording).filename());
        // One that is being written may not have its file yet; of a lost one nothing was kept.
        const bool expected =
            recording.state == RecordingState::Complete || recording.state == RecordingState::Salvaged;
        if (expected && !std::filesystem::exists(recordings.path(recording), failed))
            faults.push_back("The file " + recording.file + " is missing.");
    }
    std::filesystem::directory_iterator entry(database.folder() / "media", failed);
    if (failed == std::errc::no_such_file_or_directory)
        return {};
    for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed))
        if (isMedia(entry->path()) && !known.contains(entry->path().filename()))
            faults.push_back("The file media/" + entry->path().filename().string() +
                             " belongs to no recording.");
    if (failed)
        return errorFromErrno(failed.value(), (database.folder() / "media").string());
    return {};
}

/// Also the files of earlier versions and of what was removed: both can be had back.
Result<void> checkMaterials(Database& database, Faults& faults, const Progress&) {
    const MaterialFolder folder(database.folder());
    std::set<std::string> known;
    Statement rows = database.prepare("SELECT f.hash, f.bytes, f.name, m.title FROM material_file f JOIN "
                                      "material m ON m.id = f.material ORDER BY m.title, f.version");
    while (rows.next()) {
        const MaterialFile file{rows.text(0), rows.integer(1), rows.text(2)};
        if (!known.insert(file.hash).second)
            continue;
        const std::string what = "The file \"" + file.name + "\" of the material \"" + rows.text(3) + "\" ";
        switch (folder.check(file)) {
        case MaterialFolder::State::Whole:
            break;
        case MaterialFolder::State::Missing:
            faults.push_back(what + "is missing; adding the file again brings it back.");
            break;
        case MaterialFolder::State::Changed:
            faults.push_back(what + "was changed after it was taken in; adding the original again mends it.");
            break;
        }
    }
    for (const std::string& hash : TRY(folder.hashes()))
        if (!known.contains(hash))
            faults.push_back("The file materials/" + hash.substr(0, 2) + "/" + hash.substr(2) +
                             " belongs to no material.");
    return {};
}

} // namespace

Result<Faults> findFaults(Database& database, const Progress& progress) {
    TRY(AccessStore(database).require(Action::See, Thing::Upkeep));
    const Database::Unasked unasked(database);
    return database.snapshot([&]() -> Result<Faults> {
        Faults faults;
        checkDatabase(database, faults);
        // A damaged table can stop a look in the middle; that is a finding, too, and no reason to hide the
        // others.
        struct Check {
            Result<void> (*run)(Database&, Faults&, const Progress&);
            double until; ///< of the whole, roughly
        };
        double from = 0.1;
        for (const Check& check :
             {Check{checkProjections, 0.8}, Check{checkSeals, 0.95}, Check{checkConsents, 0.96},
              Check{checkMedia, 0.98}, Check{checkMaterials, 1.0}}) {
            const auto done = database.guard(
                [&] { return check.run(database, faults, stretch(progress, from, check.until)); });
            from = check.until;
            if (!done && done.error().code == ErrorCode::Corrupt)
                faults.push_back("The catalog is damaged: " + done.error().detail + ".");
            else if (!done)
                return done.error();
        }
        return faults;
    });
}

} // namespace mockingbird::catalog
