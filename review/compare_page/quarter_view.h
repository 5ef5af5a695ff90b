// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/quarter_store.h"

#include <QWidget>
#include <cstdint>
#include <optional>
#include <string>

class QCheckBox;
class QComboBox;
class QLabel;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace mockingbird::catalog {
class Catalog;
}
namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class PairQuarterView;
class QuarterModel;

/// The pairs of a quarter that the acting person accompanies or coordinates, filtered by cohort, quarter and
/// branch, and one pair's quarter in their place once it is opened. GUI thread.
class QuarterView : public QWidget {
    Q_OBJECT

public:
    explicit QuarterView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads the catalog anew where it, the day or who looks has changed; keeps the filters and the pair that
    /// is open.
    void refresh();
    void openPair(catalog::PairId pair);
    void showList();

    [[nodiscard]] QComboBox* cohortChoice() const { return m_cohorts; }
    [[nodiscard]] QComboBox* quarterChoice() const { return m_quarters; }
    [[nodiscard]] QComboBox* branchChoice() const { return m_branches; }
    [[nodiscard]] QCheckBox* overdueOnly() const { return m_overdue; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QuarterModel& model() const { return *m_model; }
    [[nodiscard]] PairQuarterView& pairView() const { return *m_pair; }
    [[nodiscard]] bool showsPair() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);
    void progressRequested(mockingbird::catalog::PersonId mentee);
    void sideBySideRequested(mockingbird::catalog::PersonId mentee);

private:
    void layOut();
    [[nodiscard]] Result<void> fillChoices();
    void fillTable();
    void open(const QModelIndex& index);
    [[nodiscard]] catalog::QuarterFilter filter() const;

    /// What was read, when and as whom.
    struct Shown {
        std::int64_t revision = -1;
        catalog::PersonId actor;
        std::string day;
        bool operator==(const Shown&) const = default;
    };

    catalog::Catalog& m_catalog;
    Shown m_shown;
    bool m_filling = false;
    QString m_emptyText;
    std::vector<catalog::Quarter> m_known; ///< in m_quarters' order
    std::optional<catalog::PairId> m_open;
    QComboBox* m_cohorts;
    QComboBox* m_quarters;
    QComboBox* m_branches;
    QCheckBox* m_overdue;
    ui::Banner* m_banner;
    QStackedWidget* m_stack;
    QWidget* m_list;
    QLabel* m_summary;
    ui::EmptyState* m_empty;
    QuarterModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    PairQuarterView* m_pair;
};

} // namespace mockingbird::review
