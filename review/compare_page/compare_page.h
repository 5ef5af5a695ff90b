// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/page.h"
#include "review/compare/comparison.h"

#include <functional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class ComparisonModel;
class PlotView;

/// One mentee's attempts at one kit: criterion by attempt as a table, and a plot for each criterion. Somebody
/// who is a mentee and nothing else sees their own.
class ComparePage : public ui::Page {
    Q_OBJECT

public:
    explicit ComparePage(catalog::Catalog& catalog, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Compare"); }
    void refresh() override;
    void entered() override;

    /// Shows them, where the acting person may see them.
    void choose(catalog::PersonId mentee, catalog::KitId kit);
    /// Where an export goes, given a name to suggest; empty for nowhere. A file dialog unless set.
    using ChooseFile = std::function<QString(QWidget* parent, const QString& suggested)>;
    void setChooseFile(ChooseFile chooseFile) { m_chooseFile = std::move(chooseFile); }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QComboBox* menteeChoice() const { return m_mentees; }
    [[nodiscard]] QComboBox* kitChoice() const { return m_kits; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] const std::vector<PlotView*>& plots() const { return m_plots; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    /// What stands where there is nothing to compare; empty where there is.
    [[nodiscard]] QString emptyText() const;

signals:
    void openSession(mockingbird::catalog::SessionId session);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    Result<void> fillMentees();
    void fillKits();
    void showComparison();
    void showNotice(const Comparison& comparison);
    void showPlots(const Comparison& comparison);
    void arrangePlots();
    void fitTable();
    [[nodiscard]] int contentWidth() const;
    void showEmpty(const QString& sentence);
    void remember() const;
    void exportComparison();

    catalog::Catalog& m_catalog;
    ChooseFile m_chooseFile;
    bool m_filling = false;
    QString m_emptyText;
    QComboBox* m_mentees;
    QComboBox* m_kits;
    QPushButton* m_export;
    ui::Banner* m_banner;
    ui::Banner* m_notice; ///< what to keep in mind about what is shown
    ui::EmptyState* m_empty;
    QWidget* m_content;
    ComparisonModel* m_model;
    QTableView* m_table;
    QLabel* m_legend;
    QWidget* m_plotHost;
    QGridLayout* m_plotGrid;
    std::vector<PlotView*> m_plots;
};

} // namespace mockingbird::review
