// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/caption_store.h"

#include "tests/common/catalog/fixture.h"

#include <algorithm>

namespace mockingbird::catalog::test {

using ::testing::HasSubstr;

TEST_F(CatalogTest, CaptionsAreKeptByStartAndReplaced) {
    auto& captions = m_catalog->captions();
    EXPECT_FALSE(must(captions.ofRecording(m_recording.id)).has_value());
    auto cues = sampleCues();
    std::ranges::reverse(cues);
    must(captions.set(m_recording.id, "en", "talk.vtt", cues));
    const Captions first = must(captions.ofRecording(m_recording.id)).value();
    EXPECT_EQ(first.cues, sampleCues());
    EXPECT_EQ(first.language, "en");
    EXPECT_EQ(first.source, "talk.vtt");
    const Captions second = must(captions.set(m_recording.id, "", "talk.srt", {cues[0]}));
    EXPECT_NE(second.id, first.id);
    EXPECT_EQ(must(captions.ofRecording(m_recording.id))->cues.size(), 1U);
    EXPECT_EQ(must(m_catalog->search().find("welcome")).size(), 0U) << "the old ones are not found any more";
    must(captions.remove(m_recording.id));
    EXPECT_FALSE(must(captions.ofRecording(m_recording.id)).has_value());
    EXPECT_EQ(codeOf(captions.remove(m_recording.id)), ErrorCode::NotFound);
    EXPECT_EQ(must(m_catalog->search().find("periodicals")).size(), 0U);
}

TEST_F(CatalogTest, CaptionsThatCanNotBeAreRefused) {
    auto& captions = m_catalog->captions();
    EXPECT_EQ(codeOf(captions.set(m_recording.id, "", "", {})), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(captions.set(m_recording.id, "", "", {{seconds(3), seconds(2), "x", ""}})),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(captions.set(m_recording.id, "", "", {{seconds(-1), seconds(2), "x", ""}})),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(captions.set(RecordingId::make(), "", "", sampleCues())), ErrorCode::NotFound);
}

TEST_F(CatalogTest, WhatIsSaidIsFoundWithItsMoment) {
    must(m_catalog->captions().set(m_recording.id, "en", "talk.vtt", sampleCues()));
    const auto hits = must(m_catalog->search().find("weed period"));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].kind, SearchHit::Kind::Caption);
    EXPECT_EQ(hits[0].session, m_session.id);
    EXPECT_EQ(hits[0].recording, m_recording.id);
    EXPECT_EQ(hits[0].at, seconds(5));
    EXPECT_EQ(hits[0].title, "Ana Díaz · Senior Library Assistant");
    EXPECT_THAT(hits[0].snippet, HasSubstr("periodicals"));
    must(m_catalog->sessions().remove(m_session.id));
    EXPECT_EQ(must(m_catalog->search().find("periodicals")).size(), 0U);
    must(m_catalog->sessions().restore(m_session.id));
    EXPECT_EQ(must(m_catalog->search().find("periodicals")).size(), 1U);
}

} // namespace mockingbird::catalog::test
