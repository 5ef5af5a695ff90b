// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/materials_panel.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/error_text.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/dialogs.h"
#include "studio/materials/add_panel.h"
#include "studio/materials/attach_panel.h"
#include "studio/materials/material_text.h"
#include "studio/materials/reader_panel.h"
#include "studio/prep/wrapping_delegate.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using To = catalog::Attachment::To;

constexpr int kListWidth = 300;

/// A choice of a filter: what it is attached to.
QString keyOf(const catalog::Attachment& attachment) {
    return QString::number(static_cast<int>(attachment.to)) + QLatin1Char(' ') +
           QString::fromStdString(attachment.target.toString());
}

std::optional<catalog::Attachment> attachmentOf(const QString& key) {
    if (key.isEmpty())
        return std::nullopt;
    catalog::Attachment attachment;
    attachment.to = static_cast<To>(key.section(QLatin1Char(' '), 0, 0).toInt());
    attachment.target = Uuid7::parse(key.section(QLatin1Char(' '), 1).toStdString()).valueOr({});
    return attachment;
}

/// What a person is told of one file of several: what the matter is. The advice that goes with an error is
/// meant for other things than files to read.
QString reason(const Error& error) {
    return error.code == ErrorCode::Internal || error.detail.empty()
               ? ui::sentence(error)
               : QObject::tr("%1. The original was not touched.").arg(ui::toQString(error.detail));
}

} // namespace

