// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/verification.h"

#include "tests/common/catalog/fixture.h"

#include <SQLiteCpp/Database.h>
#include <fstream>

namespace mockingbird::catalog::test {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class VerificationTest : public CatalogTest {
protected:
    void tamper(const char* sql) {
        SQLite::Database other((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        other.exec(sql);
    }
};

TEST_F(VerificationTest, AHealthyCatalogHasNoFaults) {
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(VerificationTest, AMissingFileIsNamed) {
    std::filesystem::remove(m_catalog->recordings().path(m_recording));
    EXPECT_THAT(must(m_catalog->verify()), ElementsAre(HasSubstr(m_recording.file + " is missing")));
}

TEST_F(VerificationTest, AFileThatNothingKnowsIsNamedButNoCache) {
    std::ofstream(m_catalog->mediaFolder() / "stray.mkv") << "x";
    std::ofstream(m_catalog->mediaFolder() / "stray.peaks") << "x";
    std::ofstream(m_catalog->mediaFolder() / "stray.jpg") << "x";
    EXPECT_THAT(must(m_catalog->verify()), ElementsAre(HasSubstr("media/stray.mkv belongs to no recording")));
}

TEST_F(VerificationTest, ATableThatDiffersFromTheLogIsNamed) {
    tamper("UPDATE recording SET bytes = bytes + 1");
    EXPECT_THAT(must(m_catalog->verify()), ElementsAre(HasSubstr("table recording differs")));
    must(m_catalog->rebuild());
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(VerificationTest, ASearchIndexThatLostItsWordsIsNamed) {
    tamper("INSERT INTO search_text (search_text) VALUES ('delete-all')");
    EXPECT_THAT(must(m_catalog->verify()),
                ElementsAre(HasSubstr("table search_text differs"), HasSubstr("table search_word differs")));
    must(m_catalog->rebuild());
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
    EXPECT_EQ(must(m_catalog->search().find("ana")).size(), 1U);
}

TEST_F(VerificationTest, WordsThatSearchingWouldNotGoOnToAreNamed) {
    tamper("DELETE FROM search_word");
    EXPECT_EQ(must(m_catalog->search().find("senior")).size(), 0U);
    EXPECT_THAT(must(m_catalog->verify()), ElementsAre(HasSubstr("table search_word differs")));
    must(m_catalog->rebuild());
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
    EXPECT_EQ(must(m_catalog->search().find("senior")).size(), 1U);
}

TEST_F(VerificationTest, AReviewChangedAfterItsSealIsNamed) {
    auto& reviews = m_catalog->reviews();
    const Review mine = must(reviews.mine(m_session.id));
    must(reviews.addNote(mine.id, noteAt(1, "before")));
    must(reviews.seal(mine.id));
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
    tamper("UPDATE note SET text = 'after'");
    EXPECT_THAT(must(m_catalog->verify()), Contains(HasSubstr("Ben Okafor")));
}

TEST_F(VerificationTest, AConsentWhoseTextWasChangedIsNamed) {
    must(m_catalog->consents().agree(m_session.id, m_mentee.id, "May be shown to the panel", WallTime{1}));
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
    tamper("UPDATE consent_text SET text = 'May be shown to everybody'");
    EXPECT_THAT(must(m_catalog->verify()), Contains(HasSubstr("text of a consent")));
    must(m_catalog->rebuild());
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(VerificationTest, ALogOfTheSessionThatWasChangedIsNamed) {
    must(m_catalog->incidents().begin(m_session.id, m_recording.id, "mic:1", "Microphone",
                                      IncidentKind::Silent, seconds(3)));
    must(m_catalog->sessions().join(m_session.id, m_liaison.id, Seat::Observer));
    tamper("DELETE FROM incident; UPDATE session_seat SET seat = 'panel'");
    EXPECT_THAT(must(m_catalog->verify()),
                ElementsAre(HasSubstr("table incident differs"), HasSubstr("table session_seat differs")));
    must(m_catalog->rebuild());
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(VerificationTest, ARowThatRefersToNothingIsNamed) {
    tamper("PRAGMA foreign_keys = OFF; DELETE FROM person WHERE name = 'Ben Okafor'");
    EXPECT_THAT(must(m_catalog->verify()), Contains(HasSubstr("refers to one of person")));
}

TEST_F(VerificationTest, ADamagedFileIsAFindingOrAnErrorAndNeverSilence) {
    must(m_catalog->people().all());
    m_catalog.reset();
    const auto file = m_folder.path() / "catalog.db";
    const auto size = std::filesystem::file_size(file);
    {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(static_cast<std::streamoff>(4096 * 3)); // past the schema's first pages
        stream << std::string(size - 4096 * 3 - 1, '\x5a');
    }
    auto opened = Catalog::open(m_folder.path());
    if (!opened.ok()) {
        EXPECT_EQ(opened.error().code, ErrorCode::Corrupt);
        return;
    }
    const auto faults = (*opened)->verify();
    if (faults.ok())
        EXPECT_FALSE(faults->empty());
    else
        EXPECT_EQ(faults.error().code, ErrorCode::Corrupt);
}

} // namespace mockingbird::catalog::test
