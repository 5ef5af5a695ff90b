// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/kit_check.h"
#include "common/catalog/kit_identity.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/name_lookup.h"
#include "common/catalog/projection.h"

#include <algorithm>

namespace mockingbird::catalog {

namespace {

void insertRubric(Database& database, const Rubric& rubric) {
    database.prepare("INSERT INTO rubric_version (rubric, version, name) VALUES (?1, ?2, ?3)")
        .bind(rubric.id, rubric.version, rubric.name)
        .run();
    int position = 0;
    for (const Criterion& criterion : rubric.criteria) {
        database
            .prepare("INSERT INTO criterion (rubric, rubric_version, criterion, position, name, description, "
                     "weight, points_are_ranges) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .bind(rubric.id, rubric.version, criterion.id, ++position, criterion.name, criterion.description,
                  criterion.weight, criterion.pointsAreRanges ? 1 : 0)
            .run();
        for (const Level& level : criterion.levels)
            database
                .prepare("INSERT INTO criterion_level (rubric, rubric_version, criterion, level, label, "
                         "anchor, points) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .bind(rubric.id, rubric.version, criterion.id, level.level, level.label, level.anchor,
                      level.points)
                .run();
    }
}

void applyKitPublished(Database& database, const Event& event) {
    const auto parsed = kitFromJson(event.payload);
    if (!parsed)
        throw Failure{parsed.error()};
    const Kit& kit = *parsed;
    const bool known = database.prepare("SELECT 1 FROM rubric_version WHERE rubric = ?1 AND version = ?2")
                           .bind(kit.rubric.id, kit.rubric.version)
                           .next();
    if (!known)
        insertRubric(database, kit.rubric);
    database
        .prepare(
            "INSERT INTO kit_version (kit, version, name, position, classification, profile_name, "
            "reading_seconds, answer_seconds, total_minutes, pass_line, agreement_margin, rubric, "
            "rubric_version, score_by, self_review_first, times_up, scale, author, published_at_ms) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")
        .bind(kit.id, kit.version, kit.name, kit.position, kit.classification, kit.profile.name,
              kit.profile.readingSeconds, kit.profile.answerSeconds, kit.profile.totalMinutes,
              kit.profile.passLinePercent, kit.profile.agreementMargin, kit.rubric.id, kit.rubric.version,
              name(kit.profile.scoring), kit.profile.selfReviewFirst ? 1 : 0, name(kit.profile.timesUp),
              kit.profile.scale, event.author, event.at)
        .run();
    int position = 0;
    for (const Question& question : kit.questions)
        database
            .prepare("INSERT INTO question (kit, kit_version, question, position, text, competency, probes, "
                     "strong_answer, seconds) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .bind(kit.id, kit.version, question.id, ++position, question.text, question.competency,
                  nlohmann::json(question.probes).dump(), question.strongAnswer, question.seconds)
            .run();
}

void applyKitRetired(Database& database, const Event& event) {
    database.prepare("INSERT INTO retired_kit (kit) VALUES (?1) ON CONFLICT DO NOTHING")
        .bind(idAt<KitId>(event.payload, "id"))
        .run();
}

void applyKitBroughtBack(Database& database, const Event& event) {
    database.prepare("DELETE FROM retired_kit WHERE kit = ?1").bind(idAt<KitId>(event.payload, "id")).run();
}

Rubric readRubric(Database& database, RubricId id, int version) {
    Rubric rubric;
    rubric.id = id;
    rubric.version = version;
    Statement head = database.prepare("SELECT name FROM rubric_version WHERE rubric = ?1 AND version = ?2");
    if (head.bind(id, version).next())
        rubric.name = head.text(0);
    Statement rows =
        database.prepare("SELECT criterion, name, description, weight, points_are_ranges FROM criterion "
                         "WHERE rubric = ?1 AND rubric_version = ?2 ORDER BY position");
    rows.bind(id, version);
    while (rows.next())
        rubric.criteria.push_back(
            {rows.id<CriterionId>(0), rows.text(1), rows.text(2), rows.real(3), {}, rows.number(4) != 0});
    for (Criterion& criterion : rubric.criteria) {
        Statement levels =
            database.prepare("SELECT level, label, anchor, points FROM criterion_level "
                             "WHERE rubric = ?1 AND rubric_version = ?2 AND criterion = ?3 ORDER BY level");
        levels.bind(id, version, criterion.id);
        while (levels.next()) {
            criterion.levels.push_back({levels.number(0), levels.text(1), levels.text(2)});
            if (!levels.isNull(3))
                criterion.levels.back().points = levels.real(3);
        }
    }
    return rubric;
}

Kit readKit(Database& database, const Statement& row) {
    Kit kit;
    kit.id = row.id<KitId>(0);
    kit.version = row.number(1);
    kit.name = row.text(2);
    kit.position = row.text(3);
    kit.classification = row.text(4);
    kit.profile = {row.text(5), row.number(6), row.number(7), row.number(8), std::nullopt, row.number(10)};
    if (!row.isNull(9))
        kit.profile.passLinePercent = row.real(9);
    kit.profile.scoring =
        row.text(13) == name(ScoringScope::Question) ? ScoringScope::Question : ScoringScope::Session;
    kit.profile.selfReviewFirst = row.number(14) != 0;
    kit.profile.timesUp = row.text(15) == name(TimesUp::Bell) ? TimesUp::Bell : TimesUp::Silent;
    kit.profile.scale = row.number(16);
    kit.rubric = readRubric(database, row.id<RubricId>(11), row.number(12));
    Statement questions =
        database.prepare("SELECT question, text, competency, probes, strong_answer, seconds "
                         "FROM question WHERE kit = ?1 AND kit_version = ?2 ORDER BY position");
    questions.bind(kit.id, kit.version);
    while (questions.next())
        kit.questions.push_back({questions.id<QuestionId>(0), questions.text(1), questions.text(2),
                                 questions.textArray(3), questions.text(4), questions.number(5)});
    return kit;
}

/// The number of a rubric's newest version; 0 where it has none.
int newestRubricVersion(Database& database, RubricId id) {
    Statement row =
        database.prepare("SELECT coalesce(max(version), 0) FROM rubric_version WHERE rubric = ?1");
    return row.bind(id).next() ? row.number(0) : 0;
}

bool sameContent(const Rubric& a, const Rubric& b) {
    Kit left;
    Kit right;
    left.rubric = a;
    right.rubric = b;
    right.rubric.version = a.version;
    return toJson(left) == toJson(right);
}

template <class T>
void sortByName(std::vector<T>& items) {
    std::sort(items.begin(), items.end(), [](const T& a, const T& b) {
        const std::string left = foldCase(a.name);
        const std::string right = foldCase(b.name);
        return left != right ? left < right : a.id < b.id;
    });
}

/// Gives ids to what has none.
void giveIds(Kit& kit, const Kit* before) {
    if (kit.id.isNull())
        kit.id = KitId::make();
    if (kit.rubric.id.isNull())
        kit.rubric.id = before ? before->rubric.id : RubricId::make();
    identifyParts(kit, before);
}

} // namespace

Projection kitProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"question", "DELETE FROM question",
         "SELECT kit, kit_version, question, position, text, competency, probes, strong_answer, seconds "
         "FROM question ORDER BY kit, kit_version, question"},
        {"kit_version", "DELETE FROM kit_version",
         "SELECT kit, version, name, position, classification, profile_name, reading_seconds, "
         "answer_seconds, "
         "total_minutes, pass_line, agreement_margin, rubric, rubric_version, score_by, self_review_first, "
         "times_up, scale, author, published_at_ms FROM kit_version ORDER BY kit, version"},
        {"retired_kit", "DELETE FROM retired_kit", "SELECT kit FROM retired_kit ORDER BY kit"},
        {"criterion_level", "DELETE FROM criterion_level",
         "SELECT rubric, rubric_version, criterion, level, label, anchor, points FROM criterion_level "
         "ORDER BY rubric, rubric_version, criterion, level"},
        {"criterion", "DELETE FROM criterion",
         "SELECT rubric, rubric_version, criterion, position, name, description, weight, points_are_ranges "
         "FROM criterion "
         "ORDER BY rubric, rubric_version, criterion"},
        {"rubric_version", "DELETE FROM rubric_version",
         "SELECT rubric, version, name FROM rubric_version ORDER BY rubric, version"},
    };
    static constexpr Applier kAppliers[] = {{"kit.published", applyKitPublished, 3},
                                            {"kit.retired", applyKitRetired},
                                            {"kit.brought_back", applyKitBroughtBack}};
    return {kTables, kAppliers};
}

