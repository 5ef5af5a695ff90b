// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/people_plan.h"

#include "common/catalog/case_fold.h"
#include "studio/people_file/people_columns.h"
#include "studio/people_file/person_row.h"
#include "studio/people_file/planned_pairs.h"

#include <algorithm>
#include <unordered_map>

namespace mockingbird::studio {

namespace {

using catalog::Person;
using catalog::PersonId;

/// More are a mistake, such as another program's export.
constexpr std::size_t kMostRows = 10'000;

/// The people there are, as rows find them.
class KnownPeople {
public:
    explicit KnownPeople(const PeopleSnapshot& snapshot) : m_snapshot(snapshot) {
        for (const Person& person : snapshot.people) {
            m_byId.emplace(person.id, &person);
            m_byName[nameKey(person.name)].push_back(&person);
        }
    }
    /// The person meant; nullptr for somebody new. NotFound and InvalidArgument say why it isn't clear.
    [[nodiscard]] Result<const Person*> find(const RowText& row) const {
        if (!row.id.empty()) {
            const auto id = PersonId::parse(row.id);
            const auto found = id ? m_byId.find(*id) : m_byId.end();
            if (found == m_byId.end())
                return Error{ErrorCode::NotFound, "nobody has the id " + row.id, 0};
            return found->second;
        }
        const auto named = m_byName.find(nameKey(row.name));
        if (named == m_byName.end())
            return static_cast<const Person*>(nullptr);
        if (named->second.size() == 1)
            return named->second.front();
        const Person* reached = nullptr;
        for (const Person* one : named->second)
            if (!row.contact.empty() && contactOf(one->id) == catalog::foldCase(row.contact))
                reached = reached == nullptr ? one : nullptr;
        if (reached != nullptr)
            return reached;
        return Error{ErrorCode::InvalidArgument,
                     std::to_string(named->second.size()) + " people are called " + row.name +
                         "; a column \"Id\" tells them apart",
                     0};
    }

private:
    [[nodiscard]] std::string contactOf(PersonId id) const {
        const auto values = m_snapshot.values.find(id);
        if (values == m_snapshot.values.end())
            return {};
        const auto contact = values->second.find(std::string(catalog::kContactField));
        return contact == values->second.end() ? std::string() : catalog::foldCase(contact->second);
    }

    const PeopleSnapshot& m_snapshot;
    std::map<PersonId, const Person*> m_byId;
    std::unordered_map<std::string, std::vector<const Person*>> m_byName;
};

void refuse(PlannedRow& row, std::string reason) {
    row.kind = PlannedRow::Kind::Refused;
    row.reason = std::move(reason);
    row.changes.clear();
    row.values.clear();
    row.pair.reset();
    row.changesPerson = false;
}

bool samePerson(const Person& one, const Person& other) {
    return one.name == other.name && one.roles == other.roles && one.classification == other.classification &&
           one.branch == other.branch && one.accommodations == other.accommodations;
}

/// A further row of somebody may bring another pair, and nothing else.
void planAgain(PlannedRow& again, const PlannedRow& first) {
    if (first.kind == PlannedRow::Kind::Refused)
        refuse(again, "line " + std::to_string(first.line) + ", of the same person, is refused");
    else if (!samePerson(again.person, first.person) || again.values != first.values)
        refuse(again, "line " + std::to_string(first.line) + " says something else of the same person");
    again.changes.clear();
    again.values.clear();
    again.changesPerson = false;
    if (again.kind != PlannedRow::Kind::Refused)
        again.kind = PlannedRow::Kind::Unchanged;
}

} // namespace

std::size_t PeoplePlan::count(PlannedRow::Kind kind) const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const PlannedRow& row) { return row.kind == kind; }));
}

bool PeoplePlan::doesSomething() const {
    return count(PlannedRow::Kind::Added) + count(PlannedRow::Kind::Changed) > 0;
}

std::string_view name(PlannedRow::Kind kind) {
    switch (kind) {
    case PlannedRow::Kind::Added:
        return "added";
    case PlannedRow::Kind::Changed:
        return "changed";
    case PlannedRow::Kind::Unchanged:
        return "unchanged";
    case PlannedRow::Kind::Refused:
        return "refused";
    }
    return "refused";
}

std::string nameKey(std::string_view name) {
    std::string key;
    bool blank = false;
    for (const char c : catalog::foldCase(name)) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            blank = !key.empty();
            continue;
        }
        if (blank)
            key += ' ';
        blank = false;
        key += c;
    }
    return key;
}

std::string listed(const std::set<catalog::Role>& roles) {
    std::string text;
    for (const catalog::Role role : roles)
        text.append(text.empty() ? "" : ", ").append(catalog::name(role));
    return text;
}

Result<PeoplePlan> planPeople(std::string_view csv, const PeopleSnapshot& snapshot) {
    const exchange::CsvDocument document = TRY(exchange::readCsv(csv));
    const PeopleColumns columns = TRY(columnsOf(document.heading(), snapshot.fields));
    if (document.records().size() > kMostRows)
        return Error{ErrorCode::InvalidArgument,
                     "the file has " + std::to_string(document.records().size()) +
                         " rows; at most 10,000 people are imported at a time",
                     0};
    PeoplePlan plan;
    plan.ignored = columns.ignored;
    plan.encoding = document.encoding;
    plan.revision = snapshot.revision;
    const KnownPeople known(snapshot);
    std::map<std::string, std::size_t> firstRows; ///< by id, or by name for who is new
    std::vector<RowText> texts;
    for (const exchange::CsvRow& record : document.records()) {
        const RowText text = rowText(record, columns);
        if (text.empty())
            continue;
        PlannedRow row;
        row.line = record.line;
        row.person.name = text.name;
        const auto found =
            text.name.empty() && text.id.empty()
                ? Result<const Person*>(Error{ErrorCode::InvalidArgument, "the row has no name", 0})
                : known.find(text);
        if (!found) {
            refuse(row, found.error().detail);
        } else if (const auto planned = planPerson(row, text, *found, snapshot); !planned) {
            refuse(row, planned.error().detail);
        }
        if (found) {
            const std::string who = *found != nullptr ? (*found)->id.toString() : nameKey(text.name);
            const auto [first, isFirst] = firstRows.emplace(who, plan.rows.size());
            if (!isFirst && row.kind != PlannedRow::Kind::Refused)
                planAgain(row, plan.rows[first->second]);
        }
        plan.rows.push_back(std::move(row));
        texts.push_back(text);
    }
    planPairs(plan, texts, snapshot, refuse);
    return plan;
}

} // namespace mockingbird::studio
