// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/caption_painting.h"

#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

catalog::Cue cue(std::string text, std::string speaker = {}) {
    return {{}, MediaTime::fromSeconds(1), std::move(text), std::move(speaker)};
}

class CaptionPainting : public ::testing::Test {
protected:
    QRectF paint(const std::vector<catalog::Cue>& cues, QRectF area = {100, 50, 640, 360}) {
        m_image = QImage(840, 460, QImage::Format_RGB32);
        m_image.fill(Qt::red);
        QPainter painter(&m_image);
        std::vector<const catalog::Cue*> said;
        for (const catalog::Cue& each : cues)
            said.push_back(&each);
        return paintCaptions(painter, area, said);
    }
    [[nodiscard]] bool hasWhite(const QRectF& rect) const {
        for (int y = rect.toRect().top(); y < rect.toRect().bottom(); ++y)
            for (int x = rect.toRect().left(); x < rect.toRect().right(); ++x)
                if (m_image.pixelColor(x, y) == QColor(Qt::white))
                    return true;
        return false;
    }

    QImage m_image;
};

TEST_F(CaptionPainting, IsWhiteOnDarkAtTheBottomOfTheArea) {
    const QRectF painted = paint({cue("Tell us about a time")});
    const QRectF area(100, 50, 640, 360);
    EXPECT_TRUE(area.contains(painted));
    EXPECT_NEAR(painted.center().x(), area.center().x(), 1);
    EXPECT_GT(painted.top(), area.top() + area.height() * 0.8);
    EXPECT_TRUE(hasWhite(painted));
    EXPECT_LT(m_image.pixelColor(painted.topLeft().toPoint() + QPoint(3, 3)).red(), 60);
    EXPECT_EQ(m_image.pixelColor(10, 10), QColor(Qt::red));
}

TEST_F(CaptionPainting, PaintsNothingForNothing) {
    EXPECT_TRUE(paint({}).isNull());
    EXPECT_TRUE(paint({cue("x")}, {}).isNull());
}

TEST_F(CaptionPainting, TakesAtMostThreeLinesAndStaysInside) {
    const QRectF one = paint({cue("One line")});
    std::string many;
    for (int word = 0; word < 200; ++word)
        many += "interview ";
    for (const QRectF area : {QRectF(100, 50, 640, 360), QRectF(0, 0, 160, 90), QRectF(0, 0, 840, 460)}) {
        const QRectF painted = paint({cue(many, "Maya Okafor")}, area);
        EXPECT_LE(painted.width(), area.width() + 1);
        EXPECT_GE(painted.top(), area.top());
        EXPECT_LE(painted.bottom(), area.bottom());
    }
    EXPECT_LE(paint({cue(many)}).height(), 3.1 * one.height());
    EXPECT_NEAR(paint({cue("One\ntwo\nthree")}).height(), 3 * one.height(), 2);
}

TEST_F(CaptionPainting, ShowsWhoSpeaksAndTwoWhoSpeakAtOnce) {
    const QRectF plain = paint({cue("Yes.")});
    const QRectF named = paint({cue("Yes.", "Maya")});
    EXPECT_GT(named.width(), plain.width());
    EXPECT_NEAR(paint({cue("Yes.", "Maya"), cue("No.", "Tom")}).height(), 2 * plain.height(), 2);
}

} // namespace
} // namespace mockingbird::review
