// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/theme.h"

#include "common/ui/style_sheet.h"

#include <gtest/gtest.h>

namespace mockingbird::ui {

TEST(Theme, EveryColourPairHasTheContrastItNeeds) {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const ColorPair& pair : contrastPairs(scheme))
            EXPECT_GE(contrast(pair.text, pair.ground), pair.least)
                << pair.what.toStdString() << (scheme == Scheme::Light ? ", light" : ", dark");
    }
}

TEST(Theme, MeasuresContrastAsWcagDoes) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 0.001);
    EXPECT_NEAR(contrast(QColor(0x767676), Qt::white), 4.54, 0.01); // the well-known grey that just passes
}

TEST(Theme, LeavesNoNameUnresolvedInTheStyleSheet) {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QString sheet = styleSheet(colorsOf(scheme), scheme, 10);
        for (const QChar mark : {QChar('@'), QChar('~'), QChar('%'), QChar('$')})
            EXPECT_FALSE(sheet.contains(mark)) << mark.toLatin1();
    }
}

} // namespace mockingbird::ui
