// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/made_catalog.h"

#include "common/catalog/database.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/outcome_store.h"
#include "common/catalog/projection.h"
#include "tests/bench/note_texts.h"

#include <chrono>
#include <cstdio>
#include <fstream>

namespace mockingbird::bench {

namespace {

using namespace catalog;
using nlohmann::json;

constexpr std::int64_t kStartMs = 1'600'000'000'000; // September 2020
constexpr std::int64_t kYearsMs = 157'680'000'000;   // five years, over which all sessions are spread
constexpr int kLastYear = 2025;
constexpr std::int64_t kMinuteUs = 60'000'000;
constexpr int kEventsInATransaction = 200'000;
constexpr unsigned kAwaited =
    200; ///< the last sessions have a draft at most: somebody still has to review them

/// Writes a log as years of work would have.
class LogWriter {
public:
    LogWriter(Database& database, int sessions)
        : m_database(database), m_sessions(sessions), m_texts(static_cast<std::uint32_t>(sessions)) {}

    Result<void> write();

private:
    template <class IdType>
    IdType id() {
        // Version 7 by the time it is now in the log, the rest counted and diced.
        static constexpr char kDigits[] = "0123456789abcdef";
        std::string text = "00000000-0000-7000-8000-000000000000";
        auto time = static_cast<std::uint64_t>(m_now);
        for (const int at : {12, 11, 10, 9, 7, 6, 5, 4, 3, 2, 1, 0}) {
            text[static_cast<std::size_t>(at)] = kDigits[time & 15];
            time >>= 4;
        }
        auto count = static_cast<std::uint64_t>(++m_ids);
        for (std::size_t at = 30; at >= 24; --at, count >>= 4)
            text[at] = kDigits[count & 15];
        for (std::size_t at = 31; at < 36; ++at)
            text[at] = kDigits[m_texts.below(16)];
        return IdType(*Uuid7::parse(text));
    }
    void event(Uuid7 stream, PersonId author, const char* kind, const json& payload);
    void writePeople();
    void writeKits();
    void writeSession(int number);
    void writeReview(SessionId session, RecordingId recording, PersonId rater, const Kit& kit, bool finished);

