// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/preview_view.h"

#include <QImage>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

media::Picture light() {
    return {64, 36, {}, decltype(media::Picture::pixels)(64U * 36U * 4U, 200)};
}

} // namespace

TEST(PreviewView, ShowsTheSentenceUntilAPictureComes) {
    PreviewView view;
    view.setSources(2);
    view.setSentence(QStringLiteral("Opening ..."));
    EXPECT_FALSE(view.hasPicture());
    EXPECT_EQ(view.accessibleDescription(), QStringLiteral("Opening ..."));
    view.resize(400, 200);
    view.setPicture(1, light());
    EXPECT_TRUE(view.hasPicture());
    const QImage drawn = view.grab().toImage();
    EXPECT_LT(drawn.pixelColor(100, 100).lightness(), 60); // the first gives nothing yet
    EXPECT_GT(drawn.pixelColor(300, 100).lightness(), 180);
    view.setPicture(2, light()); // of a source that isn't there any more
    view.setSources(1);
    EXPECT_FALSE(view.hasPicture());
}

} // namespace mockingbird::recorder
