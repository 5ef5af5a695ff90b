// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "studio/exchange/kit_exchange_job.h"

#include <QDialog>
#include <filesystem>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

/// Shows what importing a file would do before it is done: reads the file, says step by step what becomes of
/// it and line by line what is taken otherwise, and does it on request. Deletes itself when it closes. GUI
/// thread.
class KitImportDialog : public QDialog {
    Q_OBJECT

public:
    KitImportDialog(catalog::Catalog& catalog, std::filesystem::path file, QWidget* parent = nullptr);

    void reject() override; ///< while it imports: stops that first

signals:
    void imported(const mockingbird::exchange::ImportOutcome& outcome);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* planSide();
    [[nodiscard]] QWidget* buttonRow();
    void offerTargets();
    void showRead(const KitExchangeJob::File& file);
    void showPlan();
    void showSteps(const exchange::ImportPlan& plan);
    void showFailure(const Error& error);
    void showWorking(const QString& what);
    void import();
    [[nodiscard]] exchange::ImportTarget target() const;

    catalog::Catalog& m_catalog;
    std::filesystem::path m_path;
    KitExchangeJob m_job;
    KitExchangeJob::File m_file;
    QLabel* m_what;
    ui::Banner* m_banner;
    QLabel* m_targetLabel;
    QComboBox* m_target;
    QListWidget* m_steps;
    QLabel* m_remarksLabel;
    QListWidget* m_remarks;
    QProgressBar* m_progress;
    QPushButton* m_import;
    QPushButton* m_cancel;
    QWidget* m_plan = nullptr;
};

} // namespace mockingbird::studio
