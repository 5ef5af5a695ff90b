// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

enum class KitFault {
    NoName,
    NoQuestions,
    NoCriteria,
    QuestionWithoutText,
    SecondsNegative,
    QuestionTwice,
    CriterionWithoutName,
    CriterionNameTwice,
    WeightUnfit,
    NoWeight, ///< all criteria weigh nothing
    TooFewLevels,
    TooManyLevels,
    LevelTwice,
    CriterionTwice,
    TimeNegative,
    ScaleUnfit,
    PassLineUnfit,
    // What only calls for a look:
    AnchorMissing,
    LabelMissing,
    TimeTooShort, ///< the whole is shorter than all reading and answering
};

/// One thing that is wrong with a kit, and where.
struct KitFinding {
    KitFault fault = KitFault::NoName;
    std::optional<std::size_t> question;
    std::optional<std::size_t> criterion;
    std::optional<std::size_t> level;

    bool operator==(const KitFinding&) const = default;
};

/// Whether a kit with it can't be published.
[[nodiscard]] bool blocks(KitFault fault);
/// All of them, in the order of the kit's parts.
[[nodiscard]] std::vector<KitFinding> findingsOf(const Kit& kit);
/// In a sentence for a log or a command line, naming what it concerns.
[[nodiscard]] std::string describe(const KitFinding& finding, const Kit& kit);

} // namespace mockingbird::catalog
