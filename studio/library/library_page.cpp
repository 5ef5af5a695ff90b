// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/library/library_page.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/error_text.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/library/import_panel.h"
#include "studio/library/library_model.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

/// The marks around found words, which a list of plain text can't show.
QString plain(const std::string& snippet) {
    return ui::toQString(snippet).remove(QChar(2)).remove(QChar(3)).simplified();
}

QString kindText(const catalog::SearchHit& hit) {
    switch (hit.kind) {
    case catalog::SearchHit::Kind::Session:
        return QObject::tr("Session");
    case catalog::SearchHit::Kind::Note:
        return QObject::tr("Note at %1").arg(ui::shortTime(hit.at));
    case catalog::SearchHit::Kind::Reply:
        return QObject::tr("Reply at %1").arg(ui::shortTime(hit.at));
    case catalog::SearchHit::Kind::Caption:
        return QObject::tr("Said at %1").arg(ui::shortTime(hit.at));
    case catalog::SearchHit::Kind::Material:
        return QObject::tr("Material");
    }
    return {};
}

const char* kindIcon(catalog::SearchHit::Kind kind) {
    switch (kind) {
    case catalog::SearchHit::Kind::Session:
        return "library";
    case catalog::SearchHit::Kind::Note:
    case catalog::SearchHit::Kind::Reply:
    case catalog::SearchHit::Kind::Caption:
        return "note";
    case catalog::SearchHit::Kind::Material:
        return "prepare";
    }
    return "library";
}

/// Fills it, keeping what is chosen; the first entry filters nothing.
template <class Things>
void fill(QComboBox* box, const QString& all, const Things& things) {
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(all, QString());
    for (const auto& thing : things)
        box->addItem(ui::toQString(thing.name), ui::toQString(thing.id.toString()));
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

} // namespace

