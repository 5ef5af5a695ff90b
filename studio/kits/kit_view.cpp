// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kit_view.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/chip.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/kits/kit_reader_view.h"
#include "studio/kits/versions_panel.h"
#include "studio/materials/question_materials.h"
#include "studio/prep/wrapping_delegate.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

constexpr int kReadTab = 0;
constexpr int kShownQuestionsTab = 1;
constexpr int kRubricTab = 2;
constexpr int kVersionsTab = 3;
constexpr int kTextWidth = 640;
constexpr int kMaterial = Qt::UserRole; ///< of a row of the materials' list: its index; headings have none

QScrollArea* scrolling(QWidget* content) {
    content->setObjectName(QStringLiteral("pageBody"));
    QScrollArea* scroll = ui::scrolled(content);
    scroll->setFocusPolicy(Qt::StrongFocus); // nothing in it takes the keys that scroll it
    return scroll;
}

/// A row that is read and never chosen.
void addHeading(QListWidget& list, const QString& text) {
    auto* item = new QListWidgetItem(text, &list);
    item->setFlags(Qt::NoItemFlags);
}

} // namespace

KitView::KitView(catalog::Catalog& catalog, KitReaderView* reader, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_name(ui::label({}, ui::TextStyle::Title)),
      m_position(ui::mutedLabel({})), m_record(ui::primaryButton(tr("Record with this kit"), "record")),
      m_next(ui::quietButton(tr("Change it"), "note")),
      m_duplicate(ui::quietButton(tr("Duplicate to adapt"), "plus")), m_retire(ui::quietButton({})),
      m_tabs(new QTabWidget), m_materialList(new QListWidget), m_reader(reader),
      m_versions(new VersionsPanel(catalog)) {
    m_name->setWordWrap(true);
    m_materialList->setAccessibleName(tr("Materials"));
    m_materialList->setWordWrap(true);
    m_materialList->setResizeMode(QListView::Adjust);
    m_materialList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_materialList->setItemDelegate(new WrappingDelegate(m_materialList));
    m_materialList->setMaximumWidth(ui::px(220));

    auto* read = new QWidget;
    auto* readRow = new QHBoxLayout(read);
    readRow->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    readRow->setSpacing(ui::px(ui::kMedium));
    readRow->addWidget(m_materialList);
    if (m_reader != nullptr)
        readRow->addWidget(m_reader, 1);
    m_tabs->addTab(read, tr("Read beforehand"));
    m_tabs->addTab(new QWidget, tr("Questions"));
    m_tabs->addTab(new QWidget, tr("What is scored"));
    m_tabs->addTab(m_versions, tr("Versions"));
    m_tabs->setDocumentMode(true);

    m_next->setObjectName(QStringLiteral("writeNextVersion"));
    m_next->setToolTip(
        tr("Begins a draft of its next version. This one stays for the interviews held with it."));
    m_duplicate->setObjectName(QStringLiteral("duplicateKit"));
    m_duplicate->setToolTip(tr("Begins a draft of a kit of your own with everything that is in this one"));
    auto* out = ui::quietButton(tr("Export"));
    out->setObjectName(QStringLiteral("exportKit"));
    out->setToolTip(
        tr("Writes it to a file: all of it for another library, its rubric for Canvas, its questions for "
           "a spreadsheet"));
    m_retire->setObjectName(QStringLiteral("retireKit"));
    auto* actions = new QHBoxLayout;
    actions->setSpacing(ui::px(ui::kTight));
    for (QPushButton* action : {m_next, m_duplicate, out, m_retire})
        actions->addWidget(action);
    actions->addStretch();
    auto* head = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->addWidget(m_name);
    words->addWidget(m_position);
    head->addLayout(words, 1);
    head->addWidget(m_record, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addLayout(head);
    column->addLayout(actions);
    column->addWidget(m_tabs, 1);

    connect(m_materialList, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr && m_reader != nullptr)
            m_reader->showMaterial(m_materials[item->data(kMaterial).toUInt()].id);
    });
    connect(m_record, &QPushButton::clicked, this, [this] { emit recordRequested(m_kit); });
    connect(m_next, &QPushButton::clicked, this, &KitView::nextVersionRequested);
    connect(m_duplicate, &QPushButton::clicked, this, &KitView::duplicateRequested);
    connect(out, &QPushButton::clicked, this, &KitView::exportRequested);
    connect(m_retire, &QPushButton::clicked, this, [this] { emit retireRequested(!m_retired); });
}

