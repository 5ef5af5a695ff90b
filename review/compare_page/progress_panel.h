// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/ids.h"

#include <QWidget>
#include <optional>

class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

class ComparisonView;
class OutcomesPanel;
class ProgressView;

/// One mentee: their progress over time, every score of it in a table, and what became of them. GUI thread.
class ProgressPanel : public QWidget {
    Q_OBJECT

public:
    enum class Part { OverTime, EveryScore, Outcomes };

    explicit ProgressPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads anew what is in sight. A null id shows nothing.
    void show(catalog::PersonId mentee);
    using QWidget::show;
    void showPart(Part part);
    void chooseKit(catalog::KitId kit);
    /// The kit that is shown; null without one.
    [[nodiscard]] catalog::KitId kit() const;

    /// Stands at the upper right, beside the parts.
    void setChoice(QWidget* choice);
    [[nodiscard]] QTabBar* parts() const { return m_parts; }
    [[nodiscard]] ProgressView& progress() const { return *m_progress; }
    [[nodiscard]] ComparisonView& comparison() const { return *m_comparison; }
    [[nodiscard]] OutcomesPanel& outcomes() const { return *m_outcomes; }

signals:
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);
    void kitChanged(mockingbird::catalog::KitId kit);

private:
    void layOut();
    void read();

    catalog::PersonId m_mentee;
    QHBoxLayout* m_head;
    QTabBar* m_parts;
    QStackedWidget* m_stack;
    ProgressView* m_progress;
    ComparisonView* m_comparison;
    OutcomesPanel* m_outcomes;
};

} // namespace mockingbird::review
