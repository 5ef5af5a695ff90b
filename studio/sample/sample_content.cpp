// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sample/sample_content.h"

#include "common/base/whole_file.h"
#include "common/catalog/caption_store.h"
#include "common/catalog/field_store.h"
#include "common/catalog/goal_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/preparation.h"
#include "common/catalog/programme.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"
#include "common/media/probe.h"
#include "review/captions/caption_file.h"
#include "studio/sample/embedded_files.h"
#include "studio/sample/sample_kit.h"

#include <cstdio>
#include <ctime>
#include <map>
#include <stdexcept>
#include <system_error>

namespace mockingbird::studio {

namespace {

using nlohmann::json;

struct SampleSession {
    catalog::SessionId session;
    catalog::RecordingId recording;
};

/// What the keys in sample.json became in the catalog.
struct Keys {
    std::map<std::string, catalog::PersonId> people;
    std::map<std::string, catalog::CohortId> cohorts;
    std::map<std::string, SampleSession> sessions;
    SampleKit kit;
};

MediaTime timeAt(const json& seconds) {
    return MediaTime::fromSeconds(seconds.get<double>());
}

/// So many days before today, at a local time such as `17:30`.
WallTime daysAgo(int days, const std::string& clock) {
    int hour = 12;
    int minute = 0;
    std::sscanf(clock.c_str(), "%d:%d", &hour, &minute);
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    local.tm_mday -= days;
    local.tm_hour = hour;
    local.tm_min = minute;
    local.tm_sec = 0;
    local.tm_isdst = -1;
    return WallTime{static_cast<std::int64_t>(std::mktime(&local)) * 1000};
}

Result<void> addPeople(catalog::Catalog& catalog, const json& sample, Keys& keys) {
    for (const json& person : sample.at("people")) {
        std::set<catalog::Role> roles;
        for (const json& role : person.at("roles"))
            roles.insert(TRY(catalog::parseRole(role.get<std::string>())));
        const auto added =
            TRY(catalog.people().add(person.at("name"), roles, person.value("classification", std::string()),
                                     person.value("branch", std::string())));
        keys.people[person.at("key")] = added.id;
        if (person.contains("employment"))
            TRY(catalog.fields().describe(
                added.id, {{std::string(catalog::kEmploymentField), person.at("employment")}}));
    }
    const json& cohort = sample.at("cohort");
    // The programme's year has run for ten months.
    const std::string from = catalog::localDayOf(daysAgo(300, "12:00"));
    const auto added =
        TRY(catalog.people().addCohort(cohort.at("name"), from, catalog::localDayOf(daysAgo(-64, "12:00"))));
    keys.cohorts[cohort.at("key")] = added.id;
    for (const json& pair : sample.at("pairs"))
        TRY(catalog.people().addPair(keys.cohorts.at(pair.at("cohort")), keys.people.at(pair.at("mentee")),
                                     keys.people.at(pair.at("mentor")), keys.people.at(pair.at("liaison")),
                                     from));
    return {};
}

/// The tracks as sample.json names them, with what the file says of itself.
std::vector<catalog::Track> tracksOf(const json& session, const media::MediaSummary& summary) {
    std::vector<catalog::Track> tracks;
    for (const json& described : session.at("tracks")) {
        catalog::Track track;
        track.index = described.at("index");
        track.kind = described.at("kind") == "video" ? catalog::TrackKind::Video : catalog::TrackKind::Audio;
        track.role = described.at("role") == "mix" ? catalog::TrackRole::Mix : catalog::TrackRole::Source;
        track.name = described.at("name");
        for (const auto& stream : summary.streams) {
            if (stream.index != track.index)
                continue;
            track.codec = stream.codec;
            track.width = stream.width;
            track.height = stream.height;
            track.sampleRate = stream.sampleRate;
        }
        tracks.push_back(std::move(track));
    }
    return tracks;
}

Result<catalog::Recording> addRecording(catalog::Catalog& catalog, const catalog::Session& held,
                                        const json& session) {
    const std::string name = session.at("recording");
    const auto bytes = embeddedFile(name);
    if (!bytes)
        return Error{ErrorCode::Internal, "the built-in \"" + name + "\" is missing", 0};
    const auto begun = TRY(catalog.recordings().begin(held.id, {}, held.startedAt));
    const auto file = catalog.recordings().path(begun);
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    TRY(writeWholeFile(file, *bytes));
    const auto summary = TRY(media::probe(file));
    return catalog.recordings().finish(begun.id, catalog::RecordingState::Complete, summary.duration,
                                       summary.bytes, tracksOf(session, summary));
}

Result<void> addNotes(catalog::Catalog& catalog, const json& review, catalog::ReviewId id, const Keys& keys,
                      std::map<std::string, catalog::NoteId>& notes) {
    for (const json& described : review.at("notes")) {
        catalog::Note note;
        note.at = timeAt(described.at("at"));
        if (!described.at("until").is_null())
            note.until = timeAt(described.at("until"));
        note.text = described.at("text");
        if (!described.at("criterion").is_null())
            note.criterion = keys.kit.criteria.at(described.at("criterion"));
        note.tags = described.at("tags").get<std::vector<std::string>>();
        notes[described.at("key")] = TRY(catalog.reviews().addNote(id, note)).id;
    }
    return {};
}

Result<void> addScores(catalog::Catalog& catalog, const json& review, catalog::ReviewId id, const Keys& keys,
                       const std::map<std::string, catalog::NoteId>& notes, catalog::RecordingId recording) {
    for (const json& described : review.at("scores")) {
        std::optional<catalog::QuestionId> question;
        if (!described.at("question").is_null())
            question = keys.kit.questions.at(described.at("question"));
        const auto score = TRY(catalog.reviews().setScore(id, keys.kit.criteria.at(described.at("criterion")),
                                                          described.at("level"), question));
        for (const json& at : described.at("evidence").at("at"))
            TRY(catalog.reviews().addEvidence(score.id, {std::nullopt, recording, timeAt(at)}));
        for (const json& note : described.at("evidence").at("notes"))
            TRY(catalog.reviews().addEvidence(score.id, {notes.at(note), recording, {}}));
    }
    return {};
}

Result<void> addReview(catalog::Catalog& catalog, const json& review, const catalog::Recording& recording,
                       const Keys& keys, std::map<std::string, catalog::NoteId>& notes) {
    catalog.actAs(keys.people.at(review.at("rater")));
    const auto mine = TRY(catalog.reviews().mine(recording.session));
    TRY(addNotes(catalog, review, mine.id, keys, notes));
    TRY(addScores(catalog, review, mine.id, keys, notes, recording.id));
    if (const std::string summary = review.at("summary"); !summary.empty())
        TRY(catalog.reviews().setSummary(mine.id, summary));
    if (const auto texts = review.at("commitments").get<std::vector<std::string>>(); !texts.empty())
        TRY(catalog.reviews().setCommitments(mine.id, texts));
    if (review.at("state") == "sealed")
        TRY(catalog.reviews().seal(mine.id));
    return {};
}

/// Once every review of the session is there: who answers has read it.
Result<void> addReplies(catalog::Catalog& catalog, const json& session, const Keys& keys,
                        const std::map<std::string, catalog::NoteId>& notes) {
    for (const json& reply : session.value("replies", json::array())) {
        catalog.actAs(keys.people.at(reply.at("by")));
        TRY(catalog.reviews().addReply(notes.at(reply.at("note")), reply.at("text").get<std::string>()));
    }
    return {};
}

Result<void> addCaptions(catalog::Catalog& catalog, const json& session, catalog::RecordingId recording) {
    const std::string name = session.at("captions");
    const auto text = embeddedFile(name);
    if (!text)
        return Error{ErrorCode::Internal, "the built-in \"" + name + "\" is missing", 0};
    TRY(catalog.captions().set(recording, "en", name, TRY(review::parseCaptions(*text))));
    return {};
}

Result<void> addSession(catalog::Catalog& catalog, const json& session, Keys& keys) {
    const auto mode = TRY(catalog::parseSessionMode(session.at("mode").get<std::string>()));
    std::vector<catalog::PersonId> panel;
    for (const json& review : session.at("reviews"))
        panel.push_back(keys.people.at(review.at("rater")));
    const auto held = TRY(catalog.sessions().add(keys.people.at(session.at("mentee")), keys.kit.kit.id, mode,
                                                 panel, daysAgo(session.at("days_ago"), session.at("time"))));
    const auto recording = TRY(addRecording(catalog, held, session));
    TRY(addCaptions(catalog, session, recording.id));
    for (const json& segment : session.at("segments")) {
        const auto begun = TRY(catalog.sessions().beginSegment(held.id, recording.id,
                                                               keys.kit.questions.at(segment.at("question")),
                                                               timeAt(segment.at("start"))));
        TRY(catalog.sessions().endSegment(begun.id, timeAt(segment.at("end"))));
    }
    for (const json& bookmark : session.at("bookmarks")) {
        catalog.actAs(keys.people.at(bookmark.at("by")));
        TRY(catalog.sessions().addBookmark(held.id, recording.id, timeAt(bookmark.at("at")),
                                           bookmark.at("text")));
    }
    std::map<std::string, catalog::NoteId> notes;
    for (const json& review : session.at("reviews"))
        TRY(addReview(catalog, review, recording, keys, notes));
    TRY(addReplies(catalog, session, keys, notes));
    catalog.actAs({});
    keys.sessions[session.at("key")] = {held.id, recording.id};
    return {};
}

/// Held and scored on paper: a session without a recording, whose raters gave a level for each criterion.
Result<void> addRehearsal(catalog::Catalog& catalog, const json& rehearsal, const Keys& keys) {
    std::vector<catalog::PersonId> panel;
    for (const json& rater : rehearsal.at("panel"))
        panel.push_back(keys.people.at(rater));
    const catalog::PersonId mentee = keys.people.at(rehearsal.at("mentee"));
    const auto mode = TRY(catalog::parseSessionMode(rehearsal.at("mode").get<std::string>()));
    const auto held = TRY(catalog.sessions().add(mentee, keys.kit.kit.id, mode, panel,
                                                 daysAgo(rehearsal.at("days_ago"), "16:00")));
    for (const json& review : rehearsal.at("reviews")) {
        catalog.actAs(keys.people.at(review.at("rater")));
        const auto mine = TRY(catalog.reviews().mine(held.id));
        const auto& criteria = keys.kit.kit.rubric.criteria;
        for (std::size_t i = 0; i < criteria.size(); ++i)
            TRY(catalog.reviews().setScore(mine.id, criteria[i].id, review.at("levels").at(i)));
        TRY(catalog.reviews().seal(mine.id));
    }
    if (rehearsal.at("seen").get<bool>()) {
        catalog.actAs(mentee);
        TRY(catalog::Programme(catalog).feedback().noteSeen(held.id));
    }
    catalog.actAs({});
    return {};
}

/// What comes of practice: outcomes, confidence, what was taken along and kept, and the interview ahead.
Result<void> addProgramme(catalog::Catalog& catalog, const json& sample, const Keys& keys) {
    const catalog::Programme programme(catalog);
    for (const json& described : sample.at("outcomes")) {
        catalog::Outcome outcome;
        outcome.person = keys.people.at(described.at("person"));
        outcome.kind = TRY(catalog::parseOutcomeKind(described.at("kind").get<std::string>()));
        outcome.on = catalog::localDayOf(daysAgo(described.at("days_ago"), "12:00"));
        outcome.text = described.at("text");
        TRY(programme.outcomes().add(outcome));
    }
    auto confidence = catalog::Preparation(catalog).confidence();
    for (const json& said : sample.at("confidence")) {
        const auto session = TRY(catalog.sessions().byId(keys.sessions.at(said.at("session")).session));
        catalog.actAs(session.mentee);
        TRY(confidence.set(session.mentee, catalog::ConfidenceMoment::Before, said.at("before"), session.id));
        TRY(confidence.set(session.mentee, catalog::ConfidenceMoment::After, said.at("after"), session.id));
        TRY(confidence.share(session.mentee, true));
        TRY(programme.feedback().noteSeen(session.id));
    }
    catalog.actAs({});
    for (const json& kept : sample.at("kept")) {
        const SampleSession& from = keys.sessions.at(kept.at("from"));
        const SampleSession& shown = keys.sessions.at(kept.at("session"));
        const auto session = TRY(catalog.sessions().byId(from.session));
        std::vector<catalog::TakenAlong> taken = TRY(programme.commitments().ofMentee(session.mentee));
        std::erase_if(taken, [&](const catalog::TakenAlong& one) { return one.session != from.session; });
        TRY(programme.commitments().close(taken.at(kept.at("commitment").get<std::size_t>()).commitment.id,
                                          shown.session,
                                          catalog::ShownMoment{shown.recording, timeAt(kept.at("at"))}));
    }
    for (const json& described : sample.at("appointments")) {
        catalog::Appointment wanted;
        wanted.mentee = keys.people.at(described.at("mentee"));
        wanted.kind = TRY(catalog::parseAppointmentKind(described.at("kind").get<std::string>()));
        wanted.at = daysAgo(-described.at("days_ahead").get<int>(), described.at("time"));
        wanted.kit = keys.kit.kit.id;
        wanted.place = described.at("place");
        TRY(catalog::Preparation(catalog).appointments().make(wanted));
    }
    return {};
}

} // namespace

Result<void> fillSample(catalog::Catalog& catalog) {
    catalog.actAs({}); // what the studio itself does has no author
    const auto sample = TRY(embeddedJson("sample.json"));
    try {
        Keys keys;
        keys.kit = TRY(addSampleKit(catalog, sample.at("kit").get<std::string>()));
        TRY(addPeople(catalog, sample, keys));
        for (const json& goal : sample.at("goals"))
            TRY(catalog.goals().set(keys.people.at(goal.at("person")), goal.at("text").get<std::string>()));
        for (const json& session : sample.at("sessions"))
            TRY(addSession(catalog, session, keys));
        TRY(catalog.atomically([&]() -> Result<void> {
            for (const json& rehearsal : sample.at("rehearsals"))
                TRY(addRehearsal(catalog, rehearsal, keys));
            return addProgramme(catalog, sample, keys);
        }));
    } catch (const json::exception& failure) {
        return Error{ErrorCode::Internal, std::string("the built-in sample is incomplete: ") + failure.what(),
                     0};
    } catch (const std::out_of_range&) {
        return Error{ErrorCode::Internal, "the built-in sample names something that it doesn't hold", 0};
    }
    return {};
}

} // namespace mockingbird::studio
