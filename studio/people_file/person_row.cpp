// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/person_row.h"

#include "common/catalog/case_fold.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::foldCase;
using catalog::Person;
using catalog::Role;
using catalog::trimmed;

constexpr std::size_t kLongestName = 200; ///< bytes
constexpr int kMostExtraTime = 200;

Result<int> percentIn(std::string_view text) {
    std::string digits = trimmed(text.substr(0, text.find('%')));
    if (digits.empty() || digits.size() > 3 ||
        !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
        std::stoi(digits) > kMostExtraTime)
        return refusedRow("extra time is 0 to 200 per cent, not \"" + std::string(text) + "\"");
    return std::stoi(digits);
}

Result<bool> yesIn(std::string_view text) {
    const std::string word = foldCase(text);
    if (word == "yes" || word == "y" || word == "true" || word == "1" || word == "x")
        return true;
    if (word == "no" || word == "n" || word == "false" || word == "0")
        return false;
    return refusedRow("larger text is yes or no, not \"" + std::string(text) + "\"");
}

void note(PlannedRow& row, const std::string& what, const std::string& from, const std::string& to) {
    if (from != to)
        row.changes.push_back({what, from, to});
}

} // namespace

Error refusedRow(std::string why) {
    return {ErrorCode::InvalidArgument, std::move(why), 0};
}

bool RowText::empty() const {
    return id.empty() && name.empty() && roles.empty() && classification.empty() && branch.empty() &&
           extraTime.empty() && largerText.empty() && cohort.empty() && mentor.empty() && liaison.empty() &&
           values.empty();
}

RowText rowText(const exchange::CsvRow& record, const PeopleColumns& columns) {
    const auto cell = [&](PeopleColumns::Column column) {
        std::string text = trimmed(record.cell(column));
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        return text;
    };
    RowText text;
    text.id = cell(columns.id);
    text.name = cell(columns.name);
    if (text.name.empty())
        text.name = trimmed(cell(columns.firstName) + " " + cell(columns.lastName));
    text.roles = cell(columns.roles);
    text.classification = cell(columns.classification);
    text.branch = cell(columns.branch);
    text.extraTime = cell(columns.extraTime);
    text.largerText = cell(columns.largerText);
    text.cohort = cell(columns.cohort);
    text.cohortStarts = cell(columns.cohortStarts);
    text.cohortEnds = cell(columns.cohortEnds);
    text.mentor = cell(columns.mentor);
    text.liaison = cell(columns.liaison);
    for (const auto& [key, column] : columns.fields)
        if (std::string value = trimmed(record.cell(column)); !value.empty())
            text.values.emplace(key, std::move(value));
    if (const auto contact = text.values.find(std::string(catalog::kContactField));
        contact != text.values.end())
        text.contact = contact->second;
    return text;
}

Result<std::set<Role>> rolesIn(std::string_view text) {
    std::set<Role> roles;
    std::string word;
    const auto take = [&]() -> Result<void> {
        const std::string one = foldCase(word);
        word.clear();
        if (one.empty() || one == "and" || one == "none")
            return {};
        if (one == "mentee" || one == "mentees")
            roles.insert(Role::Mentee);
        else if (one == "mentor" || one == "mentors")
            roles.insert(Role::Mentor);
        else if (one == "liaison" || one == "liaisons")
            roles.insert(Role::Liaison);
        else if (one == "coordinator" || one == "coordinators" || one == "co-ordinator")
            roles.insert(Role::Coordinator);
        else
            return refusedRow("\"" + one +
                              "\" is no role; there are mentee, mentor, liaison and coordinator");
        return {};
    };
    for (const char c : text) {
        if (std::string_view(" ,;/|+&").find(c) == std::string_view::npos)
            word += c;
        else
            TRY(take());
    }
    TRY(take());
    return roles;
}

Result<void> planPerson(PlannedRow& row, const RowText& text, const Person* known,
                        const PeopleSnapshot& snapshot) {
    const Person before = known != nullptr ? *known : Person{};
    Person after = before;
    // Only an id lets a row rename somebody; by name, another spelling of it is the same one.
    if (known == nullptr || (!text.id.empty() && !text.name.empty()))
        after.name = text.name;
    if (after.name.size() > kLongestName)
        return refusedRow("a name of more than 200 letters");
    if (!text.roles.empty())
        after.roles = TRY(rolesIn(text.roles));
    if (!text.classification.empty())
        after.classification = text.classification;
    if (!text.branch.empty())
        after.branch = text.branch;
    if (!text.extraTime.empty())
        after.accommodations.extraTimePercent = TRY(percentIn(text.extraTime));
    if (!text.largerText.empty())
        after.accommodations.largerText = TRY(yesIn(text.largerText));
    if (known != nullptr && before.id == snapshot.actor && before.roles.contains(Role::Coordinator) &&
        !after.roles.contains(Role::Coordinator))
        return refusedRow("you would be a coordinator no longer");

    const auto valuesKnown = snapshot.values.find(before.id);
    for (const catalog::PersonField& field : snapshot.fields) {
        const auto given = text.values.find(field.key);
        if (given == text.values.end())
            continue;
        const std::string value = TRY(catalog::checkedValue(field, given->second));
        std::string now;
        if (valuesKnown != snapshot.values.end())
            if (const auto found = valuesKnown->second.find(field.key); found != valuesKnown->second.end())
                now = found->second;
        if (value != now)
            row.values.emplace(field.key, value);
        note(row, field.name, now, value);
    }
    std::vector<PlannedChange> ofFields;
    ofFields.swap(row.changes);
    if (known != nullptr)
        note(row, "Name", before.name, after.name);
    note(row, "Roles", listed(before.roles), listed(after.roles));
    note(row, "Classification", before.classification, after.classification);
    note(row, "Branch", before.branch, after.branch);
    note(row, "Extra time", std::to_string(before.accommodations.extraTimePercent) + " %",
         std::to_string(after.accommodations.extraTimePercent) + " %");
    note(row, "Larger text", before.accommodations.largerText ? "yes" : "no",
         after.accommodations.largerText ? "yes" : "no");
    row.changesPerson = known == nullptr || !row.changes.empty();
    row.changes.insert(row.changes.end(), ofFields.begin(), ofFields.end());
    row.person = after;
    row.kind = known == nullptr      ? PlannedRow::Kind::Added
               : row.changes.empty() ? PlannedRow::Kind::Unchanged
                                     : PlannedRow::Kind::Changed;
    return {};
}

void giveRole(PlannedRow& row, Role role) {
    if (row.person.roles.contains(role))
        return;
    const auto before = listed(row.person.roles);
    row.person.roles.insert(role);
    row.changesPerson = true;
    const auto change = std::find_if(row.changes.begin(), row.changes.end(),
                                     [](const PlannedChange& one) { return one.what == "Roles"; });
    if (change == row.changes.end())
        row.changes.insert(row.changes.begin(), {"Roles", before, listed(row.person.roles)});
    else
        change->to = listed(row.person.roles);
    if (row.kind == PlannedRow::Kind::Unchanged)
        row.kind = PlannedRow::Kind::Changed;
}

} // namespace mockingbird::studio
