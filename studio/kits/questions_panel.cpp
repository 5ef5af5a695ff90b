// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/questions_panel.h"

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

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStringListModel>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

using catalog::Kit;
using catalog::KitFault;
using catalog::Question;
using Keep = KitDraftModel::Keep;

constexpr int kMostAnswerSeconds = 3600;

QString idText(const Question& question) {
    return ui::toQString(question.id.toString());
}

QString probesText(const Question& question) {
    QStringList lines;
    for (const std::string& probe : question.probes)
        lines << ui::toQString(probe);
    return lines.join(QLatin1Char('\n'));
}

/// Every line as it stands: one that is being typed may be empty or end in a blank.
std::vector<std::string> probesFrom(const QString& text) {
    std::vector<std::string> probes;
    if (!text.isEmpty())
        for (const QString& line : text.split(QLatin1Char('\n')))
            probes.push_back(line.toStdString());
    return probes;
}

} // namespace

QuestionsPanel::QuestionsPanel(KitDraftModel& model, QWidget* parent)
    : QWidget(parent), m_model(model),
      m_adding(new AddingEdit(tr("Add questions"), tr("Type a question, then Enter"))),
      m_addingField(new NotedField(m_adding)), m_list(new PartsView(tr("Questions in their order"))),
      m_fields(new QWidget),
      m_hint(ui::mutedLabel(tr("Each line you enter on the left is a question; several lines pasted are "
                               "several questions. What a strong answer shows, follow-ups and times come "
                               "after, here."))),
      m_text(new GrowingEdit(tr("What is asked"), GrowingEdit::Enter::Leaves, 2)),
      m_textField(new NotedField(m_text)), m_competency(new QLineEdit),
      m_probes(new GrowingEdit(tr("Follow-ups, one a line"), GrowingEdit::Enter::BreaksLine, 2)),
      m_strong(new GrowingEdit(tr("What a strong answer shows"), GrowingEdit::Enter::BreaksLine, 2)),
      m_seconds(new QSpinBox), m_criteria(new QStringListModel(this)) {
    auto* completer = new QCompleter(m_criteria, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_competency->setCompleter(completer);
    m_adding->setObjectName(QStringLiteral("addQuestions"));
    m_adding->setToolTip(tr("Several lines that are pasted are several questions"));
    m_list->setObjectName(QStringLiteral("questionList"));
    m_text->setObjectName(QStringLiteral("questionText"));
    m_competency->setObjectName(QStringLiteral("competency"));
    m_competency->setAccessibleName(tr("Competency"));
    m_competency->setPlaceholderText(tr("a criterion's name, where one is meant"));
    m_probes->setObjectName(QStringLiteral("probes"));
    m_strong->setObjectName(QStringLiteral("strongAnswer"));
    m_seconds->setObjectName(QStringLiteral("questionSeconds"));
    m_seconds->setAccessibleName(tr("Time to answer this question"));
    m_seconds->setRange(0, kMostAnswerSeconds);
    m_seconds->setSingleStep(15);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setMinimumWidth(ui::px(200));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(listSide(), 2);
    row->addWidget(fieldSide(), 3);
    connectFields();
}

QWidget* QuestionsPanel::listSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_addingField);
    column->addWidget(m_list, 1);
    column->addLayout(
        partButtons({{tr("Move &up"), tr("Alt+Up"), "moveUp", [this] { moveChosen(-1); }},
                     {tr("Move &down"), tr("Alt+Down"), "moveDown", [this] { moveChosen(1); }},
                     {tr("Cop&y"), tr("Ctrl+D in the list"), "duplicateQuestion", [this] { duplicate(); }},
                     {tr("Remo&ve"), tr("Delete in the list; Ctrl+Z brings it back"), "removeQuestion",
                      [this] { remove(); }}},
                    this));
    return side;
}

QWidget* QuestionsPanel::fieldSide() {
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, ui::px(ui::kMedium), 0);
    column->setSpacing(ui::px(ui::kMedium));
    addLabelled(*column, tr("&What is asked"), m_textField);
    addLabelled(*column, tr("Compete&ncy"), m_competency);
    addLabelled(*column, tr("&Follow-ups, one a line"), m_probes);
    addLabelled(*column, tr("What a &strong answer shows"), m_strong);
    addLabelled(*column, tr("&Time to answer"), m_seconds, Qt::AlignLeft);
    column->addStretch();
    return scrollingBeside(m_fields, m_hint);
}

