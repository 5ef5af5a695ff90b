// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/attach_panel.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/materials/material_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using To = catalog::Attachment::To;

constexpr int kMostOfQuestion = 70;

void add(QComboBox* box, const std::string& name, const std::string& id) {
    QString text = ui::toQString(name).simplified();
    if (text.size() > kMostOfQuestion)
        text = text.left(kMostOfQuestion).trimmed() + QStringLiteral(" …");
    box->addItem(text, ui::toQString(id));
}

} // namespace

AttachPanel::AttachPanel(catalog::Catalog& catalog, QWidget* parent)
    : ui::Card(tr("Whom is it for?"), parent), m_catalog(catalog), m_list(new QWidget), m_to(new QComboBox),
      m_target(new QComboBox), m_attach(ui::button(tr("Attach"), "plus")) {
    m_to->setAccessibleName(tr("Attach to"));
    m_to->setObjectName(QStringLiteral("attachTo"));
    m_target->setAccessibleName(tr("To which"));
    m_target->setObjectName(QStringLiteral("attachTarget"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(16);
    m_attach->setObjectName(QStringLiteral("attach"));
    auto* done = ui::quietButton(tr("Done"));
    auto* row = new QHBoxLayout;
    row->setSpacing(ui::px(ui::kSmall));
    row->addWidget(m_to);
    row->addWidget(m_target, 1);
    row->addWidget(m_attach);
    row->addWidget(done);
    body()->addWidget(m_list);
    body()->addLayout(row);
    (new QVBoxLayout(m_list))->setContentsMargins(0, 0, 0, 0);
    m_list->layout()->setSpacing(ui::px(ui::kTight));
    connect(m_to, &QComboBox::activated, this, &AttachPanel::fillTargets);
    connect(m_attach, &QPushButton::clicked, this, &AttachPanel::attach);
    connect(done, &QPushButton::clicked, this, &AttachPanel::close);
    hide();
}

void AttachPanel::open(catalog::MaterialId material) {
    m_material = material;
    m_to->clear();
    if (m_catalog.materials().mayAttachToOthers().valueOr(false)) {
        m_to->addItem(tr("A kit"), static_cast<int>(To::Kit));
        m_to->addItem(tr("A question"), static_cast<int>(To::Question));
        m_to->addItem(tr("A cohort"), static_cast<int>(To::Cohort));
        m_to->addItem(tr("A person"), static_cast<int>(To::Person));
        m_to->addItem(tr("Everyone"), static_cast<int>(To::Everyone));
    } else {
        m_to->addItem(tr("Myself"), static_cast<int>(To::Person));
    }
    fillTargets();
    refresh();
    show();
    m_to->setFocus();
}

void AttachPanel::refresh() {
    if (m_material.isNull())
        return;
    while (QLayoutItem* item = m_list->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const bool toOthers = m_catalog.materials().mayAttachToOthers().valueOr(false);
    const auto attachments = m_catalog.materials().attachments(m_material).valueOr({});
    if (attachments.empty())
        m_list->layout()->addWidget(ui::mutedLabel(tr("For nobody yet: only who added it and coordinators "
                                                      "see it.")));
    for (const catalog::NamedAttachment& attachment : attachments) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(ui::label(attachmentText(attachment), ui::TextStyle::Body), 1);
        const bool own = attachment.attachment == catalog::Attachment::person(m_catalog.actor());
        if (toOthers || own) {
            auto* off = ui::iconButton(tr("Take off: %1").arg(attachmentText(attachment)), "close");
            row->addWidget(off);
            connect(off, &QToolButton::clicked, this, [this, attachment] { takeOff(attachment); });
        }
        m_list->layout()->addWidget(line);
    }
}

void AttachPanel::takeOff(catalog::NamedAttachment attachment) {
    if (const auto done = m_catalog.materials().detach(m_material, attachment.attachment); !done) {
        emit failed(done.error());
        return;
    }
    refresh();
    m_attach->setFocus();
    emit detached(m_material, attachment);
}

void AttachPanel::close() {
    m_material = {};
    hide();
}

void AttachPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        ui::Card::keyPressEvent(event);
}

void AttachPanel::fillTargets() {
    m_target->clear();
    switch (static_cast<To>(m_to->currentData().toInt())) {
    case To::Everyone:
        break;
    case To::Kit:
        for (const catalog::KitHead& kit : m_catalog.kits().heads().valueOr({}))
            add(m_target, kit.name, kit.id.toString());
        break;
    case To::Question:
        for (const catalog::Kit& kit : m_catalog.kits().all().valueOr({})) {
            int number = 0;
            for (const catalog::Question& question : kit.questions)
                add(m_target, kit.name + ", " + std::to_string(++number) + ": " + question.text,
                    question.id.toString());
        }
        break;
    case To::Cohort:
        for (const catalog::Cohort& cohort : m_catalog.people().cohorts().valueOr({}))
            add(m_target, cohort.name, cohort.id.toString());
        break;
    case To::Person: {
        const bool toOthers = m_catalog.materials().mayAttachToOthers().valueOr(false);
        for (const catalog::Person& person : m_catalog.people().all().valueOr({}))
            if (toOthers || person.id == m_catalog.actor())
                add(m_target, person.name, person.id.toString());
        break;
    }
    }
    const bool everyone = static_cast<To>(m_to->currentData().toInt()) == To::Everyone;
    m_target->setVisible(!everyone);
    m_attach->setEnabled(everyone || m_target->count() > 0);
}

void AttachPanel::attach() {
    catalog::Attachment attachment;
    attachment.to = static_cast<To>(m_to->currentData().toInt());
    attachment.target = Uuid7::parse(m_target->currentData().toString().toStdString()).valueOr({});
    if (const auto done = m_catalog.materials().attach(m_material, attachment); !done) {
        emit failed(done.error());
        return;
    }
    refresh();
    emit changed();
}

} // namespace mockingbird::studio