MaterialsPanel::MaterialsPanel(catalog::Catalog& catalog, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_dialogs(dialogs), m_banner(new ui::Banner),
      m_search(new QLineEdit), m_kind(new QComboBox), m_for(new QComboBox), m_state(new QComboBox),
      m_list(new QListWidget),
      m_empty(
          new ui::EmptyState("document", tr("There is nothing to read yet. Add files, or drop them here."))),
      m_lists(new QStackedWidget), m_add(ui::primaryButton(tr("Add files ..."), "plus")),
      m_addLink(ui::button(tr("Add a link ..."), "link")),
      m_attach(ui::quietButton(tr("Whom is it for?"), "people")), m_more(ui::quietButton(tr("More"), "more")),
      m_title(new QLineEdit), m_adding(new AddPanel), m_attaching(new AttachPanel(catalog)),
      m_reader(new ReaderPanel(catalog)) {
    setAcceptDrops(true);
    layOut();
    connectAll();
    connectJob();
}

void MaterialsPanel::layOut() {
    m_search->setPlaceholderText(tr("Search in materials"));
    m_search->setAccessibleName(tr("Search in materials"));
    m_search->setObjectName(QStringLiteral("materialSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(ui::icon("search", &ui::Colors::muted), QLineEdit::LeadingPosition);
    m_kind->setAccessibleName(tr("Kind"));
    m_for->setAccessibleName(tr("Whom it is for"));
    m_state->setAccessibleName(tr("Read or not"));
    m_state->addItem(tr("All"), 0);
    m_state->addItem(tr("Not read"), 1);
    m_state->addItem(tr("Read"), 2);
    for (QComboBox* box : {m_kind, m_for, m_state}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    m_kind->addItem(tr("Any kind"), -1);
    for (const catalog::MaterialKind kind : catalog::kMaterialKinds)
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_list->setAccessibleName(tr("Materials"));
    m_list->setObjectName(QStringLiteral("materialList"));
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new WrappingDelegate(m_list));
    m_list->setIconSize(QSize(ui::px(20), ui::px(20)));
    m_add->setObjectName(QStringLiteral("addMaterials"));
    m_addLink->setObjectName(QStringLiteral("addLink"));
    m_attach->setObjectName(QStringLiteral("attachMaterial"));
    m_more->setObjectName(QStringLiteral("moreOfMaterial"));
    m_more->setMenu(new QMenu(m_more));
    m_title->setObjectName(QStringLiteral("materialTitle"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaxLength(200);
    m_title->hide();
    m_lists->addWidget(m_list);
    m_lists->addWidget(m_empty);

    auto* filters = new QHBoxLayout;
    filters->setSpacing(ui::px(ui::kTight));
    filters->addWidget(m_kind, 1);
    filters->addWidget(m_state, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(ui::px(ui::kSmall));
    left->addWidget(m_search);
    left->addLayout(filters);
    left->addWidget(m_for);
    left->addWidget(m_lists, 1);
    left->addWidget(m_add);
    left->addWidget(m_addLink);
    auto* leftSide = new QWidget;
    leftSide->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    leftSide->setFixedWidth(ui::px(kListWidth));
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_attach);
    actions->addWidget(m_more);
    actions->addStretch();
    auto* right = new QVBoxLayout;
    right->setSpacing(ui::px(ui::kSmall));
    right->addWidget(m_banner);
    right->addWidget(m_adding);
    right->addWidget(m_attaching);
    right->addWidget(m_title);
    right->addWidget(m_reader, 1);
    right->addLayout(actions);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(leftSide);
    row->addLayout(right, 1);
}

void MaterialsPanel::connectAll() {
    connect(m_search, &QLineEdit::textChanged, this, &MaterialsPanel::fillList);
    for (QComboBox* box : {m_kind, m_for, m_state})
        connect(box, &QComboBox::activated, this, &MaterialsPanel::fillList);
    connect(m_list, &QListWidget::currentRowChanged, this, &MaterialsPanel::openRow);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { openRow(m_list->row(item)); });
    connect(m_add, &QPushButton::clicked, this, [this] { add(m_dialogs.chooseMaterialFiles(this)); });
    connect(m_addLink, &QPushButton::clicked, m_adding, &AddPanel::askLink);
    connect(m_adding, &AddPanel::linkGiven, this, &MaterialsPanel::addLink);
    connect(m_adding, &AddPanel::cancelled, this, [this] { m_job.cancel(); });
    connect(m_attach, &QPushButton::clicked, this, [this] { m_attaching->open(m_shown); });
    connect(m_attaching, &AttachPanel::failed, m_banner, &ui::Banner::showError);
    connect(m_attaching, &AttachPanel::changed, this, &MaterialsPanel::refresh);
    connect(m_attaching, &AttachPanel::detached, this,
            [this](catalog::MaterialId material, const catalog::NamedAttachment& what) {
                refresh();
                m_banner->showMessage(
                    ui::Tone::Neutral, tr("Taken off: %1.").arg(attachmentText(what)), tr("Undo"),
                    [this, material, attachment = what.attachment] {
                        if (const auto done = m_catalog.materials().attach(material, attachment); !done)
                            m_banner->showError(done.error());
                        else
                            m_banner->dismiss();
                        m_attaching->refresh();
                        refresh();
                    });
            });
    connect(m_more->menu(), &QMenu::aboutToShow, this, &MaterialsPanel::fillMenu);
    connect(m_title, &QLineEdit::editingFinished, this, &MaterialsPanel::rename);
    connect(m_reader, &ReaderPanel::readingChanged, this, &MaterialsPanel::fillList);
    auto* removing = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(removing, &QShortcut::activated, this, &MaterialsPanel::remove);
}

void MaterialsPanel::connectJob() {
    connect(&m_job, &MaterialJob::progressed, m_adding, &AddPanel::showProgress);
    connect(&m_job, &MaterialJob::fileFailed, this, [this](const QString& file, const Error& error) {
        m_banner->showMessage(ui::Tone::Danger, tr("%1 was not added: %2").arg(file, reason(error)));
    });
    connect(&m_job, &MaterialJob::wordsFailed, this, [this](const QString& file, const Error& error) {
        m_banner->showMessage(ui::Tone::Warning,
                              tr("%1 is added, but nothing in it can be searched: %2. Other programs may "
                                 "still open it.")
                                  .arg(file, ui::toQString(error.detail)));
    });
    connect(&m_job, &MaterialJob::finished, this, &MaterialsPanel::say);
}

MaterialFilter MaterialsPanel::filter() const {
    MaterialFilter filter;
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        filter.kind = static_cast<catalog::MaterialKind>(kind);
    filter.attachedTo = attachmentOf(m_for->currentData().toString());
    filter.state = static_cast<MaterialFilter::State>(m_state->currentData().toInt());
    filter.words = m_search->text().trimmed();
    return filter;
}

void MaterialsPanel::refresh() {
    fillFilters();
    fillList();
    m_reader->refresh();
    if (m_attaching->isVisible())
        m_attaching->refresh();
}

void MaterialsPanel::fillFilters() {
    const QVariant chosen = m_for->currentData();
    m_for->clear();
    m_for->addItem(tr("For anybody"), QString());
    m_for->addItem(tr("For everyone"), keyOf(catalog::Attachment::everyone()));
    const auto person = m_catalog.actor();
    if (!person.isNull())
        m_for->addItem(tr("For me"), keyOf(catalog::Attachment::person(person)));
    for (const catalog::Cohort& cohort : m_catalog.people().cohorts().valueOr({}))
        m_for->addItem(tr("Cohort %1").arg(ui::toQString(cohort.name)),
                       keyOf(catalog::Attachment::cohort(cohort.id)));
    for (const catalog::KitHead& kit : m_catalog.kits().heads().valueOr({}))
        m_for->addItem(tr("Kit: %1").arg(ui::toQString(kit.name)), keyOf(catalog::Attachment::kit(kit.id)));
    m_for->setCurrentIndex(std::max(0, m_for->findData(chosen)));
}

void MaterialsPanel::fillList() {
    const MaterialFilter wanted = filter();
    auto rows = materialRows(m_catalog, wanted);
    if (!rows) {
        m_banner->showError(rows.error());
        return;
    }
    const int before = m_list->currentRow();
    const int page = before >= 0 && before < static_cast<int>(m_rows.size())
                         ? m_rows[static_cast<std::size_t>(before)].page
                         : 0;
    m_rows = std::move(*rows);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = -1;
    for (const MaterialRow& each : m_rows) {
        QString second =
            readingText(each.material, each.reading) + QStringLiteral(" · ") + kindText(each.material.kind);
        if (!each.snippet.isEmpty())
            second = each.material.kind == catalog::MaterialKind::Pdf
                         ? tr("Page %1: %2").arg(each.page).arg(each.snippet)
                         : each.snippet;
        const bool read = isRead(each.material, each.reading);
        auto* item =
            new QListWidgetItem(ui::icon(read ? "check" : kindIcon(each.material.kind),
                                         read ? &ui::Colors::muted : &ui::Colors::accent),
                                ui::toQString(each.material.title) + QLatin1Char('\n') + second, m_list);
        item->setData(Qt::AccessibleTextRole,
                      item->text() + QLatin1Char('\n') + attachmentsText(each.attachments));
        if (each.material.id == m_shown && (wanted.words.isEmpty() || each.page == page))
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    const bool all = wanted.words.isEmpty() && !wanted.kind && !wanted.attachedTo &&
                     wanted.state == MaterialFilter::State::Any;
    m_empty->setSentence(all ? tr("There is nothing to read yet. Add files, or drop them here.")
                         : wanted.words.isEmpty() ? tr("Nothing fits. Choose other filters.")
                                                  : tr("Nothing was found for \"%1\".").arg(wanted.words));
    m_lists->setCurrentIndex(m_rows.empty() ? 1 : 0);
    const bool shown = !m_reader->shown().isNull();
    m_attach->setVisible(shown);
    m_more->setVisible(shown);
}

void MaterialsPanel::openRow(int row) {
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    const MaterialRow wanted = m_rows[static_cast<std::size_t>(row)];
    m_shown = wanted.material.id;
    m_title->hide();
    m_attaching->close();
    m_reader->showMaterial(m_shown, wanted.page, wanted.page > 0 ? m_search->text().trimmed() : QString());
    m_attach->show();
    m_more->show();
}

void MaterialsPanel::showMaterial(catalog::MaterialId material, int page) {
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_kind->setCurrentIndex(0);
    m_for->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
    m_shown = material;
    m_reader->showMaterial(material, page);
    refresh();
    if (QListWidgetItem* item = m_list->currentItem())
        m_list->scrollToItem(item);
}

void MaterialsPanel::left() {
    if (m_title->isVisible())
        rename();
    m_reader->left();
}

std::vector<catalog::Attachment> MaterialsPanel::usualAttachment() const {
    const bool toOthers = m_catalog.materials().mayAttachToOthers().valueOr(false);
    if (!toOthers)
        return {catalog::Attachment::person(m_catalog.actor())};
    if (const auto chosen = attachmentOf(m_for->currentData().toString()))
        return {*chosen};
    return {};
}

void MaterialsPanel::add(const QStringList& files, catalog::MaterialId replaced) {
    if (files.isEmpty())
        return;
    if (m_job.running()) {
        m_banner->showMessage(ui::Tone::Warning,
                              tr("Other files are being added. Wait until they are there."));
        return;
    }
    m_banner->dismiss();
    MaterialJob::Plan plan;
    plan.catalog = m_catalog.folder();
    plan.actor = m_catalog.actor();
    plan.replaced = replaced;
    if (replaced.isNull())
        plan.attached = usualAttachment();
    for (const QString& file : files)
        plan.files.emplace_back(file.toStdString());
    m_replacing = !replaced.isNull();
    m_adding->showProgress(0, QFileInfo(files.front()).fileName());
    m_job.start(std::move(plan));
}

void MaterialsPanel::addLink(const QString& address, const QString& title) {
    catalog::MaterialDraft draft;
    draft.title = title.toStdString();
    draft.attached = usualAttachment();
    catalog::MaterialIntake intake(m_catalog.materials(), m_catalog.folder());
    const auto added = intake.addLink(address.toStdString(), std::move(draft));
    if (!added) {
        m_banner->showError(added.error());
        return;
    }
    m_adding->close();
    showMaterial(added->id);
    say(1, 0, added->id);
}

void MaterialsPanel::say(int added, int known, catalog::MaterialId last) {
    m_adding->close();
    if (added + known == 0) {
        refresh();
        return;
    }
    showMaterial(last);
    if (!m_banner->isHidden())
        return; // what failed stays to be read
    if (m_replacing) {
        m_banner->showMessage(ui::Tone::Success, tr("The newer file is in its place. The one before stays in "
                                                    "its history."));
        return;
    }
    const bool forNobody = m_catalog.materials().attachments(last).valueOr({}).empty();
    QString text = added == 0   ? tr("This was here already; nothing was added twice.")
                   : added == 1 ? tr("Added.")
                                : tr("%1 materials added.").arg(added);
    if (added > 0 && known > 0)
        text += QLatin1Char(' ') + tr("%1 were here already.").arg(known);
    m_banner->showMessage(ui::Tone::Success, text, forNobody ? tr("Say whom it is for") : QString(),
                          [this] { m_attaching->open(m_shown); });
}

void MaterialsPanel::fillMenu() {
    QMenu& menu = *m_more->menu();
    menu.clear();
    const auto material = m_catalog.materials().byId(m_shown);
    if (!material)
        return;
    const bool mine = m_catalog.materials().mayChange(*material).valueOr(false);
    menu.addAction(tr("Rename"), this,
                   [this, title = ui::toQString(material->title)] {
                       m_title->setText(title);
                       m_title->show();
                       m_title->setFocus();
                       m_title->selectAll();
                   })
        ->setEnabled(mine);
    menu.addAction(tr("Replace by a newer file ..."), this,
                   [this] {
                       const QStringList files = m_dialogs.chooseMaterialFiles(this);
                       if (!files.isEmpty())
                           add({files.front()}, m_shown);
                   })
        ->setEnabled(mine && material->kind != catalog::MaterialKind::Link);
    const auto versions = m_catalog.materials().versions(m_shown).valueOr({});
    QMenu* history = menu.addMenu(tr("History"));
    for (const catalog::MaterialVersion& version : versions)
        history
            ->addAction(tr("%1: %2, %3")
                            .arg(version.version)
                            .arg(ui::toQString(version.file.name), ui::dateAndTime(version.addedAt)))
            ->setEnabled(false);
    history->setEnabled(versions.size() > 1);
    menu.addSeparator();
    menu.addAction(ui::icon("trash"), tr("Remove"), this, &MaterialsPanel::remove)->setEnabled(mine);
}

void MaterialsPanel::rename() {
    if (m_title->isHidden())
        return;
    m_title->hide();
    const std::string title = m_title->text().trimmed().toStdString();
    if (title.empty())
        return;
    if (const auto done = m_catalog.materials().rename(m_shown, title); !done)
        m_banner->showError(done.error());
    refresh();
}

void MaterialsPanel::remove() {
    const auto material = m_catalog.materials().byId(m_shown);
    if (!material)
        return;
    m_reader->left();
    if (const auto done = m_catalog.materials().remove(material->id); !done) {
        m_banner->showError(done.error());
        return;
    }
    m_attaching->close();
    m_shown = {};
    refresh();
    m_banner->showMessage(ui::Tone::Neutral, tr("\"%1\" is removed.").arg(ui::toQString(material->title)),
                          tr("Undo"), [this, id = material->id] {
                              if (const auto done = m_catalog.materials().restore(id); !done)
                                  m_banner->showError(done.error());
                              else
                                  m_banner->dismiss();
                              showMaterial(id);
                          });
}

void MaterialsPanel::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::ranges::any_of(urls, [](const QUrl& url) {
            return url.isLocalFile() || url.scheme().startsWith(QLatin1String("http"));
        }))
        event->acceptProposedAction();
}

void MaterialsPanel::dropEvent(QDropEvent* event) {
    QStringList files;
    QString link;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
        else
            link = url.toString(QUrl::FullyEncoded);
    }
    event->acceptProposedAction();
    if (!files.isEmpty())
        add(files);
    else if (!link.isEmpty())
        addLink(link, {});
}

} // namespace mockingbird::studio
