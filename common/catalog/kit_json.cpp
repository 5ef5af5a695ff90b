// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit_json.h"

#include "common/catalog/payload.h"

#include <cmath>
#include <limits>

namespace mockingbird::catalog {

namespace {

using nlohmann::json;

template <class IdType>
void putId(json& object, const IdType& id) {
    if (!id.isNull())
        object["id"] = id.toString();
}

/// A value with the way to it, for messages such as "questions[2].seconds is not a whole number". Throws
/// Failure.
class Field {
public:
    Field(const json& value, std::string path) : m_value(&value), m_path(std::move(path)) {}

    [[noreturn]] void fail(const std::string& what) const {
        throw Failure{
            {ErrorCode::Corrupt, "the kit's file: " + (m_path.empty() ? "it" : m_path) + " " + what, 0}};
    }
    [[nodiscard]] Field object(const char* key) const { return at(key, "an object", &json::is_object); }
    [[nodiscard]] std::vector<Field> array(const char* key, bool required) const {
        std::vector<Field> fields;
        if (!required && absent(key))
            return fields;
        const Field list = at(key, "a list", &json::is_array);
        for (std::size_t i = 0; i < list.m_value->size(); ++i)
            fields.emplace_back((*list.m_value)[i], list.m_path + "[" + std::to_string(i) + "]");
        return fields;
    }
    [[nodiscard]] Field asObject() const {
        if (!m_value->is_object())
            fail("is not an object");
        return *this;
    }
    [[nodiscard]] std::string asText() const {
        if (!m_value->is_string())
            fail("is not a text");
        return m_value->get<std::string>();
    }
    [[nodiscard]] bool absent(const char* key) const {
        const auto found = m_value->find(key);
        return found == m_value->end() || found->is_null();
    }
    [[nodiscard]] std::string text(const char* key) const {
        return at(key, "a text", &json::is_string).asText();
    }
    [[nodiscard]] std::string text(const char* key, const std::string& fallback) const {
        return absent(key) ? fallback : text(key);
    }
    [[nodiscard]] int number(const char* key) const {
        const Field field = at(key, "a whole number", &json::is_number_integer);
        const json& value = *field.m_value;
        const bool fits = value.is_number_unsigned()
                              ? value.get<std::uint64_t>() <= std::numeric_limits<int>::max()
                              : value.get<std::int64_t>() >= std::numeric_limits<int>::min() &&
                                    value.get<std::int64_t>() <= std::numeric_limits<int>::max();
        if (!fits)
            field.fail("is too large");
        return value.get<int>();
    }
    [[nodiscard]] int number(const char* key, int fallback) const {
        return absent(key) ? fallback : number(key);
    }
    [[nodiscard]] double real(const char* key) const {
        return at(key, "a number", &json::is_number).m_value->get<double>();
    }
    [[nodiscard]] bool flag(const char* key, bool fallback) const {
        return absent(key) ? fallback : at(key, "true or false", &json::is_boolean).m_value->get<bool>();
    }
    template <class IdType>
    [[nodiscard]] IdType id() const {
        if (absent("id"))
            return {};
        const auto parsed = IdType::parse(text("id"));
        if (!parsed)
            Field((*m_value)["id"], way("id")).fail("is not an id");
        return *parsed;
    }

private:
    [[nodiscard]] std::string way(const char* key) const { return m_path.empty() ? key : m_path + "." + key; }
    [[nodiscard]] Field at(const char* key, const std::string& kind,
                           bool (json::*is)() const noexcept) const {
        const auto found = m_value->find(key);
        if (found == m_value->end())
            Field(*m_value, way(key)).fail("is missing");
        if (!((*found).*is)())
            Field(*found, way(key)).fail("is not " + kind);
        return {*found, way(key)};
    }

