// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/note_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/drawing_json.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/search_index.h"
#include "common/catalog/session_store.h"

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kShortestEndOfId = 6;

nlohmann::json payloadOf(const Note& note) {
    return {{"id", jsonOf(note.id)},
            {"review", jsonOf(note.review)},
            {"recording", jsonOf(note.recording)},
            {"at_us", jsonOf(note.at)},
            {"until_us", jsonOf(note.until)},
            {"text", note.text},
            {"criterion", jsonOf(note.criterion)},
            {"tags", note.tags},
            {"question", jsonOf(note.question)},
            {"audience", name(note.audience)},
            {"drawing", toJson(note.drawing)}};
}

/// The second version of a note's events says its question, its audience and its drawing, too. The first, of
/// a program that knew of none, leaves them as they are.
void writeWhatIsNew(Database& database, const Event& event, NoteId id) {
    if (event.version < 2)
        return;
    const auto& p = event.payload;
    const auto& drawing = p.at("drawing");
    database.prepare("UPDATE note SET question = ?2, audience = ?3, drawing = ?4 WHERE id = ?1")
        .bind(id, idOrNullAt<QuestionId>(p, "question"), p.at("audience").get<std::string>(),
              drawing.is_null() ? std::nullopt : std::optional(drawing.dump()))
        .run();
}

void applyNoteAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<NoteId>(p, "id");
    database
        .prepare("INSERT INTO note (id, review, recording, author, at_us, until_us, text, criterion, tags, "
                 "made_at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(id, idAt<ReviewId>(p, "review"), idAt<RecordingId>(p, "recording"), event.author,
              timeAt(p, "at_us"), timeOrNoneAt(p, "until_us"), p.at("text").get<std::string>(),
              idOrNullAt<CriterionId>(p, "criterion"), p.at("tags").dump(), event.at)
        .run();
    writeWhatIsNew(database, event, id);
    indexNote(database, id);
}

void applyNoteChanged(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<NoteId>(p, "id");
    database
        .prepare(
            "UPDATE note SET recording = ?2, at_us = ?3, until_us = ?4, text = ?5, criterion = ?6, tags = ?7 "
            "WHERE id = ?1")
        .bind(id, idAt<RecordingId>(p, "recording"), timeAt(p, "at_us"), timeOrNoneAt(p, "until_us"),
              p.at("text").get<std::string>(), idOrNullAt<CriterionId>(p, "criterion"), p.at("tags").dump())
        .run();
    writeWhatIsNew(database, event, id);
    indexNote(database, id);
}

void markRemoved(Database& database, const Event& event, int removed) {
    const auto id = idAt<NoteId>(event.payload, "id");
    database.prepare("UPDATE note SET removed = ?2 WHERE id = ?1").bind(id, removed).run();
    indexNote(database, id);
}

void applyNoteRemoved(Database& database, const Event& event) {
    markRemoved(database, event, 1);
}

void applyNoteRestored(Database& database, const Event& event) {
    markRemoved(database, event, 0);
}

void applyNoteUnderstood(Database& database, const Event& event) {
    database.prepare("UPDATE note SET understood = ?2 WHERE id = ?1")
        .bind(idAt<NoteId>(event.payload, "id"), event.payload.at("understood").get<bool>() ? 1 : 0)
        .run();
}

Result<Note> noteFrom(const Statement& row) {
    Note note;
    note.id = row.id<NoteId>(0);
    note.review = row.id<ReviewId>(1);
    note.session = row.id<SessionId>(2);
    note.recording = row.id<RecordingId>(3);
    note.author = row.id<PersonId>(4);
    note.authorName = row.text(5);
    note.at = row.mediaTime(6);
    note.until = row.optionalMediaTime(7);
    note.text = row.text(8);
    if (!row.isNull(9))
        note.criterion = row.id<CriterionId>(9);
    note.tags = row.textArray(10);
    note.madeAt = row.wallTime(11);
    if (!row.isNull(12))
        note.question = row.id<QuestionId>(12);
    note.audience = TRY(parseNoteAudience(row.text(13)));
    if (!row.isNull(14))
        note.drawing = drawingFromJson(nlohmann::json::parse(row.text(14)));
    note.understood = row.number(15) != 0;
    return note;
}

} // namespace

Projection noteProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"note", "DELETE FROM note",
         "SELECT id, review, recording, author, at_us, until_us, text, criterion, tags, made_at_ms, removed, "
         "question, audience, drawing, understood FROM note ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"note.added", applyNoteAdded, 2},        {"note.changed", applyNoteChanged, 2},
        {"note.removed", applyNoteRemoved},       {"note.restored", applyNoteRestored},
        {"note.understood", applyNoteUnderstood},
    };
    return {kTables, kAppliers};
}

std::string_view name(NoteAudience audience) {
    return audience == NoteAudience::Private ? "private" : "shared";
}

Result<NoteAudience> parseNoteAudience(std::string_view text) {
    for (const NoteAudience audience : {NoteAudience::Shared, NoteAudience::Private})
        if (name(audience) == text)
            return audience;
    return Error{ErrorCode::InvalidArgument,
                 "\"" + std::string(text) + "\" is nobody's a note is for; there are shared and private", 0};
}

