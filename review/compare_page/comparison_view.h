// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/comparison.h"
#include "review/compare_page/export_file.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class ComparisonModel;

/// One mentee's attempts at one kit as a table, criterion by attempt, with every rater's level. GUI thread.
class ComparisonView : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads them anew.
    void show(catalog::PersonId mentee, catalog::KitId kit);
    using QWidget::show;

    void setChooseFile(ChooseFile chooseFile) { m_chooseFile = std::move(chooseFile); }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    /// What stands where there is nothing to compare; empty where there is.
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

signals:
    void openSession(mockingbird::catalog::SessionId session);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void showNotice(const Comparison& comparison);
    void showEmpty(const QString& sentence);
    void fitTable();
    void exportComparison();

    catalog::Catalog& m_catalog;
    ChooseFile m_chooseFile = askForReportFile;
    QString m_emptyText;
    QPushButton* m_export;
    ui::Banner* m_banner;
    ui::Banner* m_notice; ///< what to keep in mind about what is shown
    ui::EmptyState* m_empty;
    ComparisonModel* m_model;
    QTableView* m_table;
};

} // namespace mockingbird::review
