// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/attempt_choice.h"

#include "common/ui/flow_layout.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/playback/players_in_step.h"

#include <QCheckBox>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr std::ptrdiff_t kFewestShown = 1;
constexpr std::ptrdiff_t kMostShown = PlayersInStep::kMost;

} // namespace

AttemptChoice::AttemptChoice(QWidget* parent) : QWidget(parent) {
    auto* flow = new ui::FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(ui::px(ui::kTight));
    setAccessibleName(tr("Attempts on show"));
}

void AttemptChoice::setSessions(const std::vector<QuestionSession>& sessions) {
    m_sessions = sessions;
    for (QCheckBox* box : m_boxes)
        delete box;
    m_boxes.clear();
    for (const QuestionSession& each : sessions) {
        auto* box = new QCheckBox(
            tr("%1 · %2").arg(each.session.attempt).arg(ui::longDate(each.session.startedAt)), this);
        box->setCheckable(true);
        box->setAccessibleName(
            tr("Attempt %1, %2").arg(each.session.attempt).arg(ui::longDate(each.session.startedAt)));
        connect(box, &QCheckBox::clicked, this, [this] {
            showBounds();
            emit changed();
        });
        layout()->addWidget(box);
        m_boxes.push_back(box);
    }
    showBounds();
}

void AttemptChoice::choose(const std::vector<catalog::SessionId>& chosen) {
    std::ptrdiff_t ticked = 0;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const bool on = m_sessions[i].recorded && ticked < kMostShown &&
                        std::ranges::count(chosen, m_sessions[i].session.id) > 0;
        m_boxes[i]->setChecked(on);
        ticked += on ? 1 : 0;
    }
    showBounds();
}

std::vector<catalog::Session> AttemptChoice::chosen() const {
    std::vector<catalog::Session> sessions;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->isChecked())
            sessions.push_back(m_sessions[i].session);
    return sessions;
}

/// what can't be chosen or let go says why.
void AttemptChoice::showBounds() {
    const auto ticked = std::ranges::count_if(m_boxes, &QCheckBox::isChecked);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        QString why;
        if (!m_sessions[i].recorded)
            why = tr("There is no recording of this attempt.");
        else if (m_boxes[i]->isChecked() && ticked <= kFewestShown)
            why = tr("One at least is shown: choose another first.");
        else if (!m_boxes[i]->isChecked() && ticked >= kMostShown)
            why = tr("Four at most are shown: let go of one first.");
        m_boxes[i]->setEnabled(why.isEmpty());
        m_boxes[i]->setToolTip(why.isEmpty() && !m_sessions[i].marked
                                   ? tr("Where this question was answered isn't marked in this attempt.")
                                   : why);
    }
}

} // namespace mockingbird::review
