// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "common/catalog/field_store.h"
#include "common/ui/banner.h"
#include "tests/gui/window_test.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <algorithm>

namespace mockingbird::test {

using catalog::Role;

class PeoplePageTest : public WindowTest {
protected:
    ui::Page* openPage() {
        open();
        m_window->showPage(studio::PageKind::People);
        return m_window->page(studio::PageKind::People);
    }
    catalog::Person add(const char* name, std::set<Role> roles, const char* branch = "") {
        return catalog().people().add(name, roles, "", branch).value();
    }
    static int shown(QWidget* page) {
        return page->findChild<QListView*>(QStringLiteral("people"))->model()->rowCount();
    }
    static ui::Banner* banner(QWidget* page) { return page->findChild<ui::Banner*>(); }
    static void type(QLineEdit* field, const QString& text) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    static void choose(QComboBox* box, const QString& text) {
        const int at = box->findText(text, Qt::MatchFixedString);
        ASSERT_GE(at, 0) << text.toStdString();
        box->setCurrentIndex(at);
        emit box->activated(at);
    }
};

TEST_F(PeoplePageTest, APersonIsAddedByKeyboardAndIsInTheCatalogWithoutSaving) {
    ui::Page* page = openPage();
    control<QPushButton>(page, "addPerson")->click();
    auto* name = control<QLineEdit>(page, "personName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Dora Ek"));
    QTest::keyClick(name, Qt::Key_Return);
    control<QCheckBox>(page, "mentor")->click();

    const auto people = catalog().people().all().valueOr({});
    const auto dora =
        std::find_if(people.begin(), people.end(), [](const auto& one) { return one.name == "Dora Ek"; });
    ASSERT_NE(dora, people.end());
    EXPECT_EQ(dora->roles, (std::set{Role::Mentee, Role::Mentor}));
    EXPECT_EQ(shown(page), 2);
}

TEST_F(PeoplePageTest, TheListIsNarrowedByWordsAndChoices) {
    ui::Page* page = openPage();
    add("Ana Díaz", {Role::Mentee}, "North");
    add("Ben Okafor", {Role::Mentor}, "South");
    page->refresh();
    EXPECT_EQ(shown(page), 3);
    auto* search = control<QLineEdit>(page, "searchPeople");
    QTest::keyClicks(search, QStringLiteral("diaz"));
    EXPECT_EQ(shown(page), 0) << "an accent is a letter of its own";
    search->clear();
    QTest::keyClicks(search, QStringLiteral("NORTH"));
    EXPECT_EQ(shown(page), 1);
    search->clear();
    choose(control<QComboBox>(page, "branchFilter"), QStringLiteral("South"));
    EXPECT_EQ(shown(page), 1);
    EXPECT_EQ(control<QLineEdit>(page, "personName")->text(), QStringLiteral("Ben Okafor"));
}

TEST_F(PeoplePageTest, WhatElseIsKnownIsKeptAndTakenOnlyFromWhomItConcerns) {
    ui::Page* page = openPage();
    const auto owner = catalog().people().all().value().front();
    type(control<QLineEdit>(page, "field_pronouns"), QStringLiteral("they/them"));
    choose(control<QComboBox>(page, "field_employment"), QStringLiteral("Part-time"));
    const auto values = catalog().fields().valuesOf(owner.id).value();
    EXPECT_EQ(values.at("pronouns"), "they/them");
    EXPECT_EQ(values.at("employment"), "part-time");
    type(control<QLineEdit>(page, "field_hired_on"), QStringLiteral("soon"));
    EXPECT_FALSE(catalog().fields().valuesOf(owner.id).value().contains("hired_on"));
    EXPECT_FALSE(banner(page)->isHidden()) << "it says what a day looks like";
}

TEST_F(PeoplePageTest, AHalfTypedFieldOutlivesNewsFromTheCatalog) {
    ui::Page* page = openPage();
    m_window->activateWindow();
    auto* languages = control<QLineEdit>(page, "field_languages");
    languages->setFocus();
    QTest::keyClicks(languages, QStringLiteral("Span"));
    if (!languages->hasFocus())
        return; // no window manager gives focus here
    add("Somebody", {Role::Mentee});
    page->refresh();
    EXPECT_EQ(languages->text(), QStringLiteral("Span"));
}

