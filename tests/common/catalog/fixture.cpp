// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/catalog/fixture.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdlib>
#include <fstream>

namespace mockingbird::catalog::test {

Kit sampleKit() {
    Kit kit;
    kit.name = "Senior Library Assistant";
    kit.position = "Senior Library Assistant";
    kit.classification = "Grade 9";
    kit.profile = {"Oral board", 30, 120, 20, 70.0, 1};
    kit.questions = {
        {{}, "Tell us about a conflict at the desk.", "Service", {"What then?"}, "Calm, concrete", 0},
        {{}, "How do you train a new page?", "Leading", {}, "A plan and a check", 90}};
    const std::vector<Level> levels = {{1, "Weak", "Speaks in generalities"},
                                       {2, "Fair", "One example, no result"},
                                       {3, "Good", "An example with a result"},
                                       {4, "Strong", "Several, with results"},
                                       {5, "Outstanding", "And what was learnt"}};
    kit.rubric.name = "Oral board";
    kit.rubric.criteria = {{{}, "Structure", "Situation, task, action, result", 2.0, levels},
                           {{}, "Poise", "Voice, pace, eye contact", 1.0, levels}};
    return kit;
}

Dump dumpOf(const std::filesystem::path& folder) {
    Dump dump;
    SQLite::Database database((folder / "catalog.db").string(), SQLite::OPEN_READONLY, 5000);
    for (const ProjectedTable& table : projectedTables()) {
        auto& lines = dump[std::string(table.name)];
        SQLite::Statement rows(database, std::string(table.dump));
        while (rows.executeStep()) {
            std::string line;
            for (int i = 0; i < rows.getColumnCount(); ++i)
                line += (rows.isColumnNull(i) ? "<null>" : rows.getColumn(i).getString()) + "|";
            lines.push_back(line);
        }
    }
    return dump;
}

void layFile(Catalog& catalog, const Recording& recording) {
    std::ofstream(catalog.recordings().path(recording)) << "media";
}

Note noteAt(double at, const std::string& text) {
    Note note;
    note.at = seconds(at);
    note.text = text;
    return note;
}

Drawing sampleDrawing() {
    return {1,
            {{ShapeKind::Arrow, {{0.25, 0.5}, {0.75, 0.5}}},
             {ShapeKind::Ellipse, {{0, 0}, {1, 1}}},
             {ShapeKind::Line, {{0.1, 0.2}, {0.3, 0.4}, {0.12345, 0.6}}}}};
}

std::vector<Cue> sampleCues() {
    return {{seconds(1), seconds(3), "Welcome to the board.", "Ben"},
            {seconds(5), seconds(9), "I weeded the periodicals.\nIt took a year.", "Ana"}};
}

CatalogTest::CatalogTest() {
    m_catalog = must(Catalog::open(m_folder.path()));
    m_mentee = must(m_catalog->people().add("Ana Díaz", {Role::Mentee}, "Library Assistant", "Downtown"));
    m_mentor = must(m_catalog->people().add("Ben Okafor", {Role::Mentor}));
    m_liaison = must(m_catalog->people().add("Chen Li", {Role::Liaison, Role::Coordinator}));
    m_kit = must(m_catalog->kits().publish(sampleKit()));
    m_session = must(m_catalog->sessions().add(m_mentee.id, m_kit.id, SessionMode::InPerson, {m_mentor.id},
                                               WallTime{1'700'000'000'000}));
    m_recording = must(m_catalog->recordings().begin(m_session.id, {}));
    m_recording = must(m_catalog->recordings().finish(
        m_recording.id, RecordingState::Complete, seconds(60), 1234,
        {{0, TrackKind::Video, TrackRole::Source, "screen", "Screen", "h264", 1280, 720, 0},
         {1, TrackKind::Audio, TrackRole::Mix, "", "Mix", "aac", 0, 0, 48000}}));
    layFile(*m_catalog, m_recording);
    m_catalog->actAs(m_mentor.id);
}

} // namespace mockingbird::catalog::test