void QuestionsPanel::connectFields() {
    connect(m_adding, &AddingEdit::linesEntered, this, &QuestionsPanel::add);
    connect(m_list, &PartsView::chosen, this, &QuestionsPanel::showChosen);
    connect(m_list, &PartsView::moveRequested, this, &QuestionsPanel::moveTo);
    connect(m_list, &PartsView::duplicateRequested, this, &QuestionsPanel::duplicate);
    connect(m_list, &PartsView::removeRequested, this, &QuestionsPanel::remove);
    connect(m_list, &PartsView::openRequested, this, [this] { m_text->setFocus(Qt::TabFocusReason); });
    connect(m_text, &GrowingEdit::edited, this, [this](const QString& text) {
        type([&](Question& question) { question.text = text.toStdString(); });
    });
    connect(m_text, &GrowingEdit::left, this, [this] { m_competency->setFocus(Qt::TabFocusReason); });
    connect(m_competency, &QLineEdit::textEdited, this, [this](const QString& text) {
        type([&](Question& question) { question.competency = text.toStdString(); });
    });
    connect(m_probes, &GrowingEdit::edited, this, [this](const QString& text) {
        type([&](Question& question) { question.probes = probesFrom(text); });
    });
    connect(m_strong, &GrowingEdit::edited, this, [this](const QString& text) {
        type([&](Question& question) { question.strongAnswer = text.toStdString(); });
    });
    connect(m_seconds, &QSpinBox::valueChanged, this, [this](int value) {
        if (!m_showing)
            type([&](Question& question) { question.seconds = value; });
    });
}

std::optional<std::size_t> QuestionsPanel::chosen() const {
    const QString id = m_list->currentId();
    const auto& questions = m_model.kit().questions;
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (idText(questions[i]) == id)
            return i;
    return std::nullopt;
}

void QuestionsPanel::type(const std::function<void(Question&)>& change) {
    if (const auto at = chosen())
        m_model.edit(Keep::AtPause, [&](Kit& kit) { change(kit.questions[*at]); });
}

void QuestionsPanel::add(const QStringList& lines) {
    QString last;
    m_model.edit(Keep::Now, [&](Kit& kit) {
        for (const QString& line : lines) {
            kit.questions.push_back(newQuestion(line.toStdString()));
            last = idText(kit.questions.back());
        }
    });
    m_list->choose(last);
}

void QuestionsPanel::duplicate() {
    const auto at = chosen();
    if (!at)
        return;
    QString made;
    m_model.edit(Keep::Now, [&](Kit& kit) {
        Question copy = kit.questions[*at];
        copy.id = catalog::QuestionId::make();
        made = idText(copy);
        kit.questions.insert(kit.questions.begin() + static_cast<std::ptrdiff_t>(*at) + 1, std::move(copy));
    });
    m_list->choose(made);
}

void QuestionsPanel::remove() {
    if (const auto at = chosen())
        m_model.edit(Keep::Now, [&](Kit& kit) {
            kit.questions.erase(kit.questions.begin() + static_cast<std::ptrdiff_t>(*at));
        });
}

void QuestionsPanel::moveChosen(int by) {
    if (const auto at = chosen())
        moveTo(m_list->currentId(), static_cast<int>(*at) + by);
}

void QuestionsPanel::moveTo(const QString& id, int to) {
    const auto& questions = m_model.kit().questions;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (idText(questions[i]) != id)
            continue;
        if (to >= 0 && to < static_cast<int>(questions.size()) && to != static_cast<int>(i))
            m_model.edit(Keep::Now, [&](Kit& kit) { moveItem(kit.questions, i, to); });
        return;
    }
}

void QuestionsPanel::refresh() {
    const auto& questions = m_model.kit().questions;
    std::vector<PartsView::Part> parts;
    for (std::size_t i = 0; i < questions.size(); ++i)
        parts.push_back(
            {idText(questions[i]),
             questions[i].text.empty() ? tr("(no words yet)") : ui::toQString(questions[i].text),
             m_model.noteOf({KitFault::QuestionWithoutText, KitFault::SecondsNegative}, {i, {}, {}})});
    m_list->setParts(parts);
    m_addingField->setNote(m_model.noteOf({KitFault::NoQuestions}));
    if (const QStringList names = criterionNames(m_model.kit()); names != m_criteria->stringList())
        m_criteria->setStringList(names);
    showChosen();
}

void QuestionsPanel::showChosen() {
    const auto at = chosen();
    m_fields->setVisible(at.has_value());
    m_hint->setVisible(!at);
    if (!at)
        return;
    const Question& question = m_model.kit().questions[*at];
    m_showing = true;
    m_text->showText(ui::toQString(question.text));
    if (m_competency->text() != ui::toQString(question.competency))
        m_competency->setText(ui::toQString(question.competency));
    m_probes->showText(probesText(question));
    m_strong->showText(ui::toQString(question.strongAnswer));
    const int usual = m_model.kit().profile.answerSeconds;
    m_seconds->setSpecialValueText(usual > 0 ? tr("As the others: %1 s").arg(usual)
                                             : tr("As the others: none"));
    m_seconds->setValue(question.seconds);
    m_showing = false;
    m_textField->setNote(m_model.noteOf({KitFault::QuestionWithoutText}, {*at, {}, {}}));
}

void QuestionsPanel::focusFirst() {
    m_adding->setFocus(Qt::TabFocusReason);
}

void QuestionsPanel::showQuestion(std::size_t question) {
    m_list->setCurrentRow(static_cast<int>(question));
    m_text->setFocus(Qt::TabFocusReason);
}

} // namespace mockingbird::studio
