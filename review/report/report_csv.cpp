// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_csv.h"

#include "common/exchange/csv.h"
#include "review/report/html_text.h"
#include "review/report/number_text.h"
#include "review/report/report_text.h"

#include <array>
#include <cstdio>

namespace mockingbird::review {

namespace {

using exchange::CsvWriter;

/// One row; what a kind has no use for stays empty.
struct Row {
    std::string kind;
    std::string by;
    std::string part;
    std::string at;
    std::string until;
    std::string question;
    std::string criterion;
    std::string level;
    std::string label;
    std::string text;
    std::string tags;
    std::string evidence;
    std::string made;
    std::string audience;
    std::string understood;
    std::string id;
    std::string replyTo;
};

void add(CsvWriter& table, const Row& row) {
    std::vector<std::string> cells{row.kind,     row.by,        row.part,  row.at,       row.until,
                                   row.question, row.criterion, row.level, row.label,    row.text,
                                   row.tags,     row.evidence,  row.made,  row.audience, row.understood,
                                   row.id,       row.replyTo};
    for (std::string& cell : cells)
        cell = cleanText(cell);
    table.add(cells);
}

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

std::string partOf(const ReportContent& content, const catalog::RecordingId& id) {
    for (const catalog::Recording& recording : content.recordings)
        if (recording.id == id)
            return std::to_string(recording.part);
    return {};
}

std::string questionText(const ReportContent& content, const std::optional<catalog::QuestionId>& id) {
    const catalog::Question* question = id ? content.kit.question(*id) : nullptr;
    return question != nullptr ? question->text : std::string();
}

Row levelRow(const ReportContent& content, const catalog::CriterionId& criterion,
             const std::optional<catalog::QuestionId>& question, int number) {
    Row row;
    row.question = questionText(content, question);
    row.criterion = content.criterionName(criterion);
    row.level = std::to_string(number);
    if (const catalog::Level* level = content.level(criterion, number)) {
        row.label = level->label;
        row.text = level->anchor;
    }
    return row;
}

void addSession(CsvWriter& table, const ReportContent& content) {
    Row row;
    row.kind = "session";
    row.by = content.session.menteeName;
    row.label = reportTitle(content);
    row.text = kPracticeTitle;
    if (const std::string own = ownCopyText(content); !own.empty())
        row.text += " " + own;
    row.made = content.session.startedAt.toIso();
    row.id = content.session.id.toString();
    add(table, row);
    if (!content.percent)
        return;
    Row total;
    total.kind = "total";
    total.level = numberText(*content.percent);
    total.label = "percent, weighted";
    add(table, total);
}

void addScores(CsvWriter& table, const ReportContent& content) {
    for (const catalog::Score& score : content.scores) {
        Row row = levelRow(content, score.criterion, score.question, score.level);
        row.kind = "score";
        row.by = score.raterName;
        std::vector<std::string> moments;
        for (const catalog::Evidence& moment : content.moments(score))
            moments.push_back(seconds(moment.at));
        row.evidence = joined(moments);
        row.id = score.id.toString();
        add(table, row);
    }
    for (const catalog::AgreedScore& score : content.agreed) {
        Row row = levelRow(content, score.criterion, score.question, score.level);
        row.kind = "agreed";
        row.by = score.authorName;
        row.text = score.reason;
        row.made = score.madeAt.toIso();
        row.id = score.id.toString();
        add(table, row);
    }
}

void addNotes(CsvWriter& table, const ReportContent& content) {
    for (const NoteGroup& group : content.noteGroups()) {
        for (const catalog::Note* note : group.notes) {
            Row row;
            row.kind = "note";
            row.by = note->authorName;
            row.part = partOf(content, note->recording);
            row.at = seconds(note->at);
            if (note->until)
                row.until = seconds(*note->until);
            if (group.question != nullptr)
                row.question = group.question->text;
            row.criterion = content.criterionName(note->criterion);
            row.text = note->text;
            row.tags = joined(note->tags);
            row.made = note->madeAt.toIso();
            row.audience = catalog::name(note->audience);
            row.understood = note->understood ? "yes" : "";
            row.id = note->id.toString();
            add(table, row);
            for (const catalog::Reply* reply : content.repliesTo(note->id)) {
                Row below;
                below.kind = "reply";
                below.by = reply->authorName;
                below.text = reply->text;
                below.made = reply->madeAt.toIso();
                below.id = reply->id.toString();
                below.replyTo = row.id;
                add(table, below);
            }
        }
    }
}

void addReviews(CsvWriter& table, const ReportContent& content) {
    for (const ReportedReview& reported : content.reviews) {
        Row row;
        row.by = reported.review.raterName;
        if (reported.review.sealedAt)
            row.made = reported.review.sealedAt->toIso();
        row.kind = "summary";
        row.text = reported.review.summary;
        if (!row.text.empty())
            add(table, row);
        row.kind = "commitment";
        for (const catalog::Commitment& commitment : reported.commitments) {
            row.text = commitment.text;
            add(table, row);
        }
    }
}

} // namespace

Result<std::string> reportCsv(catalog::Catalog& catalog, catalog::SessionId session, ReportCopy copy) {
    const auto content = TRY(gatherReport(catalog, session, copy));
    CsvWriter table;
    table.add({"kind", "by", "part", "at", "until", "question", "criterion", "level", "label", "text", "tags",
               "evidence", "made", "audience", "understood", "id", "reply_to"});
    addSession(table, content);
    addScores(table, content);
    addNotes(table, content);
    addReviews(table, content);
    return table.text();
}

} // namespace mockingbird::review
