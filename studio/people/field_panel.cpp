// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/field_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/people/labelled_field.h"
#include "studio/people/person_fields_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::FieldAudience;
using catalog::FieldKind;
using catalog::PersonField;

QComboBox* audienceChoice() {
    auto* box = new QComboBox;
    for (const FieldAudience audience :
         {FieldAudience::Self, FieldAudience::Coordinators, FieldAudience::SelfAndCoordinators,
          FieldAudience::Pair, FieldAudience::Everyone})
        box->addItem(audienceText(audience), static_cast<int>(audience));
    return box;
}

FieldAudience audienceIn(const QComboBox* box) {
    return static_cast<FieldAudience>(box->currentData().toInt());
}

bool same(const PersonField& one, const PersonField& other) {
    return one.key == other.key && one.name == other.name && one.audience == other.audience;
}

} // namespace

FieldPanel::FieldPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_rows(new QGridLayout), m_name(new QLineEdit),
      m_kind(new QComboBox), m_audience(audienceChoice()) {
    m_name->setObjectName(QStringLiteral("newField"));
    m_kind->addItem(tr("One line"), static_cast<int>(FieldKind::Text));
    m_kind->addItem(tr("Several lines"), static_cast<int>(FieldKind::LongText));
    m_kind->addItem(tr("Day"), static_cast<int>(FieldKind::Day));
    m_kind->addItem(tr("Number"), static_cast<int>(FieldKind::Number));
    m_audience->setCurrentIndex(m_audience->findData(static_cast<int>(FieldAudience::SelfAndCoordinators)));
    auto* addButton = ui::button(tr("Add field"), "plus");
    addButton->setObjectName(QStringLiteral("addField"));
    auto* fields = new ui::Card;
    fields->body()->addWidget(ui::mutedLabel(
        tr("Every field may stay empty. Who isn't among its readers is told nothing of it, not even that it "
           "is filled in.")));
    m_rows->setHorizontalSpacing(ui::px(ui::kMedium));
    m_rows->setVerticalSpacing(ui::px(ui::kSmall));
    m_rows->setColumnStretch(0, 1);
    m_rows->setColumnStretch(1, 1);
    fields->body()->addLayout(m_rows);
    auto* adding = new ui::Card(tr("Another field"));
    auto* row = new QHBoxLayout;
    row->addWidget(labelled(tr("Name"), m_name), 2);
    row->addWidget(labelled(tr("Takes"), m_kind), 1);
    row->addWidget(labelled(tr("Readers"), m_audience), 2);
    row->addWidget(addButton, 0, Qt::AlignBottom);
    adding->body()->addLayout(row);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(fields);
    column->addWidget(adding);
    column->addStretch();
    connect(addButton, &QPushButton::clicked, this, &FieldPanel::add);
    connect(m_name, &QLineEdit::returnPressed, this, &FieldPanel::add);
}

void FieldPanel::refresh() {
    auto fields = m_catalog.fields().all().valueOr({});
    if (std::equal(fields.begin(), fields.end(), m_fields.begin(), m_fields.end(), same))
        return; // what is being typed stays
    m_fields = std::move(fields);
    build();
}

void FieldPanel::build() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be what asked for this
        }
        delete item;
    }
    for (std::size_t at = 0; at < m_fields.size(); ++at) {
        const PersonField field = m_fields[at];
        auto* name = new QLineEdit(ui::toQString(field.name));
        name->setAccessibleName(tr("Name of the field %1").arg(ui::toQString(field.name)));
        auto* audience = audienceChoice();
        audience->setAccessibleName(tr("Who sees %1").arg(ui::toQString(field.name)));
        audience->setObjectName(QStringLiteral("audience_") + ui::toQString(field.key));
        audience->setCurrentIndex(audience->findData(static_cast<int>(field.audience)));
        const int row = static_cast<int>(at);
        m_rows->addWidget(name, row, 0);
        m_rows->addWidget(audience, row, 1);
        connect(name, &QLineEdit::editingFinished, this, [this, field, name] {
            PersonField changed = field;
            changed.name = name->text().trimmed().toStdString();
            if (!changed.name.empty() && changed.name != field.name)
                change(changed);
        });
        connect(audience, &QComboBox::activated, this, [this, field, audience] {
            PersonField changed = field;
            changed.audience = audienceIn(audience);
            change(changed);
        });
        if (field.builtIn)
            continue;
        auto* drop = ui::iconButton(tr("Remove the field %1").arg(ui::toQString(field.name)), "trash");
        m_rows->addWidget(drop, row, 2);
        connect(drop, &QToolButton::clicked, this, [this, field] { remove(field); });
    }
}

void FieldPanel::change(const PersonField& field) {
    if (const auto changed = m_catalog.fields().change(field); !changed)
        emit failed(changed.error());
    m_fields.clear();
    refresh();
}

void FieldPanel::add() {
    if (m_name->text().trimmed().isEmpty()) {
        m_name->setFocus();
        return;
    }
    const auto added =
        m_catalog.fields().add(m_name->text().toStdString(),
                               static_cast<FieldKind>(m_kind->currentData().toInt()), audienceIn(m_audience));
    if (!added) {
        emit failed(added.error());
        return;
    }
    m_name->clear();
    refresh();
    emit done(tr("%1 can be filled in on everybody's page now.").arg(ui::toQString(added->name)),
              [this, key = added->key] {
                  if (const auto removed = m_catalog.fields().remove(key); !removed)
                      emit failed(removed.error());
                  refresh();
              });
}

void FieldPanel::remove(const PersonField& field) {
    if (const auto removed = m_catalog.fields().remove(field.key); !removed) {
        emit failed(removed.error());
        return;
    }
    refresh();
    emit done(tr("%1 is shown no more; what it says is kept.").arg(ui::toQString(field.name)),
              [this, key = field.key] {
                  if (const auto restored = m_catalog.fields().restore(key); !restored)
                      emit failed(restored.error());
                  refresh();
              });
}

} // namespace mockingbird::studio
