// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/consent_store.h"
#include "common/catalog/incident_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/search_store.h"
#include "common/catalog/session_store.h"
#include "recorder/capture/device_list.h"
#include "review/compare/comparison.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace mockingbird::studio {

// The documents that --json prints, as this room's README shows them. Media times are seconds, wall times ISO
// 8601.

[[nodiscard]] nlohmann::json errorDocument(const Error& error);
/// `{"id", "name"}`.
template <class IdType>
[[nodiscard]] nlohmann::json reference(const IdType& id, std::string_view name) {
    return {{"id", id.toString()}, {"name", name}};
}

/// `{"id", "name"}`; null for none.
[[nodiscard]] nlohmann::json criterionReference(const std::optional<catalog::CriterionId>& id,
                                                const catalog::Kit& kit);
/// `{"id", "text"}`; null for none.
[[nodiscard]] nlohmann::json questionReference(const std::optional<catalog::QuestionId>& id,
                                               const catalog::Kit& kit);

[[nodiscard]] nlohmann::json deviceDocument(const recorder::Device& device);
[[nodiscard]] nlohmann::json personDocument(const catalog::Person& person);
[[nodiscard]] nlohmann::json kitDocument(const catalog::Kit& kit);
[[nodiscard]] nlohmann::json recordingDocument(catalog::Catalog& catalog,
                                               const catalog::Recording& recording);
[[nodiscard]] nlohmann::json segmentDocument(const catalog::Segment& segment, const catalog::Kit& kit);
[[nodiscard]] nlohmann::json bookmarkDocument(const catalog::Bookmark& bookmark);
[[nodiscard]] nlohmann::json incidentDocument(const catalog::Incident& incident);
/// With the text that was agreed to.
[[nodiscard]] Result<nlohmann::json> consentDocument(catalog::Catalog& catalog,
                                                     const catalog::Consent& consent);
[[nodiscard]] nlohmann::json hitDocument(const catalog::SearchHit& hit);
[[nodiscard]] nlohmann::json comparisonDocument(const review::Comparison& comparison);

/// With its recordings.
[[nodiscard]] Result<nlohmann::json> sessionDocument(catalog::Catalog& catalog,
                                                     const catalog::Session& session);

} // namespace mockingbird::studio
