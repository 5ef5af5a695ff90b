// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/story_store.h"

#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/name_lookup.h"
#include "common/catalog/preparation_rights.h"
#include "common/catalog/projection.h"
#include "common/catalog/session_store.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kLongestPart = 20'000;
constexpr std::size_t kMostTags = 30;
constexpr std::size_t kShortestWord = 4; // "and", "of" say nothing about what a story shows
constexpr const char* kWhat = "stories";

std::string textOr(const nlohmann::json& payload, const char* key) {
    return payload.at(key).get<std::string>();
}

void applyStoryAdded(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare("INSERT INTO story (id, person, title, situation, task, action, result, tags, made_at_ms, "
                 "changed_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)")
        .bind(idAt<StoryId>(p, "id"), idAt<PersonId>(p, "person"), textOr(p, "title"), textOr(p, "situation"),
              textOr(p, "task"), textOr(p, "action"), textOr(p, "result"), p.at("tags").dump(), event.at)
        .run();
}

void applyStoryChanged(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare(
            "UPDATE story SET title = ?2, situation = ?3, task = ?4, action = ?5, result = ?6, tags = ?7, "
            "changed_at_ms = ?8 WHERE id = ?1")
        .bind(idAt<StoryId>(p, "id"), textOr(p, "title"), textOr(p, "situation"), textOr(p, "task"),
              textOr(p, "action"), textOr(p, "result"), p.at("tags").dump(), event.at)
        .run();
}

void setStoryRemoved(Database& database, const Event& event, int removed) {
    database.prepare("UPDATE story SET removed = ?2 WHERE id = ?1")
        .bind(idAt<StoryId>(event.payload, "id"), removed)
        .run();
}

void applyStoryRemoved(Database& database, const Event& event) {
    setStoryRemoved(database, event, 1);
}

void applyStoryRestored(Database& database, const Event& event) {
    setStoryRemoved(database, event, 0);
}

void applyStoryShared(Database& database, const Event& event) {
    database.prepare("UPDATE story SET shared = ?2 WHERE id = ?1")
        .bind(idAt<StoryId>(event.payload, "id"), event.payload.at("shared").get<bool>() ? 1 : 0)
        .run();
}

void applyStoryFitted(Database& database, const Event& event) {
    const auto& p = event.payload;
    if (p.at("fits").get<bool>())
        database.prepare("INSERT INTO story_fit (story, question) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
            .bind(idAt<StoryId>(p, "id"), idAt<QuestionId>(p, "question"))
            .run();
    else
        database.prepare("DELETE FROM story_fit WHERE story = ?1 AND question = ?2")
            .bind(idAt<StoryId>(p, "id"), idAt<QuestionId>(p, "question"))
            .run();
}

void applyStoryTold(Database& database, const Event& event) {
    const auto& p = event.payload;
    const auto question = idOrNullAt<QuestionId>(p, "question");
    const std::string to = question.isNull() ? std::string() : question.toString();
    if (p.at("told").get<bool>())
        database
            .prepare("INSERT INTO story_telling (story, session, question) VALUES (?1, ?2, ?3) "
                     "ON CONFLICT DO NOTHING")
            .bind(idAt<StoryId>(p, "id"), idAt<SessionId>(p, "session"), to)
            .run();
    else
        database.prepare("DELETE FROM story_telling WHERE story = ?1 AND session = ?2 AND question = ?3")
            .bind(idAt<StoryId>(p, "id"), idAt<SessionId>(p, "session"), to)
            .run();
}

Story storyFrom(const Statement& row) {
    Story story;
    story.id = row.id<StoryId>(0);
    story.person = row.id<PersonId>(1);
    story.title = row.text(2);
    story.situation = row.text(3);
    story.task = row.text(4);
    story.action = row.text(5);
    story.result = row.text(6);
    story.tags = row.textArray(7);
    story.madeAt = row.wallTime(8);
    story.changedAt = row.wallTime(9);
    story.shared = row.number(10) != 0;
    return story;
}

Result<Story> checked(Story story) {
    story.title = trimmed(story.title);
    std::vector<std::string> tags;
    std::set<std::string> seen;
    for (const std::string& tag : story.tags) {
        std::string kept = trimmed(tag);
        if (!kept.empty() && seen.insert(foldCase(kept)).second)
            tags.push_back(std::move(kept));
    }
    story.tags = std::move(tags);
    bool any = !story.tags.empty();
    for (const std::string* part :
         {&story.title, &story.situation, &story.task, &story.action, &story.result}) {
        if (part->size() > kLongestPart)
            return Error{ErrorCode::InvalidArgument, "a part of a story is at most 20000 characters long", 0};
        any = any || !trimmed(*part).empty();
    }
    if (!any)
        return Error{ErrorCode::InvalidArgument, "a story needs a title or a text", 0};
    if (story.tags.size() > kMostTags)
        return Error{ErrorCode::InvalidArgument, "a story has at most 30 tags", 0};
    return story;
}

nlohmann::json payloadOf(const Story& story) {
    return {{"id", jsonOf(story.id)}, {"title", story.title},   {"situation", story.situation},
            {"task", story.task},     {"action", story.action}, {"result", story.result},
            {"tags", story.tags}};
}

std::set<std::string> wordsOf(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : foldCase(text) + " ") {
        if (std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0) {
            word += c;
        } else {
            if (word.size() >= kShortestWord)
                words.insert(word);
            word.clear();
        }
    }
    return words;
}

