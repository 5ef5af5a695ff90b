// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/progress_view/progress_view.h"

#include "common/catalog/programme.h"
#include "common/ui/banner.h"
#include "review/plot/plot_chart.h"
#include "review/plot/plot_view.h"
#include "review/progress_view/change_text.h"
#include "review/progress_view/commitment_card.h"
#include "tests/review/review_page/reviewed_catalog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::review {
namespace {

class ProgressViewTest : public testing::Test {
protected:
    catalog::Session rated(int daysAgo, const std::vector<int>& ann, const std::vector<int>& ben) {
        const catalog::Session session = m_catalog.addRecordedSession(daysAgo);
        m_catalog.score(m_catalog.ann, session, ann);
        m_catalog.score(m_catalog.ben, session, ben);
        m_catalog->actAs(m_catalog.ann.id);
        const auto review = m_catalog.reviewOf(m_catalog.ann, session);
        EXPECT_TRUE(m_catalog->reviews().setCommitments(review.id, {"Begin with the result"}).ok());
        m_catalog.seal(m_catalog.ann, session);
        m_catalog.seal(m_catalog.ben, session);
        return session;
    }

    void show(catalog::PersonId actor = {}) {
        m_catalog->actAs(actor);
        m_view.resize(1100, 700);
        m_view.show(m_catalog.mentee.id);
        m_view.QWidget::show();
        m_view.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_view));
    }

    [[nodiscard]] QStringList plotTitles() const {
        QStringList titles;
        for (const PlotView* plot : m_view.plots())
            titles << plot->content().title;
        return titles;
    }

    [[nodiscard]] QPushButton* button(const QString& text) const {
        for (auto* button : m_view.commitments().findChildren<QPushButton*>())
            if (button->isVisibleTo(&m_view.commitments()) && button->text().startsWith(text))
                return button;
        return nullptr;
    }

    test::ReviewedCatalog m_catalog;
    ProgressView m_view{*m_catalog};
};

TEST_F(ProgressViewTest, SaysWhatToDoWhereThereIsNoAttempt) {
    show();
    EXPECT_TRUE(m_view.emptyText().contains("Maya Lind has no attempt yet"));
    EXPECT_FALSE(m_view.groupChoice()->isVisible());
    m_view.show(catalog::PersonId());
    EXPECT_TRUE(m_view.emptyText().contains("Choose a mentee"));
    m_view.show(catalog::PersonId::make());
    EXPECT_FALSE(m_view.banner().text().isEmpty());
}

TEST_F(ProgressViewTest, ShowsEachCriterionWithItsRatersAndWhatItsChangeIsWorth) {
    rated(40, {1, 2, 3}, {2, 2, 3});
    rated(30, {2, 2, 3}, {3, 2, 3});
    rated(5, {5, 2, 2}, {4, 2, 3});
    show();
    ASSERT_GE(m_view.plots().size(), 3u);
    const PlotContent& structure = m_view.plots()[0]->content();
    EXPECT_EQ(structure.title, "Structure");
    ASSERT_EQ(structure.series.size(), 3u); // the mean, Ann, Ben
    EXPECT_EQ(structure.series[2].letters, "BR");
    EXPECT_EQ(structure.series[0].values[2].detail, "Each gave: Ann Okafor 5 · Ben Ruiz 4");
    EXPECT_EQ(
        structure.note,
        "Up 3 since attempt 1: more than raters of one attempt differ by (2.25). Up 2 since attempt 2: no "
        "more than raters of one attempt can differ by (2.25), so it may be nothing.");
    EXPECT_EQ(
        m_view.summary(),
        "Since attempt 1: one criterion went up by more than raters differ by; 2 stayed, or changed by no "
        "more than raters can differ by.");
}

TEST_F(ProgressViewTest, ShowsOneKitAtATimeAndKeepsTheChosenOne) {
    rated(40, {1, 2, 3}, {2, 2, 3});
    const catalog::KitId first = m_catalog.kit.id;
    catalog::Kit other = m_catalog.kit;
    other.id = {};
    other.name = "Branch Manager";
    other.rubric.id = {};
    for (catalog::Question& question : other.questions)
        question.id = {};
    for (catalog::Criterion& criterion : other.rubric.criteria)
        criterion.id = {};
    m_catalog.kit = *m_catalog->kits().publish(other);
    rated(5, {4, 4, 4}, {4, 4, 4});
    show();
    ASSERT_EQ(m_view.groupChoice()->count(), 2);
    EXPECT_EQ(m_view.kit(), m_catalog.kit.id);
    EXPECT_EQ(m_view.groupChoice()->currentText(), "Branch Manager: one attempt");
    EXPECT_EQ(m_view.plots()[0]->content().categories.size(), 1u);
    QSignalSpy changed(&m_view, &ProgressView::kitChanged);
    m_view.chooseKit(first);
    EXPECT_EQ(changed.size(), 1);
    m_catalog.addSession(1); // at the other kit
    m_view.show(m_catalog.mentee.id);
    EXPECT_EQ(m_view.kit(), first);
}