    const json* m_value;
    std::string m_path;
};

Question questionFrom(const Field& field) {
    Question question;
    question.id = field.id<QuestionId>();
    question.text = field.text("text");
    question.competency = field.text("competency", {});
    for (const Field& probe : field.array("probes", false))
        question.probes.push_back(probe.asText());
    question.strongAnswer = field.text("strong_answer", {});
    question.seconds = field.number("seconds", 0);
    return question;
}

Criterion criterionFrom(const Field& field) {
    Criterion criterion;
    criterion.id = field.id<CriterionId>();
    criterion.name = field.text("name");
    criterion.description = field.text("description", {});
    criterion.weight = field.absent("weight") ? 1.0 : field.real("weight");
    for (const Field& entry : field.array("levels", true)) {
        const Field level = entry.asObject();
        criterion.levels.push_back(
            {level.number("level"), level.text("label", {}), level.text("anchor", {})});
        if (!level.absent("points"))
            criterion.levels.back().points = level.real("points");
    }
    criterion.pointsAreRanges = field.flag("points_are_ranges", false);
    return criterion;
}

TimesUp timesUpFrom(const Field& profile) {
    const std::string word = profile.text("times_up");
    for (const TimesUp manner : {TimesUp::Silent, TimesUp::Bell})
        if (name(manner) == word)
            return manner;
    profile.fail("has a times_up of \"" + word + "\"; there are silent and bell");
}

ScoringScope scopeFrom(const Field& profile) {
    const std::string word = profile.text("score_by");
    for (const ScoringScope scope : {ScoringScope::Session, ScoringScope::Question})
        if (name(scope) == word)
            return scope;
    profile.fail("has a score_by of \"" + word + "\"; there are session and question");
}

TimingProfile profileFrom(const Field& field, int scaleBefore) {
    TimingProfile profile;
    profile.name = field.text("name", {});
    profile.readingSeconds = field.number("reading_seconds", profile.readingSeconds);
    profile.answerSeconds = field.number("answer_seconds", profile.answerSeconds);
    profile.totalMinutes = field.number("total_minutes", profile.totalMinutes);
    if (!field.absent("pass_line"))
        profile.passLinePercent = field.real("pass_line");
    profile.agreementMargin = field.number("agreement_margin", profile.agreementMargin);
    if (!field.absent("score_by"))
        profile.scoring = scopeFrom(field);
    profile.selfReviewFirst = field.flag("self_review_first", profile.selfReviewFirst);
    if (!field.absent("times_up"))
        profile.timesUp = timesUpFrom(field);
    profile.scale = field.number("scale", scaleBefore);
    return profile;
}

json criterionJson(const Criterion& criterion) {
    json levels = json::array();
    for (const Level& level : criterion.levels) {
        levels.push_back({{"level", level.level}, {"label", level.label}, {"anchor", level.anchor}});
        if (level.points)
            levels.back()["points"] = *level.points;
    }
    json object = {{"name", criterion.name},
                   {"description", criterion.description},
                   {"weight", criterion.weight},
                   {"levels", std::move(levels)}};
    if (criterion.pointsAreRanges)
        object["points_are_ranges"] = true;
    putId(object, criterion.id);
    return object;
}

} // namespace

json toJson(const Kit& kit) {
    json questions = json::array();
    for (const Question& question : kit.questions) {
        json object = {{"text", question.text},
                       {"competency", question.competency},
                       {"probes", question.probes},
                       {"strong_answer", question.strongAnswer},
                       {"seconds", question.seconds}};
        putId(object, question.id);
        questions.push_back(std::move(object));
    }
    json criteria = json::array();
    for (const Criterion& criterion : kit.rubric.criteria)
        criteria.push_back(criterionJson(criterion));
    json rubric = {
        {"version", kit.rubric.version}, {"name", kit.rubric.name}, {"criteria", std::move(criteria)}};
    putId(rubric, kit.rubric.id);
    const TimingProfile& profile = kit.profile;
    json object = {{"version", kit.version},
                   {"name", kit.name},
                   {"position", kit.position},
                   {"classification", kit.classification},
                   {"profile",
                    {{"name", profile.name},
                     {"reading_seconds", profile.readingSeconds},
                     {"answer_seconds", profile.answerSeconds},
                     {"total_minutes", profile.totalMinutes},
                     {"pass_line", profile.passLinePercent ? json(*profile.passLinePercent) : json(nullptr)},
                     {"agreement_margin", profile.agreementMargin},
                     {"score_by", name(profile.scoring)},
                     {"self_review_first", profile.selfReviewFirst},
                     {"times_up", name(profile.timesUp)},
                     {"scale", profile.scale}}},
                   {"questions", std::move(questions)},
                   {"rubric", std::move(rubric)}};
    putId(object, kit.id);
    return object;
}

Result<Kit> kitFromJson(const json& value) {
    try {
        const Field root = Field(value, {}).asObject();
        Kit kit;
        kit.id = root.id<KitId>();
        kit.version = root.number("version", 1);
        kit.name = root.text("name");
        kit.position = root.text("position", {});
        kit.classification = root.text("classification", {});
        for (const Field& question : root.array("questions", true))
            kit.questions.push_back(questionFrom(question.asObject()));
        const Field rubric = root.object("rubric");
        kit.rubric.id = rubric.id<RubricId>();
        kit.rubric.version = rubric.number("version", 1);
        kit.rubric.name = rubric.text("name", kit.name);
        for (const Field& criterion : rubric.array("criteria", true))
            kit.rubric.criteria.push_back(criterionFrom(criterion.asObject()));
        // Before the profile said it, the scale was what the criteria had.
        const auto levels =
            kit.rubric.criteria.empty() ? std::size_t{0} : kit.rubric.criteria.front().levels.size();
        if (levels >= kFewestLevels && levels <= kMostLevels)
            kit.profile.scale = static_cast<int>(levels);
        if (!root.absent("profile"))
            kit.profile = profileFrom(root.object("profile"), kit.profile.scale);
        return kit;
    } catch (const Failure& failure) {
        return failure.error;
    }
}

} // namespace mockingbird::catalog
