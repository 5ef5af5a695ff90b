// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <span>
#include <string>
#include <string_view>

namespace mockingbird::catalog {

/// What a value has to look like.
enum class FieldKind {
    Text,       ///< one line
    LongText,   ///< several
    Day,        ///< 2026-09-01
    Number,     ///< such as hours a week: not negative, with a fraction if it must be
    Employment, ///< `full-time` or `part-time`
};

/// Who may see what a field says of a person.
enum class FieldAudience {
    Self,                ///< they alone
    Coordinators,        ///< coordinators alone
    SelfAndCoordinators, ///< both
    Pair,                ///< those two, and the mentor and liaison of a pair of theirs that runs now
    Everyone,
};

/// `text`, `long-text`, `day`, `number`, `employment`.
[[nodiscard]] std::string_view name(FieldKind kind);
[[nodiscard]] Result<FieldKind> parseFieldKind(std::string_view text);
/// `self`, `coordinators`, `self-and-coordinators`, `pair`, `everyone`.
[[nodiscard]] std::string_view name(FieldAudience audience);
[[nodiscard]] Result<FieldAudience> parseFieldAudience(std::string_view text);

/// One thing that may be known of people besides their name, roles, classification and branch.
struct PersonField {
    std::string key; ///< a word for a built-in one, else an id
    std::string name;
    FieldKind kind = FieldKind::Text;
    FieldAudience audience = FieldAudience::SelfAndCoordinators;
    bool builtIn = false;
};

inline constexpr std::string_view kEmploymentField = "employment";
inline constexpr std::string_view kHiredField = "hired_on";
inline constexpr std::string_view kContactField = "contact";

/// Those that every catalog has, as they are until a coordinator names them or marks their readers otherwise.
[[nodiscard]] std::span<const PersonField> builtInFields();

/// What somebody is to the person whose field it is.
struct FieldReader {
    bool self = false;
    bool accompanies = false; ///< mentor or liaison of a pair of theirs that runs now
    bool coordinator = false;
    bool owner = false; ///< of the machine, where it isn't said who acts: all but what is a person's alone
};

/// The one decision on who sees a field.
[[nodiscard]] bool maySee(FieldAudience audience, const FieldReader& reader);
/// Who sees it and is the person themselves, a coordinator, or the owner.
[[nodiscard]] bool mayChange(FieldAudience audience, const FieldReader& reader);

/// The value as it is kept: trimmed, a number without needless signs. InvalidArgument, naming the field,
/// where it isn't of the kind. An empty one is always fine.
[[nodiscard]] Result<std::string> checkedValue(const PersonField& field, std::string_view text);

/// Whole years from one day to another; none where one is no day or `from` is later.
[[nodiscard]] Result<int> yearsBetween(std::string_view from, std::string_view to);

} // namespace mockingbird::catalog
