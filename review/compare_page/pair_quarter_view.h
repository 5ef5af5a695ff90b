// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/compare/pair_quarter.h"
#include "review/compare_page/export_file.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::review {

class OutcomesPanel;
class SessionLinksPanel;

/// One pair's quarter: what to talk about, and what it rests on; whatever is of a session leads to it. GUI
/// thread.
class PairQuarterView : public QWidget {
    Q_OBJECT

public:
    explicit PairQuarterView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads it anew.
    void show(catalog::PairId pair, const catalog::Quarter& quarter);
    using QWidget::show;

    [[nodiscard]] const std::optional<PairQuarter>& quarter() const { return m_quarter; }
    void setChooseFile(ChooseFile chooseFile) { m_chooseFile = std::move(chooseFile); }
    [[nodiscard]] QPushButton* backButton() const { return m_back; }
    [[nodiscard]] QPushButton* progressButton() const { return m_progress; }
    [[nodiscard]] QPushButton* sideBySideButton() const { return m_sideBySide; }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QCheckBox* withNames() const { return m_names; }
    [[nodiscard]] SessionLinksPanel& talk() const { return *m_talk; }
    [[nodiscard]] SessionLinksPanel& sessions() const { return *m_sessions; }
    [[nodiscard]] SessionLinksPanel& owed() const { return *m_owed; }
    [[nodiscard]] SessionLinksPanel& feedback() const { return *m_feedback; }
    [[nodiscard]] SessionLinksPanel& commitments() const { return *m_commitments; }
    [[nodiscard]] OutcomesPanel& outcomes() const { return *m_outcomes; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);
    void back();
    /// The mentee's progress, or their attempts side by side, are wanted.
    void progressRequested(mockingbird::catalog::PersonId mentee);
    void sideBySideRequested(mockingbird::catalog::PersonId mentee);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void arrange();
    void showHead();
    void showRows();
    void exportQuarter();

    catalog::Catalog& m_catalog;
    ChooseFile m_chooseFile = askForReportFile;
    catalog::PairId m_pair;
    catalog::Quarter m_wanted;
    std::optional<PairQuarter> m_quarter;
    int m_columns = 0;
    QPushButton* m_back;
    QLabel* m_title;
    QLabel* m_lead;
    QPushButton* m_progress;
    QPushButton* m_sideBySide;
    QCheckBox* m_names; ///< an export is without, unless it is asked for each time
    QPushButton* m_export;
    ui::Banner* m_banner;
    QWidget* m_content;
    QGridLayout* m_grid;
    SessionLinksPanel* m_talk;
    SessionLinksPanel* m_sessions;
    SessionLinksPanel* m_owed;
    SessionLinksPanel* m_feedback;
    SessionLinksPanel* m_commitments;
    SessionLinksPanel* m_confidence;
    SessionLinksPanel* m_ahead;
    OutcomesPanel* m_outcomes;
};

} // namespace mockingbird::review
