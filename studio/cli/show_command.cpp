// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/review_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using nlohmann::json;

std::string seconds(const json& time) {
    return MediaTime::fromSeconds(time.get<double>()).toShortString();
}

std::string recordingsText(const json& session) {
    TextTable table({"Part", "State", "Length", "Size", "Tracks", "File"});
    for (const json& recording : session.at("recordings")) {
        std::string tracks;
        for (const json& track : recording.at("tracks"))
            tracks += (tracks.empty() ? "" : ", ") + track.at("name").get<std::string>();
        table.add({std::to_string(recording.at("part").get<int>()), recording.at("state"),
                   seconds(recording.at("duration")), readableBytes(recording.at("bytes")), tracks,
                   recording.at("file")});
    }
    return table.empty() ? "No recording.\n" : table.toString();
}

std::string notesText(const json& session) {
    std::string text;
    for (const json& note : session.at("notes")) {
        text += "  " + seconds(note.at("at"));
        if (!note.at("until").is_null())
            text += "-" + seconds(note.at("until"));
        text += "  " + note.at("author").at("name").get<std::string>();
        if (!note.at("criterion").is_null())
            text += ", " + note.at("criterion").at("name").get<std::string>();
        for (const json& tag : note.at("tags"))
            text += " #" + tag.get<std::string>();
        if (note.at("audience") == "private")
            text += ", private";
        if (!note.at("drawing").is_null())
            text += ", drawn";
        if (note.at("understood").get<bool>())
            text += ", understood";
        text += " [" + shortId(note.at("id")) + "]\n";
        if (const std::string said = note.at("text"); !said.empty())
            text += "      " + said + "\n";
        for (const json& reply : note.at("replies"))
            text += "      " + reply.at("author").at("name").get<std::string>() + ": " +
                    reply.at("text").get<std::string>() + "\n";
    }
    return text;
}

std::string scoresText(const json& session) {
    TextTable table({"Criterion", "Rater", "Level", "", "Moments"});
    for (const json& score : session.at("scores")) {
        std::string moments;
        for (const json& moment : score.at("evidence"))
            moments += (moments.empty() ? "" : " ") + seconds(moment.at("at"));
        std::string criterion = score.at("criterion").at("name");
        if (!score.at("question").is_null())
            criterion += " (one question)";
        table.add({criterion, score.at("rater").at("name"), std::to_string(score.at("level").get<int>()),
                   score.at("label").is_null() ? "" : score.at("label").get<std::string>(), moments});
    }
    return table.empty() ? "" : table.toString();
}

std::string agreedText(const json& session) {
    TextTable table({"Agreed on", "Level", "", "Because", "By"});
    for (const json& agreed : session.at("agreed_scores")) {
        std::string criterion = agreed.at("criterion").at("name");
        if (!agreed.at("question").is_null())
            criterion += " (one question)";
        table.add({criterion, std::to_string(agreed.at("level").get<int>()),
                   agreed.at("label").is_null() ? "" : agreed.at("label").get<std::string>(),
                   agreed.at("reason"),
                   agreed.at("author").is_null() ? "" : agreed.at("author").at("name").get<std::string>()});
    }
    return table.empty() ? "" : table.toString();
}

std::string captionsText(const json& session) {
    std::string text;
    for (const json& captions : session.at("captions")) {
        text += "  " + captions.at("source").get<std::string>();
        if (const std::string language = captions.at("language"); !language.empty())
            text += " (" + language + ")";
        text += ", " + std::to_string(captions.at("count").get<std::size_t>()) + " captions\n";
    }
    return text;
}

std::string intentionsText(const json& session) {
    std::string text;
    if (!session.at("goal").is_null())
        text += "  " + session.at("goal").get<std::string>() + "\n";
    for (const json& commitment : session.at("commitments_before"))
        text += "  - " + commitment.at("text").get<std::string>() + "\n";
    return text;
}

std::string reviewsText(const json& session) {
    std::string text;
    for (const json& review : session.at("reviews")) {
        text += "  " + review.at("rater").at("name").get<std::string>() + " (" +
                review.at("state").get<std::string>() + ")\n";
        if (!review.at("readable").get<bool>())
            continue;
        if (const std::string summary = review.at("summary"); !summary.empty())
            text += "      " + summary + "\n";
        for (const json& commitment : review.at("commitments"))
            text += "      - " + commitment.at("text").get<std::string>() + "\n";
    }
    return text;
}

std::string namesText(const json& people) {
    std::string text;
    for (const json& person : people)
        text += "  " + person.at("name").get<std::string>() + "\n";
    return text;
}

std::string consentsText(const json& session) {
    std::string text;
    for (const json& consent : session.at("consents"))
        text += "  " + consent.at("person").at("name").get<std::string>() + ", " +
                consent.at("agreed_at").get<std::string>() + "\n";
    return text;
}

std::string incidentsText(const json& session) {
    std::string text;
    for (const json& incident : session.at("incidents")) {
        const std::string source = incident.at("source_name");
        text += "  " + seconds(incident.at("at")) + "-" +
                (incident.at("until").is_null() ? "end" : seconds(incident.at("until"))) + "  " +
                (source.empty() ? incident.at("source").get<std::string>() : source) + ": " +
                incident.at("kind").get<std::string>() + "\n";
    }
    return text;
}

std::string section(const std::string& title, const std::string& text) {
    return text.empty() ? "" : "\n" + title + "\n" + text;
}

std::string sessionText(const catalog::Session& session, const json& document) {
    std::string text = session.menteeName + ", attempt " + std::to_string(session.attempt) + " at \"" +
                       session.kitName + "\" (" + std::string(catalog::name(session.mode)) + "), " +
                       localMinute(session.startedAt.milliseconds) + "\n" + session.id.toString() + "\n";
    std::string segments;
    for (const json& segment : document.at("segments"))
        segments += "  " + seconds(segment.at("start")) + "  " +
                    segment.at("question").at("text").get<std::string>() + "\n";
    std::string bookmarks;
    for (const json& bookmark : document.at("bookmarks"))
        bookmarks +=
            "  " + seconds(bookmark.at("at")) + "  " + bookmark.at("label").get<std::string>() + "\n";
    return text + section("Panel", namesText(document.at("panel"))) +
           section("Observers", namesText(document.at("observers"))) +
           section("Agreed to be recorded", consentsText(document)) +
           section("Calibration",
                   document.at("calibration").is_null()
                       ? ""
                       : "  " + document.at("calibration").at("title").get<std::string>() + "\n") +
           section("Goal and last commitments", intentionsText(document)) +
           section("Recordings", recordingsText(document)) + section("Captions", captionsText(document)) +
           section("What went wrong", incidentsText(document)) + section("Questions", segments) +
           section("Bookmarks", bookmarks) + section("Scores", scoresText(document)) +
           section("Agreed", agreedText(document)) + section("Notes", notesText(document)) +
           section("Reviews", reviewsText(document)) +
           section("Not sealed yet", namesText(document.at("awaited")));
}

Result<Outcome> show(Invocation& invocation, const std::string& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    const auto session = TRY(catalog.sessions().find(wanted));
    json document = TRY(wholeSessionDocument(catalog, session));
    std::string text = sessionText(session, document);
    return Outcome{std::move(document), std::move(text)};
}

} // namespace

void addShowCommand(CommandSet& commands) {
    const Command one = commands.add("show", "One session with its recordings, notes, scores and reviews");
    const auto session = std::make_shared<std::string>();
    one.session(*session);
    one.runs([session](Invocation& invocation) { return show(invocation, *session); });
}

} // namespace mockingbird::studio
