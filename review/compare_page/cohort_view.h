// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/cohort_year.h"
#include "review/compare_page/cohort_year_job.h"
#include "review/compare_page/export_file.h"

#include <QWidget>
#include <cstdint>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class PlotView;

/// One cohort's year, of groups of five and more. It is counted in a thread of its own, told how far, and can
/// be stopped. There are no other filters: what two of them show of the same people could be subtracted.
/// GUI thread.
class CohortView : public QWidget {
    Q_OBJECT

public:
    explicit CohortView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads which cohorts and years there are, and counts anew where the catalog moved.
    void refresh();

    [[nodiscard]] QComboBox* cohortChoice() const { return m_cohorts; }
    [[nodiscard]] QComboBox* yearChoice() const { return m_years; }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] bool counting() const { return m_job.running(); }
    [[nodiscard]] const std::optional<CohortYear>& year() const { return m_year; }
    [[nodiscard]] const std::vector<PlotView*>& plots() const { return m_plots; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] QString facts() const;
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    void setChooseFile(ChooseFile chooseFile) { m_chooseFile = std::move(chooseFile); }

private:
    void layOut();
    [[nodiscard]] Result<void> fillCohorts();
    void fillYears();
    void count();
    void show(const CohortYear& year);
    void showEmpty(const QString& sentence);
    void showCounting(bool counting);
    void exportYear();

    catalog::Catalog& m_catalog;
    ChooseFile m_chooseFile = askForReportFile;
    bool m_filling = false;
    QString m_emptyText;
    std::optional<CohortYear> m_year;
    std::int64_t m_countedRevision = -1; ///< of the catalog
    QString m_countedFor;                ///< cohort and year
    QComboBox* m_cohorts;
    QComboBox* m_years;
    QPushButton* m_export;
    ui::Banner* m_banner;
    QLabel* m_counting;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    ui::EmptyState* m_empty;
    QWidget* m_content;
    QLabel* m_facts;
    QLabel* m_raters;
    QVBoxLayout* m_column;
    std::vector<PlotView*> m_plots;
    CohortYearJob m_job;
};

} // namespace mockingbird::review
