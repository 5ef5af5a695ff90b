// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/caption_store.h"

#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::review {

/// What a cue says, without what tells only how it looks.
struct CaptionText {
    std::string text;    ///< lines separated by \n, none of them empty
    std::string speaker; ///< of a voice tag; empty without one
};

/// A cue's payload as plain words: tags, `{\an8}` and the like are left out, character references replaced.
/// Of several voices the first is the speaker, the others' names stand before their words.
[[nodiscard]] CaptionText captionText(std::string_view payload);

/// Makes a leading `NAME:` the speaker of those cues that have none: in capitals anywhere, with small letters
/// (`Maya Okafor:`, as call software writes it) where it comes back in another cue, so that a `Remember:`
/// stays.
void takeNames(std::vector<catalog::Cue>& cues);

} // namespace mockingbird::review
