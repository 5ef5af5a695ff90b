// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/checklist_panel.h"

#include "common/catalog/checklist_text.h"
#include "common/catalog/preparation.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/prep/checklist_groups.h"
#include "studio/prep/due_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

using catalog::ChecklistItem;

/// A point whose words tick its box too.
class PointView : public QWidget {
public:
    PointView(const ChecklistItem& item, const QString& note) : m_box(new QCheckBox) {
        const QString text = ui::toQString(item.text);
        m_box->setObjectName(QStringLiteral("tick %1").arg(ui::toQString(item.key)));
        m_box->setAccessibleName(note.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, note));
        m_box->setChecked(item.ticked);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(ui::px(ui::kSmall));
        row->addWidget(m_box, 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(item.ticked ? ui::mutedLabel(text) : ui::label(text, ui::TextStyle::Body));
        if (!note.isEmpty())
            words->addWidget(ui::mutedLabel(note, ui::TextStyle::Small));
        row->addLayout(words, 1);
    }
    [[nodiscard]] QCheckBox* box() const { return m_box; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            m_box->click();
    }

private:
    QCheckBox* m_box;
};

} // namespace

ChecklistPanel::ChecklistPanel(catalog::Catalog& catalog, Clock clock, QWidget* parent)
    : ui::Card(tr("Checklist"), parent), m_catalog(catalog), m_clock(std::move(clock)),
      m_progressWords(ui::mutedLabel({}, ui::TextStyle::Small)), m_progress(new QProgressBar),
      m_empty(ui::mutedLabel({})), m_banner(new ui::Banner), m_text(new QLineEdit), m_due(new QComboBox),
      m_add(ui::button(tr("Add"), "plus")) {
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(ui::px(6));
    m_progress->setAccessibleName(tr("How much of the checklist is done"));
    m_text->setObjectName(QStringLiteral("ownPoint"));
    m_text->setPlaceholderText(tr("Something of your own"));
    m_text->setAccessibleName(tr("A point of your own for the checklist"));
    m_due->setAccessibleName(tr("When it is due"));
    m_add->setObjectName(QStringLiteral("addOwnPoint"));
    body()->addWidget(m_progressWords);
    body()->addWidget(m_progress);
    body()->addWidget(m_empty);
    body()->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_due);
    row->addWidget(m_add);
    body()->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &ChecklistPanel::add);
    connect(m_text, &QLineEdit::returnPressed, this, &ChecklistPanel::add);
}

catalog::AppointmentId ChecklistPanel::appointmentId() const {
    return m_appointment ? m_appointment->id : catalog::AppointmentId{};
}

void ChecklistPanel::refresh(const std::optional<catalog::Appointment>& appointment) {
    const bool hadDays = m_due->count() > 2;
    m_appointment = appointment;
    if (m_due->count() == 0 || hadDays != appointment.has_value()) {
        m_due->clear();
        m_due->addItem(tr("Whenever"), QVariant());
        m_due->addItem(tr("Today"), -1);
        if (appointment) {
            m_due->addItem(tr("A week before"), 7);
            m_due->addItem(tr("The day before"), 1);
            m_due->addItem(tr("On the day"), 0);
        }
    }
    rebuild();
}

