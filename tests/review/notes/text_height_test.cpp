// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/text_height.h"

#include "common/ui/theme.h"

#include <QFontMetrics>
#include <gtest/gtest.h>
#include <random>

namespace mockingbird::review {
namespace {

int heightByQt(const QFont& font, const QString& text, int width) {
    return QFontMetrics(font)
        .boundingRect(QRect(0, 0, width, 100'000), Qt::AlignLeft | Qt::TextWordWrap, text)
        .height();
}

const QStringList kWords{"you",      "let",     "him",   "finish", "Übergänge", "record,",       "together.",
                         "before",   "(slower", "here)", "I",      "don't",     "counted?",      "1,200",
                         "half-way", "and/or",  "—",     "résumé", "\"so\"",    "Anschlussfrage"};

TEST(TextHeight, IsWhatQtSaysAtEveryWidth) {
    std::mt19937 dice(7);
    for (const ui::TextStyle style : {ui::TextStyle::Body, ui::TextStyle::Heading}) {
        TextHeight height(ui::font(style));
        for (int round = 0; round < 1500; ++round) {
            QString text;
            const auto count = 1 + dice() % 40;
            for (unsigned i = 0; i < count; ++i) {
                text += kWords[static_cast<int>(dice() % static_cast<unsigned>(kWords.size()))];
                if (i + 1 < count)
                    text += dice() % 15 == 0 ? u'\n' : u' ';
            }
            const int width = 120 + static_cast<int>(dice() % 500);
            ASSERT_EQ(height.of(text, width), heightByQt(ui::font(style), text, width))
                << text.toStdString() << " at " << width;
        }
    }
}

TEST(TextHeight, PlainWordsNeedNoLayout) {
    TextHeight height(ui::font(ui::TextStyle::Body));
    const QString text = "You let him finish before you answered, and counted on your fingers. Slower here.";
    int known = 0;
    for (int width = 150; width < 550; ++width)
        known += height.linesByWords(text, width).has_value() ? 1 : 0;
    EXPECT_GT(known, 300);
    EXPECT_EQ(height.linesByWords(u"one\ntwo", 400), 2);
    EXPECT_FALSE(height.linesByWords(u"half-way", 400)) << "it may be broken at the hyphen";
    EXPECT_FALSE(height.linesByWords(u"面接の練習", 400)) << "it may be broken anywhere";
}

} // namespace
} // namespace mockingbird::review