LibraryPage::LibraryPage(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_dialogs(dialogs), m_searchJob(catalog.folder()),
      m_banner(new ui::Banner), m_import(new ImportPanel(catalog)), m_search(new QLineEdit),
      m_mentee(new QComboBox), m_kit(new QComboBox), m_importButton(ui::button(tr("Import ..."), "plus")),
      m_open(ui::primaryButton(tr("Open in Review"), "review")),
      m_remove(ui::quietButton(tr("Remove"), "trash")), m_model(new LibraryModel(catalog, this)),
      m_table(new QTableView), m_hitList(new QListWidget),
      m_empty(new ui::EmptyState(
          "library",
          tr("Nothing is recorded yet. Record an interview, or drop recordings made elsewhere here."),
          tr("Record an interview"))),
      m_stack(new QStackedWidget) {
    setAcceptDrops(true);
    layOut();
    connectAll();
}

void LibraryPage::layOut() {
    m_search->setPlaceholderText(tr("Search notes, sessions and materials"));
    m_search->setAccessibleName(tr("Search notes, sessions and materials"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(ui::icon("search", &ui::Colors::muted), QLineEdit::LeadingPosition);
    m_mentee->setAccessibleName(tr("Mentee"));
    m_kit->setAccessibleName(tr("Kit"));
    for (QComboBox* filter : {m_mentee, m_kit}) {
        filter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        filter->setMinimumContentsLength(16);
    }
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Sessions"));
    m_table->setObjectName(QStringLiteral("sessions"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(ui::px(40));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(LibraryModel::Kit, QHeaderView::Stretch);
    m_hitList->setAccessibleName(tr("Found"));
    m_hitList->setWordWrap(true);
    m_hitList->setIconSize(QSize(ui::px(20), ui::px(20)));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_hitList);
    m_stack->addWidget(m_empty);

    auto* head = new QHBoxLayout;
    head->addWidget(ui::label(tr("Library"), ui::TextStyle::Title), 1);
    head->addWidget(m_importButton);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(ui::px(ui::kSmall));
    filters->addWidget(m_search, 3);
    filters->addWidget(m_mentee, 1);
    filters->addWidget(m_kit, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_open);
    foot->addStretch();
    foot->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kPageMargin), ui::px(ui::kPageMargin), ui::px(ui::kPageMargin),
                               ui::px(ui::kLarge));
    column->setSpacing(ui::px(ui::kMedium));
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_import);
    column->addLayout(filters);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
}

void LibraryPage::connectAll() {
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPage::find);
    connect(m_mentee, &QComboBox::activated, this, &LibraryPage::readAnew);
    connect(m_kit, &QComboBox::activated, this, &LibraryPage::readAnew);
    connect(m_importButton, &QPushButton::clicked, this,
            [this] { askImport(m_dialogs.chooseMediaFiles(this)); });
    connect(m_import, &ImportPanel::accepted, this, &LibraryPage::import);
    connect(m_import, &ImportPanel::cancelled, this, [this] {
        m_job.cancel();
        m_import->close();
    });
    connect(m_table, &QTableView::activated, this, &LibraryPage::openSelected);
    connect(m_table, &QTableView::doubleClicked, this, &LibraryPage::openSelected);
    connect(m_open, &QPushButton::clicked, this, &LibraryPage::openSelected);
    connect(m_remove, &QPushButton::clicked, this, &LibraryPage::removeSelected);
    auto* remove = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &LibraryPage::removeSelected);
    connect(m_hitList, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { openHit(m_hitList->row(item)); });
    connect(m_hitList, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { openHit(m_hitList->row(item)); });
    connect(m_empty, &ui::EmptyState::actionTriggered, this, &LibraryPage::recordRequested);
    const auto enable = [this] {
        m_open->setEnabled(selected().has_value());
        m_remove->setEnabled(selected().has_value());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    connect(m_model, &QAbstractItemModel::modelReset, this, enable);
    connect(m_model, &LibraryModel::failed, m_banner, &ui::Banner::showError);
    connect(&m_searchJob, &SearchJob::found, this, &LibraryPage::showHits);
    connect(&m_searchJob, &SearchJob::failed, m_banner, &ui::Banner::showError);
    connect(&m_job, &ImportJob::fileDone, m_import, &ImportPanel::showProgress);
    connect(&m_job, &ImportJob::fileFailed, this, [this](const QString& file, const Error& error) {
        m_banner->showMessage(ui::Tone::Danger, tr("%1 was not imported. %2").arg(file, ui::sentence(error)));
    });
    connect(&m_job, &ImportJob::captionsFailed, this, [this](const QString& captions, const Error& error) {
        m_banner->showMessage(
            ui::Tone::Warning,
            tr("Imported without the captions in %1. %2").arg(captions, ui::sentence(error)));
    });
    connect(&m_job, &ImportJob::finished, this, [this](int imported, catalog::SessionId last) {
        m_import->close();
        const auto parts = m_catalog.recordings().ofSession(last);
        const bool cutShort = imported > 0 && parts && !parts->empty() &&
                              parts->back().state == catalog::RecordingState::Salvaged;
        if (imported > 0 && m_banner->isHidden())
            m_banner->showMessage(
                cutShort ? ui::Tone::Warning : ui::Tone::Success,
                cutShort        ? tr("The file is cut short. What could be read of it is imported.")
                : imported == 1 ? tr("Imported.")
                                : tr("%1 recordings imported.").arg(imported),
                tr("Review it now"), [this, last] { emit sessionRequested(last, std::nullopt); });
        readAnew();
    });
}

void LibraryPage::refresh() {
    if (m_catalog.revision() != m_shownRevision)
        readAnew();
}

void LibraryPage::readAnew() {
    ensurePolished(); // out of sight it would be measured in another font
    m_shownRevision = m_catalog.revision();
    fillFilters();
    catalog::SessionFilter filter;
    if (const auto mentee = catalog::PersonId::parse(m_mentee->currentData().toString().toStdString()))
        filter.mentee = *mentee;
    if (const auto kit = catalog::KitId::parse(m_kit->currentData().toString().toStdString()))
        filter.kit = *kit;
    const auto before = selected();
    if (const auto loaded = m_model->load(filter); !loaded) {
        m_banner->showError(loaded.error());
        return;
    }
    const int row = before ? m_model->find(*before) : -1;
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::max(row, 0));
    find();
}

