// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/preparation_ids.h"

#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;
struct Question;

/// A story was told in a session, to a question of it where that is known.
struct StoryTelling {
    SessionId session;
    QuestionId question; ///< null where it isn't said

    bool operator==(const StoryTelling&) const = default;
};

/// Something that happened to somebody at work, in the four parts in which panels like to hear it.
struct Story {
    StoryId id;
    PersonId person;
    std::string title;
    std::string situation;
    std::string task;
    std::string action;
    std::string result;
    std::vector<std::string> tags; ///< competencies, or what else it is to be found by
    WallTime madeAt;
    WallTime changedAt;
    bool shared = false; ///< mentors of the person may read it
    std::vector<QuestionId> fits;
    std::vector<StoryTelling> told;
    int toldLately = 0; ///< in how many of the ledger's last attempts
};

/// Whether one of the story's tags and the question's competency have a word in common.
[[nodiscard]] bool mayFit(const Story& story, const Question& question);

/// A person's stories, those made first first.
struct StoryLedger {
    static constexpr int kLastAttempts = 4;
    static constexpr int kOften = 3;

    std::vector<Story> stories;
    int attempts = 0; ///< how many of the last attempts there are, at most kLastAttempts

    [[nodiscard]] bool overused(const Story& story) const { return story.toldLately >= kOften; }
};

/// Stories are their author's own: nobody else reads one, but for the author's mentors those that are shared.
class StoryStore {
public:
    explicit StoryStore(Database& database) : m_database(database) {}

    /// Title, the four parts and tags. InvalidArgument where all are empty, or too long; Denied unless it is
    /// the acting person's.
    [[nodiscard]] Result<Story> add(const Story& story);
    [[nodiscard]] Result<Story> change(const Story& story);
    Result<void> remove(StoryId id);
    Result<void> restore(StoryId id);
    Result<void> share(StoryId id, bool shared);
    Result<void> setFit(StoryId id, QuestionId question, bool fits);
    /// In one of the person's own sessions.
    Result<void> setTold(StoryId id, const StoryTelling& telling, bool told);

    /// Those that the acting person may read. One-question practice is no attempt.
    [[nodiscard]] Result<StoryLedger> of(PersonId person) const;
    [[nodiscard]] Result<Story> byId(StoryId id) const;
    /// By id, or by title as PeopleStore::find.
    [[nodiscard]] Result<Story> find(PersonId person, const std::string& titleOrId) const;

private:
    struct Known;
    [[nodiscard]] Result<Known> own(StoryId id) const;
    Result<void> setRemoved(StoryId id, bool removed);
    Database& m_database;
};

} // namespace mockingbird::catalog