KitStore::KitStore(Database& database) : m_database(database) {}

Result<Kit> KitStore::publish(Kit kit) {
    kit.name = trimmed(kit.name);
    for (Criterion& criterion : kit.rubric.criteria)
        std::stable_sort(criterion.levels.begin(), criterion.levels.end(),
                         [](const Level& a, const Level& b) { return a.level < b.level; });
    for (const KitFinding& finding : findingsOf(kit))
        if (blocks(finding.fault))
            return Error{ErrorCode::InvalidArgument, describe(finding, kit), 0};
    return m_database.transact([&]() -> Result<Kit> {
        std::optional<Kit> before;
        if (!kit.id.isNull()) {
            auto found = byId(kit.id);
            if (found)
                before = *found;
            else if (found.error().code != ErrorCode::NotFound)
                return found.error();
        }
        TRY(AccessStore(m_database).require(before ? Action::Change : Action::Make, Thing::Kit));
        kit.version = before ? before->version + 1 : 1;
        giveIds(kit, before ? &*before : nullptr);
        const int newest = newestRubricVersion(m_database, kit.rubric.id);
        const bool same =
            newest > 0 && sameContent(kit.rubric, readRubric(m_database, kit.rubric.id, newest));
        kit.rubric.version = same ? newest : newest + 1;
        TRY(m_database.append(kit.id.uuid(), "kit.published", toJson(kit)));
        return kit;
    });
}

