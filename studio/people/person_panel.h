// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "common/ui/card.h"

#include <map>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace mockingbird::studio {

/// One person's name, roles, classification and branch, and what an interview gives them besides. What was
/// typed is given on when its field is left.
class PersonPanel : public ui::Card {
    Q_OBJECT

public:
    explicit PersonPanel(QWidget* parent = nullptr);

    void showPerson(const catalog::Person& person);
    /// Puts the cursor into the name, all of it selected: for somebody new.
    void editName();

signals:
    void edited(const mockingbird::catalog::Person& person);

private:
    void give();

    catalog::Person m_person;
    QLineEdit* m_name;
    std::map<catalog::Role, QCheckBox*> m_roles;
    QLineEdit* m_classification;
    QLineEdit* m_branch;
    QSpinBox* m_extraTime;
    QCheckBox* m_largerText;
    QLabel* m_note;
};

} // namespace mockingbird::studio
