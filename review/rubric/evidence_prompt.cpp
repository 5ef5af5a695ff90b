// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/evidence_prompt.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::review {

EvidencePrompt::EvidencePrompt(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(ui::label({}, ui::TextStyle::Body, this)),
      m_add(ui::button(tr("Add the moment shown"), "plus", this)) {
    setObjectName("evidencePrompt");
    m_text->setProperty("prompt", true);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* head = new QHBoxLayout;
    head->setSpacing(ui::px(ui::kSmall));
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kSmall);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addLayout(head);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &EvidencePrompt::momentAdded);
    paintGround();
}

void EvidencePrompt::setAction(const QString& action, bool possible) {
    if (m_add->text() != action)
        m_add->setText(action);
    m_add->setEnabled(possible);
}

void EvidencePrompt::setSentence(const QString& sentence) {
    m_text->setText(sentence);
    setAccessibleName(sentence);
}

QString EvidencePrompt::sentence() const {
    return m_text->text();
}

void EvidencePrompt::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        paintGround();
}

void EvidencePrompt::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void EvidencePrompt::paintGround() {
    const ui::Colors& colors = ui::colors();
    const QString sheet =
        QStringLiteral(
            "#evidencePrompt { background: %1; border-radius: %2px; } QLabel[prompt=\"true\"] { color: %3; }")
            .arg(colors.warningSoft.name())
            .arg(ui::px(6))
            .arg(colors.onWarningSoft.name());
    // Setting a sheet changes the style, which comes back here.
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
    const int size = ui::px(18);
    m_icon->setPixmap(ui::iconPixmap("warning", size, colors.onWarningSoft, devicePixelRatioF()));
}

} // namespace mockingbird::review
