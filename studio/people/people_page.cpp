// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/people_page.h"

#include "common/base/whole_file.h"
#include "common/catalog/field_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/people/cohort_panel.h"
#include "studio/people/field_panel.h"
#include "studio/people/people_import_panel.h"
#include "studio/people/people_list_panel.h"
#include "studio/people/person_fields_panel.h"
#include "studio/people/person_history_panel.h"
#include "studio/people/person_panel.h"
#include "studio/people_file/people_export.h"
#include "studio/people_file/people_import.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace mockingbird::studio {

PeoplePage::PeoplePage(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_dialogs(dialogs), m_banner(new ui::Banner),
      m_stack(new QStackedWidget(this)), m_tabs(new QTabWidget(m_stack)),
      m_add(ui::primaryButton(tr("Add a person"), "plus")), m_import(ui::button(tr("Import ..."))),
      m_export(ui::button(tr("Export ..."))), m_undoImport(ui::quietButton({}, "undo")),
      m_remove(ui::quietButton(tr("Remove"), "trash")), m_list(new PeopleListPanel),
      m_person(new PersonPanel), m_fields(new PersonFieldsPanel), m_history(new PersonHistoryPanel),
      m_cohorts(new CohortPanel(catalog)), m_fieldList(new FieldPanel(catalog)),
      m_importing(new PeopleImportPanel(catalog)) {
    m_add->setObjectName(QStringLiteral("addPerson"));
    m_import->setObjectName(QStringLiteral("importPeople"));
    m_export->setObjectName(QStringLiteral("exportPeople"));
    m_undoImport->setObjectName(QStringLiteral("undoImport"));
    m_remove->setObjectName(QStringLiteral("removePerson"));
    layOut();
    connectAll();
}

QWidget* PeoplePage::personColumn() {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_person);
    column->addWidget(m_fields);
    column->addWidget(m_history);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    column->addStretch();
    return ui::scrolled(body);
}

void PeoplePage::layOut() {
    auto* people = new QWidget;
    auto* row = new QHBoxLayout(people);
    row->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(m_list, 2);
    row->addWidget(personColumn(), 3);
    m_tabs->addTab(people, tr("People"));
    m_cohortTab = m_tabs->addTab(ui::scrolled(m_cohorts), tr("Cohorts and pairs"));
    m_fieldTab = m_tabs->addTab(ui::scrolled(m_fieldList), tr("Fields"));
    m_tabs->setDocumentMode(true);
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(m_importing);

    auto* head = new QHBoxLayout;
    head->setSpacing(ui::px(ui::kSmall));
    head->addWidget(ui::label(tr("People"), ui::TextStyle::Title), 1);
    head->addWidget(m_undoImport);
    head->addWidget(m_import);
    head->addWidget(m_export);
    head->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kPageMargin), ui::px(ui::kPageMargin), ui::px(ui::kPageMargin),
                               ui::px(ui::kLarge));
    column->setSpacing(ui::px(ui::kMedium));
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
}

void PeoplePage::connectAll() {
    connect(m_add, &QPushButton::clicked, this, &PeoplePage::add);
    connect(m_remove, &QPushButton::clicked, this, &PeoplePage::remove);
    connect(m_import, &QPushButton::clicked, this, &PeoplePage::askImport);
    connect(m_export, &QPushButton::clicked, this, &PeoplePage::askExport);
    connect(m_undoImport, &QPushButton::clicked, this, &PeoplePage::undoLastImport);
    connect(m_list, &PeopleListPanel::personChosen, this, &PeoplePage::showPerson);
    connect(m_person, &PersonPanel::edited, this, &PeoplePage::change);
    connect(m_fields, &PersonFieldsPanel::edited, this, &PeoplePage::describe);
    connect(m_history, &PersonHistoryPanel::sessionRequested, this, &PeoplePage::sessionRequested);
    connect(m_cohorts, &CohortPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_cohorts, &CohortPanel::done, this, &PeoplePage::tell);
    connect(m_fieldList, &FieldPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_fieldList, &FieldPanel::done, this, &PeoplePage::tell);
    connect(m_importing, &PeopleImportPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_importing, &PeopleImportPanel::cancelled, this, [this] {
        m_stack->setCurrentWidget(m_tabs);
        showHead();
        m_import->setFocus();
    });
    connect(m_importing, &PeopleImportPanel::imported, this,
            [this](const catalog::PeopleImport& import, const QString& sentence) {
                m_stack->setCurrentWidget(m_tabs);
                readAnew();
                tell(sentence, [this, import] { undoImport(import); });
            });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        refreshTab();
        showHead();
    });
}

void PeoplePage::refresh() {
    if (m_catalog.revision() == m_shownRevision)
        showHead();
    else
        readAnew();
}

void PeoplePage::readAnew() {
    ensurePolished(); // out of sight it would be measured in another font
    const std::int64_t revision = m_catalog.revision();
    auto entries = peopleEntries(m_catalog);
    if (!entries) {
        m_banner->showError(entries.error());
        return;
    }
    m_shownRevision = revision;
    const auto actor = m_catalog.people().byId(m_catalog.actor());
    m_coordinates =
        m_catalog.actor().isNull() || (actor && actor->roles.contains(catalog::Role::Coordinator));
    m_list->setPeople(std::move(*entries), m_catalog.people().cohorts().valueOr({}));
    m_tabs->setTabVisible(m_fieldTab, m_coordinates);
    refreshTab();
    if (m_stack->currentWidget() == m_importing)
        m_importing->refresh();
    showHead();
}