void LibraryPage::fillFilters() {
    std::vector<catalog::Person> mentees;
    for (const catalog::Person& person : m_catalog.people().all().valueOr({})) {
        if (person.roles.contains(catalog::Role::Mentee))
            mentees.push_back(person);
    }
    fill(m_mentee, tr("All mentees"), mentees);
    fill(m_kit, tr("All kits"), m_catalog.kits().heads(catalog::KitStore::Listed::AlsoRetired).valueOr({}));
    m_mentee->setVisible(mentees.size() > 1);
    m_kit->setVisible(m_kit->count() > 2);
}

void LibraryPage::find() {
    const QString words = m_search->text().trimmed();
    const bool filtered = m_mentee->currentIndex() > 0 || m_kit->currentIndex() > 0;
    m_open->setVisible(words.isEmpty() && m_model->rowCount() > 0);
    m_remove->setVisible(words.isEmpty() && m_model->rowCount() > 0);
    if (words.isEmpty()) {
        m_empty->setSentence(filtered
                                 ? tr("No session fits. Choose other filters.")
                                 : tr("Nothing is recorded yet. Record an interview, or drop recordings made "
                                      "elsewhere here."));
        m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_table) : m_empty);
        m_searchJob.cancel();
        return;
    }
    m_searchJob.search(words, m_catalog.actor());
}

void LibraryPage::showHits(const QString& words, const std::vector<catalog::SearchHit>& hits) {
    m_hits = hits;
    m_hitList->clear();
    for (const catalog::SearchHit& hit : m_hits) {
        auto* item = new QListWidgetItem(
            ui::icon(kindIcon(hit.kind), &ui::Colors::accent),
            tr("%1 · %2\n%3").arg(kindText(hit), ui::toQString(hit.title), plain(hit.snippet)), m_hitList);
        item->setData(Qt::AccessibleTextRole, item->text());
    }
    m_empty->setSentence(tr("Nothing was found for \"%1\".").arg(words));
    m_stack->setCurrentWidget(m_hits.empty() ? static_cast<QWidget*>(m_empty) : m_hitList);
}

void LibraryPage::openHit(int row) {
    const catalog::SearchHit hit = m_hits[static_cast<std::size_t>(row)];
    switch (hit.kind) {
    case catalog::SearchHit::Kind::Session:
        emit sessionRequested(hit.session, std::nullopt);
        break;
    case catalog::SearchHit::Kind::Note:
    case catalog::SearchHit::Kind::Reply:
    case catalog::SearchHit::Kind::Caption:
        emit sessionRequested(hit.session, hit.at);
        break;
    case catalog::SearchHit::Kind::Material:
        emit materialRequested(hit.material, hit.page);
        break;
    }
}

std::optional<catalog::SessionId> LibraryPage::selected() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() || rows.constFirst().row() >= m_model->rowCount())
        return std::nullopt;
    return m_model->row(rows.constFirst().row()).session.id;
}

void LibraryPage::openSelected() {
    if (const auto session = selected())
        emit sessionRequested(*session, std::nullopt);
}

void LibraryPage::removeSelected() {
    const auto id = selected();
    if (!id)
        return;
    const catalog::Session session = m_model->row(m_model->find(*id)).session;
    if (const auto removed = m_catalog.sessions().remove(*id); !removed) {
        m_banner->showError(removed.error());
        return;
    }
    readAnew();
    m_banner->showMessage(ui::Tone::Neutral,
                          tr("%1, attempt %2 at %3 is removed.")
                              .arg(ui::toQString(session.menteeName))
                              .arg(session.attempt)
                              .arg(ui::toQString(session.kitName)),
                          tr("Undo"), [this, id = *id] {
                              if (const auto restored = m_catalog.sessions().restore(id); !restored)
                                  m_banner->showError(restored.error());
                              readAnew();
                          });
}

void LibraryPage::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void LibraryPage::askImport(const QStringList& files) {
    if (files.isEmpty() || m_job.running())
        return;
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files)
        paths.emplace_back(file.toStdString());
    m_banner->dismiss();
    m_import->ask(std::move(paths));
}

void LibraryPage::import() {
    m_import->showProgress(0, static_cast<int>(m_import->files().size()));
    m_job.start({m_catalog.folder(), m_catalog.actor(), m_import->mentee(), m_import->kit(), m_import->mode(),
                 m_import->files()});
}

void LibraryPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void LibraryPage::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    askImport(files);
    event->acceptProposedAction();
}

} // namespace mockingbird::studio
