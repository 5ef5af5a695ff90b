// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/captions/caption_file.h"

namespace mockingbird::review {

Result<std::vector<catalog::Cue>> parseCaptions(std::string_view /*text*/) {
    return Error{ErrorCode::Unsupported, "captions", 0};
}

Result<std::vector<catalog::Cue>> readCaptions(const std::filesystem::path& /*file*/) {
    return Error{ErrorCode::Unsupported, "captions", 0};
}

std::filesystem::path captionsBeside(const std::filesystem::path& /*recording*/) {
    return {};
}

} // namespace mockingbird::review
