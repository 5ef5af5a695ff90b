// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/seat_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/person_picker.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::recorder {

using catalog::Person;
using catalog::PersonId;
using catalog::Seat;

SeatPanel::SeatPanel(QWidget* parent)
    : QWidget(parent), m_list(new QVBoxLayout), m_picker(new PersonPicker(tr("Somebody else ..."))) {
    m_list->setSpacing(ui::px(ui::kTight));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addLayout(m_list);
    column->addWidget(m_picker);
    connect(m_picker, &PersonPicker::picked, this, [this](PersonId person) { seat(person); });
    connect(m_picker, &PersonPicker::named, this, &SeatPanel::newPersonNamed);
}

void SeatPanel::setPeople(const std::vector<Person>& people, PersonId mentee) {
    m_people = people;
    m_mentee = mentee;
    setSeats(std::exchange(m_seats, {}));
}

void SeatPanel::setSeats(std::vector<TakenSeat> seats) {
    const std::vector<TakenSeat> before = std::exchange(m_seats, {});
    for (const TakenSeat& one : seats) {
        if (find(one.person) != nullptr && one.person != m_mentee && !hasSeat(one.person))
            m_seats.push_back(one);
    }
    rebuild();
    if (m_seats != before)
        emit changed();
}

void SeatPanel::seat(PersonId person, Seat seat) {
    std::vector<TakenSeat> seats = m_seats;
    seats.push_back({person, seat});
    setSeats(std::move(seats));
}

const Person* SeatPanel::find(PersonId person) const {
    const auto found =
        std::find_if(m_people.begin(), m_people.end(), [&](const Person& one) { return one.id == person; });
    return found == m_people.end() ? nullptr : &*found;
}

bool SeatPanel::hasSeat(PersonId person) const {
    return std::any_of(m_seats.begin(), m_seats.end(),
                       [&](const TakenSeat& one) { return one.person == person; });
}

void SeatPanel::rebuild() {
    for (QWidget* row : m_rows) {
        row->hide();
        row->deleteLater(); // it may be the one whose button is being clicked
    }
    m_rows.clear();
    for (const TakenSeat& taken : m_seats)
        addRow(taken, ui::toQString(find(taken.person)->name));
    std::vector<Person> others;
    std::copy_if(m_people.begin(), m_people.end(), std::back_inserter(others),
                 [this](const Person& one) { return one.id != m_mentee && !hasSeat(one.id); });
    m_picker->setPeople(others);
}

void SeatPanel::addRow(const TakenSeat& taken, const QString& name) {
    auto* host = new QWidget;
    auto* label = ui::label(name, ui::TextStyle::Body);
    auto* what = new QComboBox;
    what->addItem(tr("asks"), static_cast<int>(Seat::Panel));
    what->addItem(tr("observes"), static_cast<int>(Seat::Observer));
    what->setCurrentIndex(what->findData(static_cast<int>(taken.seat)));
    what->setObjectName(QStringLiteral("seat %1").arg(ui::toQString(taken.person.toString())));
    what->setAccessibleName(tr("What %1 is there for").arg(name));
    auto* remove = ui::iconButton(tr("%1 is not there").arg(name), "close");
    remove->setObjectName(QStringLiteral("unseat %1").arg(ui::toQString(taken.person.toString())));
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    row->addWidget(label, 1);
    row->addWidget(what);
    row->addWidget(remove);
    m_list->addWidget(host);
    m_rows.push_back(host);
    connect(what, &QComboBox::currentIndexChanged, this, [this, what, person = taken.person] {
        for (TakenSeat& one : m_seats) {
            if (one.person == person)
                one.seat = static_cast<Seat>(what->currentData().toInt());
        }
        emit changed();
    });
    connect(remove, &QToolButton::clicked, this, [this, person = taken.person] {
        std::vector<TakenSeat> seats = m_seats;
        std::erase_if(seats, [&](const TakenSeat& one) { return one.person == person; });
        setSeats(std::move(seats));
        m_picker->setFocus();
    });
}

} // namespace mockingbird::recorder