void KitView::showKit(const catalog::Kit& kit, bool retired, const Allowed& allowed) {
    m_retired = retired;
    m_next->setVisible(allowed.change);
    m_duplicate->setVisible(allowed.duplicate);
    m_retire->setVisible(allowed.retire);
    m_record->setVisible(!retired);
    m_retire->setText(retired ? tr("Bring back") : tr("Retire"));
    m_retire->setToolTip(retired
                             ? tr("Offers it for new interviews again")
                             : tr("It is no longer offered for new interviews; those held with it keep it"));
    const bool same = kit.id == m_kit && kit.version == m_version;
    m_kit = kit.id;
    m_version = kit.version;
    showMaterials();
    m_versions->showKit(kit.id);
    QStringList about;
    about << ui::toQString(kit.classification.empty() ? kit.position : kit.classification)
          << tr("%1 questions").arg(kit.questions.size());
    if (kit.profile.totalMinutes > 0)
        about << tr("about %1 minutes").arg(kit.profile.totalMinutes);
    if (kit.version > 1)
        about << tr("version %1").arg(kit.version);
    if (retired)
        about << tr("retired");
    about.removeAll(QString());
    m_position->setText(about.join(QStringLiteral(" · ")));
    auto ofQuestions = materialsOfQuestions(kit);
    if (same && ofQuestions == m_ofQuestions)
        return; // what is read keeps its place
    m_ofQuestions = std::move(ofQuestions);
    m_name->setText(ui::toQString(kit.name));
    replaceTab(kShownQuestionsTab, questionsOf(kit));
    replaceTab(kRubricTab, rubricOf(kit));
}

void KitView::showMaterials() {
    auto materials = m_catalog.materials().ofKit(m_kit).valueOr({});
    const auto own = materials.size();
    for (catalog::Material& guide : m_catalog.materials().ofKit({}).valueOr({}))
        materials.push_back(std::move(guide));
    m_tabs->setTabVisible(kReadTab, m_reader != nullptr && !materials.empty());
    const auto sameIds = [](const catalog::Material& a, const catalog::Material& b) { return a.id == b.id; };
    if (own == m_own && std::ranges::equal(materials, m_materials, sameIds))
        return;
    m_own = own;
    m_materials = std::move(materials);
    {
        const QSignalBlocker quiet(m_materialList);
        m_materialList->clear();
        for (std::size_t i = 0; i < m_materials.size(); ++i) {
            if (i == m_own && m_own > 0)
                addHeading(*m_materialList, tr("For every interview"));
            auto* item = new QListWidgetItem(ui::toQString(m_materials[i].title), m_materialList);
            item->setData(kMaterial, QVariant::fromValue(static_cast<uint>(i)));
        }
    }
    m_materialList->setCurrentRow(m_materials.empty() ? -1 : 0);
}

void KitView::showMaterial(catalog::MaterialId wanted) {
    m_tabs->setCurrentIndex(kReadTab);
    for (int row = 0; row < m_materialList->count(); ++row) {
        const QVariant index = m_materialList->item(row)->data(kMaterial);
        if (index.isValid() && m_materials[index.toUInt()].id == wanted)
            m_materialList->setCurrentRow(row);
    }
}

void KitView::left() {
    if (m_reader != nullptr)
        m_reader->left();
}

void KitView::showVersions() {
    m_tabs->setCurrentIndex(kVersionsTab);
}

void KitView::replaceTab(int index, QWidget* content) {
    const int shown = m_tabs->currentIndex();
    const QString text = m_tabs->tabText(index);
    delete m_tabs->widget(index);
    m_tabs->insertTab(index, content, text);
    m_tabs->setCurrentIndex(shown);
}

std::vector<catalog::MaterialId> KitView::materialsOfQuestions(const catalog::Kit& kit) const {
    std::vector<catalog::MaterialId> ids;
    for (const catalog::Question& question : kit.questions)
        for (const catalog::Material& material :
             m_catalog.materials().attachedTo(catalog::Attachment::question(question.id)).valueOr({}))
            ids.push_back(material.id);
    return ids;
}

void KitView::readBesideQuestion(catalog::MaterialId material) {
    m_tabs->setTabVisible(kReadTab, true);
    m_tabs->setCurrentIndex(kReadTab);
    {
        const QSignalBlocker quiet(m_materialList);
        m_materialList->setCurrentRow(-1);
    }
    m_reader->showMaterial(material);
    m_reader->setFocus(Qt::OtherFocusReason);
}

QWidget* KitView::questionsOf(const catalog::Kit& kit) {
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
        if (m_reader != nullptr)
            if (QWidget* read =
                    makeQuestionMaterials(m_catalog, question.id, [this](catalog::MaterialId material) {
                        readBesideQuestion(material);
                    }))
                card->body()->addWidget(read);
        column->addWidget(card);
    }
    column->addStretch();
    return scrolling(body);
}

QWidget* KitView::rubricOf(const catalog::Kit& kit) const {
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
