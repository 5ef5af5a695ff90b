// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "studio/people/people_model.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace mockingbird::studio {

/// Everybody, with what narrows the list: words, role, branch, classification, employment, cohort. A choice
/// that would change nothing isn't there.
class PeopleListPanel : public QWidget {
    Q_OBJECT

public:
    explicit PeopleListPanel(QWidget* parent = nullptr);

    /// Keeps who is chosen, and what the list is narrowed to, as far as that is still there.
    void setPeople(std::vector<PersonEntry> entries, const std::vector<catalog::Cohort>& cohorts);
    /// Widens the list where they aren't in it.
    void choose(catalog::PersonId person);
    [[nodiscard]] catalog::PersonId chosen() const { return m_chosen; }
    [[nodiscard]] const PeopleModel& model() const { return *m_model; }
    void focusSearch();

signals:
    void personChosen(mockingbird::catalog::PersonId person); ///< also again, at each new state of the list

private:
    void narrow();
    void showCount();
    void takeCurrent();
    void restoreChoice();

    PeopleModel* m_model;
    QLineEdit* m_search;
    QComboBox* m_role;
    QComboBox* m_branch;
    QComboBox* m_classification;
    QComboBox* m_employment;
    QComboBox* m_cohort;
    QListView* m_list;
    QLabel* m_count;
    catalog::PersonId m_chosen;
};

} // namespace mockingbird::studio
