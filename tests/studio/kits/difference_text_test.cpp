// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/difference_text.h"

#include "tests/studio/kits/kit_fixture.h"

#include <QStringList>

namespace mockingbird::studio::test {

namespace {

class DifferenceText : public KitTest {
protected:
    QStringList lines(const catalog::Kit& after) {
        QStringList told;
        for (const catalog::KitChange& change : catalog::changesBetween(m_kit, after))
            told << changeLine(change);
        return told;
    }
};

} // namespace

TEST_F(DifferenceText, SaysEachChangeInWordsThatNeedNoColour) {
    catalog::Kit after = m_kit;
    after.questions[0].text = "Why this library?";
    after.questions[1].seconds = 0;
    after.profile.passLinePercent = 70;
    after.profile.timesUp = catalog::TimesUp::Bell;
    after.rubric.criteria[1].levels[2].anchor = "All of it, calmly";
    EXPECT_EQ(lines(after), (QStringList{
                                "How it runs, when the time is up: nothing is heard, now a bell rings",
                                "How it runs, pass line: none, now 70 %",
                                "Question 1, what is asked: Why [−us?] [+this library?]",
                                "Question 2, time to answer: 60 s, now as the others",
                                "Calm, level 3, what one sees and hears: All of [−it] [+it, calmly]",
                            }));
}

TEST_F(DifferenceText, SaysWhatCameWentAndMoved) {
    catalog::Kit after = m_kit;
    std::swap(after.questions[0], after.questions[1]);
    after.rubric.criteria.erase(after.rubric.criteria.begin());
    after.questions.push_back({catalog::QuestionId::make(), "Anything to ask?", "", {}, "", 0});
    const QStringList told = lines(after);
    ASSERT_EQ(told.size(), 3);
    EXPECT_EQ(told[0].left(6), QStringLiteral("Moved:"));
    EXPECT_EQ(told[1], QStringLiteral("Added: Question 3, “Anything to ask?”"));
    EXPECT_EQ(told[2], QStringLiteral("Removed: “Interest”"));
}

TEST_F(DifferenceText, HtmlEscapesWhatPeopleWrote) {
    catalog::Kit after = m_kit;
    after.questions[0].text = "Why <b>us</b> & now?";
    const QString html = differenceHtml(catalog::changesBetween(m_kit, after));
    EXPECT_TRUE(html.contains(QStringLiteral("&lt;b&gt;us&lt;/b&gt; &amp; now?")));
    EXPECT_FALSE(html.contains(QStringLiteral("<b>us")));
}

} // namespace mockingbird::studio::test
