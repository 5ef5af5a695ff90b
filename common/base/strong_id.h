// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid7.h"

#include <compare>
#include <functional>
#include <string>

namespace mockingbird {

/// A Uuid7 that names one kind of thing: a PersonId can't be passed where a KitId is wanted.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(Uuid7 uuid) : m_uuid(uuid) {}

    /// A new one, unique and later than every other made by this process.
    [[nodiscard]] static Id make() { return Id(Uuid7::make()); }
    /// From its 36-character text form; InvalidArgument otherwise.
    [[nodiscard]] static Result<Id> parse(std::string_view text) { return Id(TRY(Uuid7::parse(text))); }

    [[nodiscard]] const Uuid7& uuid() const { return m_uuid; }
    [[nodiscard]] std::string toString() const { return m_uuid.toString(); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }

    auto operator<=>(const Id&) const = default;

private:
    Uuid7 m_uuid;
};

} // namespace mockingbird

template <class Tag>
struct std::hash<mockingbird::Id<Tag>> {
    std::size_t operator()(const mockingbird::Id<Tag>& id) const noexcept {
        return std::hash<mockingbird::Uuid7>{}(id.uuid());
    }
};
