// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/criteria_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/kits/adding_edit.h"
#include "studio/kits/growing_edit.h"
#include "studio/kits/kit_draft_model.h"
#include "studio/kits/kit_edits.h"
#include "studio/kits/noted_field.h"
#include "studio/kits/part_fields.h"
#include "studio/kits/parts_view.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

using catalog::Criterion;
using catalog::Kit;
using catalog::KitFault;
using Keep = KitDraftModel::Keep;

constexpr double kMostWeight = 100;

QString idText(const Criterion& criterion) {
    return ui::toQString(criterion.id.toString());
}

} // namespace

CriteriaPanel::CriteriaPanel(KitDraftModel& model, QWidget* parent)
    : QWidget(parent), m_model(model),
      m_adding(new AddingEdit(tr("Add criteria"), tr("Type a criterion, then Enter"))),
      m_addingField(new NotedField(m_adding)), m_list(new PartsView(tr("Criteria in their order"))),
      m_fields(new QWidget),
      m_hint(ui::mutedLabel(tr("Each line you enter on the left is a criterion. Its levels come with words; "
                               "what one sees and hears at each of them is yours to say, here."))),
      m_name(new QLineEdit), m_nameField(new NotedField(m_name)),
      m_description(new GrowingEdit(tr("What the criterion is about"), GrowingEdit::Enter::Leaves)),
      m_weight(new QDoubleSpinBox), m_weightField(new NotedField(m_weight)), m_share(ui::mutedLabel({})),
      m_count(new QSpinBox), m_suggest(ui::quietButton(tr("Su&ggest words"))) {
    m_adding->setObjectName(QStringLiteral("addCriteria"));
    m_list->setObjectName(QStringLiteral("criterionList"));
    m_name->setObjectName(QStringLiteral("criterionName"));
    m_name->setAccessibleName(tr("Name of the criterion"));
    m_description->setObjectName(QStringLiteral("criterionDescription"));
    m_weight->setObjectName(QStringLiteral("weight"));
    m_weight->setAccessibleName(tr("Weight"));
    m_weight->setRange(0, kMostWeight);
    m_weight->setSingleStep(0.5);
    m_weight->setMinimumWidth(ui::px(90));
    m_share->setObjectName(QStringLiteral("weightShare"));
    m_share->setWordWrap(false);
    m_count->setObjectName(QStringLiteral("levelCount"));
    m_count->setAccessibleName(tr("How many levels"));
    m_count->setRange(catalog::kFewestLevels, catalog::kMostLevels);
    m_count->setSuffix(tr(" levels"));
    m_count->setMinimumWidth(ui::px(120));
    m_suggest->setObjectName(QStringLiteral("suggestLabels"));
    m_suggest->setToolTip(tr("Gives each level a word, in place of those it has; Ctrl+Z takes it back"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(listSide(), 2);
    row->addWidget(fieldSide(), 3);
    connectFields();
}

QWidget* CriteriaPanel::listSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_addingField);
    column->addWidget(m_list, 1);
    column->addLayout(
        partButtons({{tr("Move &up"), tr("Alt+Up"), "moveUp", [this] { moveChosen(-1); }},
                     {tr("Move &down"), tr("Alt+Down"), "moveDown", [this] { moveChosen(1); }},
                     {tr("Cop&y"), tr("Ctrl+D in the list"), "duplicateCriterion", [this] { duplicate(); }},
                     {tr("Remo&ve"), tr("Delete in the list; Ctrl+Z brings it back"), "removeCriterion",
                      [this] { remove(); }}},
                    this));
    return side;
}

QWidget* CriteriaPanel::fieldSide() {
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, ui::px(ui::kMedium), 0);
    column->setSpacing(ui::px(ui::kMedium));
    addLabelled(*column, tr("&Name"), m_nameField);
    addLabelled(*column, tr("What it is a&bout"), m_description);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(ui::px(ui::kMedium));
    auto* weight = ui::label(tr("&Weight"), ui::TextStyle::Strong);
    weight->setBuddy(m_weight);
    auto* levels = ui::label(tr("&Levels"), ui::TextStyle::Strong);
    levels->setBuddy(m_count);
    numbers->addWidget(weight);
    numbers->addWidget(m_weightField);
    numbers->addWidget(m_share);
    numbers->addStretch();
    auto* scale = new QHBoxLayout; // a line of its own: large text needs it
    scale->setSpacing(ui::px(ui::kMedium));
    scale->addWidget(levels);
    scale->addWidget(m_count);
    scale->addWidget(m_suggest);
    scale->addStretch();
    column->addLayout(numbers);
    column->addLayout(scale);
    column->addWidget(ui::mutedLabel(tr("What one sees and hears at each level. Enter goes to the next."),
                                     ui::TextStyle::Small));
    for (std::size_t level = 0; level < catalog::kMostLevels; ++level) {
        m_levels.push_back(makeLevel(level));
        column->addWidget(m_levels.back().whole);
    }
    column->addStretch();
    return scrollingBeside(m_fields, m_hint);
}

