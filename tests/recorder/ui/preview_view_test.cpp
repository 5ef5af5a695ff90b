// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/preview_view.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

media::Picture light() {
    return {64, 36, {}, std::vector<std::uint8_t>(64U * 36U * 4U, 200)};
}

} // namespace

TEST(PreviewView, IsHiddenAndShownByItsButtonAndShowsNoOldPicture) {
    PreviewView view;
    const std::unique_ptr<QPushButton> button(view.makeHideButton());
    QSignalSpy hidden(&view, &PreviewView::previewHiddenChanged);
    view.setSources(1);
    view.setPicture(0, light());
    ASSERT_TRUE(view.hasPicture());
    QTest::keyClick(button.get(), Qt::Key_Space);
    EXPECT_TRUE(view.previewHidden());
    EXPECT_FALSE(view.hasPicture());
    EXPECT_EQ(view.accessibleDescription(), QStringLiteral("Preview hidden"));
    EXPECT_EQ(button->text(), QStringLiteral("Show preview"));
    view.setPicture(0, light()); // one that was on its way
    EXPECT_FALSE(view.hasPicture());
    view.setSentence(QStringLiteral("Opening ..."));
    EXPECT_EQ(view.accessibleDescription(), QStringLiteral("Preview hidden"));

    button->click();
    EXPECT_EQ(view.accessibleDescription(), QStringLiteral("Opening ..."));
    view.setPicture(0, light());
    EXPECT_TRUE(view.hasPicture());
    ASSERT_EQ(hidden.size(), 2);
    EXPECT_TRUE(hidden[0][0].toBool());
    EXPECT_FALSE(hidden[1][0].toBool());
}

} // namespace mockingbird::recorder
