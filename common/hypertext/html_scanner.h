// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mockingbird::hypertext {

/// A piece of an HTML document.
struct HtmlPiece {
    enum class Kind { Text, Start, End };
    Kind kind = Kind::Text;
    std::string name; ///< of a tag, in lower case: letters, digits and hyphens
    std::string text; ///< with references decoded
    std::vector<std::pair<std::string, std::string>> attributes; ///< names in lower case, values decoded
};

/// Takes an HTML document apart, tag by tag, as it is written: no tree is built, nothing is loaded or run,
/// and no input is refused. Comments, declarations and processing instructions are passed over, and so is
/// what stands in elements whose content is no text to read (script, style and their like).
class HtmlScanner {
public:
    explicit HtmlScanner(std::string_view html) : m_rest(html) {}

    /// None at the end.
    [[nodiscard]] std::optional<HtmlPiece> next();

private:
    [[nodiscard]] bool skipDeclaration();
    [[nodiscard]] std::optional<HtmlPiece> tag();
    void skipRaw(const std::string& name);

    std::string_view m_rest;
};

} // namespace mockingbird::hypertext
