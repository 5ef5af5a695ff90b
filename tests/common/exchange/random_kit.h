// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"

#include <cstdint>
#include <random>

namespace mockingbird::exchange::test {

/// Kits as people would and wouldn't write them: with commas, quotes, lines, formulas and other scripts in
/// every text. The same seed makes the same kit, but for its ids.
class RandomKit {
public:
    explicit RandomKit(std::uint32_t seed) : m_random(seed) {}

    [[nodiscard]] catalog::Kit make();
    [[nodiscard]] catalog::Rubric rubric();
    [[nodiscard]] catalog::Question question();
    [[nodiscard]] std::string text(std::size_t mostParts);
    [[nodiscard]] std::string name(); ///< not blank
    [[nodiscard]] int upTo(int most) {
        return static_cast<int>(m_random() % static_cast<unsigned>(most + 1));
    }

private:
    std::mt19937 m_random;
};

} // namespace mockingbird::exchange::test
