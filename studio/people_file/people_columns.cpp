// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/people_columns.h"

#include <set>

namespace mockingbird::studio {

namespace {

using catalog::PersonField;
using exchange::CsvHeading;

PeopleColumns::Column columnOfField(const CsvHeading& heading, const PersonField& field) {
    if (const auto named = heading.column({field.name, field.key}))
        return named;
    if (field.key == "pronouns")
        return heading.column({"pronoun", "preferred pronouns", "gender pronouns"});
    if (field.key == catalog::kContactField)
        return heading.column({"contact", "email", "e-mail", "email address", "work email", "mail", "phone",
                               "telephone", "work phone"});
    if (field.key == "languages")
        return heading.column({"language", "spoken languages", "languages spoken"});
    if (field.key == catalog::kEmploymentField)
        return heading.column({"employment type", "employment status", "full or part time", "full/part time",
                               "ft/pt", "status", "appointment type"});
    if (field.key == "weekly_hours")
        return heading.column({"hours", "weekly hours", "hours per week", "hours/week", "scheduled hours"});
    if (field.key == "availability")
        return heading.column({"available", "availabilities", "best times", "schedule"});
    if (field.key == "aims")
        return heading.column({"considered for", "interested in", "interests", "goal position", "aims",
                               "aspiration", "desired position"});
    if (field.key == catalog::kHiredField)
        return heading.column({"hire date", "date hired", "hired", "date of hire", "start date",
                               "employed since", "service date"});
    if (field.key == "notes")
        return heading.column({"note", "comments", "comment", "remarks", "coordinator notes"});
    return std::nullopt;
}

} // namespace

Result<PeopleColumns> columnsOf(const exchange::CsvRow& row, const std::vector<PersonField>& fields) {
    const CsvHeading heading(row);
    PeopleColumns columns;
    columns.id = heading.column({"id", "person id", "mockingbird id"});
    columns.name = heading.column({"name", "full name", "person", "employee", "employee name", "staff",
                                   "staff member", "staff name", "mentee", "mentee name"});
    columns.firstName = heading.column({"first name", "given name", "first", "forename"});
    columns.lastName = heading.column({"last name", "surname", "family name", "last"});
    columns.roles = heading.column({"roles", "role", "programme role", "program role"});
    columns.classification =
        heading.column({"classification", "job classification", "job title", "title", "position",
                        "present position", "current position", "job", "class"});
    columns.branch = heading.column({"branch", "location", "library", "site", "agency", "work location",
                                     "branch or department", "department"});
    columns.extraTime = heading.column({"extra time", "extra time percent", "extra time in per cent"});
    columns.largerText = heading.column({"larger text", "large text"});
    columns.cohort = heading.column({"cohort", "group", "programme year", "program year", "year"});
    columns.cohortStarts = heading.column({"cohort starts", "cohort start", "cohort begins", "cohort from"});
    columns.cohortEnds = heading.column({"cohort ends", "cohort end", "cohort until"});
    columns.mentor = heading.column({"mentor", "mentor name", "assigned mentor"});
    columns.liaison = heading.column({"liaison", "liaison name", "assigned liaison"});
    if (!columns.name && !(columns.firstName && columns.lastName))
        return Error{ErrorCode::InvalidArgument,
                     "line " + std::to_string(row.line) +
                         ": the first row has to name the columns, and one of them \"Name\" (or \"First "
                         "name\" and \"Last name\")",
                     0};

    std::set<std::size_t> taken;
    for (const auto& column :
         {columns.id, columns.name, columns.firstName, columns.lastName, columns.roles,
          columns.classification, columns.branch, columns.extraTime, columns.largerText, columns.cohort,
          columns.cohortStarts, columns.cohortEnds, columns.mentor, columns.liaison})
        if (column)
            taken.insert(*column);
    for (const PersonField& field : fields) {
        const auto column = columnOfField(heading, field);
        if (!column || taken.contains(*column) || field.audience == catalog::FieldAudience::Self)
            continue;
        columns.fields.emplace(field.key, *column);
        taken.insert(*column);
    }
    for (std::size_t at = 0; at < row.cells.size(); ++at)
        if (!taken.contains(at) && !heading.keys()[at].empty())
            columns.ignored.push_back(row.cells[at]);
    return columns;
}

} // namespace mockingbird::studio
