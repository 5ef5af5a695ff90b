// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/ui/page.h"

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace mockingbird::studio {

class AimPanel;
class ReaderPanel;

/// What a mentee aims at, and the kits: what to read beforehand, what will be asked, what is scored.
class PrepPage : public ui::Page {
    Q_OBJECT

public:
    explicit PrepPage(catalog::Catalog& catalog, QWidget* parent = nullptr);

    [[nodiscard]] AimPanel& aim() const { return *m_aim; }

    [[nodiscard]] QString title() const override { return tr("Prepare"); }
    void refresh() override;
    void left() override;

    /// Selects its kit and opens it.
    void showMaterial(catalog::MaterialId material);

signals:
    void recordRequested(mockingbird::catalog::KitId kit);

private:
    void showKit(int row);
    [[nodiscard]] QWidget* questionsOf(const catalog::Kit& kit) const;
    [[nodiscard]] QWidget* rubricOf(const catalog::Kit& kit) const;
    void replaceTab(int index, QWidget* content);

    catalog::Catalog& m_catalog;
    AimPanel* m_aim;
    std::vector<catalog::Kit> m_kits;
    std::vector<catalog::Material> m_materials;
    int m_shownVersion = 0;
    catalog::KitId m_shown;
    QListWidget* m_list;
    QLabel* m_name;
    QLabel* m_position;
    QPushButton* m_record;
    QTabWidget* m_tabs;
    QListWidget* m_materialList;
    ReaderPanel* m_reader;
    QStackedWidget* m_content;
};

} // namespace mockingbird::studio
