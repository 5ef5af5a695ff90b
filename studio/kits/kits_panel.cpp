// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kits_panel.h"

#include "common/catalog/access_store.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/material_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/kits/kit_editor_view.h"
#include "studio/kits/kit_reader_view.h"
#include "studio/kits/kit_view.h"
#include "studio/kits/kits_model.h"
#include "studio/prep/wrapping_delegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

constexpr int kListWidth = 250;

Result<catalog::KitDraftId> idOf(const Result<catalog::KitDraft>& draft) {
    if (!draft)
        return draft.error();
    return draft->id;
}

} // namespace

KitsPanel::KitsPanel(catalog::Catalog& catalog, KitReaderView* reader, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_model(new KitsModel(this)), m_filter(new KitsFilterModel(this)),
      m_search(new QLineEdit), m_classification(new QComboBox), m_retired(new QCheckBox(tr("Show retired"))),
      m_new(ui::button(tr("New &kit"), "plus")), m_import(ui::button(tr("&Import"))), m_list(new QListView),
      m_banner(new ui::Banner), m_kit(new KitView(catalog, reader)),
      m_none(new ui::EmptyState("prepare", {}, tr("Write a kit"))),
      m_draft(new ui::EmptyState("note", {}, tr("Go on writing"))), m_content(new QStackedWidget),
      m_whole(new QStackedWidget(this)), m_editor(new KitEditorView(catalog, m_whole)) {
    m_filter->setSourceModel(m_model);
    m_content->addWidget(m_kit);
    m_content->addWidget(m_draft);
    m_content->addWidget(m_none);
    auto* browse = new QWidget(m_whole);
    auto* row = new QHBoxLayout(browse);
    row->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(listSide());
    auto* side = new QVBoxLayout;
    side->setSpacing(ui::px(ui::kSmall));
    side->addWidget(m_banner);
    side->addWidget(m_content, 1);
    row->addLayout(side, 1);
    m_whole->addWidget(browse);
    m_whole->addWidget(m_editor);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_whole);
    connectParts();
}

QWidget* KitsPanel::listSide() {
    m_search->setObjectName(QStringLiteral("searchKits"));
    m_search->setAccessibleName(tr("Search kits"));
    m_search->setPlaceholderText(tr("Search kits"));
    m_search->setClearButtonEnabled(true);
    m_classification->setObjectName(QStringLiteral("kitClassifications"));
    m_classification->setAccessibleName(tr("Classification"));
    m_classification->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_retired->setObjectName(QStringLiteral("showRetired"));
    m_list->setObjectName(QStringLiteral("kits"));
    m_list->setAccessibleName(tr("Kits"));
    m_list->setModel(m_filter);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new WrappingDelegate(m_list));
    m_new->setObjectName(QStringLiteral("newKit"));
    m_new->setToolTip(tr("Ctrl+N"));
    connect(m_new, &QPushButton::clicked, this, &KitsPanel::writeNew);
    m_import->setObjectName(QStringLiteral("importKit"));
    m_import->setToolTip(
        tr("A kit of another library, rubrics from Canvas, or a table of questions; also dropped here"));
    connect(m_import, &QPushButton::clicked, this, &KitsPanel::importRequested);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(ui::px(ui::kSmall));
    bottom->addWidget(m_new, 1);
    bottom->addWidget(m_import, 1);
    auto* side = new QWidget;
    side->setFixedWidth(ui::px(kListWidth));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_search);
    column->addWidget(m_classification);
    column->addWidget(m_list, 1);
    column->addWidget(m_retired);
    column->addLayout(bottom);
    return side;
}

