// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/report_html.h"

#include "review/report/html_text.h"
#include "review/report/note_pictures.h"
#include "review/report/number_text.h"
#include "review/report/page_frame.h"
#include "review/report/report_text.h"
#include "review/report/score_table.h"
#include "review/tags/tag_set.h"

namespace mockingbird::review {

namespace {

constexpr std::size_t kPointLength = 160; ///< of a note that stands among strengths or growth, in characters

std::string headerOf(const ReportContent& content) {
    const auto& session = content.session;
    std::string out =
        "<header>\n<p class=\"eyebrow\">Practice interview \u00B7 feedback</p>\n<h1 dir=\"auto\">" +
        html(session.menteeName) + "</h1>\n<p class=\"lead\"><bdi>" + html(session.kitName) +
        "</bdi>, attempt " + std::to_string(session.attempt) + "</p>\n<dl class=\"facts\">\n";
    for (const auto& [name, value] : reportFacts(content))
        out += "<div><dt>" + html(name) + "</dt><dd dir=\"auto\">" + html(value) + "</dd></div>\n";
    out += "</dl>\n<p class=\"practice\"><strong>" + html(kPracticeTitle) + "</strong> " +
           html(kPracticeText) + "</p>\n";
    if (const std::string own = ownCopyText(content); !own.empty())
        out += "<p class=\"own\"><strong>" + html(own) + "</strong></p>\n";
    if (const std::string more = incompleteText(content); !more.empty())
        out += "<p class=\"more\">" + html(more) + "</p>\n";
    return out + "</header>\n";
}

std::string timeLink(const ReportContent& content, const catalog::Note& note) {
    return "<a class=\"time\" href=\"#note-" + note.id.toString() + "\">" +
           html(content.timeText(note.recording, note.at)) + "</a>";
}

std::string summariesOf(const ReportContent& content) {
    std::string out;
    for (const ReportedReview& reported : content.reviews)
        if (!reported.review.summary.empty())
            out += "<section class=\"summary\"><h3><bdi>" + html(raterText(content, reported.review)) +
                   "</bdi>" + draftChip(reported.review) + "</h3><p dir=\"auto\">" +
                   htmlLines(reported.review.summary) + "</p></section>\n";
    return out.empty() ? "" : "<h2>In short</h2>\n" + out;
}

std::string pointsOf(const ReportContent& content, std::string_view tag, std::string_view title) {
    std::string out;
    const auto [notes, more] = pointsTagged(content, tag);
    for (const catalog::Note* note : notes)
        out += "<li>" + timeLink(content, *note) + " <bdi>" + html(beginning(note->text, kPointLength)) +
               "</bdi></li>\n";
    if (more > 0)
        out += "<li class=\"small\">and " + std::to_string(more) + " more among the notes</li>\n";
    return out.empty()
               ? ""
               : "<section><h2>" + html(title) + "</h2>\n<ul class=\"points\">\n" + out + "</ul></section>\n";
}

std::string strengthsAndGrowth(const ReportContent& content) {
    const std::string both =
        pointsOf(content, kStrengthTag, "What went well") + pointsOf(content, kGrowthTag, "What to work on");
    return both.empty() ? "" : "<div class=\"columns\">\n" + both + "</div>\n";
}

std::string commitmentsOf(const ReportContent& content) {
    std::size_t givers = 0;
    for (const ReportedReview& reported : content.reviews)
        givers += reported.commitments.empty() ? 0U : 1U;
    std::string out;
    for (const ReportedReview& reported : content.reviews)
        for (const catalog::Commitment& commitment : reported.commitments)
            out += "<li><bdi>" + html(commitment.text) + "</bdi>" +
                   (givers > 1 ? " <span class=\"by\"><bdi>" + html(raterText(content, reported.review)) +
                                     "</bdi></span>"
                               : std::string()) +
                   "</li>\n";
    return out.empty() ? ""
                       : "<section class=\"next\"><h2>For the next attempt</h2>\n<ol class=\"along\">\n" +
                             out + "</ol></section>\n";
}

std::string repliesOf(const ReportContent& content, const catalog::Note& note) {
    std::string out;
    for (const catalog::Reply* reply : content.repliesTo(note.id))
        out += "<li><b><bdi>" + html(reply->authorName) + "</bdi></b> <time datetime=\"" +
               html(reply->madeAt.toIso()) + "\">" + html(dateText(reply->madeAt)) +
               "</time><p dir=\"auto\">" + htmlLines(reply->text) + "</p></li>\n";
    return out.empty() ? "" : "<ol class=\"replies\" aria-label=\"Replies\">\n" + out + "</ol>\n";
}

std::string chip(std::string_view text, std::string_view kind = {}) {
    return "<span class=\"chip" + (kind.empty() ? std::string() : " " + std::string(kind)) + "\"><bdi>" +
           html(text) + "</bdi></span>";
}

std::string noteOf(const ReportContent& content, const catalog::Note& note, NotePictures& pictures) {
    std::string out = std::string("<article class=\"note") + (note.drawing.empty() ? "" : " drawn") +
                      "\" id=\"note-" + note.id.toString() + "\">\n";
    if (const auto picture = pictures.dataAddress(note))
        out += "<img src=\"" + *picture + "\" alt=\"" + html(pictureText(content, note)) + "\">\n";
    else
        out += "<div class=\"nopicture\">no picture</div>\n";
    out += "<div><header><span class=\"time\">" + html(content.timeText(note)) + "</span><b><bdi>" +
           html(note.authorName) + "</bdi></b>";
    if (const std::string criterion = content.criterionName(note.criterion); !criterion.empty())
        out += chip(criterion);
    for (const std::string& tag : note.tags)
        out += chip("#" + tag);
    if (note.audience == catalog::NoteAudience::Private)
        out += chip("private", "draft");
    out += "</header>";
    if (!note.text.empty())
        out += "<p dir=\"auto\">" + htmlLines(note.text) + "</p>";
    if (note.understood)
        out += "<p class=\"understood\">\u2713 Understood by <bdi>" + html(content.session.menteeName) +
               "</bdi></p>";
    return out + repliesOf(content, note) + "</div>\n</article>\n";
}

std::string notesOf(const ReportContent& content, NotePictures& pictures) {
    std::string out = "<h2>Notes</h2>\n";
    if (content.notes.empty())
        return out + "<p class=\"small\">There are no notes yet.</p>\n";
    for (const NoteGroup& group : content.noteGroups()) {
        out += "<h3>" + html(ReportContent::title(group)) + "</h3>\n";
        if (group.question != nullptr)
            out += "<p class=\"question\" dir=\"auto\">" + html(group.question->text) + "</p>\n";
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
            out += "<p><bdi>" + html(review.raterName) + "</bdi>\u2019s review was sealed on " +
                   html(dateText(*review.sealedAt)) + "; SHA-256 " + html(review.hash) + "</p>\n";
    }
    return out + "</footer>\n";
}

} // namespace

Result<std::string> reportHtml(catalog::Catalog& catalog, catalog::SessionId session, ReportCopy copy) {
    const auto content = TRY(gatherReport(catalog, session, copy));
    NotePictures pictures(catalog, content);
    return htmlPage(reportTitle(content), headerOf(content) + summariesOf(content) +
                                              strengthsAndGrowth(content) + commitmentsOf(content) +
                                              scoreTable(content) + notesOf(content, pictures) +
                                              footerOf(content));
}

} // namespace mockingbird::review
