// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>

namespace mockingbird::bench {

/// Texts as mentors write them, put together from sentences and words of which some are common and most are
/// rare, as in any language. The same generator gives the same texts.
class NoteTexts {
public:
    explicit NoteTexts(std::uint32_t seed) : m_dice(seed) {}

    [[nodiscard]] std::string note();
    [[nodiscard]] std::string personName();
    /// A whole number below `limit`.
    [[nodiscard]] unsigned below(unsigned limit) { return static_cast<unsigned>(m_dice() % limit); }

private:
    [[nodiscard]] std::string sentence();
    [[nodiscard]] std::string rareWord();

    std::mt19937 m_dice;
};

} // namespace mockingbird::bench
