// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/hypertext/hypertext_promises.h"

#include "common/hypertext/html_cleaner.h"
#include "common/hypertext/plain_text.h"
#include "common/hypertext/readable_text.h"

namespace mockingbird::test {

std::optional<std::string> brokenPromise(std::string_view bytes) {
    using namespace hypertext;
    const std::string text = readableText(bytes);
    if (readableText(text) != text && !text.starts_with("\xEF\xBB\xBF"))
        return "what was made readable isn't so";
    for (const std::string& html : {std::string(bytes), text}) {
        const std::string clean = cleanHtml(html);
        if (const auto unclean = uncleanPart(clean))
            return "unclean: " + *unclean;
        if (cleanHtml(clean) != clean)
            return "another cleaning changes it";
        // Every character may become a reference, every tag be closed again.
        if (clean.size() > 8 * html.size() + 4096)
            return "it grew from " + std::to_string(html.size()) + " to " + std::to_string(clean.size());
        if (plainTextOfHtml(html).size() > 2 * html.size() + 64)
            return "its words are more than itself";
    }
    if (plainTextOfMarkdown(text).size() > text.size() + 1)
        return "the words of the Markdown are more than itself";
    return std::nullopt;
}

} // namespace mockingbird::test