/// What isn't in sight is read when it comes into sight: a cohort has thousands of pairs to choose from.
void PeoplePage::refreshTab() {
    if (m_tabs->currentIndex() == m_cohortTab)
        m_cohorts->refresh();
    else if (m_tabs->currentIndex() == m_fieldTab)
        m_fieldList->refresh();
}

void PeoplePage::showHead() {
    const bool importing = m_stack->currentWidget() == m_importing;
    const bool atPeople = !importing && m_tabs->currentIndex() == 0;
    m_add->setVisible(atPeople);
    m_export->setVisible(atPeople);
    m_import->setVisible(atPeople && m_coordinates);
    QString undoText;
    if (atPeople && m_coordinates)
        for (const catalog::PeopleImport& import : m_catalog.peopleImports().all().valueOr({}))
            if (!import.undone && undoText.isEmpty())
                undoText = tr("Take back %1").arg(ui::toQString(import.file));
    m_undoImport->setText(undoText);
    m_undoImport->setVisible(!undoText.isEmpty());
}

void PeoplePage::showPerson(catalog::PersonId id) {
    m_shown = id;
    const auto person = m_catalog.people().byId(id);
    for (QWidget* part : {static_cast<QWidget*>(m_person), static_cast<QWidget*>(m_fields),
                          static_cast<QWidget*>(m_history), static_cast<QWidget*>(m_remove)})
        part->setVisible(person.ok());
    if (!person)
        return;
    m_person->showPerson(*person);
    const auto reader = m_catalog.fields().readerOf(id);
    if (reader)
        m_fields->showFields(id, m_catalog.fields().all().valueOr({}),
                             m_catalog.fields().valuesOf(id).valueOr({}), *reader);
    const auto history = historyOf(m_catalog, id);
    if (history)
        m_history->showHistory(*person, *history);
    else
        m_banner->showError(history.error());
    m_remove->setVisible(m_coordinates && id != m_catalog.actor() &&
                         m_catalog.people().heldBy(id).valueOr("held").empty());
}

void PeoplePage::add() {
    const auto added = m_catalog.people().add(tr("New person").toStdString(), {catalog::Role::Mentee});
    if (!added) {
        m_banner->showError(added.error());
        return;
    }
    readAnew();
    m_list->choose(added->id);
    m_person->editName();
}

void PeoplePage::remove() {
    const catalog::PersonId id = m_shown;
    const auto person = m_catalog.people().byId(id);
    if (const auto removed = m_catalog.people().remove(id); !removed) {
        m_banner->showError(removed.error());
        return;
    }
    readAnew();
    tell(tr("%1 is in no list any more.").arg(person ? ui::toQString(person->name) : QString()), [this, id] {
        if (const auto restored = m_catalog.people().restore(id); !restored)
            m_banner->showError(restored.error());
        readAnew();
        m_list->choose(id);
    });
}

void PeoplePage::change(const catalog::Person& person) {
    if (const auto changed = m_catalog.people().change(person); !changed)
        m_banner->showError(changed.error());
    readAnew();
}

void PeoplePage::describe(catalog::PersonId person, const std::map<std::string, std::string>& values) {
    if (const auto described = m_catalog.fields().describe(person, values); !described)
        m_banner->showError(described.error());
    readAnew();
}

void PeoplePage::askImport() {
    const QString file = m_dialogs.choosePeopleFile(this);
    if (file.isEmpty())
        return;
    m_banner->dismiss();
    if (const auto opened = m_importing->open(file); !opened) {
        m_banner->showError(opened.error());
        return;
    }
    m_stack->setCurrentWidget(m_importing);
    showHead();
}

void PeoplePage::askExport() {
    const QString file = m_dialogs.choosePeopleTarget(this, tr("People.csv"));
    if (file.isEmpty())
        return;
    const auto write = [&]() -> Result<void> {
        const auto people = TRY(m_catalog.people().all());
        return writeWholeFile(file.toStdString(), TRY(peopleAsCsv(m_catalog, people)));
    };
    if (const auto written = write(); !written)
        m_banner->showError(written.error());
    else
        m_banner->showMessage(ui::Tone::Success,
                              tr("Everybody is in %1, with what you may see of them.").arg(file));
}

void PeoplePage::undoImport(const catalog::PeopleImport& import) {
    const auto done = studio::undoImport(m_catalog, import.id);
    if (!done) {
        m_banner->showError(done.error());
        return;
    }
    readAnew();
    QStringList kept;
    for (const std::string& sentence : done->kept)
        kept << ui::toQString(sentence);
    m_banner->showMessage(kept.isEmpty() ? ui::Tone::Success : ui::Tone::Warning,
                          kept.isEmpty() ? tr("All of %1 is taken back.").arg(ui::toQString(import.file))
                                         : tr("%1 is taken back, but for this: %2")
                                               .arg(ui::toQString(import.file), kept.join(QLatin1Char(' '))));
}

void PeoplePage::undoLastImport() {
    for (const catalog::PeopleImport& import : m_catalog.peopleImports().all().valueOr({})) {
        if (import.undone)
            continue;
        if (m_dialogs.confirm(this, tr("Take %1 back?").arg(ui::toQString(import.file)),
                              tr("What it added and changed goes back to what it was, but for what somebody "
                                 "changed since."),
                              tr("Take it back"), tr("Leave it")))
            undoImport(import);
        return;
    }
}

void PeoplePage::tell(const QString& sentence, const std::function<void()>& undo) {
    readAnew();
    m_banner->showMessage(ui::Tone::Neutral, sentence, tr("Undo"), [this, undo] {
        m_banner->dismiss();
        undo();
        readAnew();
    });
}

} // namespace mockingbird::studio
