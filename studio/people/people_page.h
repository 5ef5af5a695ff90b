// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_import_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/page.h"
#include "studio/dialogs.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>

class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class CohortPanel;
class FieldPanel;
class PeopleImportPanel;
class PeopleListPanel;
class PersonFieldsPanel;
class PersonHistoryPanel;
class PersonPanel;

/// Who is in the programme, what is known of each as far as the reader may know it, and who accompanies whom.
class PeoplePage : public ui::Page {
    Q_OBJECT

public:
    PeoplePage(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("People"); }
    void refresh() override;

signals:
    void sessionRequested(mockingbird::catalog::SessionId session);

private:
    void layOut();
    void connectAll();
    QWidget* personColumn();
    void showPerson(catalog::PersonId person);
    void readAnew();
    void refreshTab();
    void showHead();
    void add();
    void remove();
    void change(const catalog::Person& person);
    void describe(catalog::PersonId person, const std::map<std::string, std::string>& values);
    void askImport();
    void askExport();
    void undoImport(const catalog::PeopleImport& import);
    void undoLastImport();
    void tell(const QString& sentence, const std::function<void()>& undo);

    catalog::Catalog& m_catalog;
    Dialogs& m_dialogs;
    catalog::PersonId m_shown;
    std::int64_t m_shownRevision = -1; ///< of the catalog
    int m_cohortTab = 0;
    int m_fieldTab = 0;
    bool m_coordinates = false; ///< the acting person is a coordinator, or nobody acts
    ui::Banner* m_banner;
    QStackedWidget* m_stack;
    QTabWidget* m_tabs;
    QPushButton* m_add;
    QPushButton* m_import;
    QPushButton* m_export;
    QPushButton* m_undoImport;
    QPushButton* m_remove;
    PeopleListPanel* m_list;
    PersonPanel* m_person;
    PersonFieldsPanel* m_fields;
    PersonHistoryPanel* m_history;
    CohortPanel* m_cohorts;
    FieldPanel* m_fieldList;
    PeopleImportPanel* m_importing;
};

} // namespace mockingbird::studio
