// SPDX-License-Identifier: GPL-3.0-or-later
// Preparing in the real window: appointments, checklist, practice, stories, confidence.
#include "common/base/whole_file.h"
#include "common/catalog/goal_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/preparation.h"
#include "common/ui/banner.h"
#include "studio/home/home_page.h"
#include "studio/prep/aim_panel.h"
#include "studio/prep/practice_panel.h"
#include "studio/prep/prep_page.h"
#include "studio/prep/preparation_panel.h"
#include "tests/gui/window_test.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTimeEdit>

namespace mockingbird::test {

using catalog::Preparation;
using catalog::Role;
using studio::PageKind;

class PrepPage : public WindowTest {
protected:
    /// Somebody new acts, and Prepare is shown.
    catalog::PersonId actAs(const std::string& name, const std::set<Role>& roles) {
        const auto person = catalog().people().add(name, roles).value();
        m_app->setActor(person.id);
        m_window->showPage(PageKind::Prepare);
        return person.id;
    }
    studio::PrepPage& page() { return *dynamic_cast<studio::PrepPage*>(m_window->page(PageKind::Prepare)); }
    Preparation preparation() { return Preparation(catalog()); }
    /// The words of the tabs that are there.
    QStringList tabs() {
        auto* bar = control<QTabWidget>(&page(), "prepareTabs");
        QStringList shown;
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->isTabVisible(i))
                shown << bar->tabText(i);
        }
        return shown;
    }
    void open(int tab) {
        control<QTabWidget>(&page(), "preparationTabs")->setCurrentIndex(tab);
        QCoreApplication::processEvents();
    }
    using WindowTest::open;
    template <class Widget = QPushButton>
    Widget* startingWith(const QString& name) {
        Widget* found = nullptr;
        const auto look = [&] {
            for (auto* one : page().findChildren<Widget*>()) {
                if (one->objectName().startsWith(name) && one->isVisible())
                    found = one;
            }
            return found != nullptr;
        };
        if (waitFor(look)) // rows come into sight with the next event
            return found;
        ADD_FAILURE() << "nothing is called " << name.toStdString();
        return nullptr;
    }
    /// Clicks the action of the banner that shows.
    void undo() {
        for (auto* banner : page().findChildren<ui::Banner*>()) {
            if (banner->isVisible() && banner->actionButton()->isVisible()) {
                banner->actionButton()->click();
                return;
            }
        }
        ADD_FAILURE() << "nothing can be undone";
    }
    catalog::Kit kitWithChecklist() {
        for (const catalog::Kit& kit : catalog().kits().all().valueOr({})) {
            for (const auto& material : catalog().materials().ofKit(kit.id).valueOr({})) {
                if (material.text.find("- [ ]") != std::string::npos)
                    return kit;
            }
        }
        ADD_FAILURE() << "no kit has a checklist";
        return {};
    }
    catalog::Appointment appointment(catalog::PersonId mentee, std::int64_t fromNowMs) {
        catalog::Appointment one;
        one.mentee = mentee;
        one.at = {WallTime::now().milliseconds + fromNowMs};
        one.kit = kitWithChecklist().id;
        return preparation().appointments().make(one).value();
    }
};

TEST_F(PrepPage, IsAMenteesOwnPreparationFirst) {
    open();
    actAs("Maya", {Role::Mentee});
    EXPECT_EQ(tabs().value(0), QStringLiteral("My preparation"));
    EXPECT_FALSE(tabs().contains(QStringLiteral("Mentees")));
    EXPECT_TRUE(page().preparation().isVisible());
}

TEST_F(PrepPage, HasNoPreparationForWhoIsNoMentee) {
    open();
    actAs("Ingrid", {Role::Mentor, Role::Liaison});
    EXPECT_EQ(tabs().value(0), QStringLiteral("Kits"));
    EXPECT_TRUE(tabs().contains(QStringLiteral("Mentees")));
    EXPECT_FALSE(page().preparation().isVisible());
}

TEST_F(PrepPage, KeepsAGoalThatWasTypedBeforeAnotherTab) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    QTest::keyClicks(page().preparation().aim().goalField(), QStringLiteral("Say what came of it"));
    control<QTabWidget>(&page(), "prepareTabs")->setCurrentIndex(1);
    const auto goal = catalog().goals().of(maya, WallTime::now()).value();
    ASSERT_TRUE(goal.has_value());
    EXPECT_EQ(goal->text, "Say what came of it");
}