Result<RecordingId> placeMoment(Database& database, SessionId session, RecordingId recording, MediaTime at) {
    const RecordingStore recordings(database, {});
    const auto parts = TRY(recordings.ofSession(session));
    for (const Recording& part : parts) {
        if (!recording.isNull() && part.id != recording)
            continue;
        if (at < MediaTime{})
            return Error{ErrorCode::OutOfRange, "a time before the recording's start", 0};
        // How long it is going to be, nobody knows while it runs.
        if (part.state != RecordingState::Recording && at > part.duration)
            return Error{ErrorCode::OutOfRange,
                         at.toString() + " is past the recording's end at " + part.duration.toString(), 0};
        return part.id;
    }
    if (parts.empty())
        return Error{ErrorCode::NotFound, "the session has no recording yet", 0};
    return Error{ErrorCode::NotFound, "the session has no such recording", 0};
}

NoteStore::NoteStore(Database& database) : m_database(database) {}

Result<Note> NoteStore::checked(const Review& review, Note note) const {
    note.review = review.id;
    note.session = review.session;
    if (trimmed(note.text).empty() && note.tags.empty() && note.drawing.empty())
        return Error{ErrorCode::InvalidArgument, "a note needs a text, a tag or a drawing", 0};
    TRY(checkDrawing(note.drawing));
    if (note.until && *note.until < note.at)
        return Error{ErrorCode::InvalidArgument, "a note can't end before it begins", 0};
    note.recording = TRY(placeMoment(m_database, review.session, note.recording, note.at));
    if (note.until)
        TRY(placeMoment(m_database, review.session, note.recording, *note.until));
    if (note.criterion || note.question) {
        const Session session = TRY(SessionStore(m_database).byId(review.session));
        const Kit kit = TRY(KitStore(m_database).byId(session.kit, session.kitVersion));
        if (note.criterion && !kit.rubric.criterion(*note.criterion))
            return Error{ErrorCode::NotFound, "the session's rubric has no such criterion", 0};
        if (note.question && !kit.question(*note.question))
            return Error{ErrorCode::NotFound, "the session's kit has no such question", 0};
    }
    return note;
}

Result<Note> NoteStore::add(const Review& review, Note wanted) {
    Note note = TRY(checked(review, std::move(wanted)));
    note.id = NoteId::make();
    TRY(m_database.append(review.id.uuid(), "note.added", payloadOf(note)));
    return byId(note.id);
}

Result<Note> NoteStore::change(const Review& review, Note wanted) {
    const Note note = TRY(checked(review, std::move(wanted)));
    TRY(m_database.append(review.id.uuid(), "note.changed", payloadOf(note)));
    return byId(note.id);
}

Result<void> NoteStore::setRemoved(const Note& note, bool removed) {
    return m_database.append(note.review.uuid(), removed ? "note.removed" : "note.restored",
                             {{"id", jsonOf(note.id)}});
}

Result<void> NoteStore::setUnderstood(const Note& note, bool understood) {
    return m_database.append(note.review.uuid(), "note.understood",
                             {{"id", jsonOf(note.id)}, {"understood", understood}});
}

Result<Note> NoteStore::byId(NoteId id, bool* removed) const {
    return m_database.guard([&]() -> Result<Note> {
        Statement row =
            m_database.prepare("SELECT n.id, n.review, v.session, n.recording, n.author, "
                               "coalesce(p.name, ''), n.at_us, n.until_us, "
                               "n.text, n.criterion, n.tags, n.made_at_ms, n.question, n.audience, "
                               "n.drawing, n.understood, n.removed FROM note n "
                               "JOIN review v ON v.id = n.review "
                               "LEFT JOIN person p ON p.id = n.author WHERE n.id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no note " + id.toString(), 0};
        if (removed)
            *removed = row.number(16) != 0;
        return noteFrom(row);
    });
}

Result<NoteId> NoteStore::find(std::string_view text) const {
    if (const auto whole = NoteId::parse(text))
        return *whole;
    return m_database.guard([&]() -> Result<NoteId> {
        const std::string end = foldCase(trimmed(text));
        if (end.size() < kShortestEndOfId)
            return Error{ErrorCode::InvalidArgument,
                         "\"" + end + "\" is too short for a note: at least 6 characters of its id's end", 0};
        Statement rows =
            m_database.prepare("SELECT n.id FROM note n JOIN review v ON v.id = n.review "
                               "JOIN session s ON s.id = v.session WHERE n.removed = 0 AND "
                               "s.removed = 0 AND substr(n.id, length(n.id) - length(?1) + 1) = ?1 "
                               "LIMIT 2");
        rows.bind(end);
        if (!rows.next())
            return Error{ErrorCode::NotFound, "there is no note \"" + end + "\"", 0};
        const auto id = rows.id<NoteId>(0);
        if (rows.next())
            return Error{ErrorCode::InvalidArgument, "more than one note fits \"" + end + "\"", 0};
        return id;
    });
}

Result<std::vector<Note>> NoteStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Note>> {
        std::vector<Note> notes;
        Statement rows = m_database.prepare(
            "SELECT n.id, n.review, v.session, n.recording, n.author, coalesce(p.name, ''), n.at_us, "
            "n.until_us, "
            "n.text, n.criterion, n.tags, n.made_at_ms, n.question, n.audience, n.drawing, n.understood "
            "FROM review v JOIN note n ON n.review = v.id "
            "JOIN recording r ON r.id = n.recording LEFT JOIN person p ON p.id = n.author "
            "WHERE v.session = ?1 AND n.removed = 0 ORDER BY r.part, n.at_us, n.made_at_ms, n.id");
        rows.bind(session);
        while (rows.next())
            notes.push_back(TRY(noteFrom(rows)));
        return notes;
    });
}

} // namespace mockingbird::catalog
