// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_csv.h"

#include "review/report/csv_table.h"
#include "review/report/report_content.h"

#include <array>
#include <cstdio>

namespace mockingbird::review {

namespace {

std::string seconds(MediaTime time) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.3f", time.seconds());
    return text.data();
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : "; ") + word;
    return text;
}

std::string questionText(const ReportContent& content, const catalog::QuestionId& id) {
    const catalog::Question* question = content.kit.question(id);
    return question != nullptr ? question->text : std::string();
}

void addScores(CsvTable& table, const ReportContent& content) {
    for (const catalog::Score& score : content.scores) {
        std::vector<std::string> moments;
        for (const catalog::Evidence& moment : score.evidence) {
            const catalog::Note* note = moment.note ? content.note(*moment.note) : nullptr;
            if (!moment.note || note != nullptr)
                moments.push_back(seconds(note != nullptr ? note->at : moment.at));
        }
        const catalog::Level* level = content.level(score);
        table.add({"score", score.raterName, "", "", "",
                   score.question ? questionText(content, *score.question) : std::string(),
                   content.criterionName(score.criterion), std::to_string(score.level),
                   level != nullptr ? level->label : std::string(),
                   level != nullptr ? level->anchor : std::string(), "", joined(moments)});
    }
}

void addNotes(CsvTable& table, const ReportContent& content) {
    for (const NoteGroup& group : content.noteGroups()) {
        for (const catalog::Note* note : group.notes) {
            std::string part;
            for (const catalog::Recording& recording : content.recordings)
                if (recording.id == note->recording)
                    part = std::to_string(recording.part);
            table.add({"note", note->authorName, part, seconds(note->at),
                       note->until ? seconds(*note->until) : "",
                       group.question != nullptr ? group.question->text : std::string(),
                       content.criterionName(note->criterion), "", "", note->text, joined(note->tags), ""});
        }
    }
}

} // namespace

Result<std::string> reportCsv(catalog::Catalog& catalog, catalog::SessionId session) {
    const auto content = TRY(gatherReport(catalog, session));
    CsvTable table({"kind", "by", "part", "at", "until", "question", "criterion", "level", "label", "text",
                    "tags", "evidence"});
    addScores(table, content);
    addNotes(table, content);
    for (const ReportedReview& reported : content.reviews) {
        const auto row = [&](const char* kind, const std::string& text) {
            table.add({kind, reported.review.raterName, "", "", "", "", "", "", "", text, "", ""});
        };
        if (!reported.review.summary.empty())
            row("summary", reported.review.summary);
        for (const catalog::Commitment& commitment : reported.commitments)
            row("commitment", commitment.text);
    }
    return table.text();
}

} // namespace mockingbird::review
