// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/reply_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/projection.h"
#include "common/catalog/search_index.h"

namespace mockingbird::catalog {

namespace {

void applyReplyAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto id = idAt<ReplyId>(p, "id");
    database.prepare("INSERT INTO reply (id, note, author, text, made_at_ms) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(id, idAt<NoteId>(p, "note"), event.author, p.at("text").get<std::string>(), event.at)
        .run();
    indexReply(database, id);
}

void applyReplyChanged(Database& database, const Event& event) {
    const auto id = idAt<ReplyId>(event.payload, "id");
    database.prepare("UPDATE reply SET text = ?2 WHERE id = ?1")
        .bind(id, event.payload.at("text").get<std::string>())
        .run();
    indexReply(database, id);
}

void setReplyRemoved(Database& database, const Event& event, int removed) {
    const auto id = idAt<ReplyId>(event.payload, "id");
    database.prepare("UPDATE reply SET removed = ?2 WHERE id = ?1").bind(id, removed).run();
    indexReply(database, id);
}

void applyReplyRemoved(Database& database, const Event& event) {
    setReplyRemoved(database, event, 1);
}

void applyReplyRestored(Database& database, const Event& event) {
    setReplyRemoved(database, event, 0);
}

Reply replyFrom(const Statement& row) {
    return {row.id<ReplyId>(0), row.id<NoteId>(1), row.id<PersonId>(2),
            row.text(3),        row.text(4),       row.wallTime(5)};
}

Result<std::string> textOf(const std::string& text) {
    const std::string kept = trimmed(text);
    if (kept.empty())
        return Error{ErrorCode::InvalidArgument, "a reply needs a text", 0};
    return kept;
}

} // namespace

struct ReplyStore::Known {
    Reply reply;
    ReviewId review;
    bool removed = false;
};

Projection replyProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"reply", "DELETE FROM reply",
         "SELECT id, note, author, text, made_at_ms, removed FROM reply ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"reply.added", applyReplyAdded},
        {"reply.changed", applyReplyChanged},
        {"reply.removed", applyReplyRemoved},
        {"reply.restored", applyReplyRestored},
    };
    return {kTables, kAppliers};
}

ReplyStore::ReplyStore(Database& database) : m_database(database) {}

Result<Reply> ReplyStore::add(const Note& note, const std::string& text) {
    const std::string kept = TRY(textOf(text));
    if (m_database.actor().isNull())
        return Error{ErrorCode::InvalidArgument, "it isn't said who is replying", 0};
    const auto id = ReplyId::make();
    TRY(m_database.append(note.review.uuid(), "reply.added",
                          {{"id", jsonOf(id)}, {"note", jsonOf(note.id)}, {"text", kept}}));
    return TRY(own(id)).reply;
}

Result<Reply> ReplyStore::change(ReplyId id, const std::string& text) {
    const std::string kept = TRY(textOf(text));
    const Known known = TRY(own(id));
    if (known.removed)
        return Error{ErrorCode::NotFound, "the reply was removed", 0};
    if (known.reply.text == kept)
        return known.reply;
    TRY(m_database.append(known.review.uuid(), "reply.changed", {{"id", jsonOf(id)}, {"text", kept}}));
    return TRY(own(id)).reply;
}

Result<void> ReplyStore::setRemoved(ReplyId id, bool removed) {
    const Known known = TRY(own(id));
    if (known.removed == removed && removed)
        return Error{ErrorCode::NotFound, "the reply was removed", 0};
    if (known.removed == removed)
        return {};
    return m_database.append(known.review.uuid(), removed ? "reply.removed" : "reply.restored",
                             {{"id", jsonOf(id)}});
}

Result<ReplyStore::Known> ReplyStore::own(ReplyId id) const {
    return m_database.guard([&]() -> Result<Known> {
        Statement row =
            m_database.prepare("SELECT y.id, y.note, y.author, p.name, y.text, y.made_at_ms, n.review, "
                               "y.removed FROM reply y JOIN note n ON n.id = y.note "
                               "JOIN person p ON p.id = y.author WHERE y.id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no reply " + id.toString(), 0};
        const Known known{replyFrom(row), row.id<ReviewId>(6), row.number(7) != 0};
        if (known.reply.author != m_database.actor())
            return Error{ErrorCode::Denied, "the reply is " + known.reply.authorName + "'s", 0};
        return known;
    });
}

Result<std::vector<Reply>> ReplyStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::vector<Reply>> {
        std::vector<Reply> replies;
        Statement rows =
            m_database.prepare("SELECT y.id, y.note, y.author, p.name, y.text, y.made_at_ms FROM review v "
                               "JOIN note n ON n.review = v.id JOIN reply y ON y.note = n.id "
                               "JOIN person p ON p.id = y.author WHERE v.session = ?1 AND n.removed = 0 "
                               "AND y.removed = 0 ORDER BY y.made_at_ms, y.id");
        rows.bind(session);
        while (rows.next())
            replies.push_back(replyFrom(rows));
        return replies;
    });
}

} // namespace mockingbird::catalog
