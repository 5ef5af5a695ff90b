// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/recording_chapters.h"

#include "common/base/log.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/session_store.h"

#include <algorithm>
#include <cctype>

namespace mockingbird::recorder {

namespace {

constexpr std::size_t kMostCharacters = 80;

/// Whether a byte begins a character.
bool begins(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::string questionTitle(const catalog::Kit& kit, catalog::QuestionId id) {
    const auto found = std::ranges::find(kit.questions, id, &catalog::Question::id);
    if (found == kit.questions.end())
        return "Question";
    return std::to_string(found - kit.questions.begin() + 1) + ". " + shortTitle(found->text);
}

Result<void> collect(catalog::Catalog& catalog, const catalog::Recording& recording, RecordingMarks& marks) {
    const auto session = TRY(catalog.sessions().byId(recording.session));
    marks.title = session.kitName;
    const auto kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    for (const catalog::Segment& segment : TRY(catalog.sessions().segments(session.id))) {
        if (segment.recording == recording.id)
            marks.chapters.push_back({segment.start, segment.end, questionTitle(kit, segment.question)});
    }
    int number = 0;
    for (const catalog::Bookmark& bookmark : TRY(catalog.sessions().bookmarks(session.id))) {
        // Counted over the session, as the review numbers them.
        ++number;
        if (bookmark.recording != recording.id)
            continue;
        const std::string title =
            bookmark.label.empty() ? "Bookmark " + std::to_string(number) : shortTitle(bookmark.label);
        marks.chapters.push_back({bookmark.at, std::nullopt, title});
    }
    return {};
}

} // namespace

std::string shortTitle(const std::string& text) {
    std::string line;
    for (const char byte : text) {
        const bool space = std::isspace(static_cast<unsigned char>(byte)) != 0;
        if (!space)
            line += byte;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ')
        line.pop_back();
    std::size_t characters = 0;
    std::size_t end = 0;
    while (end < line.size() && (characters += begins(line[end]) ? 1 : 0) <= kMostCharacters)
        ++end;
    if (end == line.size())
        return line;
    // A text without spaces is cut where it is.
    const auto space = line.rfind(' ', end);
    if (space != std::string::npos && space > 0)
        end = space;
    return line.substr(0, end) + "…";
}

RecordingMarks marksOf(catalog::Catalog& catalog, const catalog::Recording& recording) {
    RecordingMarks marks;
    if (const auto collected = collect(catalog, recording, marks); !collected.ok())
        log(LogLevel::Warning, "recorder", "chapters are missing: " + collected.error().detail);
    return marks;
}

} // namespace mockingbird::recorder
