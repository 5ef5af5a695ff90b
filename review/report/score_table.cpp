// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/score_table.h"

#include "review/report/html_text.h"
#include "review/report/report_text.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr std::size_t kMostWithAnchors = 3; ///< raters; with more the columns are too narrow for sentences

std::string pips(const catalog::Criterion& criterion, int level) {
    std::string out = "<span class=\"pips\" aria-hidden=\"true\">";
    for (const catalog::Level& step : criterion.levels)
        out += step.level <= level ? "<i class=\"on\"></i>" : "<i></i>";
    return out + "</span>";
}

std::string momentsOf(const ReportContent& content, const catalog::Score& score) {
    std::string out;
    for (const catalog::Evidence& moment : content.moments(score)) {
        const std::string time = html(content.timeText(moment.recording, moment.at));
        out += moment.note
                   ? " <a class=\"time\" href=\"#note-" + moment.note->toString() + "\">" + time + "</a>"
                   : " <span class=\"time\">" + time + "</span>";
    }
    return out.empty() ? "" : "<p class=\"moments\">Seen at" + out + "</p>";
}

/// One level: of which question, its number and label, and what it means.
std::string levelOf(const ReportContent& content, const catalog::Criterion& criterion, int number,
                    const std::optional<catalog::QuestionId>& question, bool withAnchor) {
    const catalog::Level* level = content.level(criterion.id, number);
    std::string out;
    if (question)
        out += "<span class=\"small\">" + html(content.questionLabel(question)) + "</span>";
    out += pips(criterion, number) + "<span class=\"level\">" + std::to_string(number);
    if (level != nullptr)
        out += " <bdi>" + html(level->label) + "</bdi>";
    out += "</span>";
    if (withAnchor && level != nullptr && !level->anchor.empty())
        out += "<p class=\"anchor\" dir=\"auto\">" + html(level->anchor) + "</p>";
    return out;
}

std::string ratersCell(const ReportContent& content, const catalog::Criterion& criterion,
                       const catalog::PersonId& rater, bool withAnchors) {
    std::string out;
    for (const catalog::Score& score : content.scores)
        if (score.rater == rater && score.criterion == criterion.id)
            out += "<div class=\"given\">" +
                   levelOf(content, criterion, score.level, score.question, withAnchors) +
                   momentsOf(content, score) + "</div>";
    return out.empty() ? "<span class=\"small\">not scored</span>" : out;
}

std::string agreedCell(const ReportContent& content, const catalog::Criterion& criterion) {
    std::string out;
    for (const catalog::AgreedScore& score : content.agreed) {
        if (score.criterion != criterion.id)
            continue;
        out += "<div class=\"given\">" + levelOf(content, criterion, score.level, score.question, true);
        if (!score.reason.empty())
            out += "<p class=\"reason\" dir=\"auto\">" + html(score.reason) + "</p>";
        out += "</div>";
    }
    return out.empty() ? "<span class=\"small\">as scored</span>" : out;
}

} // namespace

std::string draftChip(const catalog::Review& review) {
    switch (review.state) {
    case catalog::ReviewState::Draft:
        return " <span class=\"chip draft\">draft</span>";
    case catalog::ReviewState::Sealed:
    case catalog::ReviewState::Opened:
        break;
    }
    return {};
}

std::string scoreTable(const ReportContent& content) {
    if (content.scores.empty() && content.agreed.empty())
        return "<h2>Scores</h2>\n<p class=\"small\">Nobody has scored this session yet.</p>\n";
    std::vector<const ReportedReview*> raters;
    for (const ReportedReview& reported : content.reviews)
        if (std::ranges::any_of(content.scores,
                                [&](const auto& score) { return score.rater == reported.review.rater; }))
            raters.push_back(&reported);
    const bool withAgreed = !content.agreed.empty();
    std::string out = "<h2>Scores</h2>\n<div class=\"scroll\"><table class=\"scores\">\n<thead><tr>"
                      "<th scope=\"col\">Criterion</th>";
    if (withAgreed)
        out += "<th scope=\"col\">Agreed</th>";
    for (const ReportedReview* reported : raters)
        out += "<th scope=\"col\"><bdi>" + html(raterText(content, reported->review)) + "</bdi>" +
               draftChip(reported->review) + (withAgreed ? "<small>first score</small>" : "") + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const catalog::Criterion& criterion : content.kit.rubric.criteria) {
        out += "<tr><th scope=\"row\"><bdi>" + html(criterion.name) + "</bdi><small dir=\"auto\">" +
               html(criterion.description) + "</small></th>";
        if (withAgreed)
            out += "<td>" + agreedCell(content, criterion) + "</td>";
        for (const ReportedReview* reported : raters)
            out += "<td>" +
                   ratersCell(content, criterion, reported->review.rater, raters.size() <= kMostWithAnchors) +
                   "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table></div>\n";
}

} // namespace mockingbird::review
