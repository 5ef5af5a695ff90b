// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "common/catalog/session_store.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace mockingbird::recorder {

class PersonPicker;

/// Somebody beside the one who is interviewed, and what for.
struct TakenSeat {
    catalog::PersonId person;
    catalog::Seat seat = catalog::Seat::Panel;

    bool operator==(const TakenSeat&) const = default;
};

/// Who else is there: a row for each, with what they are there for, and a field to add one more. GUI thread.
class SeatPanel : public QWidget {
    Q_OBJECT

public:
    explicit SeatPanel(QWidget* parent = nullptr);

    /// Those who can be there. Whoever has a seat and is not among them loses it.
    void setPeople(const std::vector<catalog::Person>& people, catalog::PersonId mentee);
    void setSeats(std::vector<TakenSeat> seats);
    [[nodiscard]] const std::vector<TakenSeat>& seats() const { return m_seats; }
    /// At the end of the rows; no-op for somebody who has one.
    void seat(catalog::PersonId person, catalog::Seat seat = catalog::Seat::Panel);

signals:
    void changed();
    void newPersonNamed(const QString& name); ///< whom the catalog doesn't know yet

private:
    void rebuild();
    void addRow(const TakenSeat& taken, const QString& name);
    [[nodiscard]] const catalog::Person* find(catalog::PersonId person) const;
    [[nodiscard]] bool hasSeat(catalog::PersonId person) const;

    std::vector<catalog::Person> m_people;
    catalog::PersonId m_mentee;
    std::vector<TakenSeat> m_seats; ///< of people in m_people, never the mentee
    std::vector<QWidget*> m_rows;
    QVBoxLayout* m_list;
    PersonPicker* m_picker;
};

} // namespace mockingbird::recorder
