// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kit_editor_view.h"

#include "common/catalog/kit_difference.h"
#include "common/catalog/kit_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/kits/criteria_panel.h"
#include "studio/kits/difference_text.h"
#include "studio/kits/finding_text.h"
#include "studio/kits/part_fields.h"
#include "studio/kits/profile_panel.h"
#include "studio/kits/questions_panel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

constexpr int kProfileTab = 0;
constexpr int kQuestionsTab = 1;
constexpr int kCriteriaTab = 2;
constexpr int kChangesTab = 3;

} // namespace

KitEditorView::KitEditorView(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_model(new KitDraftModel(catalog, this)),
      m_title(ui::label({}, ui::TextStyle::Title)), m_state(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_undo(ui::iconButton(tr("Undo (Ctrl+Z)"), "undo")),
      m_redo(ui::iconButton(tr("Redo (Ctrl+Shift+Z)"), "redo")),
      m_publish(ui::primaryButton(tr("&Publish"), "check")), m_banner(new ui::Banner),
      m_tabs(new QTabWidget(this)), m_profile(new ProfilePanel(*m_model)),
      m_questions(new QuestionsPanel(*m_model)), m_criteria(new CriteriaPanel(*m_model)),
      m_changes(new QTextBrowser) {
    m_title->setObjectName(QStringLiteral("draftTitle"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_publish->setObjectName(QStringLiteral("publish"));
    m_publish->setToolTip(tr("Ctrl+Enter. A published version never changes; a next one can follow."));
    m_changes->setObjectName(QStringLiteral("draftChanges"));
    m_changes->setAccessibleName(tr("What this draft changes"));
    m_changes->setOpenLinks(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("kitTabs"));
    auto* nothing = new QWidget; // the profile has no hint in place of its fields
    nothing->hide();
    m_tabs->addTab(scrollingBeside(m_profile, nothing), QString());
    m_tabs->addTab(m_questions, QString());
    m_tabs->addTab(m_criteria, QString());
    m_tabs->addTab(m_changes, tr("What changed"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(head());
    column->addWidget(m_banner);
    column->addWidget(m_tabs, 1);
    connect(m_model, &KitDraftModel::changed, this, &KitEditorView::showDraft);
    connect(m_model, &KitDraftModel::failed, this,
            [this](const Error& error) { m_banner->showError(error); });
    connect(m_undo, &QToolButton::clicked, m_model, &KitDraftModel::undo);
    connect(m_redo, &QToolButton::clicked, m_model, &KitDraftModel::redo);
    connect(m_publish, &QPushButton::clicked, this, &KitEditorView::publish);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_model->isOpen())
            showChanges();
    });
    addKeys();
}

QWidget* KitEditorView::head() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    auto* back = ui::quietButton(tr("All kits"), "step_back");
    back->setObjectName(QStringLiteral("backToKits"));
    back->setToolTip(tr("Escape. What you typed is kept."));
    connect(back, &QPushButton::clicked, this, &KitEditorView::leave);
    auto* discardIt = ui::quietButton(tr("Discard"), "trash");
    discardIt->setObjectName(QStringLiteral("discardDraft"));
    connect(discardIt, &QPushButton::clicked, this, &KitEditorView::discard);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_state);
    row->addWidget(back);
    row->addLayout(words, 1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(discardIt);
    row->addWidget(m_publish);
    return head;
}

void KitEditorView::addKeys() {
    const auto key = [this](const QKeySequence& keys, const auto& run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence::Undo, [this] { m_model->undo(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { m_model->redo(); });
    key(Qt::CTRL | Qt::Key_Y, [this] { m_model->redo(); });
    key(Qt::CTRL | Qt::Key_Return, [this] { publish(); });
    key(Qt::CTRL | Qt::Key_Enter, [this] { publish(); });
    key(Qt::Key_Escape, [this] { leave(); });
    key(Qt::CTRL | Qt::Key_PageDown, [this] { turnTo(m_tabs->currentIndex() + 1); });
    key(Qt::CTRL | Qt::Key_PageUp, [this] { turnTo(m_tabs->currentIndex() - 1); });
    const auto move = [this](int by) {
        if (m_tabs->currentIndex() == kQuestionsTab)
            m_questions->moveChosen(by);
        else if (m_tabs->currentIndex() == kCriteriaTab)
            m_criteria->moveChosen(by);
    };
    key(Qt::ALT | Qt::Key_Up, [move] { move(-1); });
    key(Qt::ALT | Qt::Key_Down, [move] { move(1); });
    // Fields would take undo for their own words.
    for (QWidget* field : findChildren<QWidget*>())
        field->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now == nullptr || !isAncestorOf(now))
            return;
        for (QWidget* above = now->parentWidget(); above != nullptr && above != this;
             above = above->parentWidget())
            if (auto* scroll = qobject_cast<QScrollArea*>(above))
                scroll->ensureWidgetVisible(now, 0, ui::px(ui::kLarge));
    });
}

bool KitEditorView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* keys = static_cast<QKeyEvent*>(event);
        if (keys->matches(QKeySequence::Undo) || keys->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

Result<void> KitEditorView::open(catalog::KitDraftId draft) {
    m_banner->dismiss();
    TRY(m_model->open(draft));
    m_tabs->setTabVisible(kChangesTab, m_model->draft().basedOn.has_value());
    QStringList known;
    for (const catalog::KitHead& head : m_catalog.kits().heads().valueOr({}))
        if (const QString name = ui::toQString(head.classification); !name.isEmpty() && !known.contains(name))
            known << name;
    m_profile->showClassifications(known);
    tellNewerVersion();
    turnTo(kProfileTab);
    return {};
}

void KitEditorView::tellNewerVersion() {
    const catalog::KitDraft& draft = m_model->draft();
    if (!draft.basedOn)
        return;
    const auto newest = m_catalog.kits().byId(draft.kit);
    if (newest && newest->version > *draft.basedOn)
        m_banner->showMessage(ui::Tone::Warning,
                              tr("Version %1 was published after this draft was begun from version %2. "
                                 "Publishing makes version %3 as it stands here, without what version %1 "
                                 "changed.")
                                  .arg(newest->version)
                                  .arg(*draft.basedOn)
                                  .arg(newest->version + 1));
}

void KitEditorView::refresh() {
    if (m_model->isOpen())
        m_model->refresh();
}

void KitEditorView::flush() {
    m_model->flush();
}

void KitEditorView::turnTo(int tab) {
    const int last = m_model->draft().basedOn ? kChangesTab : kCriteriaTab;
    tab = std::clamp(tab, 0, last);
    m_tabs->setCurrentIndex(tab);
    if (tab == kProfileTab)
        m_profile->focusFirst();
    else if (tab == kQuestionsTab)
        m_questions->focusFirst();
    else if (tab == kCriteriaTab)
        m_criteria->focusFirst();
    else
        m_changes->setFocus(Qt::TabFocusReason);
}

void KitEditorView::showDraft() {
    if (!m_model->isOpen())
        return;
    const catalog::Kit& kit = m_model->kit();
    m_title->setText(kit.name.empty() ? tr("A new kit") : ui::toQString(kit.name));
    const QString kind = m_model->draft().basedOn
                             ? tr("Draft of the version after %1").arg(*m_model->draft().basedOn)
                             : tr("Draft of a new kit");
    m_state->setText(m_model->isKept() ? tr("%1 · what you typed is kept").arg(kind)
                                       : tr("%1 · you are typing").arg(kind));
    m_undo->setEnabled(m_model->canUndo());
    m_redo->setEnabled(m_model->canRedo());
    m_tabs->setTabText(kProfileTab, tr("The kit"));
    m_tabs->setTabText(kQuestionsTab, tr("Questions (%1)").arg(kit.questions.size()));
    m_tabs->setTabText(kCriteriaTab, tr("What is scored (%1)").arg(kit.rubric.criteria.size()));
    m_profile->refresh();
    m_questions->refresh();
    m_criteria->refresh();
    showChanges();
}

void KitEditorView::showChanges() {
    if (m_tabs->currentIndex() != kChangesTab || !m_model->draft().basedOn)
        return;
    const auto before = m_catalog.kits().byId(m_model->draft().kit, *m_model->draft().basedOn);
    if (!before)
        return;
    const auto changes = catalog::changesBetween(*before, m_model->kit());
    m_changes->setHtml(changes.empty() ? QStringLiteral("<p>%1</p>").arg(tr("Nothing differs yet."))
                                       : differenceHtml(changes));
}

void KitEditorView::publish() {
    if (const auto finding = m_model->checkAll()) {
        const auto blocking =
            std::count_if(m_model->findings().begin(), m_model->findings().end(),
                          [](const catalog::KitFinding& one) { return catalog::blocks(one.fault); });
        QString text = tr("Not yet. %1").arg(findingText(*finding, m_model->kit()));
        if (blocking > 1)
            text += QLatin1Char(' ') +
                    (blocking == 2 ? tr("And one thing more.") : tr("And %1 things more.").arg(blocking - 1));
        m_banner->showMessage(ui::Tone::Warning, text);
        leadTo(*finding);
        return;
    }
    if (const auto kit = m_model->publish())
        emit published(kit->id, kit->version);
}

void KitEditorView::leadTo(const catalog::KitFinding& finding) {
    using catalog::KitFault;
    if (finding.question) {
        turnTo(kQuestionsTab);
        m_questions->showQuestion(*finding.question);
    } else if (finding.criterion) {
        turnTo(kCriteriaTab);
        m_criteria->showCriterion(*finding.criterion, finding.level);
    } else if (finding.fault == KitFault::NoQuestions) {
        turnTo(kQuestionsTab);
    } else if (finding.fault == KitFault::NoCriteria) {
        turnTo(kCriteriaTab);
    } else {
        turnTo(kProfileTab);
        if (finding.fault != KitFault::NoName)
            m_profile->focusTimes();
    }
}

void KitEditorView::discard() {
    const catalog::KitDraftId id = m_model->draft().id;
    const QString name = m_title->text();
    m_model->flush();
    if (const auto done = m_catalog.kitDrafts().discard(id); !done) {
        m_banner->showError(done.error());
        return;
    }
    m_model->close();
    emit discarded(id, name);
}

void KitEditorView::leave() {
    if (!m_model->flush())
        return; // it says why, and what was typed stays on the screen
    m_model->close();
    emit closed();
}

} // namespace mockingbird::studio
