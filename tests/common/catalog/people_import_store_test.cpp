// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/people_import_store.h"

#include "tests/common/catalog/fixture.h"

namespace mockingbird::catalog::test {

TEST_F(CatalogTest, AnImportIsKeptWithItsStepsAndTakenBackOnce) {
    auto& imports = m_catalog->peopleImports();
    const auto first = must(imports.record("staff.csv", {{{"did", "add"}}}));
    const auto second = must(imports.record("more.csv", nlohmann::json::array()));
    const auto all = must(imports.all());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, second.id);
    EXPECT_EQ(all[1].steps, (nlohmann::json{{{"did", "add"}}}));
    must(imports.markUndone(first.id));
    EXPECT_TRUE(must(imports.byId(first.id)).undone);
    EXPECT_FALSE(must(imports.byId(second.id)).undone);
    EXPECT_EQ(codeOf(imports.markUndone(first.id)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(imports.byId(PeopleImportId::make())), ErrorCode::NotFound);
}

TEST_F(CatalogTest, AnImportKnowsWhomSomethingHappenedToSince) {
    auto& imports = m_catalog->peopleImports();
    const Person dora = must(m_catalog->people().add("Dora", {Role::Mentee}));
    const Person eva = must(m_catalog->people().add("Eva", {Role::Mentee}));
    const auto import = must(imports.record("staff.csv", nlohmann::json::array()));
    EXPECT_FALSE(must(imports.touchedSince(import, dora.id)));
    must(m_catalog->goals().set(dora.id, "Speak up"));
    m_catalog->actAs(eva.id);
    must(m_catalog->people().add("Fay", {Role::Mentee}));
    EXPECT_TRUE(must(imports.touchedSince(import, dora.id))) << "written of her";
    EXPECT_TRUE(must(imports.touchedSince(import, eva.id))) << "written by her";
    EXPECT_FALSE(must(imports.touchedSince(import, m_mentee.id)));
}

} // namespace mockingbird::catalog::test