TEST_F(PeoplePageTest, ACohortAndAPairAreMadeChangedEndedAndTakenBack) {
    ui::Page* page = openPage();
    add("Ana", {Role::Mentee});
    add("Ben", {Role::Mentor});
    const auto dora = add("Dora", {Role::Mentor});
    page->refresh();
    page->findChild<QTabWidget*>()->setCurrentIndex(1);
    control<QPushButton>(page, "firstCohort")->click();
    type(control<QLineEdit>(page, "cohortName"), QStringLiteral("Spring"));
    EXPECT_EQ(catalog().people().cohorts().value().at(0).name, "Spring");

    choose(control<QComboBox>(page, "pairMentee"), QStringLiteral("Ana"));
    choose(control<QComboBox>(page, "pairMentor"), QStringLiteral("Ben"));
    control<QPushButton>(page, "addPair")->click();
    ASSERT_EQ(catalog().people().pairs().value().size(), 1U);
    auto* table = control<QTableWidget>(page, "pairs");
    table->selectRow(0);
    choose(control<QComboBox>(page, "pairMentor"), QStringLiteral("Dora"));
    control<QLineEdit>(page, "pairReason")->setText(QStringLiteral("Ben is away"));
    control<QPushButton>(page, "changePair")->click();
    const auto pair = catalog().people().pairs().value().at(0);
    EXPECT_EQ(pair.mentor, dora.id);
    const auto terms = catalog().people().termsOf(pair.id).value();
    ASSERT_EQ(terms.size(), 2U);
    EXPECT_EQ(terms[1].reason, "Ben is away");
    EXPECT_EQ(control<QListWidget>(page, "pairHistory")->count(), 2);
    banner(page)->actionButton()->click();
    EXPECT_EQ(catalog().people().termsOf(pair.id).value().size(), 1U);
    control<QPushButton>(page, "endPair")->click();
    EXPECT_TRUE(catalog().people().pairs().value().empty());
    banner(page)->actionButton()->click();
    EXPECT_EQ(catalog().people().pairs().value().size(), 1U);
    control<QPushButton>(page, "endCohort")->click();
    EXPECT_TRUE(catalog().people().pairs().value().empty());
}

TEST_F(PeoplePageTest, ATableIsShownBeforeItIsImportedAndTakenBackAfter) {
    ui::Page* page = openPage();
    const std::string file = (m_folder.path() / "staff.csv").string();
    ASSERT_TRUE(
        writeWholeFile(file, "Name,Roles,Cohort,Mentor\nAna,mentee,2026,Ben\nBen,,,\nEva,boss,,\n").ok());
    m_dialogs.peopleFile = QString::fromStdString(file);
    control<QPushButton>(page, "importPeople")->click();
    auto* preview = control<QTableView>(page, "importPreview");
    EXPECT_TRUE(preview->isVisible());
    EXPECT_EQ(preview->model()->rowCount(), 3);
    EXPECT_EQ(catalog().people().all().value().size(), 1U) << "nothing is done yet";
    control<QPushButton>(page, "importPeopleNow")->click();
    EXPECT_EQ(catalog().people().all().value().size(), 3U);
    EXPECT_EQ(catalog().people().pairs().value().size(), 1U);
    EXPECT_EQ(shown(page), 3);
    auto* undo = control<QPushButton>(page, "undoImport");
    EXPECT_TRUE(undo->isVisible());
    undo->click();
    EXPECT_EQ(catalog().people().all().value().size(), 1U);
    EXPECT_FALSE(undo->isVisible());
}

TEST_F(PeoplePageTest, AFileThatIsNoTableOfPeopleIsToldAndChangesNothing) {
    ui::Page* page = openPage();
    const std::string file = (m_folder.path() / "other.csv").string();
    ASSERT_TRUE(writeWholeFile(file, "Branch\nNorth\n").ok());
    m_dialogs.peopleFile = QString::fromStdString(file);
    control<QPushButton>(page, "importPeople")->click();
    EXPECT_EQ(banner(page)->tone(), ui::Tone::Danger);
    EXPECT_FALSE(control<QTableView>(page, "importPreview")->isVisible());
}

TEST_F(PeoplePageTest, AttemptsOnAPersonsPageLeadToTheirSession) {
    open();
    ASSERT_TRUE(m_app->openSample().ok());
    m_app->setActor(catalog().people().find("Ingrid Halvorsen").value().id);
    m_window->showPage(studio::PageKind::People);
    ui::Page* page = m_window->page(studio::PageKind::People);
    auto* list = control<QListView>(page, "people");
    for (int row = 0; row < list->model()->rowCount(); ++row)
        if (list->model()->index(row, 0).data().toString().startsWith(QStringLiteral("Maya")))
            list->setCurrentIndex(list->model()->index(row, 0));
    auto* attempts = control<QListWidget>(page, "attempts");
    ASSERT_EQ(attempts->count(), 3);
    EXPECT_GT(control<QListWidget>(page, "reviewsReceived")->count(), 0);
    EXPECT_EQ(control<QListWidget>(page, "personPairs")->count(), 1);
    emit attempts->itemActivated(attempts->item(0));
    EXPECT_EQ(m_window->currentPage(), studio::PageKind::Review);
}

} // namespace mockingbird::test
