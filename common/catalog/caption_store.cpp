// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/caption_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/search_index.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

void drop(Database& database, RecordingId recording) {
    Statement row = database.prepare("SELECT id FROM captions WHERE recording = ?1");
    if (!row.bind(recording).next())
        return;
    const auto id = row.id<CaptionsId>(0);
    forgetCaptions(database, id);
    database.prepare("DELETE FROM cue WHERE captions = ?1").bind(id).run();
    database.prepare("DELETE FROM captions WHERE id = ?1").bind(id).run();
}

/// A cue is `[start_us, end_us, text, speaker]`: there are thousands.
void applyCaptionsSet(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<CaptionsId>(p, "id");
    const auto recording = idAt<RecordingId>(p, "recording");
    drop(database, recording);
    database.prepare("INSERT INTO captions (id, recording, language, source) VALUES (?1, ?2, ?3, ?4)")
        .bind(id, recording, p.at("language").get<std::string>(), p.at("source").get<std::string>())
        .run();
    int position = 0;
    for (const auto& cue : p.at("cues"))
        database
            .prepare("INSERT INTO cue (captions, position, start_us, end_us, text, speaker) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(id, ++position, cue.at(0).get<std::int64_t>(), cue.at(1).get<std::int64_t>(),
                  cue.at(2).get<std::string>(), cue.at(3).get<std::string>())
            .run();
    indexCaptions(database, id);
}

void applyCaptionsRemoved(Database& database, const Event& event) {
    drop(database, idAt<RecordingId>(event.payload, "recording"));
}

Result<void> check(const std::vector<Cue>& cues) {
    if (cues.empty())
        return Error{ErrorCode::InvalidArgument, "captions hold one cue at least", 0};
    for (const Cue& cue : cues) {
        if (cue.start < MediaTime{})
            return Error{ErrorCode::InvalidArgument, "a cue can't start before the recording", 0};
        if (cue.end < cue.start)
            return Error{ErrorCode::InvalidArgument,
                         "the cue at " + cue.start.toString() + " ends before it starts", 0};
    }
    return {};
}

} // namespace

Projection captionProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"cue", "DELETE FROM cue",
         "SELECT captions, position, start_us, end_us, text, speaker FROM cue ORDER BY captions, position"},
        {"captions", "DELETE FROM captions",
         "SELECT id, recording, language, source FROM captions ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"captions.set", applyCaptionsSet},
        {"captions.removed", applyCaptionsRemoved},
    };
    return {kTables, kAppliers};
}

CaptionStore::CaptionStore(Database& database) : m_database(database) {}

Result<Captions> CaptionStore::set(RecordingId recording, const std::string& language,
                                   const std::string& source, const std::vector<Cue>& cues) {
    return m_database.transact([&]() -> Result<Captions> {
        const Recording held = TRY(RecordingStore(m_database, {}).byId(recording));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Recording, held.session));
        TRY(check(cues));
        Captions captions{CaptionsId::make(), recording, trimmed(language), source, cues};
        std::ranges::stable_sort(captions.cues, {}, &Cue::start);
        nlohmann::json list = nlohmann::json::array();
        for (const Cue& cue : captions.cues)
            list.push_back(
                nlohmann::json::array({jsonOf(cue.start), jsonOf(cue.end), cue.text, cue.speaker}));
        TRY(m_database.append(held.session.uuid(), "captions.set",
                              {{"id", jsonOf(captions.id)},
                               {"session", jsonOf(held.session)},
                               {"recording", jsonOf(recording)},
                               {"language", captions.language},
                               {"source", source},
                               {"cues", std::move(list)}}));
        return captions;
    });
}

Result<void> CaptionStore::remove(RecordingId recording) {
    return m_database.transact([&]() -> Result<void> {
        const Recording held = TRY(RecordingStore(m_database, {}).byId(recording));
        TRY(AccessStore(m_database).require(Action::Change, Thing::Recording, held.session));
        if (!TRY(ofRecording(recording)))
            return Error{ErrorCode::NotFound, "the recording has no captions", 0};
        return m_database.append(held.session.uuid(), "captions.removed", {{"recording", jsonOf(recording)}});
    });
}

Result<std::optional<Captions>> CaptionStore::ofRecording(RecordingId recording) const {
    return m_database.guard([&]() -> Result<std::optional<Captions>> {
        Statement row =
            m_database.prepare("SELECT id, recording, language, source FROM captions WHERE recording = ?1");
        if (!row.bind(recording).next())
            return std::optional<Captions>();
        TRY(RecordingStore(m_database, {}).byId(recording)); // Denied where it is not to be seen
        Captions captions{row.id<CaptionsId>(0), row.id<RecordingId>(1), row.text(2), row.text(3), {}};
        Statement rows = m_database.prepare(
            "SELECT start_us, end_us, text, speaker FROM cue WHERE captions = ?1 ORDER BY position");
        rows.bind(captions.id);
        while (rows.next())
            captions.cues.push_back({rows.mediaTime(0), rows.mediaTime(1), rows.text(2), rows.text(3)});
        return std::optional(std::move(captions));
    });
}

} // namespace mockingbird::catalog