void ChecklistPanel::rebuild() {
    const auto list = catalog::Preparation(m_catalog).checklists().of(m_catalog.actor(), appointmentId());
    const QWidget* focused = focusWidget();
    const QString focusName = focused != nullptr && m_rows != nullptr && m_rows->isAncestorOf(focused)
                                  ? focused->objectName()
                                  : QString();
    if (m_rows != nullptr) { // what was clicked in it is still at work
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = nullptr;
    if (!list) {
        emit failed(list.error());
        return;
    }
    const auto count = list->items.size();
    m_progressWords->setVisible(count > 0);
    m_progress->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_empty->setText(m_appointment
                         ? tr("The kit of this interview brings no checklist. Note here what you "
                              "mean to do.")
                         : tr("Set a day for the interview to see its kit's checklist. What you note "
                              "here yourself is on it too."));
    m_progressWords->setText(tr("%1 of %2 done").arg(list->ticked()).arg(count));
    m_progress->setRange(0, static_cast<int>(std::max<std::size_t>(count, 1)));
    m_progress->setValue(static_cast<int>(list->ticked()));

    m_rows = new QWidget;
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    body()->insertWidget(3, m_rows);
    for (const ChecklistGroup& group : checklistGroups(*list, dayOf(m_clock())))
        addGroup(group);
    m_rows->show();
    if (!focusName.isEmpty()) {
        if (auto* again = m_rows->findChild<QWidget*>(focusName))
            again->setFocus();
        else
            m_text->setFocus();
    }
}

void ChecklistPanel::addGroup(const ChecklistGroup& group) {
    auto* column = static_cast<QVBoxLayout*>(m_rows->layout());
    if (group.kind == ChecklistGroup::Kind::Done) {
        auto* fold = ui::quietButton(m_doneShown ? tr("Hide what is done")
                                                 : tr("Show what is done (%1)").arg(group.items.size()));
        fold->setObjectName(QStringLiteral("showDone"));
        connect(fold, &QPushButton::clicked, this, [this] {
            m_doneShown = !m_doneShown;
            rebuild();
        });
        column->addWidget(fold, 0, Qt::AlignLeft);
        if (!m_doneShown)
            return;
    } else {
        column->addSpacing(ui::px(ui::kTight));
        column->addWidget(ui::label(group.heading, ui::TextStyle::Strong));
    }
    const QDate today = dayOf(m_clock());
    for (const ChecklistItem& item : group.items) {
        QString note;
        const QDate day = QDate::fromString(ui::toQString(item.dueOn), Qt::ISODate);
        if (group.kind == ChecklistGroup::Kind::DueNow && day < today)
            note = item.heading.empty()
                       ? dueText(day, today)
                       : tr("%1: was due %2").arg(ui::toQString(item.heading), dueText(day, today));
        auto* point = new PointView(item, note);
        connect(point->box(), &QCheckBox::clicked, this, [this, item](bool ticked) { tick(item, ticked); });
        if (item.own.isNull()) {
            column->addWidget(point);
            continue;
        }
        auto* row = new QHBoxLayout;
        row->addWidget(point, 1);
        auto* drop = ui::iconButton(tr("Take \"%1\" off the list").arg(ui::toQString(item.text)), "trash");
        connect(drop, &QToolButton::clicked, this, [this, item] { remove(item); });
        row->addWidget(drop, 0, Qt::AlignTop);
        column->addLayout(row);
    }
}

void ChecklistPanel::tick(const ChecklistItem& item, bool ticked) {
    const auto done = catalog::Preparation(m_catalog).checklists().tick(m_catalog.actor(), appointmentId(),
                                                                        item.key, ticked);
    if (!done)
        emit failed(done.error());
    QMetaObject::invokeMethod(
        this, [this] { rebuild(); }, Qt::QueuedConnection); // the box is still at work
}

void ChecklistPanel::add() {
    if (m_text->text().trimmed().isEmpty()) {
        m_text->setFocus();
        return;
    }
    std::string day;
    const QVariant due = m_due->currentData();
    if (due.isValid())
        day = due.toInt() < 0 || !m_appointment ? catalog::dayBefore(m_clock(), 0)
                                                : catalog::dayBefore(m_appointment->at, due.toInt());
    const auto added = catalog::Preparation(m_catalog).checklists().add(m_catalog.actor(), appointmentId(),
                                                                        m_text->text().toStdString(), day);
    if (!added) {
        emit failed(added.error());
        return;
    }
    m_text->clear();
    m_text->setFocus();
    rebuild();
}

void ChecklistPanel::remove(const ChecklistItem& item) {
    const auto removed = catalog::Preparation(m_catalog).checklists().remove(item.own);
    if (!removed) {
        emit failed(removed.error());
        return;
    }
    m_banner->showMessage(
        ui::Tone::Success, tr("\"%1\" is off the list.").arg(ui::toQString(item.text)), tr("Undo"),
        [this, id = item.own] {
            if (const auto restored = catalog::Preparation(m_catalog).checklists().restore(id); !restored)
                emit failed(restored.error());
            m_banner->dismiss();
            rebuild();
        });
    QMetaObject::invokeMethod(
        this, [this] { rebuild(); }, Qt::QueuedConnection);
}

} // namespace mockingbird::studio
