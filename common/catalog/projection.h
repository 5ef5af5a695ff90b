// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/event.h"
#include "common/catalog/progress.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// A table that is made from events alone.
struct ProjectedTable {
    std::string_view name;
    std::string_view clear; ///< SQL that empties it
    std::string_view dump;  ///< SQL for all of it, in an order that doesn't depend on its making
};

/// What one kind of event does to the tables. Throws where it can't.
struct Applier {
    std::string_view kind;
    void (*apply)(Database&, const Event&);
    int version = 1; ///< of the payloads written today; it reads all before, too
};

/// What one store contributes; each is defined beside the store's SQL.
struct Projection {
    std::span<const ProjectedTable> tables;
    std::span<const Applier> appliers;
};
[[nodiscard]] Projection peopleProjection();
[[nodiscard]] Projection pairProjection();
[[nodiscard]] Projection fieldProjection();
[[nodiscard]] Projection peopleImportProjection();
[[nodiscard]] Projection kitProjection();
[[nodiscard]] Projection kitDraftProjection();
[[nodiscard]] Projection materialProjection();
[[nodiscard]] Projection readingProjection();
[[nodiscard]] Projection sessionProjection();
[[nodiscard]] Projection seatProjection();
[[nodiscard]] Projection recordingProjection();
[[nodiscard]] Projection consentProjection();
[[nodiscard]] Projection incidentProjection();
[[nodiscard]] Projection reviewProjection();
[[nodiscard]] Projection commitmentProjection();
[[nodiscard]] Projection noteProjection();
[[nodiscard]] Projection replyProjection();
[[nodiscard]] Projection scoreProjection();
[[nodiscard]] Projection consensusProjection();
[[nodiscard]] Projection calibrationProjection();
[[nodiscard]] Projection captionProjection();
[[nodiscard]] Projection goalProjection();
[[nodiscard]] Projection appointmentProjection();
[[nodiscard]] Projection checklistProjection();
[[nodiscard]] Projection practiceProjection();
[[nodiscard]] Projection storyProjection();
[[nodiscard]] Projection confidenceProjection();
[[nodiscard]] Projection outcomeProjection();
[[nodiscard]] Projection commitmentClosingProjection();
[[nodiscard]] Projection feedbackProjection();
[[nodiscard]] Projection sessionRoundProjection();
[[nodiscard]] Projection searchProjection();
[[nodiscard]] Projection signInProjection();

/// Which version a new event of this kind has; 1 for one that nobody knows.
[[nodiscard]] int versionOf(std::string_view kind);
/// Changes the tables as the event says; Corrupt for a kind or version nobody knows. Throws.
void apply(Database& database, const Event& event);
/// Empties all projected tables and applies the whole log. Within the caller's transaction. Throws.
void rebuildProjections(Database& database, const Progress& progress = {});
/// Applies the log of one catalog to the empty tables of another, or of the same. Throws.
void replay(Database& log, Database& into, const Progress& progress = {});
/// A hash over each projected table's content, by its name. Throws.
[[nodiscard]] std::map<std::string, std::string> fingerprints(Database& database);
[[nodiscard]] std::vector<ProjectedTable> projectedTables();

} // namespace mockingbird::catalog
