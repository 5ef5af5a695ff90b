// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/stories_panel.h"

#include "common/catalog/preparation.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/prep/story_edit_panel.h"
#include "studio/prep/story_use_panel.h"
#include "studio/prep/wrapping_delegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

constexpr int kListWidth = 260;
constexpr int kStory = Qt::UserRole;

catalog::StoryId idOf(const QListWidgetItem* item) {
    return item == nullptr ? catalog::StoryId{}
                           : catalog::StoryId::parse(item->data(kStory).toString().toStdString()).valueOr({});
}

} // namespace

StoriesPanel::StoriesPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_banner(new ui::Banner), m_list(new QListWidget),
      m_new(ui::button(tr("New story"), "plus")), m_kitBox(new QComboBox),
      m_uncovered(ui::mutedLabel({}, ui::TextStyle::Small)), m_content(new QStackedWidget),
      m_edit(new StoryEditPanel(catalog)), m_use(new StoryUsePanel(catalog)) {
    m_list->setObjectName(QStringLiteral("stories"));
    m_list->setAccessibleName(tr("Your stories"));
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new WrappingDelegate(m_list));
    m_new->setObjectName(QStringLiteral("newStory"));
    m_kitBox->setObjectName(QStringLiteral("storiesKit"));
    m_kitBox->setAccessibleName(tr("The kit whose questions the stories are for"));
    m_kitBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kitBox->setMinimumContentsLength(10);
    m_uncovered->setObjectName(QStringLiteral("uncovered"));

    auto* left = new QWidget;
    left->setFixedWidth(ui::px(kListWidth));
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(ui::px(ui::kSmall));
    leftColumn->addWidget(m_new);
    leftColumn->addWidget(m_list, 1);
    leftColumn->addWidget(ui::mutedLabel(tr("For the questions of"), ui::TextStyle::Small));
    leftColumn->addWidget(m_kitBox);
    leftColumn->addWidget(m_uncovered);

    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("pageBody"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_edit);
    column->addWidget(m_use);
    column->addStretch();
    auto* scroll = ui::scrolled(body);
    auto* none = new ui::EmptyState("note",
                                    tr("Five or six true stories answer most questions. Write yours down "
                                       "here: what it was, what you had to "
                                       "do, what you did, what came of it. They are yours alone; a mentor "
                                       "reads one only if you share it."),
                                    tr("Write the first"));
    connect(none, &ui::EmptyState::actionTriggered, this, &StoriesPanel::newStory);
    m_content->addWidget(scroll);
    m_content->addWidget(none);

    auto* row = new QHBoxLayout;
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(left);
    row->addWidget(m_content, 1);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    page->setSpacing(ui::px(ui::kSmall));
    page->addWidget(m_banner);
    page->addLayout(row, 1);

    connect(m_new, &QPushButton::clicked, this, &StoriesPanel::newStory);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        m_writing = false;
        open(item == nullptr ? std::nullopt : std::optional(idOf(item)));
    });
    connect(m_kitBox, &QComboBox::activated, this, [this] {
        m_kitChosen = true;
        showUse();
        showUncovered();
    });
    connect(m_edit, &StoryEditPanel::kept, this, [this] {
        m_writing = false;
        if (!m_opening)
            refresh();
    });
    connect(m_edit, &StoryEditPanel::removeRequested, this, &StoriesPanel::remove);
    connect(m_edit, &StoryEditPanel::failed, this, &StoriesPanel::failed);
    connect(m_use, &StoryUsePanel::changed, this, &StoriesPanel::refresh);
    connect(m_use, &StoryUsePanel::failed, this, &StoriesPanel::failed);
}

const catalog::Story* StoriesPanel::storyOf(std::optional<catalog::StoryId> id) const {
    const auto found = std::find_if(m_ledger.stories.begin(), m_ledger.stories.end(),
                                    [&](const catalog::Story& one) { return one.id == id; });
    return found == m_ledger.stories.end() ? nullptr : &*found;
}

std::optional<catalog::Kit> StoriesPanel::kit() const {
    const int at = m_kitBox->currentIndex();
    if (at < 0)
        return std::nullopt;
    const auto chosen = m_catalog.kits().byId(m_kits[static_cast<std::size_t>(at)].id);
    return chosen ? std::optional(*chosen) : std::nullopt;
}

