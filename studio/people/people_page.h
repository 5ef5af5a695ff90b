// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/ui/page.h"

#include <vector>

class QListWidget;
class QPushButton;
class QTabWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class PairPanel;
class PersonPanel;

/// Who is in the programme, and who accompanies whom.
class PeoplePage : public ui::Page {
    Q_OBJECT

public:
    explicit PeoplePage(catalog::Catalog& catalog, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("People"); }
    void refresh() override;

private:
    void add();
    void select(catalog::PersonId person);
    void showRow(int row);
    void change(const catalog::Person& person);

    catalog::Catalog& m_catalog;
    std::vector<catalog::Person> m_people;
    catalog::PersonId m_shown;
    ui::Banner* m_banner;
    QTabWidget* m_tabs;
    QPushButton* m_add;
    QListWidget* m_list;
    PersonPanel* m_person;
    PairPanel* m_pairs;
};

} // namespace mockingbird::studio
