// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/session_store.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
struct Cue;
} // namespace mockingbird::catalog

namespace mockingbird::review {

/// How long one question was spoken about: from asking it to the end of the answer.
struct AnswerLength {
    catalog::QuestionId question;
    int number = 0; ///< in the kit, from 1; 0 where the kit has no such question
    MediaTime length;
};

/// How an attempt was delivered, as far as it can be measured. What is absent isn't known, and not 0.
struct Delivery {
    std::vector<AnswerLength> answers; ///< in the order they were asked
    std::optional<MediaTime> meanAnswer;
    /// The mentee's part of the time that is spoken in, 0..1, by captions that name who speaks.
    std::optional<double> talkShare;
    /// Silences of a second and a half or more within answers, for each minute of them.
    std::optional<double> pausesPerMinute;
};

/// From segments, captions, and the peaks that lie beside the recordings; none are computed.
[[nodiscard]] Result<Delivery> deliveryOf(catalog::Catalog& catalog, const catalog::Session& session);

/// The part of the cues' time that `name` (whole, or its first word; whatever its case) speaks; nullopt where
/// they name fewer than two, or not this one.
[[nodiscard]] std::optional<double> talkShare(const std::vector<catalog::Cue>& cues, const std::string& name);

} // namespace mockingbird::review
