// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/add_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

AddPanel::AddPanel(QWidget* parent)
    : ui::Card({}, parent), m_linkFields(new QWidget), m_address(new QLineEdit), m_title(new QLineEdit),
      m_add(ui::button(tr("Add"), "plus")), m_copying(new QWidget),
      m_file(ui::mutedLabel({}, ui::TextStyle::Small)), m_progress(new QProgressBar) {
    m_address->setPlaceholderText(tr("https://..."));
    m_address->setAccessibleName(tr("The page's address"));
    m_address->setObjectName(QStringLiteral("linkAddress"));
    m_title->setPlaceholderText(tr("What it is called"));
    m_title->setAccessibleName(tr("What the page is called"));
    m_title->setObjectName(QStringLiteral("linkTitle"));
    m_add->setObjectName(QStringLiteral("addLinkNow"));
    auto* forget = ui::quietButton(tr("Cancel"));
    auto* fields = new QHBoxLayout(m_linkFields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(ui::px(ui::kSmall));
    fields->addWidget(m_address, 3);
    fields->addWidget(m_title, 2);
    fields->addWidget(m_add);
    fields->addWidget(forget);
    auto* stop = ui::quietButton(tr("Cancel"));
    stop->setObjectName(QStringLiteral("cancelAdding"));
    auto* copying = new QHBoxLayout(m_copying);
    copying->setContentsMargins(0, 0, 0, 0);
    copying->setSpacing(ui::px(ui::kSmall));
    copying->addWidget(m_file, 1);
    copying->addWidget(m_progress, 1);
    copying->addWidget(stop);
    m_progress->setAccessibleName(tr("How much is copied"));
    body()->addWidget(m_linkFields);
    body()->addWidget(m_copying);
    connect(m_add, &QPushButton::clicked, this, &AddPanel::give);
    connect(m_address, &QLineEdit::returnPressed, this, &AddPanel::give);
    connect(m_title, &QLineEdit::returnPressed, this, &AddPanel::give);
    connect(forget, &QPushButton::clicked, this, &AddPanel::close);
    connect(stop, &QPushButton::clicked, this, &AddPanel::cancelled);
    hide();
}

void AddPanel::askLink() {
    m_copying->hide();
    m_linkFields->show();
    show();
    m_address->setFocus();
}

void AddPanel::showProgress(int percent, const QString& file) {
    m_linkFields->hide();
    m_copying->show();
    m_progress->setValue(percent);
    m_file->setText(file);
    show();
}

void AddPanel::close() {
    m_address->clear();
    m_title->clear();
    hide();
}

void AddPanel::give() {
    if (!m_address->text().trimmed().isEmpty())
        emit linkGiven(m_address->text().trimmed(), m_title->text().trimmed());
}

void AddPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_linkFields->isVisible())
        close();
    else
        ui::Card::keyPressEvent(event);
}

} // namespace mockingbird::studio