CriteriaPanel::LevelRow CriteriaPanel::makeLevel(std::size_t level) {
    const auto number = static_cast<int>(level + 1);
    LevelRow row{
        new QWidget, ui::label(QString::number(number), ui::TextStyle::Strong), new QLineEdit,
        new GrowingEdit(tr("What one sees and hears at level %1").arg(number), GrowingEdit::Enter::Leaves),
        nullptr};
    row.anchorField = new NotedField(row.anchor);
    row.number->setMinimumWidth(ui::px(18));
    row.label->setObjectName(QStringLiteral("label%1").arg(number));
    row.label->setAccessibleName(tr("Word for level %1").arg(number));
    row.label->setFixedWidth(ui::px(130));
    row.anchor->setObjectName(QStringLiteral("anchor%1").arg(number));
    auto* line = new QHBoxLayout(row.whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(ui::px(ui::kSmall));
    line->addWidget(row.number, 0, Qt::AlignTop);
    line->addWidget(row.label, 0, Qt::AlignTop);
    line->addWidget(row.anchorField, 1);
    connect(row.label, &QLineEdit::textEdited, this, [this, level](const QString& text) {
        type([&](Criterion& criterion) { criterion.levels.at(level).label = text.toStdString(); });
    });
    connect(row.label, &QLineEdit::returnPressed, row.anchor,
            [anchor = row.anchor] { anchor->setFocus(Qt::TabFocusReason); });
    connect(row.anchor, &GrowingEdit::edited, this, [this, level](const QString& text) {
        type([&](Criterion& criterion) { criterion.levels.at(level).anchor = text.toStdString(); });
    });
    connect(row.anchor, &GrowingEdit::left, this, [this, level] { leaveLevel(level); });
    return row;
}

void CriteriaPanel::connectFields() {
    connect(m_adding, &AddingEdit::linesEntered, this, &CriteriaPanel::add);
    connect(m_adding, &AddingEdit::finished, this, [this] {
        if (m_list->count() == 0)
            return;
        m_list->setCurrentRow(0); // all are there; now what each level looks like
        focusLevels();
    });
    connect(m_list, &PartsView::chosen, this, &CriteriaPanel::showChosen);
    connect(m_list, &PartsView::moveRequested, this, &CriteriaPanel::moveTo);
    connect(m_list, &PartsView::duplicateRequested, this, &CriteriaPanel::duplicate);
    connect(m_list, &PartsView::removeRequested, this, &CriteriaPanel::remove);
    connect(m_list, &PartsView::openRequested, this, &CriteriaPanel::focusLevels);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        type([&](Criterion& criterion) { criterion.name = text.toStdString(); });
    });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_description->setFocus(Qt::TabFocusReason); });
    connect(m_description, &GrowingEdit::edited, this, [this](const QString& text) {
        type([&](Criterion& criterion) { criterion.description = text.toStdString(); });
    });
    connect(m_description, &GrowingEdit::left, this, &CriteriaPanel::focusLevels);
    connect(m_weight, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!m_showing)
            type([&](Criterion& criterion) { criterion.weight = value; });
    });
    connect(m_count, &QSpinBox::valueChanged, this, [this](int value) {
        const auto at = chosen();
        if (!m_showing && at)
            m_model.edit(Keep::Now, [&](Kit& kit) { setLevelCount(kit.rubric.criteria[*at], value); });
    });
    connect(m_suggest, &QPushButton::clicked, this, [this] {
        if (const auto at = chosen())
            m_model.edit(Keep::Now, [&](Kit& kit) { suggestLabels(kit.rubric.criteria[*at]); });
    });
}

std::optional<std::size_t> CriteriaPanel::chosen() const {
    const QString id = m_list->currentId();
    const auto& criteria = m_model.kit().rubric.criteria;
    for (std::size_t i = 0; i < criteria.size(); ++i)
        if (idText(criteria[i]) == id)
            return i;
    return std::nullopt;
}

void CriteriaPanel::type(const std::function<void(Criterion&)>& change) {
    if (const auto at = chosen())
        m_model.edit(Keep::AtPause, [&](Kit& kit) { change(kit.rubric.criteria[*at]); });
}

void CriteriaPanel::add(const QStringList& lines) {
    QString last;
    m_model.edit(Keep::Now, [&](Kit& kit) {
        for (const QString& line : lines) {
            kit.rubric.criteria.push_back(newCriterion(line.toStdString(), kit.profile.scale));
            last = idText(kit.rubric.criteria.back());
        }
    });
    m_list->choose(last);
}

void CriteriaPanel::duplicate() {
    const auto at = chosen();
    if (!at)
        return;
    QString made;
    m_model.edit(Keep::Now, [&](Kit& kit) {
        auto& criteria = kit.rubric.criteria;
        Criterion copy = criteria[*at];
        copy.id = catalog::CriterionId::make();
        copy.name += tr(" (copy)").toStdString();
        made = idText(copy);
        criteria.insert(criteria.begin() + static_cast<std::ptrdiff_t>(*at) + 1, std::move(copy));
    });
    m_list->choose(made);
}