TEST_F(ProgressViewTest, AValueLeadsToItsSession) {
    rated(40, {1, 2, 3}, {2, 2, 3});
    const catalog::Session second = rated(5, {5, 2, 2}, {4, 2, 3});
    show();
    QSignalSpy opened(&m_view, &ProgressView::openSession);
    m_view.plots()[0]->setCurrent({0, 1});
    QTest::keyClick(m_view.plots()[0]->chart(), Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].value<catalog::SessionId>(), second.id);
}

TEST_F(ProgressViewTest, ShowsTheLengthOfAnswersOnceTwoAttemptsHaveIt) {
    rated(40, {1, 2, 3}, {2, 2, 3});
    show();
    EXPECT_FALSE(plotTitles().contains("Length of an answer"));
    rated(5, {5, 2, 2}, {4, 2, 3});
    m_view.show(m_catalog.mentee.id);
    EXPECT_TRUE(plotTitles().contains("Length of an answer"));
    EXPECT_FALSE(plotTitles().contains("Pauses"));               // nobody measured the sound
    EXPECT_FALSE(plotTitles().contains("Share of the talking")); // there are no captions
}

TEST_F(ProgressViewTest, ACommitmentIsKeptInALaterAttemptAtAMoment) {
    const catalog::Session first = rated(40, {1, 2, 3}, {2, 2, 3});
    const catalog::Session second = rated(5, {5, 2, 2}, {4, 2, 3});
    show();
    ASSERT_EQ(m_view.progress().commitments.size(), 2u);
    const auto id = m_view.progress().commitments[1].taken.commitment.id;
    EXPECT_EQ(m_view.progress().commitments[1].taken.session, first.id);
    QPushButton* begin = button("It was kept");
    ASSERT_NE(begin, nullptr);
    begin->click();
    CommitmentCard& card = m_view.commitments();
    ASSERT_EQ(card.attemptChoice()->count(), 1);
    card.momentEdit()->setText("soon");
    card.saveClosing();
    EXPECT_TRUE(card.fault().contains("2:31"));
    card.momentEdit()->setText("0:04");
    card.saveClosing();
    ASSERT_EQ(m_view.progress().commitments[1].fate, CommitmentFate::Closed)
        << m_view.banner().text().toStdString();
    QSignalSpy opened(&m_view, &ProgressView::openSession);
    QPushButton* kept = button("Kept on");
    ASSERT_NE(kept, nullptr);
    kept->click();
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].value<catalog::SessionId>(), second.id);
    EXPECT_EQ(opened[0][1].value<std::optional<MediaTime>>(), MediaTime::fromSeconds(4));
    button("Not kept after all")->click();
    EXPECT_EQ(m_view.progress().commitments[1].taken.commitment.id, id);
    EXPECT_EQ(m_view.progress().commitments[1].fate, CommitmentFate::Open);
}

TEST_F(ProgressViewTest, ShowsTheNewestFewOfManyCommitmentsUntilAllAreWanted) {
    for (int day = 1; day <= 8; ++day)
        rated(day, {1, 2, 3}, {2, 2, 3});
    show();
    const auto links = [&] {
        int count = 0;
        for (auto* button : m_view.commitments().findChildren<QPushButton*>())
            count +=
                button->isVisibleTo(&m_view.commitments()) && button->text().startsWith("Library") ? 1 : 0;
        return count;
    };
    EXPECT_EQ(links(), 6);
    button("Show all 8")->click();
    EXPECT_EQ(links(), 8);
}

TEST_F(ProgressViewTest, KeepsWhatIsTypedWhileNothingChanged) {
    rated(40, {1, 2, 3}, {2, 2, 3});
    rated(5, {5, 2, 2}, {4, 2, 3});
    show();
    button("It was kept")->click();
    m_view.commitments().momentEdit()->setText("0:0");
    m_view.show(m_catalog.mentee.id);
    ASSERT_NE(m_view.commitments().momentEdit(), nullptr);
    EXPECT_EQ(m_view.commitments().momentEdit()->text(), "0:0");
}

TEST(ChangeText, SaysNoMoreThanIsKnown) {
    const auto since = [](double by, ChangeVerdict verdict, std::optional<double> margin) {
        return ChangeSince{0, Change{by, verdict, margin}};
    };
    EXPECT_EQ(changeText(since(-1, ChangeVerdict::BeyondRaters, 0.5), 2, false),
              "down 1 since attempt 2: more than raters of one attempt differ by (0.5)");
    EXPECT_EQ(changeText(since(0, ChangeVerdict::WithinRaters, 0.5), 2, false), "unchanged since attempt 2");
    EXPECT_EQ(changeText(since(2, ChangeVerdict::NotKnown, std::nullopt), 1, false),
              "up 2 since attempt 1; how far raters differ isn't known");
    EXPECT_EQ(changeText(since(2, ChangeVerdict::NotKnown, std::nullopt), 1, true),
              "up 2 since attempt 1, by the mentee's own levels");
}

} // namespace
} // namespace mockingbird::review
