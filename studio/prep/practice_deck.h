// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/practice_store.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mockingbird::studio {

/// How often a question was practised.
struct PracticeCount {
    int answered = 0;
    int again = 0;
    int skipped = 0;
    std::optional<catalog::Practice> last;

    [[nodiscard]] int times() const { return answered + again; }
};
[[nodiscard]] PracticeCount countOf(catalog::QuestionId question,
                                    const std::vector<catalog::Practice>& history);

/// In which order questions come up: one after another until none is left; one that is wanted again comes up
/// again after two others.
class PracticeDeck {
public:
    enum class Order { Kit, Shuffled, LeastFirst };

    PracticeDeck() = default;
    /// `history` counts for LeastFirst alone: those answered least often come first, in the kit's order.
    PracticeDeck(std::vector<catalog::QuestionId> questions, Order order,
                 const std::vector<catalog::Practice>& history, std::uint32_t seed);

    [[nodiscard]] std::optional<catalog::QuestionId> current() const; ///< none once all are through
    [[nodiscard]] std::size_t left() const { return m_ahead.size(); } ///< with the current one
    void done(catalog::PracticeOutcome outcome);
    /// The question comes up now; the current one after it.
    void pick(catalog::QuestionId question);
    /// Undoes the last done().
    void back();

private:
    std::vector<catalog::QuestionId> m_ahead;
    std::vector<catalog::QuestionId> m_before; ///< m_ahead as it was at the last done()
};

} // namespace mockingbird::studio
