// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/prep_page.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/chip.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/materials/reader_panel.h"
#include "studio/prep/aim_panel.h"
#include "studio/prep/wrapping_delegate.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

constexpr int kQuestionsTab = 1;
constexpr int kRubricTab = 2;
constexpr int kTextWidth = 640;
constexpr int kMaterial = Qt::UserRole; ///< of a row of the materials' list: its index; headings have none

QScrollArea* scrolling(QWidget* content) {
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    content->setObjectName(QStringLiteral("pageBody"));
    scroll->setWidget(content);
    return scroll;
}

/// A row that is read and never chosen.
void addHeading(QListWidget& list, const QString& text) {
    auto* item = new QListWidgetItem(text, &list);
    item->setFlags(Qt::NoItemFlags);
}

void wrapRows(QListWidget& list) {
    list.setWordWrap(true);
    list.setResizeMode(QListView::Adjust);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setItemDelegate(new WrappingDelegate(&list));
}

} // namespace

PrepPage::PrepPage(catalog::Catalog& catalog, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_aim(new AimPanel(catalog)), m_list(new QListWidget),
      m_name(ui::label({}, ui::TextStyle::Title)), m_position(ui::mutedLabel({})),
      m_record(ui::primaryButton(tr("Record with this kit"), "record")), m_tabs(new QTabWidget),
      m_materialList(new QListWidget), m_reader(new ReaderPanel(catalog)), m_content(new QStackedWidget) {
    m_list->setAccessibleName(tr("Kits"));
    wrapRows(*m_list);
    m_list->setFixedWidth(ui::px(210));
    m_name->setWordWrap(true);
    m_materialList->setAccessibleName(tr("Materials"));
    wrapRows(*m_materialList);
    m_materialList->setMaximumWidth(ui::px(220));

    auto* read = new QWidget;
    auto* readRow = new QHBoxLayout(read);
    readRow->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    readRow->setSpacing(ui::px(ui::kMedium));
    readRow->addWidget(m_materialList);
    readRow->addWidget(m_reader, 1);
    m_tabs->addTab(read, tr("Read beforehand"));
    m_tabs->addTab(new QWidget, tr("Questions"));
    m_tabs->addTab(new QWidget, tr("What is scored"));
    m_tabs->setDocumentMode(true);

    auto* head = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->addWidget(m_name);
    words->addWidget(m_position);
    head->addLayout(words, 1);
    head->addWidget(m_record, 0, Qt::AlignTop);
    auto* kit = new QWidget;
    auto* kitColumn = new QVBoxLayout(kit);
    kitColumn->setContentsMargins(0, 0, 0, 0);
    kitColumn->setSpacing(ui::px(ui::kMedium));
    kitColumn->addLayout(head);
    kitColumn->addWidget(m_tabs, 1);
    auto* none = new ui::EmptyState("prepare", tr("There are no kits in this catalog yet. A kit holds the "
                                                  "questions, what is scored, and what to read."));
    m_content->addWidget(kit);
    m_content->addWidget(none);

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(ui::px(ui::kPageMargin), ui::px(ui::kPageMargin), ui::px(ui::kPageMargin),
                             ui::px(ui::kLarge));
    page->setSpacing(ui::px(ui::kLarge));
    page->addWidget(m_aim);
    auto* row = new QHBoxLayout;
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(m_list);
    row->addWidget(m_content, 1);
    page->addLayout(row, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &PrepPage::showKit);
    connect(m_materialList, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr)
            m_reader->showMaterial(m_materials[item->data(kMaterial).toUInt()].id);
    });
    connect(m_record, &QPushButton::clicked, this, [this] { emit recordRequested(m_shown); });
}

void PrepPage::left() {
    m_aim->flush();
    m_reader->left();
}

void PrepPage::refresh() {
    m_aim->refresh();
    m_kits = m_catalog.kits().all().valueOr({});
    int row = m_kits.empty() ? -1 : 0;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const catalog::Kit& kit : m_kits) {
        m_list->addItem(ui::toQString(kit.name));
        if (kit.id == m_shown)
            row = m_list->count() - 1;
    }
    m_content->setCurrentIndex(m_kits.empty() ? 1 : 0);
    m_list->setVisible(m_kits.size() > 1);
    m_list->setCurrentRow(row);
    showKit(row);
}

void PrepPage::showMaterial(catalog::MaterialId wanted) {
    refresh();
    const auto material = m_catalog.materials().byId(wanted);
    if (!material)
        return;
    const auto attached = m_catalog.materials().attachments(wanted).valueOr({});
    for (std::size_t row = 0; row < m_kits.size(); ++row) {
        if (std::ranges::any_of(attached, [&](const auto& each) {
                return each.attachment == catalog::Attachment::kit(m_kits[row].id);
            }))
            m_list->setCurrentRow(static_cast<int>(row));
    }
    m_tabs->setCurrentIndex(0);
    for (int row = 0; row < m_materialList->count(); ++row) {
        const QVariant index = m_materialList->item(row)->data(kMaterial);
        if (index.isValid() && m_materials[index.toUInt()].id == wanted)
            m_materialList->setCurrentRow(row);
    }
}

