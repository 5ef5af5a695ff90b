// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace mockingbird::review::test {

/// One session of a mentee, ten seconds long, one question asked from 2 s to 6 s. Its media is missing, as
/// after a disk was lost. What people typed is hostile wherever they can type.
class ReportTest : public ::testing::Test {
protected:
    static constexpr const char* kHostile = "<script>alert(1)</script> & \"quoted\" =1+1";

    void SetUp() override {
        catalog = std::move(catalog::Catalog::open(folder)).value();
        mentee = *catalog->people().add("Maya <b>", {catalog::Role::Mentee});
        rater = *catalog->people().add("=Ann", {catalog::Role::Mentor});
        catalog::Kit described;
        described.name = "Desk <kit>";
        described.questions = {{{}, "Why us? <i>", "", {}, "", 0}, {{}, "A hard day?", "", {}, "", 0}};
        described.rubric.name = "Panel";
        described.rubric.criteria = {{{}, "Structure", "Can one follow?", 1.0, levels()},
                                     {{}, "Service", "", 1.0, levels()}};
        kit = *catalog->kits().publish(described);
        session = held(1);
        recording = catalog->recordings().ofSession(session.id)->front();
        const auto segment = *catalog->sessions().beginSegment(session.id, recording.id, kit.questions[0].id,
                                                               MediaTime::fromSeconds(2));
        ASSERT_TRUE(catalog->sessions().endSegment(segment.id, MediaTime::fromSeconds(6)).ok());
    }
    void TearDown() override {
        catalog.reset();
        std::filesystem::remove_all(folder);
    }

    static std::vector<catalog::Level> levels() {
        return {{1, "Not yet", "Nothing of it."}, {2, "Sound", "Some of it."}, {3, "Strong", "All of it."}};
    }

    catalog::Session held(std::int64_t day) {
        const auto made = *catalog->sessions().add(mentee.id, kit.id, catalog::SessionMode::Virtual, {},
                                                   WallTime{day * 86'400'000});
        const auto begun = *catalog->recordings().begin(made.id, {});
        (void)*catalog->recordings().finish(begun.id, catalog::RecordingState::Complete,
                                            MediaTime::fromSeconds(10), 1000, {});
        return made;
    }

    void score(const catalog::Session& of, std::size_t criterion, int level) {
        catalog->actAs(rater.id);
        const auto mine = *catalog->reviews().mine(of.id);
        (void)*catalog->reviews().setScore(mine.id, kit.rubric.criteria[criterion].id, level);
    }

    catalog::Note note(double at, const std::string& text,
                       catalog::NoteAudience audience = catalog::NoteAudience::Shared) {
        catalog->actAs(rater.id);
        const auto mine = *catalog->reviews().mine(session.id);
        catalog::Note wanted;
        wanted.at = MediaTime::fromSeconds(at);
        wanted.text = text;
        wanted.tags = {"tag <1>"};
        wanted.audience = audience;
        return *catalog->reviews().addNote(mine.id, wanted);
    }

    /// As the rater; where nobody else rates, that opens it.
    void seal() {
        catalog->actAs(rater.id);
        ASSERT_TRUE(catalog->reviews().seal(catalog->reviews().mine(session.id)->id).ok());
    }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("report-" + Uuid7::make().toString());
    std::unique_ptr<catalog::Catalog> catalog;
    catalog::Person mentee, rater;
    catalog::Kit kit;
    catalog::Session session;
    catalog::Recording recording;
};

} // namespace mockingbird::review::test
