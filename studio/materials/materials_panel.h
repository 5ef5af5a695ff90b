// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "studio/materials/material_job.h"
#include "studio/materials/material_list.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::studio {

class AddPanel;
class AttachPanel;
class Dialogs;
class ReaderPanel;

/// All that there is to read for the acting person: found by words, kind, whom it is for and whether it is
/// read; read beside the list. Files are added by a button or by dropping them here. GUI thread.
class MaterialsPanel : public QWidget {
    Q_OBJECT

public:
    MaterialsPanel(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent = nullptr);

    void refresh();
    /// Another tab or page takes its place.
    void left();
    /// Whatever the filters say; at that page, or where it was left for 0.
    void showMaterial(catalog::MaterialId material, int page = 0);
    [[nodiscard]] ReaderPanel& reader() const { return *m_reader; }
    [[nodiscard]] bool adding() const { return m_job.running(); }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void connectAll();
    void connectJob();
    void fillFilters();
    void fillList();
    void openRow(int row);
    void add(const QStringList& files, catalog::MaterialId replaced = {});
    void addLink(const QString& address, const QString& title);
    void say(int added, int known, catalog::MaterialId last);
    void fillMenu();
    void rename();
    void remove();
    [[nodiscard]] std::vector<catalog::Attachment> usualAttachment() const;
    [[nodiscard]] MaterialFilter filter() const;

    catalog::Catalog& m_catalog;
    Dialogs& m_dialogs;
    MaterialJob m_job;
    std::vector<MaterialRow> m_rows;
    catalog::MaterialId m_shown;
    bool m_replacing = false;

    ui::Banner* m_banner;
    QLineEdit* m_search;
    QComboBox* m_kind;
    QComboBox* m_for;
    QComboBox* m_state;
    QListWidget* m_list;
    ui::EmptyState* m_empty;
    QStackedWidget* m_lists;
    QPushButton* m_add;
    QPushButton* m_addLink;
    QPushButton* m_attach;
    QPushButton* m_more;
    QLineEdit* m_title;
    AddPanel* m_adding;
    AttachPanel* m_attaching;
    ReaderPanel* m_reader;
};

} // namespace mockingbird::studio
