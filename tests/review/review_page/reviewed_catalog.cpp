// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/review_page/reviewed_catalog.h"

#include "tests/support/coded_media.h"

#include <cstdlib>
#include <iostream>

namespace mockingbird::test {

namespace {

template <class T>
T must(Result<T> result) {
    if (!result.ok()) {
        std::cerr << "the test's catalog: " << result.error().detail << '\n';
        std::abort();
    }
    return std::move(result).value();
}

void must(const Result<void>& result) {
    if (!result.ok()) {
        std::cerr << "the test's catalog: " << result.error().detail << '\n';
        std::abort();
    }
}

const std::filesystem::path& codedFile() {
    static const TemporaryFolder folder;
    static const std::filesystem::path file = [] {
        CodedMedia media;
        media.frames = 250;
        media.keyframeEvery = 25;
        media.sound = true;
        must(write(media, folder / "coded.mkv"));
        return folder / "coded.mkv";
    }();
    return file;
}

std::vector<catalog::Level> levels(const std::string& about) {
    return {
        {1, "Not yet", "Nothing of " + about + " can be made out. The panel has to guess what is meant."},
        {2, "Beginning", "Some of " + about + " is there, but steps are missing, jump about, or trail off."},
        {3, "Sound",
         "Shows " + about + " in order. One part is thin, and the panel asks one follow-up question."},
        {4, "Strong", "Shows " + about + " in full and in proportion. Begins directly and ends on purpose."},
        {5, "Outstanding",
         "As Strong, and says at the start where the answer leads, uses the time for what matters most, and "
         "ties "
         "the ending back to the question."}};
}

} // namespace

ReviewedCatalog::ReviewedCatalog() {
    m_catalog = must(catalog::Catalog::open(m_folder / "catalog"));
    mentee = must(m_catalog->people().add("Maya Lind", {catalog::Role::Mentee}));
    ann = must(m_catalog->people().add("Ann Okafor", {catalog::Role::Mentor}));
    ben = must(m_catalog->people().add("Ben Ruiz", {catalog::Role::Mentor}));
    m_catalog->actAs(ann.id);
    kit.name = "Library Assistant, oral board";
    kit.position = "Library Assistant";
    kit.profile.passLinePercent = 70;
    kit.questions = {
        {{}, "Tell us about a time you helped someone who was upset. How did it end?", "", {}, "", 120},
        {{}, "You are alone at the desk. Three people wait, the phone rings.", "", {}, "", 120},
        {{}, "Someone asks what a member of their family has on loan.", "", {}, "", 120}};
    kit.rubric.name = "Oral board";
    kit.rubric.criteria = {
        {{},
         "Structure",
         "Can the panel follow the answer from its beginning to its end?",
         1.0,
         levels("an order")},
        {{}, "Service", "What is heard of listening, respect and fairness?", 2.0, levels("listening")},
        {{},
         "Own part and result",
         "Is it clear what the candidate did themselves?",
         1.0,
         levels("an own part")}};
    kit = must(m_catalog->kits().publish(kit));
}

catalog::Session ReviewedCatalog::addSession(int daysAgo) {
    const WallTime day{WallTime::now().milliseconds - std::int64_t{daysAgo} * 86'400'000};
    return must(m_catalog->sessions().add(mentee.id, kit.id, catalog::SessionMode::InPerson, {ben.id}, day));
}

catalog::Recording ReviewedCatalog::addRecording(const catalog::Session& session) {
    return addRecording(session, codedFile(), MediaTime(std::chrono::seconds(10)));
}

catalog::Recording ReviewedCatalog::addRecording(const catalog::Session& session,
                                                 const std::filesystem::path& file, MediaTime duration) {
    const auto begun = must(m_catalog->recordings().begin(session.id, {}));
    const auto path = m_catalog->recordings().path(begun);
    std::filesystem::create_directories(path.parent_path());
    std::filesystem::copy_file(file, path);
    return must(m_catalog->recordings().finish(begun.id, catalog::RecordingState::Complete, duration,
                                               static_cast<std::int64_t>(std::filesystem::file_size(path)),
                                               {}));
}

catalog::Recording ReviewedCatalog::addLostFile(const catalog::Session& session) {
    const auto begun = must(m_catalog->recordings().begin(session.id, {}));
    return must(m_catalog->recordings().finish(begun.id, catalog::RecordingState::Complete,
                                               MediaTime(std::chrono::seconds(10)), 1000, {}));
}

catalog::Session ReviewedCatalog::addRecordedSession(int daysAgo) {
    const auto session = addSession(daysAgo);
    const auto recording = addRecording(session);
    std::int64_t second = 0;
    for (const catalog::Question& question : kit.questions) {
        must(m_catalog->sessions().beginSegment(session.id, recording.id, question.id,
                                                MediaTime(std::chrono::seconds(second))));
        second += 3;
    }
    must(
        m_catalog->sessions().addBookmark(session.id, recording.id, MediaTime::fromSeconds(4.5), "good one"));
    return session;
}

catalog::Review ReviewedCatalog::reviewOf(const catalog::Person& rater, const catalog::Session& session) {
    const catalog::PersonId before = m_catalog->actor();
    m_catalog->actAs(rater.id);
    const auto review = must(m_catalog->reviews().mine(session.id));
    m_catalog->actAs(before);
    return review;
}

catalog::Note ReviewedCatalog::addNote(const catalog::Person& rater, const catalog::Session& session,
                                       MediaTime at, const std::string& text,
                                       std::optional<std::size_t> criterion) {
    const auto review = reviewOf(rater, session);
    catalog::Note note;
    note.at = at;
    note.text = text;
    if (criterion)
        note.criterion = kit.rubric.criteria.at(*criterion).id;
    const catalog::PersonId before = m_catalog->actor();
    m_catalog->actAs(rater.id);
    note = must(m_catalog->reviews().addNote(review.id, note));
    m_catalog->actAs(before);
    return note;
}

void ReviewedCatalog::score(const catalog::Person& rater, const catalog::Session& session,
                            const std::vector<int>& levels) {
    const auto review = reviewOf(rater, session);
    const catalog::PersonId before = m_catalog->actor();
    m_catalog->actAs(rater.id);
    for (std::size_t i = 0; i < levels.size(); ++i)
        must(m_catalog->reviews().setScore(review.id, kit.rubric.criteria.at(i).id, levels[i]));
    m_catalog->actAs(before);
}

void ReviewedCatalog::seal(const catalog::Person& rater, const catalog::Session& session) {
    const auto review = reviewOf(rater, session);
    const catalog::PersonId before = m_catalog->actor();
    m_catalog->actAs(rater.id);
    must(m_catalog->reviews().seal(review.id));
    m_catalog->actAs(before);
}

} // namespace mockingbird::test
