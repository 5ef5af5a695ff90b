// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/evidence_chip.h"

#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace mockingbird::review {

EvidenceChip::EvidenceChip(const QString& time, const QString& what, Removable removable, QWidget* parent)
    : QFrame(parent), m_jump(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_jump->setText(time);
    m_jump->setIcon(ui::icon("play"));
    m_jump->setIconSize(QSize(ui::px(14), ui::px(14)));
    m_jump->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_jump->setAutoRaise(true);
    m_jump->setFocusPolicy(Qt::TabFocus);
    m_jump->setAccessibleName(what.isEmpty() ? tr("Go to %1").arg(time) : tr("Go to %1: %2").arg(time, what));
    m_jump->setToolTip(what.isEmpty() ? tr("Go to this moment") : what);
    layout->addWidget(m_jump);
    connect(m_jump, &QToolButton::clicked, this, &EvidenceChip::jumpRequested);
    if (removable == Removable::No)
        return;
    m_remove = new QToolButton(this);
    m_remove->setText(QStringLiteral("×"));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::TabFocus);
    m_remove->setAccessibleName(tr("Remove the evidence at %1").arg(time));
    m_remove->setToolTip(m_remove->accessibleName());
    layout->addWidget(m_remove);
    connect(m_remove, &QToolButton::clicked, this, &EvidenceChip::removalRequested);
}

} // namespace mockingbird::review
