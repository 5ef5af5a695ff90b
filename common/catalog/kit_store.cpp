// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/name_lookup.h"
#include "common/catalog/projection.h"

#include <algorithm>
#include <cmath>
#include <set>

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
        .prepare("INSERT INTO kit_version (kit, version, name, position, classification, profile_name, "
                 "reading_seconds, answer_seconds, total_minutes, pass_line, agreement_margin, rubric, "
                 "rubric_version, score_by, self_review_first) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
        .bind(kit.id, kit.version, kit.name, kit.position, kit.classification, kit.profile.name,
              kit.profile.readingSeconds, kit.profile.answerSeconds, kit.profile.totalMinutes,
              kit.profile.passLinePercent, kit.profile.agreementMargin, kit.rubric.id, kit.rubric.version,
              name(kit.profile.scoring), kit.profile.selfReviewFirst ? 1 : 0)
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

Result<void> check(const Kit& kit) {
    const auto wrong = [](const std::string& what) { return Error{ErrorCode::InvalidArgument, what, 0}; };
    if (kit.name.empty())
        return wrong("a kit needs a name");
    if (kit.questions.empty())
        return wrong("a kit needs at least one question");
    if (kit.rubric.criteria.empty())
        return wrong("a kit's rubric needs at least one criterion");
    std::set<QuestionId> questions;
    for (const Question& question : kit.questions) {
        if (trimmed(question.text).empty())
            return wrong("a question needs a text");
        if (question.seconds < 0)
            return wrong("a time to answer can't be negative");
        if (!question.id.isNull() && !questions.insert(question.id).second)
            return wrong("two questions have the same id");
    }
    std::set<CriterionId> criteria;
    for (const Criterion& criterion : kit.rubric.criteria) {
        if (trimmed(criterion.name).empty())
            return wrong("a criterion needs a name");
        if (!std::isfinite(criterion.weight) || criterion.weight < 0)
            return wrong("the weight of \"" + criterion.name + "\" can't be negative");
        if (criterion.levels.size() < 2)
            return wrong("\"" + criterion.name + "\" needs at least two levels");
        for (std::size_t i = 1; i < criterion.levels.size(); ++i)
            if (criterion.levels[i - 1].level == criterion.levels[i].level)
                return wrong("\"" + criterion.name + "\" has the level " +
                             std::to_string(criterion.levels[i].level) + " twice");
        if (!criterion.id.isNull() && !criteria.insert(criterion.id).second)
            return wrong("two criteria have the same id");
    }
    const TimingProfile& profile = kit.profile;
    if (profile.readingSeconds < 0 || profile.answerSeconds < 0 || profile.totalMinutes < 0 ||
        profile.agreementMargin < 0)
        return wrong("the times and the margin of a profile can't be negative");
    if (profile.passLinePercent && !(*profile.passLinePercent >= 0 && *profile.passLinePercent <= 100))
        return wrong("a pass line is between 0 and 100 %");
    return {};
}

/// Gives ids to what has none: those of the version before where the words are the same, so that attempts
/// across versions stay comparable, and new ones otherwise.
void giveIds(Kit& kit, const Kit* before) {
    if (kit.id.isNull())
        kit.id = KitId::make();
    if (kit.rubric.id.isNull())
        kit.rubric.id = before ? before->rubric.id : RubricId::make();
    const auto give = [](auto& items, const auto* earlier, auto words) {
        using IdType = decltype(items.front().id);
        std::set<IdType> taken;
        for (const auto& item : items)
            taken.insert(item.id);
        for (auto& item : items) {
            if (!item.id.isNull())
                continue;
            if (earlier)
                for (const auto& candidate : *earlier)
                    if (item.id.isNull() && candidate.*words == item.*words && !taken.contains(candidate.id))
                        item.id = candidate.id;
            if (item.id.isNull())
                item.id = IdType::make();
            taken.insert(item.id);
        }
    };
    give(kit.questions, before ? &before->questions : nullptr, &Question::text);
    give(kit.rubric.criteria, before ? &before->rubric.criteria : nullptr, &Criterion::name);
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
         "total_minutes, pass_line, agreement_margin, rubric, rubric_version, score_by, self_review_first "
         "FROM kit_version ORDER BY kit, "
         "version"},
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
    static constexpr Applier kAppliers[] = {{"kit.published", applyKitPublished, 2}};
    return {kTables, kAppliers};
}

std::string_view name(ScoringScope scope) {
    return scope == ScoringScope::Question ? "question" : "session";
}

const Criterion* Rubric::criterion(CriterionId wanted) const {
    const auto found = std::find_if(criteria.begin(), criteria.end(),
                                    [&](const Criterion& each) { return each.id == wanted; });
    return found == criteria.end() ? nullptr : &*found;
}

const Question* Kit::question(QuestionId wanted) const {
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& each) { return each.id == wanted; });
    return found == questions.end() ? nullptr : &*found;
}

KitStore::KitStore(Database& database) : m_database(database) {}

Result<Kit> KitStore::publish(Kit kit) {
    kit.name = trimmed(kit.name);
    for (Criterion& criterion : kit.rubric.criteria)
        std::stable_sort(criterion.levels.begin(), criterion.levels.end(),
                         [](const Level& a, const Level& b) { return a.level < b.level; });
    TRY(check(kit));
    return m_database.transact([&]() -> Result<Kit> {
        std::optional<Kit> before;
        if (!kit.id.isNull()) {
            auto found = byId(kit.id);
            if (found)
                before = *found;
            else if (found.error().code != ErrorCode::NotFound)
                return found.error();
        }
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

Result<std::vector<Kit>> KitStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Kit>> {
        std::vector<Kit> kits;
        Statement rows = m_database.prepare(
            "SELECT kit, version, name, position, classification, profile_name, reading_seconds, "
            "answer_seconds, "
            "total_minutes, pass_line, agreement_margin, rubric, rubric_version, score_by, self_review_first "
            "FROM kit_version AS k "
            "WHERE version = (SELECT max(version) FROM kit_version WHERE kit = k.kit)");
        while (rows.next())
            kits.push_back(readKit(m_database, rows));
        std::sort(kits.begin(), kits.end(), [](const Kit& a, const Kit& b) {
            const std::string left = foldCase(a.name);
            const std::string right = foldCase(b.name);
            return left != right ? left < right : a.id < b.id;
        });
        return kits;
    });
}

Result<Kit> KitStore::byId(KitId id, std::optional<int> version) const {
    return m_database.guard([&]() -> Result<Kit> {
        Statement row = m_database.prepare(
            "SELECT kit, version, name, position, classification, profile_name, reading_seconds, "
            "answer_seconds, "
            "total_minutes, pass_line, agreement_margin, rubric, rubric_version, score_by, self_review_first "
            "FROM kit_version "
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
    const auto kits = TRY(all());
    return lookUpByName(kits, nameOrId, "kit");
}

} // namespace mockingbird::catalog