TEST_F(PrepPage, AnInterviewIsNotedMovedCalledOffAndTakenUpAgain) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    control<QPushButton>(&page().preparation(), "addAppointment")->click();
    const QDate day = QDate::currentDate().addDays(10);
    control<QDateEdit>(&page().preparation(), "appointmentDay")->setDate(day);
    control<QTimeEdit>(&page().preparation(), "appointmentTime")->setTime(QTime(14, 30));
    control<QLineEdit>(&page().preparation(), "appointmentPlace")->setText(QStringLiteral("Room 3"));
    control<QPushButton>(&page().preparation(), "keepAppointment")->click();
    auto all = preparation().appointments().of(maya).value();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].at.milliseconds, QDateTime(day, QTime(14, 30)).toMSecsSinceEpoch());
    EXPECT_EQ(all[0].place, "Room 3");

    startingWith(QStringLiteral("changeAppointment"))->click();
    control<QDateEdit>(&page().preparation(), "appointmentDay")->setDate(day.addDays(1));
    control<QPushButton>(&page().preparation(), "keepAppointment")->click();
    EXPECT_EQ(preparation().appointments().byId(all[0].id)->sequence, 1);
    undo();
    EXPECT_EQ(preparation().appointments().byId(all[0].id)->at, all[0].at);

    startingWith(QStringLiteral("cancelAppointment"))->click();
    EXPECT_TRUE(preparation().appointments().byId(all[0].id)->cancelled);
    undo();
    EXPECT_FALSE(preparation().appointments().byId(all[0].id)->cancelled);
    m_window->showPage(PageKind::Home);
    bool told = false;
    for (const auto* label : m_window->page(PageKind::Home)->findChildren<QLabel*>())
        told = told || label->text().contains(QStringLiteral("Your next interview is in 10 days"));
    EXPECT_TRUE(told);
}

TEST_F(PrepPage, TheChecklistOfTheNextInterviewIsTickedAndAddedTo) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    const auto next = appointment(maya, 3 * 86'400'000LL);
    m_window->showPage(PageKind::Prepare);
    auto* box = startingWith<QCheckBox>(QStringLiteral("tick "));
    ASSERT_NE(box, nullptr);
    box->click();
    EXPECT_EQ(preparation().checklists().of(maya, next.id)->ticked(), 1u);
    QCoreApplication::processEvents();
    QTest::keyClicks(control<QLineEdit>(&page().preparation(), "ownPoint"), QStringLiteral("Iron the shirt"));
    QTest::keyClick(control<QLineEdit>(&page().preparation(), "ownPoint"), Qt::Key_Return);
    const auto list = preparation().checklists().of(maya, next.id).value();
    EXPECT_EQ(list.items.back().text, "Iron the shirt");
    EXPECT_TRUE(control<QLineEdit>(&page().preparation(), "ownPoint")->text().isEmpty());
}

TEST_F(PrepPage, WhatIsHalfTypedOutlivesARefresh) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    QTest::keyClicks(control<QLineEdit>(&page().preparation(), "ownPoint"), QStringLiteral("Iron"));
    appointment(maya, 86'400'000);
    page().refresh();
    EXPECT_EQ(control<QLineEdit>(&page().preparation(), "ownPoint")->text(), QStringLiteral("Iron"));
}

TEST_F(PrepPage, QuestionsArePractisedOneAtATime) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    open(1);
    auto& practice = page().preparation().practice();
    const auto first = practice.current();
    ASSERT_TRUE(first.has_value());
    control<QPushButton>(&page(), "beginPractice")->click();
    auto* now = control<QPushButton>(&page(), "answerNow");
    if (now->isVisible())
        now->click();
    control<QPushButton>(&page(), "practiceAnswered")->click();
    EXPECT_NE(practice.current(), first);
    auto history = preparation().practice().of(maya, {}).value();
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].question, *first);
    EXPECT_EQ(history[0].outcome, catalog::PracticeOutcome::Answered);
    undo();
    EXPECT_EQ(practice.current(), first);
    EXPECT_TRUE(preparation().practice().of(maya, {})->empty());
    control<QPushButton>(&page(), "practiceSkip")->click();
    EXPECT_EQ(preparation().practice().of(maya, {})->front().outcome, catalog::PracticeOutcome::Skipped);
}

