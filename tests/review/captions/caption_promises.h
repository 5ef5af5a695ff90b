// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/caption_store.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::test {

/// What of the parser's promises these captions break; none for captions as the catalog takes them.
[[nodiscard]] inline std::optional<std::string> brokenPromise(const std::vector<catalog::Cue>& cues) {
    if (cues.empty())
        return "no cue";
    MediaTime before;
    for (const catalog::Cue& cue : cues) {
        if (cue.start < before)
            return "not by start";
        before = cue.start;
        if (cue.end < cue.start)
            return "ends before it starts";
        if (cue.text.empty())
            return "says nothing";
        for (const std::string* text : {&cue.text, &cue.speaker}) {
            const auto control = [](char c) {
                return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
            };
            if (std::ranges::any_of(*text, control))
                return "a control character";
            if (text->starts_with('\n') || text->ends_with('\n') || text->find("\n\n") != std::string::npos)
                return "an empty line";
        }
        if (cue.speaker.find('\n') != std::string::npos)
            return "a speaker of two lines";
    }
    return std::nullopt;
}

} // namespace mockingbird::test
