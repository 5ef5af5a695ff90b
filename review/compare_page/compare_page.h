// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "common/ui/page.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QStackedWidget;
class QTabBar;

namespace mockingbird::catalog {
class Catalog;
}
namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class CohortView;
class ProgressPanel;
class QuarterView;
class SideBySideView;

/// The ways of looking at practice. The first two are of one mentee; a quarter is a liaison's or a
/// coordinator's, a cohort's year theirs too.
enum class CompareTab { Progress, SideBySide, Quarter, Cohort };

/// See that practice works: a person's progress, the same question side by side, a pair's quarter, a cohort's
/// year. Which of them there are hangs on what the acting person may see. Each is made when it is first
/// shown.
class ComparePage : public ui::Page {
    Q_OBJECT

public:
    explicit ComparePage(catalog::Catalog& catalog, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Compare"); }
    void refresh() override;
    void entered() override;
    void left() override;

    /// Those that are there, in their order.
    [[nodiscard]] const std::vector<CompareTab>& tabs() const { return m_tabs; }
    [[nodiscard]] CompareTab currentTab() const;
    /// Nothing where it isn't there.
    void showTab(CompareTab tab);
    /// Shows them, where the acting person may see them.
    void choose(catalog::PersonId mentee, catalog::KitId kit);

    [[nodiscard]] QTabBar* tabBar() const { return m_bar; }
    [[nodiscard]] QComboBox* menteeChoice() const { return m_mentees; }
    [[nodiscard]] ProgressPanel& progress() const { return *m_progress; }
    [[nodiscard]] SideBySideView* sideBySide() const { return m_sideBySide; } ///< null until it was shown
    [[nodiscard]] QuarterView* quarter() const { return m_quarter; }          ///< likewise
    [[nodiscard]] CohortView* cohort() const { return m_cohort; }             ///< likewise
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    /// What stands where there is nothing to compare; empty where there is.
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

signals:
    /// With the moment that shows something, where one does.
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);

private:
    void layOut();
    void fillTabs();
    [[nodiscard]] Result<void> fillMentees();
    [[nodiscard]] catalog::PersonId mentee() const;
    QWidget* made(CompareTab tab);
    void makeQuarter();
    void makeSideBySide();
    void showCurrent();
    void showProgressOf(catalog::PersonId mentee);
    void showSideBySideOf(catalog::PersonId mentee);
    void remember() const;

    catalog::Catalog& m_catalog;
    bool m_filling = false;
    QString m_emptyText;
    std::vector<CompareTab> m_tabs;
    std::optional<std::pair<catalog::PersonId, std::int64_t>>
        m_menteesOf; ///< who looked at which revision when the mentees were read
    QTabBar* m_bar;
    QComboBox* m_mentees;
    ui::Banner* m_banner;
    ui::EmptyState* m_empty;
    QStackedWidget* m_stack;
    ProgressPanel* m_progress;
    SideBySideView* m_sideBySide = nullptr;
    QuarterView* m_quarter = nullptr;
    CohortView* m_cohort = nullptr;
};

} // namespace mockingbird::review
