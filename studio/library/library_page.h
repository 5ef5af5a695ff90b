// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/catalog.h"
#include "common/catalog/search_store.h"
#include "common/ui/page.h"
#include "studio/dialogs.h"
#include "studio/library/import_job.h"
#include "studio/library/search_job.h"

#include <cstdint>
#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::studio {

class ImportPanel;
class LibraryModel;

/// Every session in sight of the acting person: found, filtered, opened, imported, removed.
class LibraryPage : public ui::Page {
    Q_OBJECT

public:
    LibraryPage(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Library"); }
    void refresh() override;

    void focusSearch();
    [[nodiscard]] LibraryModel& model() const { return *m_model; }
    [[nodiscard]] ui::Banner* banner() const { return m_banner; }

signals:
    void sessionRequested(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);
    void materialRequested(mockingbird::catalog::MaterialId material, int page);
    void recordRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void connectAll();
    void readAnew();
    void fillFilters();
    void find();
    void showHits(const QString& words, const std::vector<catalog::SearchHit>& hits);
    void openHit(int row);
    void openSelected();
    void removeSelected();
    void askImport(const QStringList& files);
    void import();
    [[nodiscard]] std::optional<catalog::SessionId> selected() const;

    catalog::Catalog& m_catalog;
    Dialogs& m_dialogs;
    ImportJob m_job;
    SearchJob m_searchJob;
    std::int64_t m_shownRevision = -1; ///< of the catalog
    std::vector<catalog::SearchHit> m_hits;

    ui::Banner* m_banner;
    ImportPanel* m_import;
    QLineEdit* m_search;
    QComboBox* m_mentee;
    QComboBox* m_kit;
    QPushButton* m_importButton;
    QPushButton* m_open;
    QPushButton* m_remove;
    LibraryModel* m_model;
    QTableView* m_table;
    QListWidget* m_hitList;
    ui::EmptyState* m_empty;
    QStackedWidget* m_stack;
};

} // namespace mockingbird::studio
