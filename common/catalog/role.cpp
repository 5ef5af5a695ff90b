// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/people_store.h"

#include <array>

namespace mockingbird::catalog {

namespace {

constexpr std::array kRoles = {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator};

} // namespace

std::string_view name(Role role) {
    switch (role) {
    case Role::Mentee:
        return "mentee";
    case Role::Mentor:
        return "mentor";
    case Role::Liaison:
        return "liaison";
    case Role::Coordinator:
        return "coordinator";
    }
    return "mentee";
}

Result<Role> parseRole(std::string_view text) {
    for (const Role role : kRoles)
        if (name(role) == text)
            return role;
    return Error{
        ErrorCode::InvalidArgument,
        "\"" + std::string(text) + "\" is no role; there are mentee, mentor, liaison and coordinator", 0};
}

} // namespace mockingbird::catalog