/// The person's last attempts that are no practice of one question.
std::set<SessionId> lastAttempts(Database& database, PersonId person) {
    std::set<SessionId> attempts;
    Statement rows =
        database.prepare("SELECT s.id FROM session s WHERE s.mentee = ?1 AND s.removed = 0 AND NOT EXISTS "
                         "(SELECT 1 FROM practice p WHERE p.session = s.id AND p.removed = 0) "
                         "ORDER BY s.started_at_ms DESC, s.id DESC LIMIT ?2");
    rows.bind(person, StoryLedger::kLastAttempts);
    while (rows.next())
        attempts.insert(rows.id<SessionId>(0));
    return attempts;
}

} // namespace

struct StoryStore::Known {
    Story story;
    bool removed = false;
};

Projection storyProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"story_telling", "DELETE FROM story_telling",
         "SELECT story, session, question FROM story_telling ORDER BY story, session, question"},
        {"story_fit", "DELETE FROM story_fit",
         "SELECT story, question FROM story_fit ORDER BY story, question"},
        {"story", "DELETE FROM story",
         "SELECT id, person, title, situation, task, action, result, tags, made_at_ms, changed_at_ms, "
         "shared, "
         "removed FROM story ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"story.added", applyStoryAdded},     {"story.changed", applyStoryChanged},
        {"story.removed", applyStoryRemoved}, {"story.restored", applyStoryRestored},
        {"story.shared", applyStoryShared},   {"story.fitted", applyStoryFitted},
        {"story.told", applyStoryTold},
    };
    return {kTables, kAppliers};
}

bool mayFit(const Story& story, const Question& question) {
    const auto wanted = wordsOf(question.competency);
    return std::any_of(story.tags.begin(), story.tags.end(), [&](const std::string& tag) {
        if (foldCase(tag) == foldCase(question.competency))
            return true;
        const auto words = wordsOf(tag);
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return wanted.contains(word); });
    });
}

Result<Story> StoryStore::add(const Story& given) {
    return m_database.transact([&]() -> Result<Story> {
        TRY(checkOwn(m_database, given.person, kWhat));
        Story story = TRY(checked(given));
        story.id = StoryId::make();
        nlohmann::json payload = payloadOf(story);
        payload["person"] = jsonOf(story.person);
        TRY(m_database.append(story.id.uuid(), "story.added", std::move(payload)));
        return byId(story.id);
    });
}

Result<Story> StoryStore::change(const Story& given) {
    return m_database.transact([&]() -> Result<Story> {
        const Known known = TRY(own(given.id));
        if (known.removed)
            return Error{ErrorCode::NotFound, "the story was removed", 0};
        const Story story = TRY(checked(given));
        if (payloadOf(story) != payloadOf(known.story))
            TRY(m_database.append(story.id.uuid(), "story.changed", payloadOf(story)));
        return byId(story.id);
    });
}

Result<void> StoryStore::remove(StoryId id) {
    return setRemoved(id, true);
}

Result<void> StoryStore::restore(StoryId id) {
    return setRemoved(id, false);
}

Result<void> StoryStore::setRemoved(StoryId id, bool removed) {
    return m_database.transact([&]() -> Result<void> {
        if (TRY(own(id)).removed == removed)
            return {};
        return m_database.append(id.uuid(), removed ? "story.removed" : "story.restored",
                                 {{"id", jsonOf(id)}});
    });
}

Result<void> StoryStore::share(StoryId id, bool shared) {
    return m_database.transact([&]() -> Result<void> {
        if (TRY(own(id)).story.shared == shared)
            return {};
        return m_database.append(id.uuid(), "story.shared", {{"id", jsonOf(id)}, {"shared", shared}});
    });
}

Result<void> StoryStore::setFit(StoryId id, QuestionId question, bool fits) {
    return m_database.transact([&]() -> Result<void> {
        TRY(own(id));
        const bool known = m_database.prepare("SELECT 1 FROM story_fit WHERE story = ?1 AND question = ?2")
                               .bind(id, question)
                               .next();
        if (known == fits)
            return {};
        return m_database.append(id.uuid(), "story.fitted",
                                 {{"id", jsonOf(id)}, {"question", jsonOf(question)}, {"fits", fits}});
    });
}