void StoriesPanel::refresh() {
    const auto ledger = catalog::Preparation(m_catalog).stories().of(m_catalog.actor());
    if (!ledger) {
        emit failed(ledger.error());
        return;
    }
    m_ledger = *ledger;
    m_kits = m_catalog.kits().heads().valueOr({});
    {
        const QVariant chosen = m_kitBox->currentData();
        m_kitBox->clear();
        for (const catalog::KitHead& one : m_kits)
            m_kitBox->addItem(ui::toQString(one.name), ui::toQString(one.id.toString()));
        m_kitBox->setCurrentIndex(std::max(m_kits.empty() ? -1 : 0, m_kitBox->findData(chosen)));
    }
    const auto shown = m_edit->story();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const catalog::Story& story : m_ledger.stories) {
            QString text = story.title.empty() ? tr("Without a title") : ui::toQString(story.title);
            if (m_ledger.overused(story))
                text +=
                    tr("\ntold in %1 of your last %2 attempts").arg(story.toldLately).arg(m_ledger.attempts);
            if (story.shared)
                text += tr("\nshared with your mentor");
            auto* item = new QListWidgetItem(text, m_list);
            item->setData(kStory, ui::toQString(story.id.toString()));
            if (story.id == shown)
                m_list->setCurrentItem(item);
        }
    }
    const catalog::Story* open = storyOf(shown);
    if (open != nullptr) {
        m_edit->follow(*open);
    } else if (!m_writing && !m_ledger.stories.empty()) {
        m_list->setCurrentRow(0); // opens it
    } else if (!m_writing) {
        m_edit->edit(std::nullopt);
    }
    m_content->setCurrentIndex(m_ledger.stories.empty() && !m_writing ? 1 : 0);
    showUse();
    showUncovered();
}

void StoriesPanel::flush() {
    m_edit->flush();
}

void StoriesPanel::suggestKit(catalog::KitId wanted) {
    const int at = m_kitBox->findData(ui::toQString(wanted.toString()));
    if (m_kitChosen || at < 0 || at == m_kitBox->currentIndex())
        return;
    m_kitBox->setCurrentIndex(at);
    showUse();
    showUncovered();
}

void StoriesPanel::newStory() {
    m_edit->flush();
    m_writing = true;
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentItem(nullptr);
    }
    m_edit->edit(std::nullopt);
    m_content->setCurrentIndex(0);
    showUse();
    m_edit->findChild<QWidget*>(QStringLiteral("storyTitle"))->setFocus();
}

void StoriesPanel::open(std::optional<catalog::StoryId> id) {
    // The list is telling of its choice: it is filled anew only afterwards.
    m_opening = true;
    m_edit->flush();
    m_opening = false;
    m_ledger = catalog::Preparation(m_catalog).stories().of(m_catalog.actor()).valueOr({});
    const catalog::Story* story = storyOf(id);
    m_edit->edit(story == nullptr ? std::nullopt : std::optional(*story));
    QMetaObject::invokeMethod(
        this, [this] { refresh(); }, Qt::QueuedConnection);
}

void StoriesPanel::showUse() {
    const catalog::Story* story = storyOf(m_edit->story());
    const auto chosen = kit();
    m_use->setVisible(story != nullptr && chosen.has_value());
    if (story != nullptr && chosen)
        m_use->showStory(*story, m_ledger, *chosen);
}

void StoriesPanel::showUncovered() {
    const auto chosen = kit();
    if (!chosen || m_ledger.stories.empty()) {
        m_uncovered->clear();
        return;
    }
    QStringList bare;
    int number = 0;
    for (const catalog::Question& question : chosen->questions) {
        ++number;
        const bool covered =
            std::any_of(m_ledger.stories.begin(), m_ledger.stories.end(), [&](const catalog::Story& story) {
                return std::find(story.fits.begin(), story.fits.end(), question.id) != story.fits.end();
            });
        if (!covered)
            bare << tr("%1. %2").arg(number).arg(question.competency.empty()
                                                     ? ui::toQString(question.text)
                                                     : ui::toQString(question.competency));
    }
    m_uncovered->setText(bare.isEmpty() ? tr("Every question has a story.")
                                        : tr("Without a story yet:\n%1").arg(bare.join(QLatin1Char('\n'))));
}

void StoriesPanel::remove(catalog::StoryId id) {
    const catalog::Story* story = storyOf(id);
    const QString title =
        story == nullptr || story->title.empty() ? tr("The story") : ui::toQString(story->title);
    if (const auto removed = catalog::Preparation(m_catalog).stories().remove(id); !removed) {
        emit failed(removed.error());
        return;
    }
    m_banner->showMessage(ui::Tone::Success, tr("\"%1\" is removed.").arg(title), tr("Undo"), [this, id] {
        if (const auto restored = catalog::Preparation(m_catalog).stories().restore(id); !restored)
            emit failed(restored.error());
        m_banner->dismiss();
        refresh();
    });
    m_edit->edit(std::nullopt);
    refresh();
}

} // namespace mockingbird::studio
