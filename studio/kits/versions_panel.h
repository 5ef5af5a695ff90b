// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QTextBrowser;

namespace mockingbird::studio {

/// The versions of a kit with their dates and authors, and what two of them differ in.
class VersionsPanel : public QWidget {
    Q_OBJECT

public:
    explicit VersionsPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void showKit(catalog::KitId kit);
    /// What stands there of the difference, as plain text.
    [[nodiscard]] QString differenceText() const;

private:
    void compare();

    catalog::Catalog& m_catalog;
    catalog::KitId m_kit;
    std::vector<catalog::KitVersion> m_versions;
    QComboBox* m_before;
    QComboBox* m_after;
    QWidget* m_choice;
    QLabel* m_only; ///< what stands in place of a comparison while there is one version
    QTextBrowser* m_difference;
};

} // namespace mockingbird::studio
