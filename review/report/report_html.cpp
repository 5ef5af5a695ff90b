// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_html.h"

#include "review/report/html_text.h"
#include "review/report/note_pictures.h"
#include "review/report/number_text.h"
#include "review/report/page_frame.h"
#include "review/report/report_content.h"

#include <algorithm>

namespace mockingbird::review {

namespace {

std::string fact(std::string_view name, const std::string& value) {
    return "<div><dt>" + html(name) + "</dt><dd>" + html(value) + "</dd></div>\n";
}

std::string draftChip(const ReportedReview& reported) {
    return reported.review.state == catalog::ReviewState::Draft ? " <span class=\"chip draft\">draft</span>"
                                                                : "";
}

std::string headerOf(const ReportContent& content) {
    const auto& session = content.session;
    std::string out = "<header>\n<p class=\"eyebrow\">Practice interview \u00B7 feedback</p>\n<h1>" +
                      html(session.menteeName) + "</h1>\n<p class=\"lead\">" + html(session.kitName) +
                      ", attempt " + std::to_string(session.attempt) + "</p>\n<dl class=\"facts\">\n";
    out += fact("Held", dateText(session.startedAt));
    out += fact("How", modeText(session.mode));
    out += fact("Length", content.length().toShortString());
    if (!content.kit.position.empty())
        out += fact("Position", content.kit.position);
    if (!content.panel.empty()) {
        std::string names;
        for (const std::string& name : content.panel)
            names += (names.empty() ? "" : ", ") + name;
        out += fact("Panel", names);
    }
    if (content.percent) {
        std::string value = numberText(*content.percent) + " %";
        if (content.kit.profile.passLinePercent)
            value += " (the kit's line is " + numberText(*content.kit.profile.passLinePercent) + " %)";
        out += fact("In all, weighted", value);
    }
    return out + "</dl>\n<p class=\"practice\"><strong>For practice.</strong> This is feedback on a "
                 "rehearsal. It is "
                 "not an examination record, and it belongs to the mentee.</p>\n</header>\n";
}

std::string pips(const catalog::Criterion& criterion, int level) {
    std::string out = "<span class=\"pips\" aria-hidden=\"true\">";
    for (const catalog::Level& step : criterion.levels)
        out += step.level <= level ? "<i class=\"on\"></i>" : "<i></i>";
    return out + "</span>";
}

std::string moments(const ReportContent& content, const catalog::Score& score) {
    std::string out;
    for (const catalog::Evidence& moment : score.evidence) {
        const catalog::Note* note = moment.note ? content.note(*moment.note) : nullptr;
        if (moment.note && note == nullptr)
            continue; // the note was taken back
        out += ' ';
        if (note != nullptr)
            out += "<a class=\"time\" href=\"#note-" + note->id.toString() + "\">" +
                   html(content.timeText(note->recording, note->at)) + "</a>";
        else
            out += "<span class=\"time\">" + html(content.timeText(moment.recording, moment.at)) + "</span>";
    }
    return out.empty() ? "" : "<p class=\"moments\">Seen at" + out + "</p>";
}

std::string scoreCell(const ReportContent& content, const catalog::Criterion& criterion,
                      const catalog::Score& score, const std::string& ofWhat) {
    const catalog::Level* level = content.level(score);
    std::string out = "<div>" + (ofWhat.empty() ? "" : "<span class=\"small\">" + html(ofWhat) + "</span>") +
                      pips(criterion, score.level) + "<span class=\"level\">" + std::to_string(score.level);
    if (level != nullptr)
        out += " " + html(level->label);
    out += "</span>";
    if (level != nullptr && !level->anchor.empty())
        out += "<p class=\"anchor\">" + html(level->anchor) + "</p>";
    return out + moments(content, score) + "</div>";
}

std::string questionLabel(const ReportContent& content, const catalog::QuestionId& id) {
    const catalog::Question* question = content.kit.question(id);
    return question != nullptr ? "Question " + std::to_string(question - content.kit.questions.data() + 1)
                               : "Question";
}

std::string ratersCell(const ReportContent& content, const catalog::Criterion& criterion,
                       const catalog::PersonId& rater) {
    std::string out;
    for (const catalog::Score& score : content.scores)
        if (score.rater == rater && score.criterion == criterion.id)
            out += scoreCell(content, criterion, score,
                             score.question ? questionLabel(content, *score.question) : std::string());
    return out.empty() ? "<span class=\"small\">not scored</span>" : out;
}

std::string scoresOf(const ReportContent& content) {
    if (content.scores.empty())
        return "<h2>Scores</h2>\n<p class=\"small\">Nobody has scored this session yet.</p>\n";
    std::vector<const ReportedReview*> raters;
    for (const ReportedReview& reported : content.reviews)
        if (std::ranges::any_of(content.scores,
                                [&](const auto& score) { return score.rater == reported.review.rater; }))
            raters.push_back(&reported);
    std::string out =
        "<h2>Scores</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Criterion</th>";
    for (const ReportedReview* reported : raters)
        out += "<th scope=\"col\">" + html(reported->review.raterName) + draftChip(*reported) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const catalog::Criterion& criterion : content.kit.rubric.criteria) {
        out += "<tr><th scope=\"row\">" + html(criterion.name) + "<small>" + html(criterion.description) +
               "</small></th>";
        for (const ReportedReview* reported : raters)
            out += "<td>" + ratersCell(content, criterion, reported->review.rater) + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table></div>\n";
}

std::string commitmentsOf(const ReportContent& content) {
    std::string out;
    for (const ReportedReview& reported : content.reviews)
        for (const catalog::Commitment& commitment : reported.commitments)
            out += "<li>" + html(commitment.text) + "</li>\n";
    return out.empty() ? "" : "<h2>For the next attempt</h2>\n<ol class=\"along\">\n" + out + "</ol>\n";
}

std::string summariesOf(const ReportContent& content) {
    std::string out;
    for (const ReportedReview& reported : content.reviews)
        if (!reported.review.summary.empty())
            out += "<section class=\"summary\"><h3>" + html(reported.review.raterName) + draftChip(reported) +
                   "</h3><p>" + htmlLines(reported.review.summary) + "</p></section>\n";
    return out.empty() ? "" : "<h2>In short</h2>\n" + out;
}

std::string noteOf(const ReportContent& content, const catalog::Note& note, NotePictures& pictures) {
    std::string out = "<article class=\"note\" id=\"note-" + note.id.toString() + "\">\n";
    const std::string time = content.timeText(note.recording, note.at);
    if (const auto picture = pictures.dataAddress(note))
        out += "<img src=\"" + *picture + "\" alt=\"The picture at " + html(time) + "\" loading=\"lazy\">\n";
    else
        out += "<div class=\"nopicture\">no picture</div>\n";
    out += "<div><header><span class=\"time\">" + html(content.timeText(note)) + "</span><b>" +
           html(note.authorName) + "</b>";
    if (const std::string criterion = content.criterionName(note.criterion); !criterion.empty())
        out += "<span class=\"chip\">" + html(criterion) + "</span>";
    for (const std::string& tag : note.tags)
        out += "<span class=\"chip\">#" + html(tag) + "</span>";
    return out + "</header><p>" + htmlLines(note.text) + "</p></div>\n</article>\n";
}

std::string notesOf(const ReportContent& content, NotePictures& pictures) {
    std::string out = "<h2>Notes</h2>\n";
    if (content.notes.empty())
        return out + "<p class=\"small\">There are no notes yet.</p>\n";
    for (const NoteGroup& group : content.noteGroups()) {
        out += "<h3>" + html(ReportContent::title(group)) + "</h3>\n";
        if (group.question != nullptr)
            out += "<p class=\"question\">" + html(group.question->text) + "</p>\n";
        for (const catalog::Note* note : group.notes)
            out += noteOf(content, *note, pictures);
    }
    return out;
}

std::string footerOf(const ReportContent& content) {
    std::string out = "<footer>\n<p>Made with Mockingbird on " + html(dateText(WallTime::now())) +
                      ". Session " + content.session.id.toString() + ".</p>\n";
    for (const ReportedReview& reported : content.reviews) {
        const catalog::Review& review = reported.review;
        if (review.sealedAt)
            out += "<p>" + html(review.raterName) + "\u2019s review was sealed on " +
                   html(dateText(*review.sealedAt)) + "; SHA-256 " + html(review.hash) + "</p>\n";
    }
    return out + "</footer>\n";
}

} // namespace

Result<std::string> reportHtml(catalog::Catalog& catalog, catalog::SessionId session) {
    const auto content = TRY(gatherReport(catalog, session));
    NotePictures pictures(catalog, content);
    const std::string body = headerOf(content) + summariesOf(content) + commitmentsOf(content) +
                             scoresOf(content) + notesOf(content, pictures) + footerOf(content);
    return htmlPage(content.session.menteeName + ", attempt " + std::to_string(content.session.attempt) +
                        ": " + content.session.kitName,
                    body);
}

} // namespace mockingbird::review
