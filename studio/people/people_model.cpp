// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/people_model.h"

#include "common/ui/text.h"

#include <QStringList>

namespace mockingbird::studio {

namespace {

QString secondLine(const catalog::Person& person) {
    QStringList parts;
    QStringList roles;
    for (const catalog::Role role : person.roles)
        roles << ui::toQString(std::string(catalog::name(role)));
    parts << (roles.isEmpty() ? QObject::tr("no role yet") : roles.join(QStringLiteral(", ")));
    for (const std::string& part : {person.classification, person.branch})
        if (!part.empty())
            parts << ui::toQString(part);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void PeopleModel::setEntries(std::vector<PersonEntry> entries) {
    beginResetModel();
    m_entries = std::move(entries);
    m_shown = fitting(m_entries, m_filter);
    endResetModel();
}

void PeopleModel::setFilter(const PeopleFilter& filter) {
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_shown = fitting(m_entries, m_filter);
    endResetModel();
}

const catalog::Person& PeopleModel::person(int row) const {
    return m_entries[m_shown[static_cast<std::size_t>(row)]].person;
}

int PeopleModel::find(catalog::PersonId wanted) const {
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        if (m_entries[m_shown[row]].person.id == wanted)
            return static_cast<int>(row);
    return -1;
}

int PeopleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const catalog::Person& one = person(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return QString(ui::toQString(one.name) + QLatin1Char('\n') + secondLine(one));
    return {};
}

} // namespace mockingbird::studio
