// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/role_table.h"

#include <algorithm>
#include <array>

namespace mockingbird::studio {

namespace {

using catalog::Role;

struct Row {
    PageKind page;
    std::set<Role> roles;
};

const std::array<Row, 7>& table() {
    static const std::array<Row, 7> rows{{
        {PageKind::Home, {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator}},
        {PageKind::Prepare, {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator}},
        {PageKind::Record, {Role::Mentee, Role::Mentor, Role::Coordinator}},
        {PageKind::Review, {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator}},
        {PageKind::Compare, {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator}},
        {PageKind::Library, {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator}},
        {PageKind::People, {Role::Liaison, Role::Coordinator}},
    }};
    return rows;
}

} // namespace

std::vector<PageKind> pagesFor(const std::set<Role>& roles) {
    const std::set<Role> held = roles.empty() ? std::set<Role>{Role::Mentee} : roles;
    std::vector<PageKind> pages;
    for (const Row& row : table()) {
        if (std::any_of(held.begin(), held.end(), [&row](Role role) { return row.roles.contains(role); }))
            pages.push_back(row.page);
    }
    return pages;
}

} // namespace mockingbird::studio
