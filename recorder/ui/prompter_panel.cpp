// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/prompter_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/prompt_times_view.h"
#include "recorder/ui/question_voice.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStyle>
#include <QVBoxLayout>

namespace mockingbird::recorder {

namespace {
const auto kAloudKey = QStringLiteral("record/questions-aloud");
}

PrompterPanel::PrompterPanel(QWidget* parent)
    : QWidget(parent), m_place(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_question(ui::label({}, ui::TextStyle::Title)), m_probes(ui::mutedLabel({})),
      m_times(new PromptTimesView), m_next(ui::primaryButton({}, "step_forward")),
      m_followUp(ui::button(tr("&Follow-up (F)"))), m_answer(ui::quietButton(tr("Begin the &answer (A)"))),
      m_aloud(new QCheckBox(tr("Speak the &questions"))), m_list(new QListWidget) {
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setWordWrap(true);
    m_probes->setObjectName(QStringLiteral("probes"));
    m_next->setObjectName(QStringLiteral("nextQuestion"));
    m_next->setToolTip(tr("Key: N"));
    m_followUp->setObjectName(QStringLiteral("followUp"));
    m_followUp->setToolTip(tr("Marks the moment and shows what to ask further. Key: F"));
    m_answer->setObjectName(QStringLiteral("beginAnswer"));
    m_answer->setToolTip(tr("The time to answer begins now. Key: A"));
    m_aloud->setObjectName(QStringLiteral("aloud"));
    m_aloud->setChecked(QSettings().value(kAloudKey, true).toBool());
    m_list->setAccessibleName(tr("All questions of the kit"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMinimumHeight(ui::px(120));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::px(ui::kSmall));
    buttons->addWidget(m_next);
    buttons->addWidget(m_followUp);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_place);
    column->addWidget(m_question);
    column->addWidget(m_probes);
    auto* clocks = new QHBoxLayout;
    clocks->addWidget(m_times, 1);
    clocks->addWidget(m_answer, 0, Qt::AlignTop);
    column->addLayout(clocks);
    column->addLayout(buttons);
    column->addWidget(m_aloud);
    column->addSpacing(ui::px(ui::kSmall));
    column->addWidget(m_list, 1);
    connect(m_next, &QPushButton::clicked, this, &PrompterPanel::next);
    connect(m_followUp, &QPushButton::clicked, this, &PrompterPanel::followUp);
    connect(m_answer, &QPushButton::clicked, this, &PrompterPanel::beginAnswer);
    connect(m_aloud, &QCheckBox::toggled, this, [this](bool on) {
        QSettings().setValue(kAloudKey, on);
        if (!on)
            hush();
    });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { ask(m_list->row(item)); });
}

void PrompterPanel::start(const Start& start) {
    m_start = start;
    m_clock = PromptClock(start.kit.profile, start.accommodations.extraTimePercent, start.used);
    m_elapsed = {};
    m_index = -1;
    m_list->clear();
    int number = 0;
    for (const catalog::Question& question : start.kit.questions)
        m_list->addItem(tr("%1. %2").arg(++number).arg(ui::toQString(question.text)));
    m_aloud->setVisible(start.solo && m_voice != nullptr && m_voice->canSpeak());
    setLarger(start.accommodations.largerText);
    showCurrent();
    showClock();
    if (start.solo)
        next();
}

void PrompterPanel::showTime(MediaTime elapsed) {
    m_elapsed = elapsed;
    showClock();
}

void PrompterPanel::setVoice(QuestionVoice* voice) {
    m_voice = voice;
    if (voice != nullptr)
        connect(voice, &QuestionVoice::finished, this, [this] {
            m_clock.heard(m_elapsed);
            showClock();
        });
}

void PrompterPanel::hush() {
    if (m_voice != nullptr)
        m_voice->hush();
    m_clock.heard(m_elapsed);
    showClock();
}

void PrompterPanel::next() {
    const int wanted = m_index < 0 ? m_start.question : m_index + 1;
    if (wanted < static_cast<int>(m_start.kit.questions.size()))
        ask(wanted);
}

void PrompterPanel::followUp() {
    if (m_index < 0)
        return;
    m_probes->setVisible(!m_probes->text().isEmpty());
    emit followedUp();
}

void PrompterPanel::beginAnswer() {
    m_clock.answer(m_elapsed);
    showClock();
}

std::optional<catalog::QuestionId> PrompterPanel::current() const {
    if (m_index < 0)
        return std::nullopt;
    return m_start.kit.questions[static_cast<std::size_t>(m_index)].id;
}

void PrompterPanel::ask(int index) {
    m_index = index;
    m_rung = false;
    const catalog::Question& question = m_start.kit.questions[static_cast<std::size_t>(index)];
    const bool spoken = m_start.solo && m_aloud->isChecked() && m_voice != nullptr && m_voice->canSpeak();
    if (m_voice != nullptr)
        m_voice->hush();
    m_clock.ask(question, m_elapsed, spoken ? PromptClock::Asked::Spoken : PromptClock::Asked::Shown);
    showCurrent();
    showClock();
    emit asked(question.id);
    if (spoken)
        m_voice->speak(ui::toQString(question.text));
}

void PrompterPanel::showCurrent() {
    const int count = static_cast<int>(m_start.kit.questions.size());
    const int upcoming = m_index < 0 ? m_start.question : m_index + 1;
    m_next->setEnabled(upcoming < count);
    m_next->setText(upcoming >= count      ? tr("That was the last question")
                    : m_index >= 0         ? tr("&Next question (N)")
                    : m_start.question > 0 ? tr("Ask &question %1 (N)").arg(upcoming + 1)
                                           : tr("Ask the first question (N)"));
    m_probes->hide();
    m_followUp->setEnabled(m_index >= 0);
    m_list->setCurrentRow(m_index);
    if (m_index < 0) {
        m_place->setText(count == 1 ? tr("1 question") : tr("%1 questions").arg(count));
        m_question->setText(m_start.question > 0
                                ? tr("Recording. Question %1 comes next.").arg(m_start.question + 1)
                                : tr("Recording. Begin when everybody is ready."));
        return;
    }
    const catalog::Question& question = m_start.kit.questions[static_cast<std::size_t>(m_index)];
    m_place->setText(
        tr("Question %1 of %2 · %3").arg(m_index + 1).arg(count).arg(ui::toQString(question.competency)));
    m_question->setText(ui::toQString(question.text));
    QStringList probes;
    for (const std::string& probe : question.probes)
        probes << QStringLiteral("– %1").arg(ui::toQString(probe));
    m_probes->setText(probes.isEmpty() ? QString()
                                       : tr("To follow up:\n%1").arg(probes.join(QLatin1Char('\n'))));
}

void PrompterPanel::showClock() {
    const PromptClock::Times now = m_clock.at(m_elapsed);
    m_times->show(now, m_clock.extraTimePercent());
    m_answer->setVisible(now.phase == PromptClock::Phase::Reading);
    if (now.phase == PromptClock::Phase::Over && now.allowed > MediaTime{} && !m_rung &&
        m_start.kit.profile.timesUp == catalog::TimesUp::Bell) {
        m_rung = true;
        emit bellDue();
    }
}

void PrompterPanel::setLarger(bool larger) {
    m_question->setProperty("textStyle", larger ? QStringLiteral("clock") : QStringLiteral("title"));
    m_probes->setProperty("textStyle", larger ? QStringLiteral("heading") : QStringLiteral("body"));
    for (QLabel* label : {m_question, m_probes}) {
        style()->unpolish(label); // the style sheet looks at properties when it polishes alone
        style()->polish(label);
    }
}

} // namespace mockingbird::recorder
