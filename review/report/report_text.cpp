// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_text.h"

#include "review/report/html_text.h"
#include "review/report/number_text.h"

#include <algorithm>
#include <array>

namespace mockingbird::review {

std::string reportTitle(const ReportContent& content) {
    return content.session.menteeName + ", attempt " + std::to_string(content.session.attempt) + ": " +
           content.session.kitName;
}

std::vector<std::pair<std::string, std::string>> reportFacts(const ReportContent& content) {
    std::vector<std::pair<std::string, std::string>> facts;
    facts.emplace_back("Held", dateText(content.session.startedAt));
    facts.emplace_back("How", modeText(content.session.mode));
    facts.emplace_back("Length", content.length().toShortString());
    if (!content.kit.position.empty())
        facts.emplace_back("Position", content.kit.position);
    if (!content.panel.empty()) {
        std::string names;
        for (const std::string& name : content.panel)
            names += (names.empty() ? "" : ", ") + name;
        facts.emplace_back("Panel", names);
    }
    if (content.percent) {
        std::string value = numberText(*content.percent) + " %";
        if (content.kit.profile.passLinePercent)
            value += " (the kit\u2019s line is " + numberText(*content.kit.profile.passLinePercent) + " %)";
        facts.emplace_back("In all, weighted", value);
    }
    return facts;
}

std::string ownCopyText(const ReportContent& content) {
    if (content.copy == ReportCopy::Mentee)
        return {};
    if (content.holdsPrivateNotes())
        return "Contains private notes: your own copy. It is not for handing on.";
    return "Your own copy: it may hold what isn\u2019t opened to the mentee yet.";
}

std::string incompleteText(const ReportContent& content) {
    if (!content.incomplete)
        return {};
    return content.reviews.empty() ? "No review of this session is opened yet."
                                   : "More may follow: not every review of this session is opened yet.";
}

std::string raterText(const ReportContent& content, const catalog::Review& review) {
    return review.rater == content.session.mentee ? review.raterName + ", own view" : review.raterName;
}

std::string drawingText(const catalog::Drawing& drawing) {
    struct Kind {
        catalog::ShapeKind kind;
        const char* one;
        const char* several;
    };
    constexpr std::array kKinds{Kind{catalog::ShapeKind::Arrow, "an arrow", "arrows"},
                                Kind{catalog::ShapeKind::Ellipse, "an ellipse", "ellipses"},
                                Kind{catalog::ShapeKind::Line, "a line", "lines"}};
    std::vector<std::string> parts;
    for (const Kind& kind : kKinds) {
        const auto count = std::ranges::count(drawing.shapes, kind.kind, &catalog::DrawnShape::kind);
        if (count > 0)
            parts.push_back(count == 1 ? kind.one : std::to_string(count) + " " + kind.several);
    }
    std::string text;
    for (std::size_t index = 0; index < parts.size(); ++index)
        text += (index == 0 ? "" : index + 1 == parts.size() ? " and " : ", ") + parts[index];
    return text;
}

std::pair<std::vector<const catalog::Note*>, std::size_t> pointsTagged(const ReportContent& content,
                                                                       std::string_view tag) {
    constexpr std::size_t kMost = 8;
    std::vector<const catalog::Note*> notes = content.tagged(tag);
    std::erase_if(notes, [](const catalog::Note* note) { return note->text.empty(); });
    const std::size_t more = notes.size() > kMost ? notes.size() - kMost : 0;
    notes.resize(notes.size() - more);
    return {std::move(notes), more};
}

std::string pictureText(const ReportContent& content, const catalog::Note& note) {
    std::string text = "The picture at " + content.timeText(note.recording, note.at);
    if (const std::string drawn = drawingText(note.drawing); !drawn.empty())
        text += ", with " + drawn + " drawn on it";
    return text;
}

std::string beginning(std::string_view text, std::size_t most) {
    const std::string clean = cleanText(text);
    const auto isWithin = [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U; };
    std::size_t characters = 0;
    std::size_t end = 0;
    std::size_t word = 0;
    while (end < clean.size() && characters < most) {
        if (clean[end] == ' ' || clean[end] == '\n')
            word = end;
        do
            ++end;
        while (end < clean.size() && isWithin(clean[end]));
        ++characters;
    }
    if (end == clean.size())
        return clean;
    return clean.substr(0, word > end / 2 ? word : end) + "\u2026";
}

} // namespace mockingbird::review
