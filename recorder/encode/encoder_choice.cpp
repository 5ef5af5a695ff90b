// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/encode/encoder_choice.h"

namespace mockingbird::recorder {

EncoderChoice EncoderChoice::parse(std::string_view text) {
    EncoderChoice choice;
    const auto colon = text.find(':');
    choice.name = text.substr(0, colon);
    if (colon != std::string_view::npos)
        choice.preset = text.substr(colon + 1);
    else if (choice.name != "libx264")
        choice.preset.clear();
    return choice;
}

} // namespace mockingbird::recorder
