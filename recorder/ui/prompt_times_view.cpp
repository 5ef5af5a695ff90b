// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/prompt_times_view.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace mockingbird::recorder {

namespace {

/// Begins with the full time and is 0:00 when nothing is left.
QString countingDown(MediaTime left) {
    return ui::shortTime(left + MediaTime::fromMicroseconds(999'999));
}

QString phaseText(PromptClock::Phase phase) {
    switch (phase) {
    case PromptClock::Phase::Waiting:
        return {};
    case PromptClock::Phase::Asking:
        return PromptTimesView::tr("Listen to the question");
    case PromptClock::Phase::Reading:
        return PromptTimesView::tr("to read and think");
    case PromptClock::Phase::Answering:
        return PromptTimesView::tr("to answer");
    case PromptClock::Phase::Over:
        return PromptTimesView::tr("Time is up");
    }
    return {};
}

} // namespace

PromptTimesView::PromptTimesView(QWidget* parent)
    : QWidget(parent), m_phase(ui::label({}, ui::TextStyle::Heading)),
      m_left(ui::label({}, ui::TextStyle::Title)), m_whole(ui::mutedLabel({}, ui::TextStyle::Small)) {
    m_phase->setObjectName(QStringLiteral("promptPhase"));
    m_left->setObjectName(QStringLiteral("promptLeft"));
    m_whole->setObjectName(QStringLiteral("promptWhole"));
    auto* row = new QHBoxLayout;
    row->setSpacing(ui::px(ui::kSmall));
    row->addWidget(m_left);
    row->addWidget(m_phase, 0, Qt::AlignVCenter);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    column->addLayout(row);
    column->addWidget(m_whole);
}

void PromptTimesView::show(const PromptClock::Times& now, int extraTimePercent) {
    using Phase = PromptClock::Phase;
    const bool counts = now.phase == Phase::Reading || now.phase == Phase::Answering;
    m_left->setText(counts ? countingDown(now.left) : QString());
    m_left->setVisible(counts);
    m_phase->setText(phaseText(now.phase));
    m_phase->setVisible(now.phase != Phase::Waiting);
    QString whole = now.wholeOver ? tr("The interview's time is up.")
                                  : tr("The whole interview: %1 left").arg(countingDown(now.wholeLeft));
    if (now.phase == Phase::Over)
        whole = tr("The answer has run %1 over. %2").arg(ui::shortTime(now.left), whole);
    if (extraTimePercent > 0)
        whole = tr("%1, with %2 % extra time").arg(whole).arg(extraTimePercent);
    m_whole->setText(whole);
}

} // namespace mockingbird::recorder
