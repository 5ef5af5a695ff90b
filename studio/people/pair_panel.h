// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"

#include <QWidget>
#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace mockingbird::studio {

/// The pairs of one cohort, who accompanied each when, and what adds, changes and ends one.
class PairPanel : public QWidget {
    Q_OBJECT

public:
    explicit PairPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void showCohort(const catalog::Cohort& cohort);

signals:
    void failed(const mockingbird::Error& error);
    void done(const QString& sentence, const std::function<void()>& undo);

private:
    void layOut();
    void fillPeople();
    void fillTable();
    void showChosen();
    void add();
    void change();
    void end();
    void tell(const QString& sentence, catalog::PairId pair);
    [[nodiscard]] const catalog::Pair* chosen() const;
    [[nodiscard]] QString nameOf(catalog::PersonId person) const;

    catalog::Catalog& m_catalog;
    catalog::Cohort m_cohort;
    std::vector<catalog::Person> m_people;
    std::vector<catalog::Pair> m_pairs; ///< as the table has them
    QTableWidget* m_table;
    QCheckBox* m_showEnded;
    QLabel* m_empty;
    QLabel* m_heading;
    QComboBox* m_mentee;
    QComboBox* m_mentor;
    QComboBox* m_liaison;
    QLineEdit* m_on;
    QLineEdit* m_reason;
    QWidget* m_reasonCell;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_end;
    QPushButton* m_another;
    QListWidget* m_history;
};

} // namespace mockingbird::studio
