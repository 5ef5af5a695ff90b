// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/appointment_edit_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::AppointmentKind;
using catalog::SessionMode;

QVBoxLayout* field(const QString& name, QWidget* widget, QLabel** label = nullptr) {
    auto* column = new QVBoxLayout;
    column->setSpacing(ui::px(ui::kTight));
    auto* words = ui::mutedLabel(name, ui::TextStyle::Small);
    words->setBuddy(widget);
    widget->setAccessibleName(name);
    column->addWidget(words);
    column->addWidget(widget);
    if (label != nullptr)
        *label = words;
    return column;
}

template <class IdType>
IdType idOf(const QComboBox* box) {
    return IdType::parse(box->currentData().toString().toStdString()).valueOr({});
}

template <class IdType>
void choose(QComboBox* box, IdType id) {
    box->setCurrentIndex(std::max(0, box->findData(ui::toQString(id.toString()))));
}

} // namespace

AppointmentEditPanel::AppointmentEditPanel(QWidget* parent)
    : ui::Card({}, parent), m_heading(ui::label({}, ui::TextStyle::Heading)), m_mentee(new QComboBox),
      m_kind(new QComboBox), m_day(new QDateEdit), m_time(new QTimeEdit), m_minutes(new QSpinBox),
      m_kit(new QComboBox), m_mode(new QComboBox), m_place(new QLineEdit), m_panel(new QLineEdit),
      m_past(ui::mutedLabel(tr("That is in the past."), ui::TextStyle::Small)),
      m_keep(ui::primaryButton({}, "check")) {
    m_mentee->setObjectName(QStringLiteral("appointmentMentee"));
    m_day->setObjectName(QStringLiteral("appointmentDay"));
    m_time->setObjectName(QStringLiteral("appointmentTime"));
    m_kit->setObjectName(QStringLiteral("appointmentKit"));
    m_place->setObjectName(QStringLiteral("appointmentPlace"));
    m_keep->setObjectName(QStringLiteral("keepAppointment"));
    m_kind->addItem(tr("For practice"), static_cast<int>(AppointmentKind::Mock));
    m_kind->addItem(tr("The real one"), static_cast<int>(AppointmentKind::Real));
    m_mode->addItem(tr("In person"), static_cast<int>(SessionMode::InPerson));
    m_mode->addItem(tr("Virtual"), static_cast<int>(SessionMode::Virtual));
    m_mode->addItem(tr("Solo"), static_cast<int>(SessionMode::Solo));
    m_day->setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
    m_day->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_day->setCalendarPopup(true);
    m_time->setDisplayFormat(QStringLiteral("hh:mm"));
    m_time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_minutes->setRange(5, 600);
    m_minutes->setSingleStep(5);
    m_minutes->setSuffix(tr(" min"));
    m_place->setPlaceholderText(tr("A room, or the link of a call"));
    m_panel->setPlaceholderText(tr("Who asks, as far as you know"));

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(ui::px(ui::kMedium));
    grid->setVerticalSpacing(ui::px(ui::kMedium));
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    grid->addLayout(field(tr("Whose interview"), m_mentee, &m_menteeLabel), 0, 0, 1, 6);
    grid->addLayout(field(tr("Day"), m_day), 1, 0, 1, 2);
    grid->addLayout(field(tr("Time"), m_time), 1, 2, 1, 2);
    grid->addLayout(field(tr("Takes about"), m_minutes), 1, 4, 1, 2);
    grid->addLayout(field(tr("What it is"), m_kind), 2, 0, 1, 2);
    grid->addLayout(field(tr("How"), m_mode), 2, 2, 1, 2);
    grid->addLayout(field(tr("Kit"), m_kit), 2, 4, 1, 2);
    grid->addLayout(field(tr("Where"), m_place), 3, 0, 1, 3);
    grid->addLayout(field(tr("Panel"), m_panel), 3, 3, 1, 3);
    auto* leave = ui::quietButton(tr("Cancel"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_keep);
    row->addWidget(leave);
    row->addWidget(m_past);
    row->addStretch();
    body()->addWidget(m_heading);
    body()->addLayout(grid);
    body()->addLayout(row);

    connect(m_keep, &QPushButton::clicked, this, [this] { emit kept(appointment()); });
    connect(leave, &QPushButton::clicked, this, &AppointmentEditPanel::dismissed);
    connect(m_day, &QDateEdit::dateChanged, this, &AppointmentEditPanel::showPast);
    connect(m_time, &QTimeEdit::timeChanged, this, &AppointmentEditPanel::showPast);
}

void AppointmentEditPanel::setChoices(const std::vector<catalog::Person>& mentees,
                                      const std::vector<catalog::KitHead>& kits) {
    m_mentee->clear();
    for (const catalog::Person& one : mentees)
        m_mentee->addItem(ui::toQString(one.name), ui::toQString(one.id.toString()));
    m_kit->clear();
    m_kit->addItem(tr("Not known yet"), QString());
    for (const catalog::KitHead& one : kits)
        m_kit->addItem(ui::toQString(one.name), ui::toQString(one.id.toString()));
}

void AppointmentEditPanel::edit(const catalog::Appointment& appointment) {
    m_edited = appointment;
    const bool isNew = appointment.id.isNull();
    m_heading->setText(isNew ? tr("When is the interview?") : tr("Change the appointment"));
    m_keep->setText(isNew ? tr("Add it") : tr("Change it"));
    const bool choice = isNew && m_mentee->count() > 1;
    m_mentee->setVisible(choice);
    m_menteeLabel->setVisible(choice);
    choose(m_mentee, appointment.mentee);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(appointment.kind)));
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(appointment.at.milliseconds);
    m_day->setDate(at.date());
    m_time->setTime(at.time());
    m_minutes->setValue(appointment.minutes);
    choose(m_kit, appointment.kit);
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(appointment.mode)));
    m_place->setText(ui::toQString(appointment.place));
    m_panel->setText(ui::toQString(appointment.panel));
    showPast();
    (choice ? static_cast<QWidget*>(m_mentee) : m_day)->setFocus();
}

catalog::Appointment AppointmentEditPanel::appointment() const {
    catalog::Appointment wanted = m_edited;
    if (wanted.id.isNull())
        wanted.mentee = idOf<catalog::PersonId>(m_mentee);
    wanted.kind = static_cast<AppointmentKind>(m_kind->currentData().toInt());
    wanted.at = {QDateTime(m_day->date(), m_time->time()).toMSecsSinceEpoch()};
    wanted.minutes = m_minutes->value();
    wanted.kit = idOf<catalog::KitId>(m_kit);
    wanted.mode = static_cast<SessionMode>(m_mode->currentData().toInt());
    wanted.place = m_place->text().toStdString();
    wanted.panel = m_panel->text().toStdString();
    return wanted;
}

void AppointmentEditPanel::showPast() {
    m_past->setVisible(QDateTime(m_day->date(), m_time->time()) < QDateTime::currentDateTime());
}

void AppointmentEditPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit dismissed();
    else
        ui::Card::keyPressEvent(event);
}

} // namespace mockingbird::studio
