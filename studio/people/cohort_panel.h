// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"

#include <QWidget>
#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mockingbird::ui {
class EmptyState;
}

namespace mockingbird::studio {

class PairPanel;

/// Cohorts: one is chosen, named, dated and ended here, and its pairs are below.
class CohortPanel : public QWidget {
    Q_OBJECT

public:
    explicit CohortPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void refresh();

signals:
    void failed(const mockingbird::Error& error);
    void done(const QString& sentence, const std::function<void()>& undo);

private:
    void add();
    void keep();
    void endOrResume();
    void showChosen();
    [[nodiscard]] const catalog::Cohort* chosen() const;

    catalog::Catalog& m_catalog;
    std::vector<catalog::Cohort> m_cohorts;
    QWidget* m_content;
    ui::EmptyState* m_empty;
    QComboBox* m_choice;
    QLineEdit* m_name;
    QLineEdit* m_starts;
    QLineEdit* m_ends;
    QPushButton* m_end;
    QLabel* m_state;
    PairPanel* m_pairs;
};

} // namespace mockingbird::studio