TEST_F(PrepPage, PracticeGivesTheKitsTimesWithThePersonsExtraTime) {
    open();
    auto maya = catalog().people().byId(actAs("Maya", {Role::Mentee})).value();
    maya.accommodations.extraTimePercent = 50;
    ASSERT_TRUE(catalog().people().change(maya).ok());
    catalog::Kit kit;
    kit.name = "A kit of its own";
    kit.profile.readingSeconds = 20;
    kit.profile.answerSeconds = 100;
    kit.questions = {{{}, "Why here?", {}, {}, {}, 0}};
    kit.rubric.criteria = {{{}, "Service", {}, 1.0, {{1, "Low", "Little"}, {2, "High", "Much"}}}};
    kit = catalog().kits().publish(kit).value();
    WallTime now{1'772'000'000'000};
    studio::PracticePanel panel(catalog(), [&now] { return now; });
    panel.show();
    panel.refresh();
    panel.suggestKit(kit.id);
    const auto time = [&] { return control<QLabel>(&panel, "practiceTime")->text(); };
    EXPECT_EQ(time(), QStringLiteral("2:30"));
    control<QPushButton>(&panel, "beginPractice")->click();
    EXPECT_EQ(time(), QStringLiteral("0:30")) << "20 seconds to read, and half as much again";
    EXPECT_FALSE(control<QPushButton>(&panel, "practiceAnswered")->isVisible());
    now.milliseconds += 30'000;
    panel.tick();
    EXPECT_EQ(time(), QStringLiteral("2:30"));
    now.milliseconds += 151'000;
    panel.tick();
    EXPECT_EQ(time(), QStringLiteral("0:01")) << "over, and nobody is cut off";
    EXPECT_TRUE(control<QLabel>(&panel, "practicePhase")->text().startsWith(QStringLiteral("over the time")));
    control<QPushButton>(&panel, "practiceAnswered")->click();
    EXPECT_EQ(preparation().practice().of(maya.id, kit.id)->front().seconds, 151);
    EXPECT_FALSE(panel.current().has_value()) << "it was the only one";
}

TEST_F(PrepPage, AStoryIsKeptAsItIsTyped) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    open(2);
    control<QPushButton>(&page(), "newStory")->click();
    QTest::keyClicks(control<QLineEdit>(&page(), "storyTitle"), QStringLiteral("The lift"));
    auto* result = control<QPlainTextEdit>(&page(), "storyResult");
    page().left();
    ASSERT_EQ(preparation().stories().of(maya)->stories.size(), 1u);
    QTest::keyClicks(result, QStringLiteral("All got out"));
    page().left();
    EXPECT_EQ(preparation().stories().of(maya)->stories[0].result, "All got out");
    QTest::keyClicks(control<QLineEdit>(&page(), "storyTags"), QStringLiteral("calm, safety"));
    control<QPushButton>(&page(), "newStory")->click();
    EXPECT_EQ(preparation().stories().of(maya)->stories[0].tags.size(), 2u);
    QTest::keyClicks(control<QLineEdit>(&page(), "storyTitle"), QStringLiteral("The flood"));
    page().left();
    auto* list = control<QListWidget>(&page(), "stories");
    ASSERT_EQ(list->count(), 2);
    list->setCurrentRow(0);
    QCoreApplication::processEvents();
    EXPECT_EQ(result->toPlainText(), QStringLiteral("All got out"));
    control<QPushButton>(&page(), "removeStory")->click();
    EXPECT_EQ(preparation().stories().of(maya)->stories.size(), 1u);
    undo();
    EXPECT_EQ(preparation().stories().of(maya)->stories.size(), 2u);
}

TEST_F(PrepPage, AStoryIsNotedForAQuestionAndAMentorReadsItOnceShared) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    catalog::Story story;
    story.person = maya;
    story.title = "The lift";
    story.action = "I rang for help";
    story = preparation().stories().add(story).value();
    open(2);
    startingWith<QCheckBox>(QStringLiteral("fits "))->click();
    EXPECT_EQ(preparation().stories().byId(story.id)->fits.size(), 1u);
    QCoreApplication::processEvents();
    control<QCheckBox>(&page(), "shareStory")->click();
    EXPECT_TRUE(preparation().stories().byId(story.id)->shared);

    const auto ada = catalog().people().add("Ada", {Role::Mentor}).value();
    const auto cohort = catalog().people().addCohort("Now", "2026-01-01", "2026-12-31").value();
    ASSERT_TRUE(catalog().people().addPair(cohort.id, maya, ada.id, {}).ok());
    m_app->setActor(ada.id);
    m_window->showPage(PageKind::Prepare);
    page().showAhead();
    bool read = false;
    for (const auto* label : page().findChildren<QLabel*>())
        read = read || label->text().contains(QStringLiteral("I rang for help"));
    EXPECT_TRUE(read);
}

