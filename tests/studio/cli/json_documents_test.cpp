// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/review_documents.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace mockingbird::studio::test {

namespace {

using catalog::Seat;
using nlohmann::json;

template <class T>
T must(Result<T> result) {
    if (!result.ok())
        throw std::runtime_error(result.error().detail);
    return std::move(result).value();
}

} // namespace

TEST(JsonDocuments, ASessionSaysWhoWasThereWhoAgreedAndWhatWentWrong) {
    const mockingbird::test::TemporaryFolder folder;
    const auto catalog = must(catalog::Catalog::open(folder.path()));
    const auto mentee = must(catalog->people().add("Maya", {catalog::Role::Mentee}));
    const auto observer = must(catalog->people().add("Priya", {catalog::Role::Liaison}));
    catalog::Kit kit;
    kit.name = "Oral board";
    kit.questions = {{{}, "Why?", "", {}, "", 0}};
    kit.rubric.criteria = {{{}, "Structure", "", 1.0, {{1, "Weak", ""}, {2, "Good", ""}}}};
    kit = must(catalog->kits().publish(kit));
    auto session = must(catalog->sessions().add(mentee.id, kit.id, catalog::SessionMode::InPerson));
    session = must(catalog->sessions().join(session.id, observer.id, Seat::Observer));
    const auto recording = must(catalog->recordings().begin(session.id, {}));
    const auto consent =
        must(catalog->consents().agree(session.id, mentee.id, "I agree.", WallTime{1'700'000'000'000}));
    auto& incidents = catalog->incidents();
    const auto silent = must(incidents.begin(session.id, recording.id, "mic:usb", "USB microphone",
                                             catalog::IncidentKind::Silent, MediaTime::fromSeconds(61.5)));
    ASSERT_TRUE(incidents.end(silent.id, MediaTime::fromSeconds(75)).ok());
    must(incidents.begin(session.id, recording.id, "camera:0", "Webcam", catalog::IncidentKind::Gap,
                         MediaTime::fromSeconds(80)));

    const json document = must(wholeSessionDocument(*catalog, session));
    EXPECT_EQ(document.at("observers"), json::array({reference(observer.id, "Priya")}));
    EXPECT_EQ(document.at("panel"), json::array());
    ASSERT_EQ(document.at("consents").size(), 1U);
    EXPECT_EQ(document.at("consents")[0], (json{{"id", consent.id.toString()},
                                                {"session", session.id.toString()},
                                                {"person", reference(mentee.id, "Maya")},
                                                {"text_hash", consent.textHash},
                                                {"text", "I agree."},
                                                {"agreed_at", "2023-11-14T22:13:20.000Z"}}));
    ASSERT_EQ(document.at("incidents").size(), 2U);
    EXPECT_EQ(document.at("incidents")[0], (json{{"id", silent.id.toString()},
                                                 {"session", session.id.toString()},
                                                 {"recording", recording.id.toString()},
                                                 {"source", "mic:usb"},
                                                 {"source_name", "USB microphone"},
                                                 {"kind", "silent"},
                                                 {"at", 61.5},
                                                 {"until", 75.0}}));
    EXPECT_TRUE(document.at("incidents")[1].at("until").is_null());
}

TEST(JsonDocuments, APersonIsPrintedWithAccommodations) {
    catalog::Person person;
    person.id = catalog::PersonId::make();
    person.accommodations = {50, true};
    EXPECT_EQ(personDocument(person).at("accommodations"),
              (json{{"extra_time_percent", 50}, {"larger_text", true}}));
}

} // namespace mockingbird::studio::test