Result<void> StoryStore::setTold(StoryId id, const StoryTelling& telling, bool told) {
    return m_database.transact([&]() -> Result<void> {
        const Known known = TRY(own(id));
        const Session session = TRY(SessionStore(m_database).byId(telling.session));
        if (session.mentee != known.story.person)
            return Error{ErrorCode::InvalidArgument, "a story is told in one's own sessions", 0};
        if (!telling.question.isNull() &&
            TRY(KitStore(m_database).byId(session.kit, session.kitVersion)).question(telling.question) ==
                nullptr)
            return Error{ErrorCode::NotFound, "the session's kit has no such question", 0};
        const std::string to = telling.question.isNull() ? std::string() : telling.question.toString();
        const bool before =
            m_database
                .prepare("SELECT 1 FROM story_telling WHERE story = ?1 AND session = ?2 AND question = ?3")
                .bind(id, telling.session, to)
                .next();
        if (before == told)
            return {};
        return m_database.append(id.uuid(), "story.told",
                                 {{"id", jsonOf(id)},
                                  {"session", jsonOf(telling.session)},
                                  {"question", jsonOf(telling.question)},
                                  {"told", told}});
    });
}

Result<StoryLedger> StoryStore::of(PersonId person) const {
    return m_database.guard([&]() -> Result<StoryLedger> {
        StoryLedger ledger;
        const bool mine = m_database.actor() == person;
        if (!mine && !TRY(mentors(m_database, person)))
            return ledger;
        const auto attempts = lastAttempts(m_database, person);
        ledger.attempts = static_cast<int>(attempts.size());
        std::map<StoryId, std::size_t> places;
        Statement rows = m_database.prepare(
            "SELECT id, person, title, situation, task, action, result, tags, made_at_ms, changed_at_ms, "
            "shared "
            "FROM story WHERE person = ?1 AND removed = 0 AND (?2 OR shared = 1) ORDER BY made_at_ms, id");
        rows.bind(person, mine ? 1 : 0);
        while (rows.next()) {
            places.emplace(rows.id<StoryId>(0), ledger.stories.size());
            ledger.stories.push_back(storyFrom(rows));
        }
        Statement fits = m_database.prepare("SELECT f.story, f.question FROM story y JOIN story_fit f ON "
                                            "f.story = y.id WHERE y.person = ?1 ORDER BY f.question");
        fits.bind(person);
        while (fits.next()) {
            if (const auto at = places.find(fits.id<StoryId>(0)); at != places.end())
                ledger.stories[at->second].fits.push_back(fits.id<QuestionId>(1));
        }
        Statement told = m_database.prepare(
            "SELECT t.story, t.session, t.question FROM story y JOIN story_telling t ON t.story = y.id "
            "JOIN session s ON s.id = t.session WHERE y.person = ?1 AND s.removed = 0 "
            "ORDER BY s.started_at_ms DESC, t.session, t.question");
        told.bind(person);
        while (told.next()) {
            const auto at = places.find(told.id<StoryId>(0));
            if (at == places.end())
                continue;
            Story& story = ledger.stories[at->second];
            const auto session = told.id<SessionId>(1);
            const bool counted = !story.told.empty() && story.told.back().session == session;
            if (!counted && attempts.contains(session))
                ++story.toldLately;
            story.told.push_back({session, told.text(2).empty() ? QuestionId{} : told.id<QuestionId>(2)});
        }
        return ledger;
    });
}

Result<Story> StoryStore::byId(StoryId id) const {
    return m_database.guard([&]() -> Result<Story> {
        Statement row = m_database.prepare("SELECT person FROM story WHERE id = ?1 AND removed = 0");
        if (row.bind(id).next()) {
            StoryLedger ledger = TRY(of(row.id<PersonId>(0)));
            for (Story& story : ledger.stories)
                if (story.id == id)
                    return std::move(story);
        }
        return Error{ErrorCode::NotFound, "there is no story " + id.toString(), 0};
    });
}

Result<Story> StoryStore::find(PersonId person, const std::string& titleOrId) const {
    if (const auto id = StoryId::parse(titleOrId))
        return byId(*id);
    struct Named {
        std::string name;
        StoryId id;
    };
    std::vector<Named> named;
    const StoryLedger ledger = TRY(of(person));
    for (const Story& story : ledger.stories)
        named.push_back({story.title, story.id});
    return byId(TRY(lookUpByName(named, titleOrId, "story")).id);
}

Result<StoryStore::Known> StoryStore::own(StoryId id) const {
    Statement row = m_database.prepare("SELECT id, person, title, situation, task, action, result, tags, "
                                       "made_at_ms, changed_at_ms, shared, removed FROM story WHERE id = ?1");
    if (!row.bind(id).next())
        return Error{ErrorCode::NotFound, "there is no story " + id.toString(), 0};
    const Known known{storyFrom(row), row.number(11) != 0};
    TRY(checkOwn(m_database, known.story.person, kWhat));
    return known;
}

} // namespace mockingbird::catalog