TEST_F(PrepPage, ConfidenceIsSaidInOneClickBeforeAndAfter) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    control<QPushButton>(&page(), "confidence4")->click();
    EXPECT_EQ(preparation().confidence().ahead(maya, WallTime::now()).value()->level, 4);
    ASSERT_TRUE(recordFor(1));
    const auto session = catalog().sessions().all().value().front();
    EXPECT_EQ(preparation().confidence().ofSession(session.id)->before->level, 4);
    m_window->showPage(PageKind::Home);
    control<QPushButton>(m_window->page(PageKind::Home), "confidence8")->click();
    EXPECT_EQ(preparation().confidence().ofSession(session.id)->after->level, 8);
}

TEST_F(PrepPage, ARecordingOffersToBeTheInterviewThatWasNoted) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    const auto next = appointment(maya, 600'000);
    page().refresh();
    startingWith(QStringLiteral("recordAppointment"))->click();
    EXPECT_EQ(m_window->currentPage(), PageKind::Record);
    EXPECT_TRUE(control<QCheckBox>(recordPage(), "ofAppointment")->isVisible());
    ASSERT_TRUE(recordFor(1));
    const auto session = catalog().sessions().all().value().front();
    EXPECT_EQ(preparation().appointments().byId(next.id)->session, session.id);
    EXPECT_FALSE(control<QCheckBox>(recordPage(), "ofAppointment")->isVisible());
}

TEST_F(PrepPage, AnAnswerCanBeRecordedAlone) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    open(1);
    const auto question = page().preparation().practice().current();
    ASSERT_TRUE(question.has_value());
    control<QPushButton>(&page(), "practiceRecord")->click();
    EXPECT_EQ(m_window->currentPage(), PageKind::Record);
    ASSERT_TRUE(recordFor(1));
    const auto session = catalog().sessions().all().value().front();
    EXPECT_EQ(session.mentee, maya);
    EXPECT_EQ(session.mode, catalog::SessionMode::Solo);
    const auto segments = catalog().sessions().segments(session.id).value();
    ASSERT_EQ(segments.size(), 1u);
    EXPECT_EQ(segments[0].question, *question);
    const auto history = preparation().practice().of(maya, {}).value();
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].session, session.id);
}

TEST_F(PrepPage, TheCalendarIsSavedWhereSomebodySays) {
    open();
    const auto maya = actAs("Maya", {Role::Mentee});
    appointment(maya, 86'400'000);
    page().refresh();
    m_dialogs.calendar = QString::fromStdString((m_folder / "own.ics").string());
    control<QPushButton>(&page().preparation(), "saveCalendar")->click();
    const auto text = readWholeFile(m_folder / "own.ics");
    ASSERT_TRUE(text.ok());
    EXPECT_TRUE(text->starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_NE(text->find("BEGIN:VEVENT"), std::string::npos);
}

TEST_F(PrepPage, AMentorNotesAnInterviewForTheirMentee) {
    open();
    const auto maya = catalog().people().add("Maya", {Role::Mentee}).value();
    const auto ada = catalog().people().add("Ada", {Role::Mentor}).value();
    const auto cohort = catalog().people().addCohort("Now", "2026-01-01", "2026-12-31").value();
    ASSERT_TRUE(catalog().people().addPair(cohort.id, maya.id, ada.id, {}).ok());
    m_app->setActor(ada.id);
    m_window->showPage(PageKind::Prepare);
    page().showAhead();
    QCoreApplication::processEvents();
    for (auto* add : page().findChildren<QPushButton*>(QStringLiteral("addAppointment"))) {
        if (add->isVisible())
            add->click();
    }
    for (auto* keep : page().findChildren<QPushButton*>(QStringLiteral("keepAppointment"))) {
        if (keep->isVisible())
            keep->click();
    }
    const auto all = preparation().appointments().of(maya.id).value();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(preparation().appointments().history(all[0].id)->front().author, "Ada");
}

} // namespace mockingbird::test
