// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/compare/progress.h"

#include <QWidget>
#include <cstdint>
#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class CommitmentCard;
class PlotView;
struct ProgressPlot;

/// A person's progress at one kit by one version of its rubric, chosen among those they had: what changed in
/// words, a plot for each criterion and each measure of delivery; and across kits confidence and what was
/// taken along. GUI thread.
class ProgressView : public QWidget {
    Q_OBJECT

public:
    explicit ProgressView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads them anew where anything has changed since; keeps the kit that was chosen while they stay the
    /// same person. A null id shows nothing.
    void show(catalog::PersonId mentee);
    using QWidget::show;
    /// Shows the group of that kit, the newest of its rubrics' versions, where there is one.
    void chooseKit(catalog::KitId kit);
    /// The kit that is shown; null without one.
    [[nodiscard]] catalog::KitId kit() const;

    [[nodiscard]] const PersonProgress& progress() const { return m_progress; }
    [[nodiscard]] QComboBox* groupChoice() const { return m_groups; }
    /// By criterion, then delivery, then confidence.
    [[nodiscard]] const std::vector<PlotView*>& plots() const { return m_plots; }
    [[nodiscard]] CommitmentCard& commitments() const { return *m_commitments; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    /// What stands where there is nothing to show; empty where there is.
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

signals:
    /// With the moment that shows something, where one does.
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);
    void kitChanged(mockingbird::catalog::KitId kit);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void fillGroups();
    void showGroup();
    void showAttempts(const ProgressGroup& group);
    void addPlot(ProgressPlot plot);
    void arrangePlots();
    void arrangeAttempts();
    void showEmpty(const QString& sentence);
    [[nodiscard]] const ProgressGroup* group() const;
    void closeCommitment(catalog::CommitmentId id, catalog::SessionId session, std::optional<MediaTime> at);
    void reopenCommitment(catalog::CommitmentId id);

    /// What was read, and as whom.
    struct Shown {
        catalog::PersonId mentee;
        catalog::PersonId actor;
        std::int64_t revision = -1;
        bool operator==(const Shown&) const = default;
    };

    catalog::Catalog& m_catalog;
    Shown m_shown;
    PersonProgress m_progress;
    QString m_emptyText;
    bool m_filling = false;
    QWidget* m_head;
    QComboBox* m_groups;
    ui::Banner* m_banner;
    ui::EmptyState* m_empty;
    QWidget* m_scroll;
    QLabel* m_summary;
    QLabel* m_notice;
    QWidget* m_attempts = nullptr;
    QGridLayout* m_attemptGrid = nullptr;
    std::vector<QPushButton*> m_attemptLinks;
    QWidget* m_plotHost;
    QGridLayout* m_plotGrid;
    QLabel* m_legend;
    QLabel* m_method;
    CommitmentCard* m_commitments;
    std::vector<PlotView*> m_plots;
};

} // namespace mockingbird::review
