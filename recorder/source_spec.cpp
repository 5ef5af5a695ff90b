// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/source_spec.h"

#include <array>
#include <charconv>

namespace mockingbird::recorder {

namespace {

enum class Parameter { None, Optional, Required };

struct Form {
    std::string_view word;
    SourceKind kind;
    Parameter parameter;
};

constexpr std::array kVideoForms{
    Form{"screen", SourceKind::Screen, Parameter::Optional},
    Form{"window", SourceKind::Window, Parameter::Optional},
    Form{"camera", SourceKind::Camera, Parameter::Required},
    Form{"file", SourceKind::File, Parameter::Required},
    Form{"test", SourceKind::Test, Parameter::None},
};
constexpr std::array kAudioForms{
    Form{"mic", SourceKind::Microphone, Parameter::Required},
    Form{"system", SourceKind::System, Parameter::None},
    Form{"file", SourceKind::File, Parameter::Required},
    Form{"test", SourceKind::Test, Parameter::None},
};

template <std::size_t N>
std::optional<SourceSpec> match(const std::array<Form, N>& forms, std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view word = text.substr(0, colon);
    const std::string_view parameter =
        colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    for (const Form& form : forms) {
        if (form.word != word)
            continue;
        if (form.parameter == Parameter::None && colon != std::string_view::npos)
            return std::nullopt;
        if (form.parameter == Parameter::Required && parameter.empty())
            return std::nullopt;
        if (form.parameter == Parameter::Optional && colon != std::string_view::npos && parameter.empty())
            return std::nullopt;
        return SourceSpec{form.kind, std::string(parameter)};
    }
    return std::nullopt;
}

} // namespace

std::string SourceSpec::toString() const {
    std::string_view word;
    switch (kind) {
    case SourceKind::Screen:
        word = "screen";
        break;
    case SourceKind::Window:
        word = "window";
        break;
    case SourceKind::Camera:
        word = "camera";
        break;
    case SourceKind::Microphone:
        word = "mic";
        break;
    case SourceKind::System:
        word = "system";
        break;
    case SourceKind::File:
        word = "file";
        break;
    case SourceKind::Test:
        word = "test";
        break;
    }
    std::string text(word);
    if (!parameter.empty())
        text += ":" + parameter;
    return text;
}

Result<SourceSpec> parseVideoSource(std::string_view text) {
    if (const auto spec = match(kVideoForms, text))
        return *spec;
    return Error{ErrorCode::InvalidArgument,
                 "\"" + std::string(text) +
                     "\" is no picture source; there are screen, screen:WxH+X+Y, window:ID, camera:ID, "
                     "file:PATH, test",
                 0};
}

Result<SourceSpec> parseAudioSource(std::string_view text) {
    if (const auto spec = match(kAudioForms, text))
        return *spec;
    return Error{
        ErrorCode::InvalidArgument,
        "\"" + std::string(text) + "\" is no sound source; there are mic:ID, system, file:PATH, test", 0};
}

std::optional<ScreenPart> parseScreenPart(std::string_view text) {
    ScreenPart part;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto number = [&](int& value, char following) {
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc() || value < 0)
            return false;
        at = next;
        if (following == '\0')
            return at == end;
        return at != end && *at++ == following;
    };
    if (number(part.width, 'x') && number(part.height, '+') && number(part.x, '+') && number(part.y, '\0'))
        return part;
    return std::nullopt;
}

Result<ScreenPart> partOfScreen(const SourceSpec& spec, int screenWidth, int screenHeight) {
    if (spec.parameter.empty())
        return ScreenPart{screenWidth, screenHeight, 0, 0};
    const auto part = parseScreenPart(spec.parameter);
    if (!part)
        return Error{ErrorCode::InvalidArgument,
                     "\"" + spec.parameter + "\" is no part of a screen; WxH+X+Y is", 0};
    const auto inside = [](int offset, int size, int limit) {
        return size >= 2 && size <= limit && offset <= limit - size;
    };
    if (!inside(part->x, part->width, screenWidth) || !inside(part->y, part->height, screenHeight))
        return Error{ErrorCode::InvalidArgument,
                     spec.toString() + " is not within the screen, which is " + std::to_string(screenWidth) +
                         "x" + std::to_string(screenHeight),
                     0};
    return *part;
}

} // namespace mockingbird::recorder
