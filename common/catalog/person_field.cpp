// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/person_field.h"

#include "common/catalog/calendar_day.h"
#include "common/catalog/case_fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

namespace mockingbird::catalog {

namespace {

constexpr std::array kKinds = {FieldKind::Text, FieldKind::LongText, FieldKind::Day, FieldKind::Number,
                               FieldKind::Employment};
constexpr std::array kAudiences = {FieldAudience::Self, FieldAudience::Coordinators,
                                   FieldAudience::SelfAndCoordinators, FieldAudience::Pair,
                                   FieldAudience::Everyone};
constexpr std::size_t kLongest = 4000; ///< bytes: a page of text
constexpr std::size_t kLongestNumber = 9;

Error refused(const PersonField& field, const std::string& wanted) {
    return {ErrorCode::InvalidArgument, "\"" + field.name + "\" " + wanted, 0};
}

bool isNumber(std::string_view text) {
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
    const auto digits = [](std::string_view part) {
        return !part.empty() &&
               std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return text.size() <= kLongestNumber && digits(whole) && digits(rest);
}

std::string employmentMeant(std::string_view text) {
    std::string word;
    for (const char c : foldCase(text))
        if (c != ' ' && c != '-' && c != '_' && c != '.')
            word += c;
    if (word == "fulltime" || word == "full" || word == "ft")
        return "full-time";
    if (word == "parttime" || word == "part" || word == "pt")
        return "part-time";
    return {};
}

} // namespace

std::string_view name(FieldKind kind) {
    switch (kind) {
    case FieldKind::Text:
        return "text";
    case FieldKind::LongText:
        return "long-text";
    case FieldKind::Day:
        return "day";
    case FieldKind::Number:
        return "number";
    case FieldKind::Employment:
        return "employment";
    }
    return "text";
}

Result<FieldKind> parseFieldKind(std::string_view text) {
    for (const FieldKind kind : kKinds)
        if (name(kind) == text)
            return kind;
    return Error{
        ErrorCode::InvalidArgument,
        "\"" + std::string(text) + "\" is no kind of field; there are text, long-text, day and number", 0};
}

std::string_view name(FieldAudience audience) {
    switch (audience) {
    case FieldAudience::Self:
        return "self";
    case FieldAudience::Coordinators:
        return "coordinators";
    case FieldAudience::SelfAndCoordinators:
        return "self-and-coordinators";
    case FieldAudience::Pair:
        return "pair";
    case FieldAudience::Everyone:
        return "everyone";
    }
    return "self";
}

Result<FieldAudience> parseFieldAudience(std::string_view text) {
    for (const FieldAudience audience : kAudiences)
        if (name(audience) == text)
            return audience;
    return Error{
        ErrorCode::InvalidArgument,
        "\"" + std::string(text) +
            "\" says no readers; there are self, coordinators, self-and-coordinators, pair and everyone",
        0};
}

std::span<const PersonField> builtInFields() {
    using enum FieldKind;
    using enum FieldAudience;
    static const std::array fields = {
        PersonField{"pronouns", "Pronouns", Text, Everyone, true},
        PersonField{std::string(kContactField), "Contact at work", Text, Everyone, true},
        PersonField{"languages", "Languages", Text, Everyone, true},
        PersonField{std::string(kEmploymentField), "Employment", Employment, FieldAudience::Pair, true},
        PersonField{"weekly_hours", "Hours a week", Number, FieldAudience::Pair, true},
        PersonField{"availability", "When they can meet", Text, FieldAudience::Pair, true},
        PersonField{"aims", "Wants to be considered for", Text, FieldAudience::Pair, true},
        PersonField{std::string(kHiredField), "Hired on", Day, SelfAndCoordinators, true},
        PersonField{"notes", "Coordinators' notes", LongText, Coordinators, true},
    };
    return fields;
}

bool maySee(FieldAudience audience, const FieldReader& reader) {
    switch (audience) {
    case FieldAudience::Self:
        return reader.self;
    case FieldAudience::Coordinators:
        return reader.coordinator || reader.owner;
    case FieldAudience::SelfAndCoordinators:
        return reader.self || reader.coordinator || reader.owner;
    case FieldAudience::Pair:
        return reader.self || reader.accompanies || reader.coordinator || reader.owner;
    case FieldAudience::Everyone:
        return true;
    }
    return false;
}

bool mayChange(FieldAudience audience, const FieldReader& reader) {
    return maySee(audience, reader) && (reader.self || reader.coordinator || reader.owner);
}

Result<std::string> checkedValue(const PersonField& field, std::string_view text) {
    std::string value = trimmed(text);
    if (value.empty())
        return value;
    if (value.size() > kLongest)
        return refused(field, "takes at most 4000 characters");
    switch (field.kind) {
    case FieldKind::Text:
        std::replace_if(
            value.begin(), value.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        return value;
    case FieldKind::LongText:
        return value;
    case FieldKind::Day:
        if (!isDay(value))
            return refused(field, "is a day, written 2026-09-01");
        return value;
    case FieldKind::Number:
        if (!isNumber(value))
            return refused(field, "is a number, such as 20 or 17.5");
        return value;
    case FieldKind::Employment: {
        std::string meant = employmentMeant(value);
        if (meant.empty())
            return refused(field, "is full-time or part-time");
        return meant;
    }
    }
    return value;
}

Result<int> yearsBetween(std::string_view from, std::string_view to) {
    if (!isDay(from) || !isDay(to) || to < from)
        return Error{ErrorCode::OutOfRange, "no time lies between the days", 0};
    const auto year = [](std::string_view day) { return std::atoi(std::string(day.substr(0, 4)).c_str()); };
    return year(to) - year(from) - (to.substr(4) < from.substr(4) ? 1 : 0);
}

} // namespace mockingbird::catalog
