// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/source_spec.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(SourceSpec, ReadsWhatRecordTakesAndWritesItBack) {
    for (const char* text : {"screen", "screen:640x480+10+20", "window:0x2a", "window", "camera:/dev/video0",
                             "camera:pipewire:v4l2_input.a", "file:/a/b:c.mkv", "test"}) {
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
    for (const char* text :
         {"", "scren", "screen:", "window:", "camera", "camera:", "system", "mic:a", "test:1"}) {
        const auto spec = parseVideoSource(text);
        ASSERT_FALSE(spec.ok()) << text;
        EXPECT_EQ(spec.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(spec.error().detail.find("camera:ID"), std::string::npos);
    }
    for (const char* text : {"", "screen", "mic", "mic:", "system:x"})
        EXPECT_FALSE(parseAudioSource(text).ok()) << text;
}

TEST(SourceSpec, FindsThePartOfAScreenThatItNames) {
    const auto whole = partOfScreen({SourceKind::Screen, ""}, 1920, 1080);
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(whole->width, 1920);
    EXPECT_EQ(whole->height, 1080);
    const auto part = partOfScreen({SourceKind::Screen, "640x480+1280+600"}, 1920, 1080);
    ASSERT_TRUE(part.ok());
    EXPECT_EQ(part->width, 640);
    EXPECT_EQ(part->height, 480);
    EXPECT_EQ(part->x, 1280);
    EXPECT_EQ(part->y, 600);
}

TEST(SourceSpec, RefusesAPartOutsideOfTheScreenAndNamesItsSize) {
    for (const char* text : {"640x480+1281+600", "640x480+0+601", "1x480+0+0", "1921x1080+0+0"}) {
        const auto part = partOfScreen({SourceKind::Screen, text}, 1920, 1080);
        ASSERT_FALSE(part.ok()) << text;
        EXPECT_EQ(part.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(part.error().detail.find("1920x1080"), std::string::npos);
    }
    for (const char* text : {"640", "640x480", "640x480+1", "640x480+-1+0", "640x480+1+2x", "axb+c+d"})
        EXPECT_FALSE(partOfScreen({SourceKind::Screen, text}, 1920, 1080).ok()) << text;
}

} // namespace mockingbird::recorder