void KitsPanel::connectParts() {
    auto* create = new QShortcut(QKeySequence::New, this);
    create->setContext(Qt::WidgetWithChildrenShortcut);
    connect(create, &QShortcut::activated, this, &KitsPanel::writeNew);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setSearch(text);
        showChosen();
    });
    connect(m_classification, &QComboBox::activated, this, [this] {
        m_filter->setClassification(m_classification->currentData().toString());
        showChosen();
    });
    connect(m_retired, &QCheckBox::toggled, this, [this](bool shown) {
        m_filter->setRetiredShown(shown);
        showChosen();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &KitsPanel::showChosen);
    connect(m_list, &QListView::activated, this, &KitsPanel::openChosen);
    connect(m_none, &ui::EmptyState::actionTriggered, this, &KitsPanel::writeNew);
    connect(m_draft, &ui::EmptyState::actionTriggered, this, &KitsPanel::openChosen);
    connect(m_kit, &KitView::recordRequested, this, &KitsPanel::recordRequested);
    connect(m_kit, &KitView::nextVersionRequested, this, &KitsPanel::writeNextVersion);
    connect(m_kit, &KitView::exportRequested, this, [this] { emit exportRequested(m_kit->kit()); });
    connect(m_kit, &KitView::duplicateRequested, this, &KitsPanel::duplicate);
    connect(m_kit, &KitView::retireRequested, this, &KitsPanel::retire);
    connect(m_editor, &KitEditorView::closed, this, [this] {
        m_whole->setCurrentIndex(0);
        refresh();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_editor, &KitEditorView::published, this, [this](catalog::KitId kit, int version) {
        m_whole->setCurrentIndex(0);
        showKit(kit);
        m_list->setFocus(Qt::OtherFocusReason);
        m_banner->showMessage(
            ui::Tone::Success,
            tr("Version %1 is published. It never changes; a next one can follow.").arg(version));
    });
    connect(m_editor, &KitEditorView::discarded, this,
            [this](catalog::KitDraftId draft, const QString& name) {
                m_whole->setCurrentIndex(0);
                refresh();
                m_list->setFocus(Qt::OtherFocusReason);
                m_banner->showMessage(ui::Tone::Info, tr("The draft “%1” is discarded.").arg(name),
                                      tr("Undo"), [this, draft] {
                                          if (const auto back = m_catalog.kitDrafts().restore(draft); !back)
                                              m_banner->showError(back.error());
                                          else
                                              openDraft(draft);
                                      });
            });
}

void KitsPanel::askWhatIsAllowed() {
    using catalog::Action;
    using catalog::Thing;
    const auto may = [this](Action action, Thing thing) {
        return m_catalog.access().may(action, thing).valueOr(false);
    };
    m_mayWrite = may(Action::See, Thing::KitDraft) && may(Action::Make, Thing::KitDraft);
    m_mayChange = may(Action::Change, Thing::Kit);
    m_mayRetire = may(Action::Remove, Thing::Kit);
    m_new->setVisible(m_mayWrite);
    m_import->setVisible(m_mayWrite);
    m_none->actionButton()->setVisible(m_mayWrite);
}

void KitsPanel::refresh() {
    if (m_whole->currentIndex() == 1) {
        m_editor->refresh();
        return;
    }
    const std::pair now{m_catalog.actor(), m_catalog.revision()};
    if (m_shown == now)
        return;
    askWhatIsAllowed();
    const QString chosen = chosenId();
    {
        const QScopedValueRollback filling(m_filling, true);
        const auto drafts = m_catalog.kitDrafts().open();
        const auto kits = m_catalog.kits().heads(catalog::KitStore::Listed::AlsoRetired);
        if (drafts.ok() && kits.ok())
            m_shown = now; // else the next look tries again
        m_model->show(drafts.valueOr({}), kits.valueOr({}));
        choose(chosen);
    }
    const QString classification = m_classification->currentData().toString();
    m_classification->clear();
    m_classification->addItem(tr("All classifications"), QString());
    for (const QString& name : m_model->classifications())
        m_classification->addItem(name, name);
    m_classification->setCurrentIndex(std::max(0, m_classification->findData(classification)));
    m_classification->setVisible(m_classification->count() > 2);
    showChosen();
}

void KitsPanel::left() {
    m_editor->flush();
    m_kit->left();
}

QString KitsPanel::chosenId() const {
    return m_list->currentIndex().data(KitsModel::IdRole).toString();
}

void KitsPanel::choose(const QString& id) {
    QModelIndex wanted = m_filter->index(0, 0);
    for (int row = 0; row < m_filter->rowCount(); ++row)
        if (m_filter->index(row, 0).data(KitsModel::IdRole).toString() == id)
            wanted = m_filter->index(row, 0);
    m_list->setCurrentIndex(wanted);
}

void KitsPanel::showChosen() {
    if (m_filling)
        return;
    if (!m_list->currentIndex().isValid() && m_filter->rowCount() > 0) {
        choose({});
        return; // and here again
    }
    const QModelIndex now = m_list->currentIndex();
    if (!now.isValid()) {
        const bool any = m_model->rowCount() > 0;
        m_none->setSentence(any ? tr("No kit fits. Search for fewer words, or write one.")
                                : tr("There are no kits in this catalog yet. A kit holds the questions, what "
                                     "is scored, and what to read."));
        m_content->setCurrentWidget(m_none);
        return;
    }
    const std::string id = chosenId().toStdString();
    if (now.data(KitsModel::DraftRole).toBool()) {
        m_draft->setSentence(
            tr("%1. Nobody but you sees it until it is published.")
                .arg(now.data(Qt::DisplayRole).toString().replace(QLatin1Char('\n'), QStringLiteral(": "))));
        m_content->setCurrentWidget(m_draft);
        return;
    }
    const auto kit = m_catalog.kits().find(id);
    if (!kit) {
        m_banner->showError(kit.error());
        return;
    }
    m_kit->showKit(*kit, now.data(KitsModel::RetiredRole).toBool(),
                   {m_mayWrite && m_mayChange, m_mayWrite, m_mayWrite && m_mayRetire});
    m_content->setCurrentWidget(m_kit);
}

void KitsPanel::showKit(catalog::KitId kit) {
    if (m_whole->currentIndex() == 1) {
        m_editor->flush();
        m_whole->setCurrentIndex(0);
    }
    m_search->clear();
    m_filter->setClassification({});
    m_classification->setCurrentIndex(0);
    refresh();
    choose(ui::toQString(kit.toString()));
}

void KitsPanel::showMaterial(catalog::MaterialId wanted) {
    const auto attached = m_catalog.materials().attachments(wanted);
    if (!attached)
        return;
    refresh();
    for (const catalog::NamedAttachment& each : *attached)
        if (each.attachment.to == catalog::Attachment::To::Kit)
            showKit(catalog::KitId(each.attachment.target));
    m_kit->showMaterial(wanted);
}

void KitsPanel::openDraft(const Result<catalog::KitDraftId>& draft) {
    m_banner->dismiss();
    if (!draft) {
        m_banner->showError(draft.error());
        return;
    }
    if (const auto opened = m_editor->open(*draft); !opened) {
        m_banner->showError(opened.error());
        return;
    }
    m_whole->setCurrentIndex(1);
    m_editor->turnTo(0);
}

void KitsPanel::openChosen() {
    if (m_list->currentIndex().data(KitsModel::DraftRole).toBool())
        openDraft(catalog::KitDraftId::parse(chosenId().toStdString()));
}

void KitsPanel::writeNew() {
    if (m_whole->currentIndex() == 0 && m_mayWrite)
        openDraft(idOf(m_catalog.kitDrafts().begin({})));
}

void KitsPanel::writeNextVersion() {
    // One that is being written already is gone on with.
    for (const catalog::KitDraftHead& draft : m_catalog.kitDrafts().open().valueOr({}))
        if (draft.kit == m_kit->kit()) {
            openDraft(draft.id);
            return;
        }
    openDraft(idOf(m_catalog.kitDrafts().beginNext(m_kit->kit())));
}

void KitsPanel::duplicate() {
    const auto kit = m_catalog.kits().byId(m_kit->kit());
    if (!kit) {
        m_banner->showError(kit.error());
        return;
    }
    openDraft(idOf(m_catalog.kitDrafts().duplicate(
        kit->id, tr("%1, adapted").arg(ui::toQString(kit->name)).toStdString())));
}

void KitsPanel::retire(bool retire) {
    const catalog::KitId id = m_kit->kit();
    const auto done = retire ? m_catalog.kits().retire(id) : m_catalog.kits().bringBack(id);
    if (!done) {
        m_banner->showError(done.error());
        return;
    }
    refresh();
    if (retire)
        m_banner->showMessage(
            ui::Tone::Info, tr("The kit is retired: nobody is offered it. Interviews held with it keep it."),
            tr("Undo"), [this, id] {
                if (const auto back = m_catalog.kits().bringBack(id); !back)
                    m_banner->showError(back.error());
                else
                    showKit(id);
            });
    else
        m_banner->showMessage(ui::Tone::Success, tr("The kit is offered again."));
}

} // namespace mockingbird::studio
