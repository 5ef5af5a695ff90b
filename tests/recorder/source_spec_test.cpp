// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/source_spec.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(SourceSpec, ReadsWhatRecordTakesAndWritesItBack) {
    for (const char* text :
         {"screen", "screen:640x480+10+20", "window:0x2a", "camera:/dev/video0", "file:/a/b:c.mkv", "test"}) {
        const auto spec = parseVideoSource(text);
        ASSERT_TRUE(spec.ok()) << text;
        EXPECT_EQ(spec->toString(), text);
    }
    for (const char* text : {"mic:alsa_input.pci", "system", "file:x.wav", "test"}) {
        const auto spec = parseAudioSource(text);
        ASSERT_TRUE(spec.ok()) << text;
        EXPECT_EQ(spec->toString(), text);
    }
}

TEST(SourceSpec, NamesWhatIsTakenForAnyOtherText) {
    for (const char* text : {"", "scren", "screen:", "camera", "camera:", "system", "mic:a", "test:1"}) {
        const auto spec = parseVideoSource(text);
        ASSERT_FALSE(spec.ok()) << text;
        EXPECT_EQ(spec.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(spec.error().detail.find("camera:ID"), std::string::npos);
    }
    for (const char* text : {"", "screen", "mic", "mic:", "system:x"})
        EXPECT_FALSE(parseAudioSource(text).ok()) << text;
}

} // namespace mockingbird::recorder
