// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/seat_panel.h"

#include "recorder/ui/person_picker.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using catalog::Seat;

catalog::Person someone(const char* name) {
    catalog::Person person;
    person.id = catalog::PersonId::make();
    person.name = name;
    return person;
}

QString named(const char* what, const catalog::Person& person) {
    return QStringLiteral("%1 %2").arg(QLatin1String(what), QString::fromStdString(person.id.toString()));
}

class SeatPanelTest : public testing::Test {
protected:
    void SetUp() override { m_panel.setPeople({m_maya, m_ruth, m_omar}, m_maya.id); }

    void type(const char* name) {
        auto* field = m_panel.findChild<QComboBox*>(QStringLiteral("personName"))->lineEdit();
        field->setText(QString());
        QTest::keyClicks(field, QLatin1String(name));
        QTest::keyClick(field, Qt::Key_Return);
    }

    const catalog::Person m_maya = someone("Maya Okafor");
    const catalog::Person m_ruth = someone("Ruth Adeyemi");
    const catalog::Person m_omar = someone("Omar Haddad");
    SeatPanel m_panel;
};

} // namespace

TEST_F(SeatPanelTest, SeatsWhoIsTypedInEitherCaseAndChangesTheirSeat) {
    QSignalSpy changed(&m_panel, &SeatPanel::changed);
    type("ruth adeyemi");
    EXPECT_EQ(m_panel.seats(), (std::vector<TakenSeat>{{m_ruth.id, Seat::Panel}}));
    auto* what = m_panel.findChild<QComboBox*>(named("seat", m_ruth));
    ASSERT_NE(what, nullptr);
    QTest::keyClick(what, Qt::Key_Down);
    EXPECT_EQ(m_panel.seats(), (std::vector<TakenSeat>{{m_ruth.id, Seat::Observer}}));
    EXPECT_EQ(changed.size(), 2);
    m_panel.seat(m_ruth.id); // has one
    m_panel.seat(m_maya.id); // is interviewed
    EXPECT_EQ(m_panel.seats().size(), 1u);
}

TEST_F(SeatPanelTest, UnseatsByTheButton) {
    m_panel.setSeats({{m_ruth.id, Seat::Panel}, {m_omar.id, Seat::Observer}});
    m_panel.findChild<QToolButton*>(named("unseat", m_ruth))->click();
    EXPECT_EQ(m_panel.seats(), (std::vector<TakenSeat>{{m_omar.id, Seat::Observer}}));
}

TEST_F(SeatPanelTest, TellsOfSomebodyNewAndOfNobodyForAnEmptyName) {
    QSignalSpy newPerson(&m_panel, &SeatPanel::newPersonNamed);
    type("   ");
    EXPECT_EQ(newPerson.size(), 0);
    EXPECT_FALSE(m_panel.findChild<QPushButton*>(QStringLiteral("addPerson"))->isEnabled());
    type("  Prof.  Lind ");
    ASSERT_EQ(newPerson.size(), 1);
    EXPECT_EQ(newPerson[0][0].toString(), QStringLiteral("Prof. Lind"));
    EXPECT_TRUE(m_panel.seats().empty());
}

TEST_F(SeatPanelTest, DropsWhoIsInterviewedNowOrIsNotThereAnyMore) {
    m_panel.setSeats({{m_ruth.id, Seat::Panel}, {m_omar.id, Seat::Observer}});
    m_panel.setPeople({m_maya, m_ruth, m_omar}, m_ruth.id);
    EXPECT_EQ(m_panel.seats(), (std::vector<TakenSeat>{{m_omar.id, Seat::Observer}}));
    m_panel.setPeople({m_maya, m_ruth}, m_ruth.id);
    EXPECT_TRUE(m_panel.seats().empty());
}

TEST_F(SeatPanelTest, OffersNobodyWhoIsThereAlreadyAndKeepsWhatIsBeingTyped) {
    auto* field = m_panel.findChild<QComboBox*>(QStringLiteral("personName"));
    EXPECT_EQ(field->count(), 2);
    field->setEditText(QStringLiteral("Om"));
    m_panel.seat(m_ruth.id);
    EXPECT_EQ(field->count(), 1);
    EXPECT_EQ(field->itemText(0), QStringLiteral("Omar Haddad"));
    EXPECT_EQ(field->currentText(), QStringLiteral("Om"));
}

} // namespace mockingbird::recorder
