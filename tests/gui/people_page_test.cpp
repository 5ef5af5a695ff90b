// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <algorithm>

namespace mockingbird::test {

TEST_F(WindowTest, APersonIsAddedByKeyboardAndIsInTheCatalogWithoutSaving) {
    open();
    m_window->showPage(studio::PageKind::People);
    ui::Page* page = m_window->page(studio::PageKind::People);
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
    EXPECT_EQ(dora->roles, (std::set{catalog::Role::Mentee, catalog::Role::Mentor}));
    EXPECT_EQ(control<QListWidget>(page, "people")->count(), 2);
}

} // namespace mockingbird::test
