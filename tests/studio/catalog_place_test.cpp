// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/catalog_place.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_store.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace mockingbird::studio {
namespace {

namespace fs = std::filesystem;

class CatalogPlaceTest : public ::testing::Test {
protected:
    void SetUp() override {
        fs::create_directories(folder);
        setenv("XDG_DATA_HOME", folder.c_str(), 1);
        unsetenv("MOCKINGBIRD_CATALOG");
    }
    void TearDown() override {
        unsetenv("XDG_DATA_HOME");
        unsetenv("MOCKINGBIRD_CATALOG");
        fs::remove_all(folder);
    }
    fs::path folder = fs::temp_directory_path() / ("place-" + Uuid7::make().toString());
};

TEST_F(CatalogPlaceTest, LiesInTheDataFolderUnlessNamed) {
    const auto usual = catalogPlace();
    ASSERT_TRUE(usual.ok());
    EXPECT_EQ(usual->own, folder / "mockingbird" / "catalog");
    EXPECT_EQ(usual->sample, folder / "mockingbird" / "sample");
    EXPECT_FALSE(usual->chosen);
    setenv("MOCKINGBIRD_CATALOG", "/from/environment", 1);
    EXPECT_EQ(catalogPlace()->own, "/from/environment");
    EXPECT_EQ(catalogPlace("/named/")->own, "/named");
    EXPECT_EQ(catalogPlace("/named/")->sample, "/named-sample");
}

TEST_F(CatalogPlaceTest, FallsBackToTheHomeFolder) {
    setenv("XDG_DATA_HOME", "relative", 1);
    setenv("HOME", "/home/of-the-test", 1);
    EXPECT_EQ(catalogPlace()->own, "/home/of-the-test/.local/share/mockingbird/catalog");
}

TEST_F(CatalogPlaceTest, FillsANewCatalogOnce) {
    for (int start = 0; start < 2; ++start) {
        const auto place = catalogPlace();
        const auto catalog = openOwnCatalog(*place);
        ASSERT_TRUE(catalog.ok()) << catalog.error().detail;
        const auto people = (*catalog)->people().all();
        ASSERT_TRUE(people.ok());
        ASSERT_EQ(people->size(), 1u);
        EXPECT_EQ(people->front().name, systemAccountName());
        EXPECT_EQ(people->front().roles.size(), 4u);
        EXPECT_EQ((*catalog)->kits().all()->size(), 9u);
        EXPECT_EQ((*catalog)->materials().all()->size(), 26u);
        EXPECT_TRUE((*catalog)->verify()->empty());
    }
}

TEST_F(CatalogPlaceTest, MakesNothingWhereTheParentFolderIsMissing) {
    const auto place = catalogPlace((folder / "disk" / "catalog").string());
    const auto catalog = openOwnCatalog(*place);
    ASSERT_FALSE(catalog.ok());
    EXPECT_EQ(catalog.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(fs::exists(folder / "disk"));
}

} // namespace
} // namespace mockingbird::studio
