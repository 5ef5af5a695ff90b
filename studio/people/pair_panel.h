// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace mockingbird::studio {

/// Cohorts, and the pairs in them.
class PairPanel : public QWidget {
    Q_OBJECT

public:
    explicit PairPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void refresh();

signals:
    void failed(const mockingbird::Error& error);

private:
    void addCohort();
    void addPair();

    catalog::Catalog& m_catalog;
    QLineEdit* m_cohortName;
    QDateEdit* m_starts;
    QDateEdit* m_ends;
    QComboBox* m_cohort;
    QComboBox* m_mentee;
    QComboBox* m_mentor;
    QComboBox* m_liaison;
    QPushButton* m_add;
    QTableWidget* m_table;
};

} // namespace mockingbird::studio