Result<std::vector<KitHead>> KitStore::heads(Listed listed) const {
    return m_database.guard([&]() -> Result<std::vector<KitHead>> {
        std::vector<KitHead> heads;
        Statement rows = m_database.prepare(
            "SELECT k.kit, k.version, k.name, k.position, k.classification, k.total_minutes, "
            "(SELECT count(*) FROM question q WHERE q.kit = k.kit AND q.kit_version = k.version), "
            "(SELECT count(*) FROM criterion c WHERE c.rubric = k.rubric AND c.rubric_version = "
            "k.rubric_version), r.kit IS NOT NULL "
            "FROM kit_version AS k LEFT JOIN retired_kit r ON r.kit = k.kit "
            "WHERE k.version = (SELECT max(version) FROM kit_version WHERE kit = k.kit) "
            "AND (r.kit IS NULL OR ?1 = 1)");
        rows.bind(listed == Listed::AlsoRetired ? 1 : 0);
        while (rows.next())
            heads.push_back({rows.id<KitId>(0), rows.number(1), rows.text(2), rows.text(3), rows.text(4),
                             rows.number(6), rows.number(7), rows.number(5), rows.number(8) != 0});
        sortByName(heads);
        return heads;
    });
}

Result<std::vector<Kit>> KitStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Kit>> {
        std::vector<Kit> kits;
        Statement rows = m_database.prepare(
            "SELECT kit, version, name, position, classification, profile_name, reading_seconds, "
            "answer_seconds, total_minutes, pass_line, agreement_margin, rubric, rubric_version, score_by, "
            "self_review_first, times_up, scale FROM kit_version AS k "
            "WHERE version = (SELECT max(version) FROM kit_version WHERE kit = k.kit) "
            "AND NOT EXISTS (SELECT 1 FROM retired_kit r WHERE r.kit = k.kit)");
        while (rows.next())
            kits.push_back(readKit(m_database, rows));
        sortByName(kits);
        return kits;
    });
}

Result<Kit> KitStore::byId(KitId id, std::optional<int> version) const {
    return m_database.guard([&]() -> Result<Kit> {
        Statement row = m_database.prepare(
            "SELECT kit, version, name, position, classification, profile_name, reading_seconds, "
            "answer_seconds, total_minutes, pass_line, agreement_margin, rubric, rubric_version, score_by, "
            "self_review_first, times_up, scale FROM kit_version "
            "WHERE kit = ?1 AND version = coalesce(?2, (SELECT max(version) FROM kit_version WHERE kit = "
            "?1))");
        if (!row.bind(id, version).next())
            return Error{ErrorCode::NotFound,
                         "there is no kit " + id.toString() +
                             (version ? " of version " + std::to_string(*version) : std::string()),
                         0};
        return readKit(m_database, row);
    });
}

Result<Kit> KitStore::find(std::string_view nameOrId) const {
    if (looksLikeId<KitId>(nameOrId))
        return byId(TRY(KitId::parse(nameOrId)));
    const auto found = lookUpByName(TRY(heads()), nameOrId, "kit");
    if (!found && found.error().code == ErrorCode::NotFound)
        return byId(TRY(lookUpByName(TRY(heads(Listed::AlsoRetired)), nameOrId, "kit")).id);
    return byId(TRY(found).id);
}

Result<std::vector<KitVersion>> KitStore::versions(KitId id) const {
    return m_database.guard([&]() -> Result<std::vector<KitVersion>> {
        std::vector<KitVersion> versions;
        Statement rows = m_database.prepare(
            "SELECT k.version, k.published_at_ms, k.author, coalesce(p.name, '') FROM kit_version k "
            "LEFT JOIN person p ON p.id = k.author WHERE k.kit = ?1 ORDER BY k.version DESC");
        rows.bind(id);
        while (rows.next())
            versions.push_back({rows.number(0), rows.wallTime(1), rows.id<PersonId>(2), rows.text(3)});
        if (versions.empty())
            return Error{ErrorCode::NotFound, "there is no kit " + id.toString(), 0};
        return versions;
    });
}

Result<bool> KitStore::isRetired(KitId id) const {
    return m_database.guard([&]() -> Result<bool> {
        return m_database.prepare("SELECT 1 FROM retired_kit WHERE kit = ?1").bind(id).next();
    });
}

Result<void> KitStore::retire(KitId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(AccessStore(m_database).require(Action::Remove, Thing::Kit));
        TRY(versions(id));
        if (TRY(isRetired(id)))
            return {};
        return m_database.append(id.uuid(), "kit.retired", {{"id", jsonOf(id)}});
    });
}

Result<void> KitStore::bringBack(KitId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(AccessStore(m_database).require(Action::Remove, Thing::Kit));
        TRY(versions(id));
        if (!TRY(isRetired(id)))
            return {};
        return m_database.append(id.uuid(), "kit.brought_back", {{"id", jsonOf(id)}});
    });
}

Kit withoutIdentity(Kit kit) {
    kit.id = {};
    kit.version = 1;
    kit.rubric.id = {};
    kit.rubric.version = 1;
    for (Question& question : kit.questions)
        question.id = {};
    for (Criterion& criterion : kit.rubric.criteria)
        criterion.id = {};
    return kit;
}

} // namespace mockingbird::catalog
