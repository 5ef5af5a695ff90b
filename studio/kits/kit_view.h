// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"

#include <QWidget>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace mockingbird::studio {

class KitReaderView;
class VersionsPanel;

/// A published kit: what to read beforehand, what will be asked, what is scored, and its versions.
class KitView : public QWidget {
    Q_OBJECT

public:
    /// Without a reader there is nothing to read beforehand.
    explicit KitView(catalog::Catalog& catalog, KitReaderView* reader, QWidget* parent = nullptr);

    /// What the acting person may do with it.
    struct Allowed {
        bool change = true;
        bool duplicate = true;
        bool retire = true;
    };
    void showKit(const catalog::Kit& kit, bool retired, const Allowed& allowed);
    void showMaterial(catalog::MaterialId material); ///< one of those shown
    void showVersions();
    void left(); ///< something else comes into sight
    [[nodiscard]] catalog::KitId kit() const { return m_kit; }

signals:
    void recordRequested(mockingbird::catalog::KitId kit);
    void nextVersionRequested();
    void duplicateRequested();
    void exportRequested();
    void retireRequested(bool retire);

private:
    void showMaterials();
    /// What is attached to the kit's questions now.
    [[nodiscard]] std::vector<catalog::MaterialId> materialsOfQuestions(const catalog::Kit& kit) const;
    void readBesideQuestion(catalog::MaterialId material);
    [[nodiscard]] QWidget* questionsOf(const catalog::Kit& kit);
    [[nodiscard]] QWidget* rubricOf(const catalog::Kit& kit) const;
    void replaceTab(int index, QWidget* content);

    catalog::Catalog& m_catalog;
    catalog::KitId m_kit;
    int m_version = 0;
    bool m_retired = false;
    std::vector<catalog::Material> m_materials;
    std::size_t m_own = 0;                          ///< how many of them are the kit's alone
    std::vector<catalog::MaterialId> m_ofQuestions; ///< what is attached to single questions
    QLabel* m_name;
    QLabel* m_position;
    QPushButton* m_record;
    QPushButton* m_next;
    QPushButton* m_duplicate;
    QPushButton* m_retire;
    QTabWidget* m_tabs;
    QListWidget* m_materialList;
    KitReaderView* m_reader;
    VersionsPanel* m_versions;
};

} // namespace mockingbird::studio
