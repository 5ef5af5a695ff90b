// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/calibration_store.h"
#include "common/catalog/caption_store.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/review_round.h"
#include "studio/cli/json_documents.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace mockingbird::studio {

// The documents of a session's reviews, as this room's README shows them.

[[nodiscard]] nlohmann::json reviewDocument(const catalog::Review& review,
                                            const std::vector<catalog::Commitment>& commitments);
[[nodiscard]] nlohmann::json noteDocument(const catalog::Note& note, const catalog::Kit& kit,
                                          const std::vector<catalog::Reply>& replies = {});
[[nodiscard]] nlohmann::json replyDocument(const catalog::Reply& reply);
/// `notes` are the session's that may be read: evidence that is one of them bears its id.
[[nodiscard]] nlohmann::json scoreDocument(const catalog::Score& score, const catalog::Kit& kit,
                                           const std::vector<catalog::Note>& notes);
[[nodiscard]] nlohmann::json agreedDocument(const catalog::AgreedScore& agreed, const catalog::Kit& kit);
[[nodiscard]] nlohmann::json calibrationDocument(const catalog::Calibration& calibration);
enum class CaptionDetail { Count, Cues };
[[nodiscard]] nlohmann::json captionsDocument(const catalog::Captions& captions, CaptionDetail detail);

/// The session with all that was said about it, as far as the catalog's acting person may read it.
[[nodiscard]] Result<nlohmann::json> wholeSessionDocument(catalog::Catalog& catalog,
                                                          const catalog::Session& session);

} // namespace mockingbird::studio
