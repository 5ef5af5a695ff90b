// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/find_bar.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>

namespace mockingbird::studio {

FindBar::FindBar(QWidget* parent)
    : QWidget(parent), m_field(new QLineEdit), m_found(ui::mutedLabel({}, ui::TextStyle::Small)) {
    m_field->setPlaceholderText(tr("Find in this material"));
    m_field->setAccessibleName(tr("Find in this material"));
    m_field->setObjectName(QStringLiteral("findInMaterial"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(ui::icon("search", &ui::Colors::muted), QLineEdit::LeadingPosition);
    m_field->setMaximumWidth(ui::px(320));
    m_found->setWordWrap(false);
    auto* previous = ui::iconButton(tr("The one before (Shift+Enter)"), "previous_note");
    auto* next = ui::iconButton(tr("The next (Enter)"), "next_note");
    auto* shut = ui::iconButton(tr("Close (Escape)"), "close");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, ui::px(ui::kTight), 0, ui::px(ui::kTight));
    row->setSpacing(ui::px(ui::kSmall));
    row->addWidget(m_field, 1);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(m_found);
    row->addStretch();
    row->addWidget(shut);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::wordsChanged);
    connect(previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(next, &QToolButton::clicked, this, &FindBar::nextWanted);
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
}

void FindBar::openWithin(QWidget* where) {
    auto* open = new QShortcut(QKeySequence::Find, where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(open, &QShortcut::activated, this, [this] {
        show();
        m_field->setFocus();
        m_field->selectAll();
    });
}

void FindBar::openFor(const QString& words) {
    show();
    if (m_field->text() == words)
        emit wordsChanged();
    else
        m_field->setText(words);
}

QString FindBar::words() const {
    return m_field->text();
}

void FindBar::say(const QString& found) {
    m_found->setText(found);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & Qt::ShiftModifier)
            emit previousWanted();
        else
            emit nextWanted();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::close() {
    hide();
    emit closed();
}

} // namespace mockingbird::studio
