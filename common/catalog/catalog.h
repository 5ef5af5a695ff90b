// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "common/catalog/progress.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;
struct Event;
class AccessStore;
class CalibrationStore;
class CaptionStore;
class ConsensusStore;
class ConsentStore;
class FieldStore;
class GoalStore;
class IncidentStore;
class KitDraftStore;
class KitStore;
class MaterialStore;
class PeopleImportStore;
class PeopleStore;
class RecordingStore;
class ReviewStore;
class SearchStore;
class SessionStore;
class SignInStore;

/// A catalog: a folder with `catalog.db` and `media/`. Owns the connection and the stores. An object belongs
/// to the thread that opened it; another thread or process opens its own, which is safe (WAL, a busy time-out
/// of 5 s, then Busy).
class Catalog {
public:
    enum class Missing { Create, Refuse };

    /// Opens it, migrating an older one after a copy of it was made beside it. NewerCatalog where a newer
    /// version wrote it (nothing is written then), NotFound, Denied, NoSpace, Corrupt.
    /// `progress` is told of a migration alone.
    [[nodiscard]] static Result<std::unique_ptr<Catalog>> open(const std::filesystem::path& folder,
                                                               Missing missing = Missing::Create,
                                                               const Progress& progress = {});
    /// Whether opening it will migrate it first, which takes the longer the more is in it.
    [[nodiscard]] static bool isOlder(const std::filesystem::path& folder);
    ~Catalog();
    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const;
    [[nodiscard]] std::filesystem::path mediaFolder() const;

    /// Whose name the next events bear, and who sees what is read: the stores answer Denied where this person
    /// may not (AccessStore).
    void actAs(PersonId author);
    /// For what the studio does by itself (recovering, making the sample): its events bear no name, and it is
    /// asked for no rights. Until actAs().
    void actAsStudio();
    [[nodiscard]] PersonId actor() const;

    [[nodiscard]] AccessStore& access();
    [[nodiscard]] SignInStore& signIn();
    [[nodiscard]] PeopleStore& people();
    [[nodiscard]] FieldStore& fields();
    [[nodiscard]] PeopleImportStore& peopleImports();
    [[nodiscard]] KitStore& kits();
    [[nodiscard]] KitDraftStore& kitDrafts();
    [[nodiscard]] MaterialStore& materials();
    [[nodiscard]] SessionStore& sessions();
    [[nodiscard]] RecordingStore& recordings();
    [[nodiscard]] ConsentStore& consents();
    [[nodiscard]] IncidentStore& incidents();
    [[nodiscard]] ReviewStore& reviews();
    [[nodiscard]] ConsensusStore& consensus();
    [[nodiscard]] CalibrationStore& calibrations();
    [[nodiscard]] CaptionStore& captions();
    [[nodiscard]] GoalStore& goals();
    [[nodiscard]] SearchStore& search();

    /// Ends what the object's own thread is just reading, which then answers Cancelled. From any thread.
    void interrupt();

    /// Runs `work` as one transaction: all of its events are in the log, or none. Nests.
    Result<void> atomically(const std::function<Result<void>()>& work);

    /// Grows with every event of this or any other program; a page that shows an older one refreshes.
    [[nodiscard]] std::int64_t revision() const;
    [[nodiscard]] Result<std::vector<Event>> events(Uuid7 stream) const;

    /// Empties the projections and applies the whole log anew, in one transaction.
    Result<void> rebuild(const Progress& progress = {});
    /// What is wrong with it, one sentence each: damage in the database, projections that differ from the
    /// log, media files that are missing or that nothing knows. Empty where all is well.
    [[nodiscard]] Result<std::vector<std::string>> verify(const Progress& progress = {});

private:
    struct Stores;
    explicit Catalog(std::unique_ptr<Stores> stores);
    std::unique_ptr<Stores> m_stores;
};

} // namespace mockingbird::catalog
