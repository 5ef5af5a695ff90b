// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/aim_panel.h"

#include "common/catalog/goal_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/review_store.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/commitments_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

constexpr int kPauseMs = 800;
constexpr int kLongestGoal = 300; ///< characters: it is one sentence

} // namespace

AimPanel::AimPanel(catalog::Catalog& catalog, QWidget* parent)
    : ui::Card({}, parent), m_catalog(catalog), m_goal(new QLineEdit(this)),
      m_takenLabel(ui::mutedLabel(tr("Taken along from your last attempt"), ui::TextStyle::Small, this)) {
    auto* label = ui::label(tr("Your &goal for the next attempt"), ui::TextStyle::Strong, this);
    label->setTextFormat(Qt::AutoText);
    label->setBuddy(m_goal);
    m_goal->setAccessibleName(tr("Your goal for the next attempt, in one sentence"));
    m_goal->setPlaceholderText(tr("In one sentence, such as: end every story with what came of it"));
    m_goal->setMaxLength(kLongestGoal);
    body()->addWidget(label);
    body()->addWidget(m_goal);
    body()->addWidget(m_takenLabel);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(m_goal, &QLineEdit::textEdited, this, [this] {
        m_touched = true;
        m_pause.start();
    });
    connect(m_goal, &QLineEdit::editingFinished, this, &AimPanel::flush);
    connect(&m_pause, &QTimer::timeout, this, &AimPanel::flush);
}

void AimPanel::refresh() {
    const auto person = m_catalog.people().byId(m_catalog.actor());
    const bool mentee = person.ok() && person->roles.contains(catalog::Role::Mentee);
    setVisible(mentee);
    delete m_taken;
    m_taken = nullptr;
    if (!mentee)
        return;
    const auto goal = m_catalog.goals().of(person->id, WallTime::now());
    if (goal.ok() && !m_touched) {
        const QSignalBlocker quiet(m_goal);
        m_goal->setText(*goal ? ui::toQString((*goal)->text) : QString());
    }
    const auto taken = m_catalog.reviews().commitmentsBefore(person->id, WallTime::now());
    const bool any = taken.ok() && !taken->empty();
    m_takenLabel->setVisible(any);
    if (any) {
        m_taken = new CommitmentsView(*taken, this);
        body()->addWidget(m_taken);
    }
}

void AimPanel::flush() {
    m_pause.stop();
    if (!std::exchange(m_touched, false))
        return;
    const Result<void> set = m_catalog.goals().set(m_catalog.actor(), m_goal->text().trimmed().toStdString());
    if (!set.ok())
        emit failed(set.error());
}

} // namespace mockingbird::studio
