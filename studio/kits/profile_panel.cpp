// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/profile_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/kits/kit_draft_model.h"
#include "studio/kits/kit_edits.h"
#include "studio/kits/noted_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Kit;
using catalog::KitFault;
using catalog::ScoringScope;
using catalog::TimesUp;
using Keep = KitDraftModel::Keep;

constexpr int kMostSeconds = 3600;
constexpr int kMostMinutes = 480;
constexpr double kUsualPassLine = 70.0;

QSpinBox* spin(int most, int step, const QString& suffix, const QString& atNothing = {}) {
    auto* box = new QSpinBox;
    box->setRange(0, most);
    box->setSingleStep(step);
    box->setSuffix(suffix);
    box->setSpecialValueText(atNothing);
    box->setMinimumWidth(ui::px(170));
    return box;
}

QFormLayout* form() {
    auto* made = new QFormLayout;
    made->setRowWrapPolicy(QFormLayout::WrapLongRows);
    made->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    made->setHorizontalSpacing(ui::px(ui::kLarge));
    made->setVerticalSpacing(ui::px(ui::kMedium));
    return made;
}

/// At its own width, with what belongs to it beside it.
QWidget* beside(QWidget* one, QWidget* other) {
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    row->addWidget(one);
    if (other != nullptr)
        row->addWidget(other);
    row->addStretch();
    both->setFocusProxy(one);
    return both;
}

void showText(QLineEdit& field, const std::string& text) {
    const QString wanted = ui::toQString(text);
    if (field.text() != wanted)
        field.setText(wanted);
}

} // namespace

template <class Widget>
Widget* ProfilePanel::named(Widget* widget, const char* objectName, const QString& name) {
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(name);
    return widget;
}

ProfilePanel::ProfilePanel(KitDraftModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_name(named(new QLineEdit, "kitName", tr("Name of the kit"))),
      m_position(named(new QLineEdit, "kitPosition", tr("Position"))),
      m_classification(named(new QLineEdit, "kitClassification", tr("Classification"))),
      m_preset(named(new QComboBox, "preset", tr("Kind of interview"))),
      m_reading(
          named(spin(kMostSeconds, 15, tr(" s"), tr("None")), "reading", tr("Time to read a question"))),
      m_answer(named(spin(kMostSeconds, 15, tr(" s")), "answer", tr("Time to answer"))),
      m_whole(named(spin(kMostMinutes, 5, tr(" min")), "whole", tr("The whole interview"))),
      m_timesUp(named(new QComboBox, "timesUp", tr("When the time to answer is up"))),
      m_scale(named(spin(catalog::kMostLevels, 1, tr(" levels")), "scale", tr("Scale"))),
      m_scaleAll(ui::quietButton({})), m_hasPassLine(new QCheckBox(tr("Pass line at"))),
      m_passLine(named(new QDoubleSpinBox, "passLine", tr("Pass line in per cent"))),
      m_margin(named(spin(catalog::kMostLevels - 1, 1, tr(" levels apart")), "margin",
                     tr("From when two raters differ"))),
      m_scoring(named(new QComboBox, "scoring", tr("Levels are given"))),
      m_selfFirst(new QCheckBox(tr("The mentee reviews their own attempt first"))),
      m_nameField(new NotedField(m_name)), m_wholeField(new NotedField(beside(m_whole, nullptr))) {
    m_scaleAll->setObjectName(QStringLiteral("scaleAll"));
    m_hasPassLine->setObjectName(QStringLiteral("hasPassLine"));
    m_selfFirst->setObjectName(QStringLiteral("selfFirst"));
    m_position->setPlaceholderText(tr("such as Library Assistant"));
    m_classification->setPlaceholderText(tr("such as Grade 9, full-time"));
    m_scale->setMinimum(catalog::kFewestLevels);
    m_passLine->setRange(0, 100);
    m_passLine->setDecimals(1);
    m_passLine->setSingleStep(5);
    m_passLine->setSuffix(tr(" %"));
    m_passLine->setMinimumWidth(ui::px(110));
    m_timesUp->addItem(tr("Nothing is heard: a silent panel"));
    m_timesUp->addItem(tr("A bell rings"));
    m_scoring->addItem(tr("Once for the whole interview"));
    m_scoring->addItem(tr("For each question"));
    m_preset->addItem(tr("My own"));
    for (const catalog::TimingProfile& preset : profilePresets())
        m_preset->addItem(ui::toQString(preset.name));
    m_preset->setToolTip(tr("Fills everything below; Ctrl+Z takes it back"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ui::px(ui::kMedium), ui::px(ui::kMedium), 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(aboutCard());
    column->addWidget(timesCard());
    column->addStretch();
    connectFields();
}

QWidget* ProfilePanel::aboutCard() {
    auto* card = new ui::Card(tr("What it is for"));
    auto* rows = form();
    rows->addRow(tr("&Name"), m_nameField);
    rows->addRow(tr("P&osition"), m_position);
    rows->addRow(tr("&Classification"), m_classification);
    card->body()->addLayout(rows);
    return card;
}

QWidget* ProfilePanel::timesCard() {
    auto* card = new ui::Card(tr("How the interview runs"));
    auto* rows = form();
    rows->addRow(tr("&Kind"), beside(m_preset, nullptr));
    rows->addRow(tr("Time to &read a question"), beside(m_reading, nullptr));
    rows->addRow(tr("Time to &answer"), beside(m_answer, nullptr));
    rows->addRow(tr("The &whole"), m_wholeField);
    rows->addRow(tr("When the &time is up"), beside(m_timesUp, nullptr));
    rows->addRow(tr("&Scale"), beside(m_scale, m_scaleAll));
    rows->addRow(tr("To pass"), beside(m_hasPassLine, m_passLine));
    rows->addRow(tr("Raters &differ from"), beside(m_margin, nullptr));
    rows->addRow(tr("&Levels are given"), beside(m_scoring, nullptr));
    rows->addRow(QString(), m_selfFirst);
    card->body()->addLayout(rows);
    return card;
}

void ProfilePanel::connectFields() {
    const auto text = [this](QLineEdit* field, std::string Kit::*member) {
        connect(field, &QLineEdit::textEdited, this, [this, member](const QString& typed) {
            m_model.edit(Keep::AtPause, [&](Kit& kit) { kit.*member = typed.toStdString(); });
        });
        connect(field, &QLineEdit::editingFinished, this, [this] { m_model.flush(); });
    };
    text(m_name, &Kit::name);
    text(m_position, &Kit::position);
    text(m_classification, &Kit::classification);
    const auto number = [this](QSpinBox* box, int catalog::TimingProfile::*member) {
        connect(box, &QSpinBox::valueChanged, this, [this, member](int value) {
            if (!m_showing)
                m_model.edit(Keep::AtPause, [&](Kit& kit) { kit.profile.*member = value; });
        });
    };
    number(m_reading, &catalog::TimingProfile::readingSeconds);
    number(m_answer, &catalog::TimingProfile::answerSeconds);
    number(m_whole, &catalog::TimingProfile::totalMinutes);
    number(m_scale, &catalog::TimingProfile::scale);
    number(m_margin, &catalog::TimingProfile::agreementMargin);
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_model.edit(Keep::Now, [&](Kit& kit) {
                kit.profile = profilePresets().at(static_cast<std::size_t>(index - 1));
            });
        refresh();
    });
    connect(m_timesUp, &QComboBox::activated, this, [this](int index) {
        m_model.edit(Keep::Now,
                     [&](Kit& kit) { kit.profile.timesUp = index == 1 ? TimesUp::Bell : TimesUp::Silent; });
    });
    connect(m_scoring, &QComboBox::activated, this, [this](int index) {
        m_model.edit(Keep::Now, [&](Kit& kit) {
            kit.profile.scoring = index == 1 ? ScoringScope::Question : ScoringScope::Session;
        });
    });
    connect(m_selfFirst, &QCheckBox::clicked, this, [this](bool on) {
        m_model.edit(Keep::Now, [&](Kit& kit) { kit.profile.selfReviewFirst = on; });
    });
    connect(m_hasPassLine, &QCheckBox::clicked, this, [this](bool on) {
        m_model.edit(Keep::Now, [&](Kit& kit) {
            kit.profile.passLinePercent = on ? std::optional(kUsualPassLine) : std::nullopt;
        });
    });
    connect(m_passLine, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!m_showing)
            m_model.edit(Keep::AtPause, [&](Kit& kit) { kit.profile.passLinePercent = value; });
    });
    connect(m_scaleAll, &QPushButton::clicked, this, [this] {
        m_model.edit(Keep::Now, [](Kit& kit) {
            for (catalog::Criterion& criterion : kit.rubric.criteria)
                setLevelCount(criterion, kit.profile.scale);
        });
    });
}

