// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/compare/progress.h"

#include <QWidget>
#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class PlotView;

/// A person's progress at one kit by one version of its rubric, chosen among those they had: what changed in
/// words, a plot for each criterion, and across kits confidence, commitments and delivery. GUI thread.
class ProgressView : public QWidget {
    Q_OBJECT

public:
    explicit ProgressView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads them anew; keeps the kit that was chosen where they have it. A null id shows nothing.
    void show(catalog::PersonId mentee);
    using QWidget::show;
    /// Shows the group of that kit, the newest of its rubrics' versions, where there is one.
    void chooseKit(catalog::KitId kit);
    /// The kit that is shown; null without one.
    [[nodiscard]] catalog::KitId kit() const;

    [[nodiscard]] const PersonProgress& progress() const { return m_progress; }
    [[nodiscard]] QComboBox* groupChoice() const { return m_groups; }
    [[nodiscard]] const std::vector<PlotView*>& plots() const { return m_plots; }
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
    catalog::Catalog& m_catalog;
    PersonProgress m_progress;
    QString m_emptyText;
    QComboBox* m_groups;
    ui::Banner* m_banner;
    ui::EmptyState* m_empty;
    QWidget* m_content;
    std::vector<PlotView*> m_plots;
};

} // namespace mockingbird::review
