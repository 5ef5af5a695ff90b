// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/prompter_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::recorder {

PrompterPanel::PrompterPanel(QWidget* parent)
    : QWidget(parent), m_place(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_question(ui::label({}, ui::TextStyle::Heading)), m_probes(ui::mutedLabel({})),
      m_next(ui::primaryButton({}, "step_forward")), m_list(new QListWidget) {
    m_question->setWordWrap(true);
    m_next->setObjectName(QStringLiteral("nextQuestion"));
    m_next->setToolTip(tr("Key: N"));
    m_list->setAccessibleName(tr("All questions of the kit"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMinimumHeight(ui::px(160));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_place);
    column->addWidget(m_question);
    column->addWidget(m_probes);
    column->addWidget(m_next, 0, Qt::AlignLeft);
    column->addSpacing(ui::px(ui::kSmall));
    column->addWidget(m_list, 1);
    connect(m_next, &QPushButton::clicked, this, &PrompterPanel::next);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { ask(m_list->row(item)); });
}

void PrompterPanel::setKit(const catalog::Kit& kit) {
    m_kit = kit;
    m_index = -1;
    m_list->clear();
    int number = 0;
    for (const catalog::Question& question : kit.questions)
        m_list->addItem(tr("%1. %2").arg(++number).arg(ui::toQString(question.text)));
    showCurrent();
}

void PrompterPanel::next() {
    if (m_index + 1 < static_cast<int>(m_kit.questions.size()))
        ask(m_index + 1);
}

std::optional<catalog::QuestionId> PrompterPanel::current() const {
    if (m_index < 0)
        return std::nullopt;
    return m_kit.questions[static_cast<std::size_t>(m_index)].id;
}

void PrompterPanel::ask(int index) {
    m_index = index;
    showCurrent();
    emit asked(m_kit.questions[static_cast<std::size_t>(index)].id);
}

void PrompterPanel::showCurrent() {
    const int count = static_cast<int>(m_kit.questions.size());
    m_next->setEnabled(m_index + 1 < count);
    m_next->setText(m_index < 0           ? tr("Ask the first question (N)")
                    : m_index + 1 < count ? tr("Next question (N)")
                                          : tr("That was the last question"));
    m_probes->setVisible(m_index >= 0);
    m_list->setCurrentRow(m_index);
    if (m_index < 0) {
        m_place->setText(tr("%1 questions").arg(count));
        m_question->setText(tr("Recording. Begin when everybody is ready."));
        return;
    }
    const catalog::Question& question = m_kit.questions[static_cast<std::size_t>(m_index)];
    m_place->setText(
        tr("Question %1 of %2 · %3").arg(m_index + 1).arg(count).arg(ui::toQString(question.competency)));
    m_question->setText(ui::toQString(question.text));
    QStringList probes;
    for (const std::string& probe : question.probes)
        probes << QStringLiteral("– %1").arg(ui::toQString(probe));
    m_probes->setText(probes.isEmpty() ? QString()
                                       : tr("To follow up:\n%1").arg(probes.join(QLatin1Char('\n'))));
}

} // namespace mockingbird::recorder
