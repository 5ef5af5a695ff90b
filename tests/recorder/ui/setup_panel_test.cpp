// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/setup_panel.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/sign_in_store.h"
#include "recorder/ui/seat_panel.h"
#include "tests/support/temporary_folder.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using catalog::Role;
using catalog::SessionMode;

class SetupPanelTest : public testing::Test {
protected:
    void SetUp() override {
        auto opened = catalog::Catalog::open(m_folder / "catalog");
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        m_catalog = std::move(*opened);
        m_maya = m_catalog->people().add("Maya Okafor", {Role::Mentee}).value().id;
        m_noor = m_catalog->people().add("Noor Rahman", {Role::Mentee}).value().id;
        m_ruth = m_catalog->people().add("Ruth Adeyemi", {Role::Mentor}).value().id;
        m_panel.refresh(*m_catalog);
    }

    void chooseMode(const char* text) {
        for (QRadioButton* radio : m_panel.findChildren<QRadioButton*>()) {
            if (radio->text() == QLatin1String(text))
                radio->click();
        }
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::PersonId m_maya, m_noor, m_ruth;
    SetupPanel m_panel;
};

} // namespace

TEST_F(SetupPanelTest, BeginsWithTheKitOfThePersonsPosition) {
    catalog::Kit kit;
    catalog::Question training;
    training.text = "How do you train a new page?";
    catalog::Criterion clarity;
    clarity.name = "Clarity";
    clarity.levels = {{1, "Low", "Hard to follow"}, {2, "High", "Easy to follow"}};
    kit.questions = {training};
    kit.rubric.criteria = {clarity};
    for (const char* position : {"Branch Manager", "Library Clerk"}) {
        kit.name = std::string(position) + " panel";
        kit.position = position;
        ASSERT_TRUE(m_catalog->kits().publish(kit).ok());
    }
    catalog::Person maya = m_catalog->people().byId(m_maya).value();
    maya.classification = "Library Clerk";
    ASSERT_TRUE(m_catalog->people().change(maya).ok());
    SetupPanel panel;
    panel.refresh(*m_catalog);
    ASSERT_EQ(panel.choice().mentee, m_maya);
    EXPECT_EQ(m_catalog->kits().byId(panel.choice().kit).value().name, "Library Clerk panel");
}

TEST_F(SetupPanelTest, OffersWhomOneMayRecord) {
    const auto mentees = [this](catalog::PersonId who) {
        m_catalog->actAs(who);
        m_panel.refresh(*m_catalog);
        std::vector<std::string> names;
        const auto* box = m_panel.findChild<QComboBox*>("mentee");
        for (int i = 0; i < box->count(); ++i)
            names.push_back(box->itemText(i).toStdString());
        return names;
    };
    const std::vector<std::string> both{"Maya Okafor", "Noor Rahman"};
    const auto ines = m_catalog->people().add("Ines Moreau", {Role::Coordinator}).value().id;
    const auto olive = m_catalog->people().add("Olive Park", {Role::Mentor}).value().id;
    const auto cohort = m_catalog->people().addCohort("Now", "2026-01-01", "2026-12-31").value();
    ASSERT_TRUE(m_catalog->people().addPair(cohort.id, m_maya, m_ruth, {}).ok());
    EXPECT_EQ(mentees(olive), both) << "nobody signs in";
    m_catalog->actAs(ines);
    ASSERT_TRUE(m_catalog->signIn().turnOn("a long passphrase", 10).ok());
    EXPECT_EQ(mentees(m_ruth), std::vector<std::string>{"Maya Okafor"});
    EXPECT_EQ(mentees(m_maya), std::vector<std::string>{"Maya Okafor"});
    EXPECT_EQ(mentees(olive), std::vector<std::string>{});
    EXPECT_EQ(mentees(ines), both);
}

TEST_F(SetupPanelTest, TakesPanelAndObserversAndSaysWhoIsThere) {
    RecordChoice wanted;
    wanted.mentee = m_maya;
    wanted.mode = SessionMode::Virtual;
    wanted.panel = {m_ruth};
    wanted.observers = {m_noor, catalog::PersonId::make()}; // one whom this catalog doesn't know
    m_panel.setChoice(wanted);
    const RecordChoice chosen = m_panel.choice();
    EXPECT_EQ(chosen.mentee, m_maya);
    EXPECT_EQ(chosen.mode, SessionMode::Virtual);
    EXPECT_EQ(chosen.panel, std::vector{m_ruth});
    EXPECT_EQ(chosen.observers, std::vector{m_noor});
    const auto there = m_panel.participants();
    ASSERT_EQ(there.size(), 3u);
    EXPECT_EQ(there[0], (Participant{m_maya, QStringLiteral("Maya Okafor"), QStringLiteral("interviewed")}));
    EXPECT_EQ(there[1], (Participant{m_ruth, QStringLiteral("Ruth Adeyemi"), QStringLiteral("asks")}));
    EXPECT_EQ(there[2], (Participant{m_noor, QStringLiteral("Noor Rahman"), QStringLiteral("observes")}));
    m_panel.refresh(*m_catalog); // whatever else changed in the catalog
    EXPECT_EQ(m_panel.participants(), there);
}

TEST_F(SetupPanelTest, AddsSomebodyElseToTheCatalogByName) {
    QSignalSpy changed(&m_panel, &SetupPanel::changed);
    auto* field = m_panel.findChild<QComboBox*>(QStringLiteral("personName"))->lineEdit();
    QTest::keyClicks(field, QStringLiteral("Prof. Lind"));
    QTest::keyClick(field, Qt::Key_Return);
    const auto added = m_catalog->people().find("Prof. Lind");
    ASSERT_TRUE(added.ok());
    EXPECT_TRUE(added->roles.empty());
    EXPECT_EQ(m_panel.choice().panel, std::vector{added->id});
    EXPECT_GE(changed.size(), 1);
    EXPECT_TRUE(field->text().isEmpty());
}

TEST_F(SetupPanelTest, IsAloneInSoloAndHasTheOthersBackAfterIt) {
    RecordChoice wanted;
    wanted.mentee = m_maya;
    wanted.panel = {m_ruth};
    m_panel.setChoice(wanted);
    QSignalSpy mode(&m_panel, &SetupPanel::modeChanged);
    chooseMode("So&lo");
    EXPECT_EQ(mode.size(), 1);
    EXPECT_TRUE(m_panel.choice().panel.empty());
    EXPECT_EQ(m_panel.participants().size(), 1u);
    EXPECT_TRUE(m_panel.findChild<SeatPanel*>()->isHidden());
    chooseMode("In &person");
    EXPECT_EQ(m_panel.choice().panel, std::vector{m_ruth});
    EXPECT_FALSE(m_panel.findChild<SeatPanel*>()->isHidden());
}

TEST_F(SetupPanelTest, NobodySitsOnThePanelOfTheirOwnInterview) {
    RecordChoice wanted;
    wanted.mentee = m_maya;
    wanted.panel = {m_noor, m_ruth};
    m_panel.setChoice(wanted);
    wanted.mentee = m_noor;
    m_panel.setChoice(wanted);
    EXPECT_EQ(m_panel.choice().panel, std::vector{m_ruth});
}

} // namespace mockingbird::recorder
