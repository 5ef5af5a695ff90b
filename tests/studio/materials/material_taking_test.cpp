// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_taking.h"

#include "common/catalog/catalog.h"
#include "common/catalog/material_store.h"
#include "common/catalog/search_store.h"
#include "studio/materials/material_job.h"
#include "tests/gui/wait_for.h"
#include "tests/studio/materials/made_pdf.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <fstream>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

using mockingbird::test::waitFor;

namespace {

class MaterialTaking : public ::testing::Test {
protected:
    MaterialTaking() : m_catalog(std::move(catalog::Catalog::open(m_folder / "catalog")).value()) {}

    std::filesystem::path pdf(const QStringList& pages) {
        const auto file = m_folder / "board.pdf";
        mockingbird::test::makePdf(QString::fromStdString(file.string()), pages);
        return file;
    }
    std::filesystem::path lay(const std::string& name, const std::string& bytes) {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
        return m_folder / name;
    }
    mockingbird::test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
};

} // namespace

TEST_F(MaterialTaking, TheWordsOfAPdfAreFoundByTheirPage) {
    const auto taken = takeMaterial(*m_catalog, pdf({"Announcement", "The oral board"}), {}, {}, {});
    ASSERT_TRUE(taken.ok()) << taken.error().detail;
    EXPECT_FALSE(taken->wordsFailed);
    const auto hits = m_catalog->search().find("board oral").value();
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].page, 2);
}

TEST_F(MaterialTaking, APdfNobodyCanReadIsThereAndItIsTold) {
    const auto taken = takeMaterial(*m_catalog, lay("bad.pdf", "%PDF-1.7\nbroken"), {}, {}, {});
    ASSERT_TRUE(taken.ok());
    ASSERT_TRUE(taken->wordsFailed);
    EXPECT_EQ(taken->wordsFailed->code, ErrorCode::Corrupt);
    EXPECT_EQ(m_catalog->materials().all().value().size(), 1U);
}

TEST_F(MaterialTaking, WhatIsCalledARecordingHasToBeOne) {
    EXPECT_FALSE(takeMaterial(*m_catalog, lay("talk.mp4", "no media"), {}, {}, {}).ok());
    const auto talk = takeMaterial(
        *m_catalog, std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "studio/sample/attempt_1.mkv", {}, {},
        {});
    ASSERT_TRUE(talk.ok()) << talk.error().detail;
    EXPECT_EQ(talk->material.kind, catalog::MaterialKind::Recording);
}

TEST_F(MaterialTaking, AJobTakesSeveralFilesAndNamesThoseThatFail) {
    MaterialJob job;
    QSignalSpy failed(&job, &MaterialJob::fileFailed);
    QSignalSpy finished(&job, &MaterialJob::finished);
    MaterialJob::Plan plan;
    plan.catalog = m_catalog->folder();
    plan.files = {lay("one.md", "# One"), lay("two.exe", "MZ"), lay("same.md", "# One"), pdf({"Three"})};
    plan.attached = {catalog::Attachment::everyone()};
    job.start(plan);
    ASSERT_TRUE(waitFor([&] { return finished.size() == 1; }));
    EXPECT_EQ(finished[0][0].toInt(), 2);
    EXPECT_EQ(finished[0][1].toInt(), 1);
    ASSERT_EQ(failed.size(), 1);
    EXPECT_EQ(failed[0][0].toString(), QStringLiteral("two.exe"));
    EXPECT_EQ(m_catalog->materials().ofKit({}).value().size(), 2U);
    EXPECT_TRUE(m_catalog->verify().value().empty());
}

TEST_F(MaterialTaking, ACancelledJobLeavesWhatWasThere) {
    MaterialJob job;
    QSignalSpy finished(&job, &MaterialJob::finished);
    MaterialJob::Plan plan;
    plan.catalog = m_catalog->folder();
    plan.files = {lay("large.md", std::string(3 << 20, 'x')), lay("two.md", "# Two")};
    job.start(plan);
    job.cancel();
    ASSERT_TRUE(waitFor([&] { return finished.size() == 1; }));
    EXPECT_LT(finished[0][0].toInt(), 2);
    EXPECT_EQ(m_catalog->materials().all().value().size(), static_cast<std::size_t>(finished[0][0].toInt()));
    EXPECT_TRUE(m_catalog->verify().value().empty());
}

} // namespace mockingbird::studio::test
