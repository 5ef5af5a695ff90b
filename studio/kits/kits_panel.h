// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"

#include <QWidget>
#include <optional>
#include <utility>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::studio {

class KitEditorView;
class KitReaderView;
class KitsFilterModel;
class KitsModel;
class KitView;

/// The kits and one's drafts: to find, to read, to adapt, to write. GUI thread.
class KitsPanel : public QWidget {
    Q_OBJECT

public:
    /// Without a reader there is nothing to read beforehand.
    explicit KitsPanel(catalog::Catalog& catalog, KitReaderView* reader = nullptr, QWidget* parent = nullptr);

    void refresh();
    /// Something else comes into sight: keeps what was typed since the last pause, and where one reads.
    void left();
    /// Selects its kit and opens it.
    void showMaterial(catalog::MaterialId material);
    void showKit(catalog::KitId kit);
    /// In the editor; where it can't be opened the banner says why.
    void openDraft(const Result<catalog::KitDraftId>& draft);
    /// Begins a draft of a new kit and opens it.
    void writeNew();
    /// Begins a draft of the next version of the kit shown, or goes on with the one there is.
    void writeNextVersion();
    [[nodiscard]] KitEditorView& editor() const { return *m_editor; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    void recordRequested(mockingbird::catalog::KitId kit);
    void importRequested();
    void exportRequested(mockingbird::catalog::KitId kit);

private:
    [[nodiscard]] QWidget* listSide();
    void connectParts();
    void askWhatIsAllowed();
    void showChosen();
    void openChosen();
    void duplicate();
    void retire(bool retire);
    void choose(const QString& id);
    [[nodiscard]] QString chosenId() const;

    catalog::Catalog& m_catalog;
    KitsModel* m_model;
    KitsFilterModel* m_filter;
    QLineEdit* m_search;
    QComboBox* m_classification;
    QCheckBox* m_retired;
    QPushButton* m_new;
    QPushButton* m_import;
    QListView* m_list;
    ui::Banner* m_banner;
    KitView* m_kit;
    ui::EmptyState* m_none; ///< no kit at all, or none that fits the search
    ui::EmptyState* m_draft;
    QStackedWidget* m_content;
    QStackedWidget* m_whole; ///< the kits, or the editor in their place
    KitEditorView* m_editor;
    std::optional<std::pair<catalog::PersonId, std::int64_t>> m_shown; ///< who looked, at which revision
    bool m_filling = false;
    bool m_mayWrite = true; ///< drafts; and below, what of kits
    bool m_mayChange = true;
    bool m_mayRetire = true;
};

} // namespace mockingbird::studio
