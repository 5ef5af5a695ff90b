// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/noted_field.h"

#include "common/ui/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace mockingbird::studio {

NotedField::NotedField(QWidget* field, QWidget* parent)
    : QWidget(parent), m_field(field), m_note(ui::label({}, ui::TextStyle::Small)) {
    m_note->setProperty("chip", "warning");
    m_note->setObjectName(QStringLiteral("fieldNote"));
    m_note->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    column->addWidget(field);
    column->addWidget(m_note);
    setFocusProxy(field);
}

void NotedField::setNote(const QString& note) {
    if (m_note->text() == note)
        return;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_field->setAccessibleDescription(note);
}

QString NotedField::note() const {
    return m_note->text();
}

} // namespace mockingbird::studio
