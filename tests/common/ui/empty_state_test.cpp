// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/empty_state.h"

#include <QApplication>
#include <QLabel>
#include <gtest/gtest.h>

namespace mockingbird::ui {

namespace {

TEST(EmptyStateTest, ShowsItsSentenceWhole) {
    const QString sentence = QStringLiteral("Nothing to review yet. A session appears here as soon as it has "
                                            "been recorded or taken in from elsewhere, with all its parts.");
    for (const int width : {320, 700, 1900}) {
        EmptyState state("review", sentence, QString());
        state.resize(width, 600);
        state.show();
        QApplication::processEvents();
        const QLabel* shown = nullptr;
        for (const QLabel* label : state.findChildren<QLabel*>())
            if (label->text() == sentence)
                shown = label;
        ASSERT_NE(shown, nullptr);
        EXPECT_GE(shown->height(), shown->heightForWidth(shown->width())) << width;
        EXPECT_NEAR(shown->geometry().center().x(), state.rect().center().x(), 2) << width;
    }
}

} // namespace

} // namespace mockingbird::ui
