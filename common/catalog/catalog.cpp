// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/catalog.h"

#include "common/catalog/access_store.h"
#include "common/catalog/calibration_store.h"
#include "common/catalog/caption_store.h"
#include "common/catalog/catalog_file.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/consent_store.h"
#include "common/catalog/database.h"
#include "common/catalog/event.h"
#include "common/catalog/field_store.h"
#include "common/catalog/goal_store.h"
#include "common/catalog/incident_store.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_import_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/search_store.h"
#include "common/catalog/session_store.h"
#include "common/catalog/sign_in_store.h"
#include "common/catalog/verification.h"

namespace mockingbird::catalog {

struct Catalog::Stores {
    explicit Stores(std::unique_ptr<Database> opened)
        : database(std::move(opened)), access(*database), signIn(*database), people(*database),
          fields(*database), peopleImports(*database), kits(*database), kitDrafts(*database),
          materials(*database), sessions(*database), recordings(*database, database->folder()),
          consents(*database), incidents(*database), reviews(*database), consensus(*database),
          calibrations(*database), captions(*database), goals(*database), search(*database) {}

    std::unique_ptr<Database> database;
    AccessStore access;
    SignInStore signIn;
    PeopleStore people;
    FieldStore fields;
    PeopleImportStore peopleImports;
    KitStore kits;
    KitDraftStore kitDrafts;
    MaterialStore materials;
    SessionStore sessions;
    RecordingStore recordings;
    ConsentStore consents;
    IncidentStore incidents;
    ReviewStore reviews;
    ConsensusStore consensus;
    CalibrationStore calibrations;
    CaptionStore captions;
    GoalStore goals;
    SearchStore search;
};

Result<std::unique_ptr<Catalog>> Catalog::open(const std::filesystem::path& folder, Missing missing,
                                               const Progress& progress) {
    auto database = TRY(Database::open(folder, missing == Missing::Create, migrations(), progress));
    return std::unique_ptr<Catalog>(new Catalog(std::make_unique<Stores>(std::move(database))));
}

Catalog::Catalog(std::unique_ptr<Stores> stores) : m_stores(std::move(stores)) {}

Catalog::~Catalog() = default;

const std::filesystem::path& Catalog::folder() const {
    return m_stores->database->folder();
}

std::filesystem::path Catalog::mediaFolder() const {
    return folder() / "media";
}

void Catalog::actAs(PersonId author) {
    m_stores->database->actAs(author);
}

void Catalog::actAsStudio() {
    m_stores->database->actAsStudio();
}

PersonId Catalog::actor() const {
    return m_stores->database->actor();
}

AccessStore& Catalog::access() {
    return m_stores->access;
}

SignInStore& Catalog::signIn() {
    return m_stores->signIn;
}

PeopleStore& Catalog::people() {
    return m_stores->people;
}

FieldStore& Catalog::fields() {
    return m_stores->fields;
}

PeopleImportStore& Catalog::peopleImports() {
    return m_stores->peopleImports;
}

KitStore& Catalog::kits() {
    return m_stores->kits;
}

KitDraftStore& Catalog::kitDrafts() {
    return m_stores->kitDrafts;
}

MaterialStore& Catalog::materials() {
    return m_stores->materials;
}

SessionStore& Catalog::sessions() {
    return m_stores->sessions;
}

RecordingStore& Catalog::recordings() {
    return m_stores->recordings;
}

ConsentStore& Catalog::consents() {
    return m_stores->consents;
}

IncidentStore& Catalog::incidents() {
    return m_stores->incidents;
}

ReviewStore& Catalog::reviews() {
    return m_stores->reviews;
}

ConsensusStore& Catalog::consensus() {
    return m_stores->consensus;
}

CalibrationStore& Catalog::calibrations() {
    return m_stores->calibrations;
}

CaptionStore& Catalog::captions() {
    return m_stores->captions;
}

GoalStore& Catalog::goals() {
    return m_stores->goals;
}

SearchStore& Catalog::search() {
    return m_stores->search;
}

void Catalog::interrupt() {
    m_stores->database->interrupt();
}

Result<void> Catalog::atomically(const std::function<Result<void>()>& work) {
    return m_stores->database->transact(work);
}

std::int64_t Catalog::revision() const {
    return m_stores->database->revision();
}

Result<std::vector<Event>> Catalog::events(Uuid7 stream) const {
    Database& database = *m_stores->database;
    return database.guard([&]() -> Result<std::vector<Event>> { return database.events(stream); });
}

bool Catalog::isOlder(const std::filesystem::path& folder) {
    const int version = versionInHeader(folder / kCatalogFile);
    return version > 0 && version < migrations().back().version;
}

Result<void> Catalog::rebuild(const Progress& progress) {
    Database& database = *m_stores->database;
    TRY(m_stores->access.require(Action::Change, Thing::Upkeep));
    return database.remake([&]() -> Result<void> {
        rebuildProjections(database, progress);
        return {};
    });
}

Result<std::vector<std::string>> Catalog::verify(const Progress& progress) {
    return findFaults(*m_stores->database, progress);
}

} // namespace mockingbird::catalog
