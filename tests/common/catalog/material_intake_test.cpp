// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_intake.h"

#include "tests/common/catalog/fixture.h"

#include <fstream>

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

class MaterialIntakeTest : public CatalogTest {
protected:
    MaterialIntakeTest() : m_intake(m_catalog->materials(), m_catalog->folder()) {
        layFile(*m_catalog, m_recording);
    }
    std::filesystem::path lay(const std::string& name, const std::string& bytes) {
        std::ofstream(m_outside / name, std::ios::binary) << bytes;
        return m_outside / name;
    }
    TemporaryFolder m_outside;
    MaterialIntake m_intake;
};

} // namespace

TEST_F(MaterialIntakeTest, TakesAFileByItsEndingAndFindsTheWordsInIt) {
    MaterialDraft draft;
    draft.attached = {Attachment::kit(m_kit.id)};
    const auto filed = must(m_intake.addFile(
        lay("oral_board.HTML", "<h1>Panels</h1><script>steal()</script><p>Three people</p>"), draft));
    EXPECT_FALSE(filed.known);
    EXPECT_EQ(filed.material.title, "oral board");
    EXPECT_EQ(filed.material.kind, MaterialKind::Html);
    EXPECT_THAT(must(m_intake.textOf(filed.material)), HasSubstr("<script>")) << "the file is as it was";
    EXPECT_EQ(must(m_catalog->search().find("three peo")).size(), 1U);
    EXPECT_THAT(must(m_catalog->search().find("steal")), IsEmpty());
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(MaterialIntakeTest, TheSameFileTwiceIsOneMaterial) {
    MaterialDraft draft;
    const auto first = must(m_intake.addFile(lay("star.md", "# STAR"), draft));
    draft.attached = {Attachment::kit(m_kit.id)};
    const auto again = must(m_intake.addFile(lay("copy of star.md", "# STAR"), draft));
    EXPECT_TRUE(again.known);
    EXPECT_EQ(again.material.id, first.material.id);
    EXPECT_EQ(must(m_catalog->materials().ofKit(m_kit.id)).size(), 1U);
    EXPECT_EQ(must(m_catalog->materials().all()).size(), 1U);
}

TEST_F(MaterialIntakeTest, RefusesWhatIsNotWhatItSaysAndLeavesNothing) {
    for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"a.pdf", "not a PDF"},
                                      {"b.png", "GIF"},
                                      {"c.md", std::string("a\0b", 3)},
                                      {"d.exe", "MZ"}})
        EXPECT_FALSE(m_intake.addFile(lay(name, bytes), {}).ok()) << name;
    EXPECT_FALSE(std::filesystem::exists(m_catalog->folder() / "materials"));
    EXPECT_THAT(must(m_catalog->materials().all()), IsEmpty());
}

TEST_F(MaterialIntakeTest, WhatCantBeFiledLeavesNoFile) {
    MaterialDraft draft;
    draft.attached = {Attachment::kit(KitId::make())};
    EXPECT_EQ(codeOf(m_intake.addFile(lay("star.md", "# STAR"), draft)), ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(m_catalog->folder() / "materials"));
}

TEST_F(MaterialIntakeTest, AMissingAndAChangedFileAreTold) {
    const auto filed = must(m_intake.addFile(lay("star.md", "# STAR"), {}));
    const auto kept = m_intake.folder().path(filed.material.file->hash);
    std::ofstream(kept) << "# RATS";
    EXPECT_EQ(codeOf(m_intake.textOf(filed.material)), ErrorCode::Corrupt);
    EXPECT_THAT(must(m_catalog->verify()), ::testing::ElementsAre(HasSubstr("was changed")));
    std::filesystem::remove(kept);
    EXPECT_EQ(codeOf(m_intake.textOf(filed.material)), ErrorCode::NotFound);
    EXPECT_THAT(must(m_catalog->verify()), ::testing::ElementsAre(HasSubstr("is missing")));
    must(m_intake.addFile(lay("star.md", "# STAR"), {}));
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty()) << "adding it again brings it back";
    must(m_intake.folder().takeBytes("nobody's", "x.md"));
    EXPECT_THAT(must(m_catalog->verify()), ::testing::ElementsAre(HasSubstr("belongs to no material")));
}

TEST_F(MaterialIntakeTest, ANewerFileReplacesIt) {
    const auto filed = must(m_intake.addFile(lay("star.md", "# STAR"), {}));
    const Material newer = must(m_intake.replaceFile(filed.material.id, lay("star.html", "<p>Result</p>")));
    EXPECT_EQ(newer.kind, MaterialKind::Html);
    EXPECT_EQ(newer.version, 2);
    EXPECT_EQ(must(m_catalog->search().find("result")).size(), 1U);
    EXPECT_FALSE(m_intake.replaceFile(filed.material.id, lay("bad.pdf", "x")).ok());
    EXPECT_THAT(must(m_catalog->verify()), IsEmpty());
}

TEST_F(MaterialIntakeTest, BytesFromAnotherCatalogKeepTheirId) {
    MaterialDraft draft;
    draft.kind = MaterialKind::Markdown;
    draft.id = MaterialId::make();
    const auto filed = must(m_intake.addBytes("# One", "one.md", draft));
    EXPECT_EQ(filed.material.id, draft.id);
    EXPECT_EQ(filed.material.title, "one");
    draft.id = MaterialId::make();
    EXPECT_EQ(must(m_intake.addBytes("# One", "one.md", draft)).material.id, draft.id)
        << "two materials may have one file";
}

TEST_F(MaterialIntakeTest, ALinkIsCalledByWhereItLeads) {
    const Material link = must(m_intake.addLink(" https://www.example.org/jobs/?id=1 ", {}));
    EXPECT_EQ(link.title, "www.example.org/jobs");
    EXPECT_EQ(link.url, "https://www.example.org/jobs/?id=1");
    EXPECT_FALSE(m_intake.addLink("jobs", {}).ok());
}

} // namespace mockingbird::catalog::test