void CriteriaPanel::remove() {
    if (const auto at = chosen())
        m_model.edit(Keep::Now, [&](Kit& kit) {
            kit.rubric.criteria.erase(kit.rubric.criteria.begin() + static_cast<std::ptrdiff_t>(*at));
        });
}

void CriteriaPanel::moveChosen(int by) {
    if (const auto at = chosen())
        moveTo(m_list->currentId(), static_cast<int>(*at) + by);
}

void CriteriaPanel::moveTo(const QString& id, int to) {
    const auto& criteria = m_model.kit().rubric.criteria;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        if (idText(criteria[i]) != id)
            continue;
        if (to >= 0 && to < static_cast<int>(criteria.size()) && to != static_cast<int>(i))
            m_model.edit(Keep::Now, [&](Kit& kit) { moveItem(kit.rubric.criteria, i, to); });
        return;
    }
}

void CriteriaPanel::refresh() {
    const auto& criteria = m_model.kit().rubric.criteria;
    std::vector<PartsView::Part> parts;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const QString name = criteria[i].name.empty() ? tr("(no name yet)") : ui::toQString(criteria[i].name);
        parts.push_back({idText(criteria[i]),
                         tr("%1 · %2 %").arg(name).arg(weightShare(m_model.kit().rubric, i), 0, 'f', 0),
                         m_model.noteOf({KitFault::CriterionWithoutName, KitFault::CriterionNameTwice,
                                         KitFault::WeightUnfit, KitFault::NoWeight, KitFault::TooFewLevels,
                                         KitFault::TooManyLevels},
                                        {{}, i, {}})});
    }
    m_list->setParts(parts);
    m_addingField->setNote(m_model.noteOf({KitFault::NoCriteria}));
    showChosen();
}

void CriteriaPanel::showChosen() {
    const auto at = chosen();
    m_fields->setVisible(at.has_value());
    m_hint->setVisible(!at);
    if (!at)
        return;
    const Criterion& criterion = m_model.kit().rubric.criteria[*at];
    m_showing = true;
    if (m_name->text() != ui::toQString(criterion.name))
        m_name->setText(ui::toQString(criterion.name));
    m_description->showText(ui::toQString(criterion.description));
    m_weight->setValue(criterion.weight);
    m_share->setText(tr("= %1 %").arg(weightShare(m_model.kit().rubric, *at), 0, 'f', 0));
    m_count->setValue(static_cast<int>(criterion.levels.size()));
    showLevels(*at);
    m_showing = false;
    m_nameField->setNote(
        m_model.noteOf({KitFault::CriterionWithoutName, KitFault::CriterionNameTwice}, {{}, *at, {}}));
    m_weightField->setNote(m_model.noteOf({KitFault::WeightUnfit, KitFault::NoWeight}, {{}, *at, {}}));
}

void CriteriaPanel::showLevels(std::size_t criterion) {
    const auto& levels = m_model.kit().rubric.criteria[criterion].levels;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        LevelRow& row = m_levels[i];
        row.whole->setVisible(i < levels.size());
        if (i >= levels.size())
            continue;
        row.number->setText(QString::number(levels[i].level));
        if (row.label->text() != ui::toQString(levels[i].label))
            row.label->setText(ui::toQString(levels[i].label));
        row.anchor->showText(ui::toQString(levels[i].anchor));
        row.anchorField->setNote(
            m_model.noteOf({KitFault::LevelTwice, KitFault::AnchorMissing}, {{}, criterion, i}));
    }
}

void CriteriaPanel::leaveLevel(std::size_t level) {
    const auto at = chosen();
    if (!at)
        return;
    m_model.flush();
    const auto& criteria = m_model.kit().rubric.criteria;
    if (level + 1 < criteria[*at].levels.size()) {
        m_levels[level + 1].anchor->setFocus(Qt::TabFocusReason);
    } else if (*at + 1 < criteria.size()) {
        m_list->setCurrentRow(static_cast<int>(*at + 1));
        focusLevels();
    } else {
        m_list->setFocus(Qt::TabFocusReason);
    }
}

void CriteriaPanel::focusLevels() {
    m_levels.front().anchor->setFocus(Qt::TabFocusReason);
}

void CriteriaPanel::focusFirst() {
    m_adding->setFocus(Qt::TabFocusReason);
}

void CriteriaPanel::showCriterion(std::size_t criterion, std::optional<std::size_t> level) {
    m_list->setCurrentRow(static_cast<int>(criterion));
    if (level)
        m_levels.at(*level).anchor->setFocus(Qt::TabFocusReason);
    else
        m_name->setFocus(Qt::TabFocusReason);
}

} // namespace mockingbird::studio
