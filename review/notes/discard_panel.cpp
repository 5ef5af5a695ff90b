// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/discard_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/flow_layout.h"
#include "common/ui/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>

namespace mockingbird::review {

DiscardPanel::DiscardPanel(QWidget* parent)
    : QFrame(parent), m_discard(ui::button(tr("Discard"), "trash", this)),
      m_goOn(ui::quietButton(tr("Keep writing"), nullptr, this)) {
    setAccessibleName(tr("Discard this note? Enter discards it, Escape goes on writing."));
    m_discard->setToolTip(tr("Enter or D"));
    m_goOn->setToolTip(tr("Escape"));
    for (QPushButton* button : {m_discard, m_goOn})
        button->setFocusPolicy(Qt::TabFocus);
    QLabel* question = ui::label(tr("Discard this note?"), ui::TextStyle::Strong, this);
    question->setWordWrap(false);
    QLabel* keys = ui::mutedLabel(tr("Enter: discard · Escape: keep writing"), ui::TextStyle::Small, this);
    keys->setWordWrap(false);

    auto* row = new ui::FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    for (QWidget* each : std::initializer_list<QWidget*>{question, m_discard, m_goOn, keys}) {
        each->setMinimumHeight(m_discard->sizeHint().height()); // their texts on one line
        row->addWidget(each);
    }
    connect(m_discard, &QPushButton::clicked, this, &DiscardPanel::discardChosen);
    connect(m_goOn, &QPushButton::clicked, this, &DiscardPanel::goOnChosen);
    hide();
}

void DiscardPanel::ask() {
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace mockingbird::review
