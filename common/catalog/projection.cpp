// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/projection.h"

#include "common/catalog/database.h"
#include "common/catalog/search_index.h"
#include "common/catalog/session_round.h"
#include "common/catalog/sha256.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace mockingbird::catalog {

namespace {

/// In the order in which tables refer to each other.
const auto& projections() {
    static const std::array all = {peopleProjection(),
                                   pairProjection(),
                                   fieldProjection(),
                                   peopleImportProjection(),
                                   kitProjection(),
                                   kitDraftProjection(),
                                   materialProjection(),
                                   sessionProjection(),
                                   seatProjection(),
                                   recordingProjection(),
                                   consentProjection(),
                                   incidentProjection(),
                                   reviewProjection(),
                                   commitmentProjection(),
                                   noteProjection(),
                                   replyProjection(),
                                   scoreProjection(),
                                   consensusProjection(),
                                   calibrationProjection(),
                                   captionProjection(),
                                   goalProjection(),
                                   readingProjection(),
                                   appointmentProjection(),
                                   checklistProjection(),
                                   practiceProjection(),
                                   storyProjection(),
                                   confidenceProjection(),
                                   outcomeProjection(),
                                   commitmentClosingProjection(),
                                   feedbackProjection(),
                                   sessionRoundProjection(),
                                   searchProjection(),
                                   signInProjection()};
    return all;
}

const std::unordered_map<std::string_view, Applier>& appliers() {
    static const auto all = [] {
        std::unordered_map<std::string_view, Applier> byKind;
        for (const Projection& projection : projections())
            for (const Applier& applier : projection.appliers)
                byKind.emplace(applier.kind, applier);
        return byKind;
    }();
    return all;
}

constexpr int kEventsBetweenWords = 250;
constexpr double kEventsPart = 0.78; ///< of the time of a rebuild
constexpr double kRoundsPart = 0.8;  ///< until there the table session_round; the full-text index then

/// The full-text index waits, and more pages stay in memory: what a rebuild writes is several times what a
/// page of the window reads.
class WhileReplaying {
public:
    explicit WhileReplaying(Database& database)
        : m_database(database), m_pages(database.connection().execAndGet("PRAGMA cache_size").getInt()) {
        m_database.letSearchIndexWait(true);
        m_database.connection().exec("PRAGMA cache_size = -131072"); // KiB
    }
    ~WhileReplaying() {
        m_database.letSearchIndexWait(false);
        m_database.connection().tryExec("PRAGMA cache_size = " + std::to_string(m_pages));
    }
    WhileReplaying(const WhileReplaying&) = delete;
    WhileReplaying& operator=(const WhileReplaying&) = delete;

private:
    Database& m_database;
    int m_pages;
};

} // namespace

int versionOf(std::string_view kind) {
    const auto found = appliers().find(kind);
    return found == appliers().end() ? 1 : found->second.version;
}

void apply(Database& database, const Event& event) {
    const auto found = appliers().find(event.kind);
    if (found == appliers().end() || event.version < 1 || event.version > found->second.version)
        throw Failure{{ErrorCode::Corrupt,
                       "the log holds an event of an unknown kind: " + event.kind + " of version " +
                           std::to_string(event.version),
                       0}};
    found->second.apply(database, event);
}

void rebuildProjections(Database& database, const Progress& progress) {
    // Checked when the transaction ends, so that the tables may be emptied in any order.
    database.connection().exec("PRAGMA defer_foreign_keys = ON");
    for (const ProjectedTable& table : projectedTables())
        database.prepare(table.clear).run();
    replay(database, database, progress);
}

void replay(Database& log, Database& into, const Progress& progress) {
    const WhileReplaying replaying(into);
    const auto all = static_cast<double>(std::max<std::int64_t>(1, log.revision()));
    std::int64_t done = 0;
    tell(progress, 0);
    log.forEachEvent([&](const Event& event) {
        apply(into, event);
        if (++done % kEventsBetweenWords == 0)
            tell(progress, kEventsPart * static_cast<double>(done) / all);
    });
    fillRounds(into, stretch(progress, kEventsPart, kRoundsPart));
    fillSearchIndex(into, stretch(progress, kRoundsPart, 1));
}

std::map<std::string, std::string> fingerprints(Database& database) {
    std::map<std::string, std::string> all;
    for (const ProjectedTable& table : projectedTables()) {
        Sha256 hash;
        Statement rows = database.prepare(table.dump);
        while (rows.next()) {
            for (int i = 0; i < rows.columnCount(); ++i) {
                const SQLite::Column column = rows.column(i);
                const std::string value = column.getString();
                // Type and length before each value: ("a", "bc") is not ("ab", "c"), and NULL not the empty
                // text.
                hash.add(std::to_string(column.getType()) + ":" + std::to_string(value.size()) + ":");
                hash.add(value);
            }
            hash.add("\n");
        }
        all.emplace(table.name, hash.hex());
    }
    return all;
}

std::vector<ProjectedTable> projectedTables() {
    std::vector<ProjectedTable> tables;
    for (const Projection& projection : projections())
        tables.insert(tables.end(), projection.tables.begin(), projection.tables.end());
    return tables;
}

} // namespace mockingbird::catalog
