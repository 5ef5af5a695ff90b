// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/base/media_time.h"
#include "common/base/strong_id.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

/// How a failure travels inside this room, up to Database::guard, which makes a Result of it. Never leaves
/// the room.
struct Failure {
    Error error;
};

/// What an event's payload says, for the functions that apply it. They throw where it isn't there: such an
/// event can't be applied, and the log is damaged.
template <class IdType>
[[nodiscard]] IdType idAt(const nlohmann::json& payload, const char* key) {
    const auto id = IdType::parse(payload.at(key).get_ref<const std::string&>());
    if (!id)
        throw Failure{{ErrorCode::Corrupt, "an event's \"" + std::string(key) + "\" is no id", 0}};
    return *id;
}

/// Null where the payload has null.
template <class IdType>
[[nodiscard]] IdType idOrNullAt(const nlohmann::json& payload, const char* key) {
    return payload.at(key).is_null() ? IdType{} : idAt<IdType>(payload, key);
}

[[nodiscard]] inline MediaTime timeAt(const nlohmann::json& payload, const char* key) {
    return MediaTime::fromMicroseconds(payload.at(key).get<std::int64_t>());
}

[[nodiscard]] inline std::optional<MediaTime> timeOrNoneAt(const nlohmann::json& payload, const char* key) {
    if (payload.at(key).is_null())
        return std::nullopt;
    return timeAt(payload, key);
}

template <class IdType>
[[nodiscard]] std::vector<IdType> idsAt(const nlohmann::json& payload, const char* key) {
    std::vector<IdType> ids;
    for (const auto& entry : payload.at(key)) {
        const auto id = IdType::parse(entry.get_ref<const std::string&>());
        if (!id)
            throw Failure{{ErrorCode::Corrupt, "an event's \"" + std::string(key) + "\" holds no id", 0}};
        ids.push_back(*id);
    }
    return ids;
}

/// For making payloads.
template <class Tag>
[[nodiscard]] nlohmann::json jsonOf(const Id<Tag>& id) {
    return id.isNull() ? nlohmann::json(nullptr) : nlohmann::json(id.toString());
}

template <class Tag>
[[nodiscard]] nlohmann::json jsonOf(const std::optional<Id<Tag>>& id) {
    return jsonOf(id.value_or(Id<Tag>{}));
}

[[nodiscard]] inline nlohmann::json jsonOf(MediaTime time) {
    return time.microseconds();
}

[[nodiscard]] inline nlohmann::json jsonOf(const std::optional<MediaTime>& time) {
    return time ? jsonOf(*time) : nlohmann::json(nullptr);
}

} // namespace mockingbird::catalog