    Database& m_database;
    int m_sessions;
    NoteTexts m_texts;
    std::int64_t m_now = kStartMs;
    std::int64_t m_ids = 0;
    std::int64_t m_clock = 0;
    std::vector<PersonId> m_mentees;
    std::vector<PersonId> m_mentors;
    std::vector<PersonId> m_liaisons;
    std::vector<Kit> m_kits;
};

void LogWriter::event(Uuid7 stream, PersonId author, const char* kind, const json& payload) {
    // The other payloads here are of the first version, which is read for ever.
    const std::string_view name = kind;
    const int version = name == "kit.published"                        ? versionOf(kind)
                        : name == "note.added" || name == "pair.added" ? 2
                                                                       : 1;
    m_database
        .prepare("INSERT INTO event (id, stream, author, kind, version, at_ms, clock, payload) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind(id<EventId>(), stream.toString(), author, kind, version, m_now, ++m_clock, payload.dump())
        .run();
    ++m_now;
}

void LogWriter::writePeople() {
    const auto add = [&](const std::string& name, const json& roles) {
        const auto person = id<PersonId>();
        event(person.uuid(), {}, "person.added",
              {{"id", jsonOf(person)},
               {"name", name},
               {"roles", roles},
               {"classification", m_texts.below(2) ? "Library Assistant" : "Librarian I"},
               {"branch", "Branch " + std::to_string(m_texts.below(40))}});
        return person;
    };
    add(kCoordinator, json::array({"coordinator", "liaison", "mentor"}));
    for (int i = 1; i < kPeople; ++i) {
        const bool mentor = i % 5 == 0;
        const bool liaison = i % 100 == 50;
        const std::string name = i == 5    ? kMentor
                                 : i == 1  ? kMentee
                                 : i == 50 ? kLiaison
                                           : m_texts.personName();
        const PersonId person = add(name, liaison  ? json::array({"mentor", "liaison"})
                                          : mentor ? json::array({"mentor"})
                                                   : json::array({"mentee"}));
        (mentor ? m_mentors : m_mentees).push_back(person);
        if (liaison)
            m_liaisons.push_back(person);
    }
    for (int year = 2020; year <= kLastYear; ++year) {
        const auto cohort = id<CohortId>();
        event(cohort.uuid(), {}, "cohort.added",
              {{"id", jsonOf(cohort)},
               {"name", std::to_string(year)},
               {"starts_on", std::to_string(year) + "-01-01"},
               {"ends_on", std::to_string(year) + "-12-31"}});
        for (std::size_t i = 0; i < m_mentees.size(); ++i)
            event(cohort.uuid(), {}, "pair.added",
                  {{"id", jsonOf(id<PairId>())},
                   {"cohort", jsonOf(cohort)},
                   {"mentee", jsonOf(m_mentees[i])},
                   {"mentor", jsonOf(m_mentors[i % m_mentors.size()])},
                   {"liaison", jsonOf(m_liaisons[i % m_liaisons.size()])},
                   {"on", std::to_string(year) + "-01-01"}});
        for (std::size_t i = 0; i < m_mentees.size(); i += 3)
            event(m_mentees[i].uuid(), {}, "outcome.added",
                  {{"id", jsonOf(id<OutcomeId>())},
                   {"person", jsonOf(m_mentees[i])},
                   {"kind", name(kOutcomeKinds[i % kOutcomeKinds.size()])},
                   {"on", std::to_string(year) + (i % 2 ? "-05-04" : "-10-12")},
                   {"text", ""}});
        if (year < kLastYear)
            event(cohort.uuid(), {}, "cohort.ended",
                  {{"id", jsonOf(cohort)}, {"on", std::to_string(year) + "-12-31"}});
    }
}

void LogWriter::writeKits() {
    for (int i = 0; i < kKits; ++i) {
        Kit kit;
        kit.id = id<KitId>();
        kit.name = "Library Assistant, " + m_texts.personName();
        kit.position = "Library Assistant";
        kit.classification = "Step " + std::to_string(i % 7);
        for (int q = 0; q < 6; ++q)
            kit.questions.push_back(
                {id<QuestionId>(), m_texts.note(), "Service", {m_texts.note()}, m_texts.note()});
        kit.rubric.id = id<RubricId>();
        kit.rubric.name = kit.name;
        for (const char* name : {"Structure", "Service", "Judgement", "Voice"}) {
            Criterion criterion{id<CriterionId>(), name, m_texts.note(), 1.0, {}};
            for (int level = 1; level <= 5; ++level)
                criterion.levels.push_back({level, "Level " + std::to_string(level), m_texts.note()});
            kit.rubric.criteria.push_back(std::move(criterion));
        }
        event(kit.id.uuid(), {}, "kit.published", toJson(kit));
        m_kits.push_back(std::move(kit));
    }
}

void LogWriter::writeReview(SessionId session, RecordingId recording, PersonId rater, const Kit& kit,
                            bool finished) {
    const auto review = id<ReviewId>();
    event(review.uuid(), rater, "review.begun",
          {{"id", jsonOf(review)}, {"session", jsonOf(session)}, {"rater", jsonOf(rater)}});
    for (int i = 0; i < kNotesOfASession; ++i)
        event(review.uuid(), rater, "note.added",
              {{"id", jsonOf(id<NoteId>())},
               {"review", jsonOf(review)},
               {"recording", jsonOf(recording)},
               {"at_us", i * kMinuteUs + m_texts.below(50) * 1'000'000},
               {"until_us", nullptr},
               {"text", m_texts.note()},
               {"criterion", i % 3 ? json(nullptr) : jsonOf(kit.rubric.criteria[0].id)},
               {"tags", i % 4 ? json::array() : json::array({"result"})},
               {"question", nullptr},
               {"audience", i % 9 ? "shared" : "private"},
               {"drawing", nullptr}});
    for (std::size_t i = 0; i < 2; ++i)
        event(review.uuid(), rater, "score.set",
              {{"id", jsonOf(id<ScoreId>())},
               {"review", jsonOf(review)},
               {"criterion", jsonOf(kit.rubric.criteria[i].id)},
               {"question", nullptr},
               {"level", 1 + m_texts.below(5)}});
    if (!finished)
        return;
    event(
        review.uuid(), rater, "commitments.set",
        {{"id", jsonOf(review)},
         {"commitments", json::array({json{{"id", jsonOf(id<CommitmentId>())}, {"text", m_texts.note()}}})}});
    event(review.uuid(), rater, "review.sealed", {{"id", jsonOf(review)}, {"hash", std::string(64, '0')}});
    event(review.uuid(), rater, "review.opened", {{"id", jsonOf(review)}});
}

void LogWriter::writeSession(int number) {
    m_now = std::max(m_now + 1, kStartMs + kYearsMs / m_sessions * number);
    const std::size_t sat = m_texts.below(static_cast<unsigned>(m_mentees.size()));
    const PersonId rater = m_mentors[sat % m_mentors.size()];
    const Kit& kit = m_kits[sat % 5 * (m_kits.size() / 5) + m_texts.below(4)];
    const auto session = id<SessionId>();
    const auto recording = id<RecordingId>();
    const json tracks = json::array({json{{"stream", 0},
                                          {"kind", "video"},
                                          {"role", "source"},
                                          {"source", "screen"},
                                          {"name", "Screen"},
                                          {"codec", "h264"},
                                          {"width", 1280},
                                          {"height", 720},
                                          {"sample_rate", 0}}});
    event(session.uuid(), m_mentees[sat], "session.added",
          {{"id", jsonOf(session)},
           {"mentee", jsonOf(m_mentees[sat])},
           {"kit", jsonOf(kit.id)},
           {"kit_version", 1},
           {"mode", number % 3 ? "virtual" : "in-person"},
           {"started_at_ms", m_now},
           {"panel", json::array({jsonOf(rater)})}});
    event(session.uuid(), m_mentees[sat], "recording.begun",
          {{"id", jsonOf(recording)},
           {"session", jsonOf(session)},
           {"part", 1},
           {"file", "media/" + recording.toString() + ".mkv"},
           {"started_at_ms", m_now},
           {"tracks", tracks}});
    event(session.uuid(), m_mentees[sat], "recording.finished",
          {{"id", jsonOf(recording)},
           {"state", "complete"},
           {"duration_us", 15 * kMinuteUs},
           {"bytes", 100'000'000},
           {"tracks", tracks}});
    const bool last = number + static_cast<int>(kAwaited) >= m_sessions;
    if (!last || number % 2 == 0)
        writeReview(session, recording, rater, kit, !last);
}

Result<void> LogWriter::write() {
    int next = -1; // people and kits first
    while (next < m_sessions)
        TRY(m_database.transact([&]() -> Result<void> {
            if (next < 0) {
                writePeople();
                writeKits();
                ++next;
            }
            for (const auto until = m_clock + kEventsInATransaction; next < m_sessions && m_clock < until;)
                writeSession(next++);
            return {};
        }));
    return {};
}

Result<void> make(const std::filesystem::path& folder, int sessions) {
    auto database = TRY(Database::open(folder, true));
    database->connection().exec("PRAGMA synchronous = OFF");
    TRY(LogWriter(*database, sessions).write());
    return database->remake([&]() -> Result<void> {
        rebuildProjections(*database);
        return {};
    });
}

} // namespace

Result<std::filesystem::path> madeCatalog(const std::filesystem::path& cache, int sessions) {
    const std::string name =
        "catalog-" + std::to_string(sessions) + "-v" + std::to_string(migrations().back().version);
    if (std::filesystem::exists(cache / name))
        return cache / name;
    const std::filesystem::path partial = cache / (name + ".partial");
    std::filesystem::remove_all(partial);
    std::filesystem::create_directories(cache);
    std::fprintf(stderr, "making a catalog of %d sessions ...\n", sessions);
    const auto begun = std::chrono::steady_clock::now();
    TRY(make(partial, sessions));
    std::fprintf(stderr, "  made in %.1f s\n",
                 std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    std::filesystem::rename(partial, cache / name);
    return cache / name;
}

} // namespace mockingbird::bench