void PrepPage::showKit(int row) {
    if (row < 0 || row >= static_cast<int>(m_kits.size()))
        return;
    const catalog::Kit& kit = m_kits[static_cast<std::size_t>(row)];
    auto materials = m_catalog.materials().ofKit(kit.id).valueOr({});
    const auto own = materials.size();
    for (catalog::Material& guide : m_catalog.materials().ofKit({}).valueOr({}))
        materials.push_back(std::move(guide));
    if (kit.id == m_shown && kit.version == m_shownVersion && materials.size() == m_materials.size())
        return; // what is read keeps its place
    m_shown = kit.id;
    m_shownVersion = kit.version;
    m_materials = materials;
    m_name->setText(ui::toQString(kit.name));
    m_position->setText(
        tr("%1 · %2 questions · about %3 minutes")
            .arg(ui::toQString(kit.classification.empty() ? kit.position : kit.classification))
            .arg(kit.questions.size())
            .arg(kit.profile.totalMinutes));
    {
        const QSignalBlocker quiet(m_materialList);
        m_materialList->clear();
        for (std::size_t i = 0; i < m_materials.size(); ++i) {
            if (i == own && own > 0)
                addHeading(*m_materialList, tr("For every interview"));
            auto* item = new QListWidgetItem(ui::toQString(m_materials[i].title), m_materialList);
            item->setData(kMaterial, QVariant::fromValue(static_cast<uint>(i)));
        }
    }
    m_materialList->setCurrentRow(m_materials.empty() ? -1 : 0);
    m_tabs->setTabVisible(0, !m_materials.empty());
    replaceTab(kQuestionsTab, questionsOf(kit));
    replaceTab(kRubricTab, rubricOf(kit));
}

void PrepPage::replaceTab(int index, QWidget* content) {
    const int shown = m_tabs->currentIndex();
    const QString text = m_tabs->tabText(index);
    delete m_tabs->widget(index);
    m_tabs->insertTab(index, content, text);
    m_tabs->setCurrentIndex(shown);
}

QWidget* PrepPage::questionsOf(const catalog::Kit& kit) const {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, ui::px(ui::kMedium), ui::px(ui::kMedium), 0);
    column->setSpacing(ui::px(ui::kMedium));
    int number = 0;
    for (const catalog::Question& question : kit.questions) {
        auto* card = new ui::Card;
        card->setMaximumWidth(ui::px(kTextWidth + 120));
        auto* top = new QHBoxLayout;
        top->addWidget(new ui::Chip(tr("Question %1").arg(++number)));
        top->addWidget(ui::mutedLabel(ui::toQString(question.competency), ui::TextStyle::Small), 1);
        if (question.seconds > 0)
            top->addWidget(ui::mutedLabel(ui::shortTime(MediaTime::fromSeconds(question.seconds)),
                                          ui::TextStyle::Small));
        auto* text = ui::label(ui::toQString(question.text), ui::TextStyle::Strong);
        text->setWordWrap(true);
        card->body()->addLayout(top);
        card->body()->addWidget(text);
        for (const std::string& probe : question.probes)
            card->body()->addWidget(
                ui::mutedLabel(tr("Follow-up: %1").arg(ui::toQString(probe)), ui::TextStyle::Small));
        if (!question.strongAnswer.empty())
            card->body()->addWidget(ui::label(
                tr("A strong answer: %1").arg(ui::toQString(question.strongAnswer)), ui::TextStyle::Body));
        column->addWidget(card);
    }
    column->addStretch();
    return scrolling(body);
}

QWidget* PrepPage::rubricOf(const catalog::Kit& kit) const {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, ui::px(ui::kMedium), ui::px(ui::kMedium), 0);
    column->setSpacing(ui::px(ui::kMedium));
    for (const catalog::Criterion& criterion : kit.rubric.criteria) {
        auto* card = new ui::Card(ui::toQString(criterion.name));
        card->setMaximumWidth(ui::px(kTextWidth + 120));
        if (!criterion.description.empty())
            card->body()->addWidget(ui::mutedLabel(ui::toQString(criterion.description)));
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(ui::px(ui::kLarge));
        grid->setVerticalSpacing(ui::px(ui::kSmall));
        grid->setColumnStretch(1, 1);
        int row = 0;
        for (const catalog::Level& level : criterion.levels) {
            grid->addWidget(
                new ui::Chip(tr("%1 %2").arg(level.level).arg(ui::toQString(level.label)), ui::Tone::Info),
                row, 0, Qt::AlignTop | Qt::AlignLeft);
            grid->addWidget(ui::label(ui::toQString(level.anchor), ui::TextStyle::Body), row, 1);
            ++row;
        }
        card->body()->addLayout(grid);
        column->addWidget(card);
    }
    column->addStretch();
    return scrolling(body);
}

} // namespace mockingbird::studio
