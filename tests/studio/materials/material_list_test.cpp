// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_list.h"

#include "common/catalog/material_store.h"
#include "common/catalog/people_store.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace mockingbird::studio::test {

namespace {

class MaterialList : public ::testing::Test {
protected:
    MaterialList() : m_catalog(std::move(catalog::Catalog::open(m_folder.path())).value()) {
        m_mentee = m_catalog->people().add("Maya", {catalog::Role::Mentee}).value().id;
        m_other = m_catalog->people().add("Omar", {catalog::Role::Mentee}).value().id;
        m_star = add("STAR", {catalog::Attachment::everyone()}, {});
        m_board =
            add("Oral board", {catalog::Attachment::person(m_mentee)}, {"Announcement", "The panel sits"});
        add("Another's", {catalog::Attachment::person(m_other)}, {"The panel sits"});
        m_catalog->actAs(m_mentee);
    }
    catalog::MaterialId add(const std::string& title, std::vector<catalog::Attachment> attached,
                            std::vector<std::string> pages) {
        catalog::MaterialDraft draft;
        draft.title = title;
        draft.attached = std::move(attached);
        draft.pages = std::move(pages);
        if (!draft.pages.empty()) {
            draft.kind = catalog::MaterialKind::Pdf;
            draft.file = catalog::MaterialFile{std::string(64, title[0] == 'O' ? 'a' : 'b'), 10, "a.pdf"};
        }
        return m_catalog->materials().add(draft).value().id;
    }
    std::vector<std::string> titles(const MaterialFilter& filter) {
        std::vector<std::string> found;
        const auto rows = materialRows(*m_catalog, filter).valueOr({});
        for (const MaterialRow& row : rows)
            found.push_back(row.material.title);
        return found;
    }
    mockingbird::test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::PersonId m_mentee;
    catalog::PersonId m_other;
    catalog::MaterialId m_star;
    catalog::MaterialId m_board;
};

using Titles = std::vector<std::string>;

} // namespace

TEST_F(MaterialList, HoldsWhatTheActingPersonMayRead) {
    EXPECT_EQ(titles({}), (Titles{"Oral board", "STAR"}));
    m_catalog->actAs({});
    EXPECT_EQ(titles({}).size(), 3U);
}

TEST_F(MaterialList, IsFilteredByKindPersonAndWhatIsRead) {
    MaterialFilter filter;
    filter.kind = catalog::MaterialKind::Pdf;
    EXPECT_EQ(titles(filter), Titles{"Oral board"});
    filter = {};
    filter.attachedTo = catalog::Attachment::everyone();
    EXPECT_EQ(titles(filter), Titles{"STAR"});
    ASSERT_TRUE(m_catalog->materials().readings().setRead(m_mentee, m_star, true).ok());
    filter = {};
    filter.state = MaterialFilter::State::Unread;
    EXPECT_EQ(titles(filter), Titles{"Oral board"});
    filter.state = MaterialFilter::State::Read;
    EXPECT_EQ(titles(filter), Titles{"STAR"});
}

TEST_F(MaterialList, ShowsWherePagesHoldTheWords) {
    MaterialFilter filter;
    filter.words = QStringLiteral("panel");
    const auto rows = materialRows(*m_catalog, filter).value();
    ASSERT_EQ(rows.size(), 1U) << "and not what is another's";
    EXPECT_EQ(rows[0].material.id, m_board);
    EXPECT_EQ(rows[0].page, 2);
    EXPECT_EQ(rows[0].snippet, QStringLiteral("The panel sits"));
}

} // namespace mockingbird::studio::test
