// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/ui/page.h"

class QTabWidget;

namespace mockingbird::ui {
class Banner;
} // namespace mockingbird::ui

namespace mockingbird::studio {

class Dialogs;
class KitsPanel;
class MaterialsPanel;
class MenteesPanel;
class PreparationPanel;

/// What comes before an interview, a tab each: a mentee's own preparation, which nobody else has, what others
/// have of their mentees', the kits, and all that there is to read.
class PrepPage : public ui::Page {
    Q_OBJECT

public:
    PrepPage(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent = nullptr);

    [[nodiscard]] PreparationPanel& preparation() const { return *m_preparation; }
    [[nodiscard]] KitsPanel& kits() const { return *m_kits; }
    [[nodiscard]] MaterialsPanel& materials() const { return *m_materials; }

    [[nodiscard]] QString title() const override { return tr("Prepare"); }
    void refresh() override;
    void left() override;

    /// A mentee's preparation, for others their mentees' interviews.
    void showAhead();
    /// At that page, or for 0 where it was left.
    void showMaterial(catalog::MaterialId material, int page = 0);

signals:
    void recordRequested(mockingbird::catalog::KitId kit);
    void practiceRequested(mockingbird::catalog::KitId kit, mockingbird::catalog::QuestionId question);
    void calendarRequested();

private:
    void refreshShown();
    void leaveShown();

    catalog::Catalog& m_catalog;
    ui::Banner* m_banner;
    QTabWidget* m_tabs;
    PreparationPanel* m_preparation; ///< its tab is a mentee's alone
    MenteesPanel* m_mentees;
    KitsPanel* m_kits;
    MaterialsPanel* m_materials;
};

} // namespace mockingbird::studio