void ProfilePanel::refresh() {
    const Kit& kit = m_model.kit();
    const catalog::TimingProfile& profile = kit.profile;
    m_showing = true;
    showText(*m_name, kit.name);
    showText(*m_position, kit.position);
    showText(*m_classification, kit.classification);
    m_preset->setCurrentIndex(presetOf(profile) + 1);
    m_reading->setValue(profile.readingSeconds);
    m_answer->setValue(profile.answerSeconds);
    m_whole->setValue(profile.totalMinutes);
    m_timesUp->setCurrentIndex(profile.timesUp == TimesUp::Bell ? 1 : 0);
    m_scale->setValue(profile.scale);
    m_hasPassLine->setChecked(profile.passLinePercent.has_value());
    m_passLine->setVisible(profile.passLinePercent.has_value());
    m_passLine->setValue(profile.passLinePercent.value_or(kUsualPassLine));
    m_margin->setValue(profile.agreementMargin);
    m_scoring->setCurrentIndex(profile.scoring == ScoringScope::Question ? 1 : 0);
    m_selfFirst->setChecked(profile.selfReviewFirst);
    m_showing = false;
    const auto others = std::ranges::count_if(kit.rubric.criteria, [&](const catalog::Criterion& criterion) {
        return static_cast<int>(criterion.levels.size()) != profile.scale;
    });
    m_scaleAll->setVisible(others > 0);
    m_scaleAll->setText(others == 1 ? tr("Give it to the 1 criterion that has another")
                                    : tr("Give it to the %1 criteria that have another").arg(others));
    m_nameField->setNote(m_model.noteOf({KitFault::NoName}));
    m_wholeField->setNote(
        m_model.noteOf({KitFault::TimeTooShort, KitFault::TimeNegative, KitFault::PassLineUnfit}));
}

void ProfilePanel::showClassifications(const QStringList& known) {
    auto* completer = new QCompleter(known, m_classification);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    delete m_classification->completer();
    m_classification->setCompleter(completer);
}

void ProfilePanel::focusFirst() {
    m_name->setFocus(Qt::TabFocusReason);
}

void ProfilePanel::focusTimes() {
    m_whole->setFocus(Qt::TabFocusReason);
}

} // namespace mockingbird::studio
