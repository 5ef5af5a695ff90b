// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"
#include "common/media/media_input.h"
#include "recorder/recorder.h"
#include "recorder/write/file_chapters.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace mockingbird::recorder {

/// A catalog with one session, and a recorder of the test sources.
class FilingTest : public testing::Test {
protected:
    void SetUp() override {
        auto opened = catalog::Catalog::open(catalogPlace);
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        catalog = std::move(opened).value();
        const auto person = catalog->people().add("Ines", {catalog::Role::Mentee});
        ASSERT_TRUE(person.ok()) << person.error().detail;
        const auto kit = addKit();
        ASSERT_TRUE(kit.ok()) << kit.error().detail;
        const auto added = catalog->sessions().add(person->id, kit->id, catalog::SessionMode::Solo);
        ASSERT_TRUE(added.ok()) << added.error().detail;
        session = added->id;
    }

    Result<catalog::Kit> addKit() {
        catalog::Kit kit;
        kit.name = kit.position = "Library Assistant";
        kit.questions = {{{}, "How do you train a new page?", "Leading", {}, "A plan and a check", 90}};
        const std::vector<catalog::Level> levels = {{1, "Weak", "Says little"}, {2, "Strong", "Says much"}};
        kit.rubric.name = "Board";
        kit.rubric.criteria = {{{}, "Structure", "Situation, task, action, result", 1.0, levels}};
        return catalog->kits().publish(kit);
    }

    std::unique_ptr<Recorder> openRecorder() {
        const SourceSpec test{SourceKind::Test, ""};
        auto opened = Recorder::open({{test}, {test}, 30});
        EXPECT_TRUE(opened.ok());
        return std::move(opened).value();
    }
    static void recordUntil(const Recorder& recorder, double seconds) {
        EXPECT_TRUE(test::waitUntil([&] { return recorder.stats().elapsed.seconds() >= seconds; }));
    }

    /// The chapters that any player finds in a file.
    static std::vector<Chapter> chaptersIn(const std::filesystem::path& file) {
        const auto input = media::openMediaInput(file);
        EXPECT_TRUE(input.ok());
        return input.ok() ? chaptersOf(*input->context) : std::vector<Chapter>();
    }

    const test::TemporaryFolder folder;
    std::filesystem::path catalogPlace = folder / "catalog";
    std::unique_ptr<catalog::Catalog> catalog;
    catalog::SessionId session;
};

} // namespace mockingbird::recorder
