// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

using nlohmann::json;

struct Filter {
    std::string mentee;
    std::string kit;
};

Result<Outcome> list(Invocation& invocation, const Filter& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    catalog::SessionFilter filter;
    if (!wanted.mentee.empty())
        filter.mentee = TRY(catalog.people().find(wanted.mentee)).id;
    if (!wanted.kit.empty())
        filter.kit = TRY(catalog.kits().find(wanted.kit)).id;
    Outcome outcome{json::array(), {}};
    TextTable table({"Id", "Held", "Mentee", "Kit", "Attempt", "Mode", "Length", "State"});
    for (const catalog::Session& session : TRY(catalog.sessions().all(filter))) {
        MediaTime length;
        for (const auto& recording : TRY(catalog.recordings().ofSession(session.id)))
            length += recording.duration;
        table.add({shortId(session.id.toString()), localMinute(session.startedAt.milliseconds),
                   session.menteeName, session.kitName, std::to_string(session.attempt),
                   std::string(catalog::name(session.mode)), length.toShortString(), session.state});
        outcome.document.push_back(TRY(sessionDocument(catalog, session)));
    }
    outcome.text = table.empty() ? "There is no session yet. record makes one.\n" : table.toString();
    return outcome;
}

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
        text += "\n      " + note.at("text").get<std::string>() + "\n";
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

std::string reviewsText(const json& session) {
    std::string text;
    for (const json& review : session.at("reviews")) {
        text += "  " + review.at("rater").at("name").get<std::string>() + " (" +
                review.at("state").get<std::string>() + ")\n";
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
           section("Recordings", recordingsText(document)) +
           section("What went wrong", incidentsText(document)) + section("Questions", segments) +
           section("Bookmarks", bookmarks) + section("Scores", scoresText(document)) +
           section("Notes", notesText(document)) + section("Reviews", reviewsText(document));
}

Result<Outcome> show(Invocation& invocation, const std::string& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted));
    json document = TRY(wholeSessionDocument(catalog, session));
    std::string text = sessionText(session, document);
    return Outcome{std::move(document), std::move(text)};
}

} // namespace

void addSessionsCommands(CommandSet& commands) {
    const Command sessions = commands.add("sessions", "The sessions, newest first");
    const auto filter = std::make_shared<Filter>();
    sessions.text("--mentee", filter->mentee, "P", "Only this person's");
    sessions.text("--kit", filter->kit, "K", "Only those held with this kit");
    sessions.runs([filter](Invocation& invocation) { return list(invocation, *filter); });

    const Command one = commands.add("show", "One session with its recordings, notes, scores and reviews");
    const auto session = std::make_shared<std::string>();
    one.session(*session);
    one.runs([session](Invocation& invocation) { return show(invocation, *session); });
}

} // namespace mockingbird::studio
