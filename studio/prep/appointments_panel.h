// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/appointment_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"

#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::ui {
class Banner;
class Card;
} // namespace mockingbird::ui

namespace mockingbird::studio {

class AppointmentEditPanel;

/// The interviews ahead: a mentee's own, or those of everybody whom the acting person mentors, accompanies or
/// coordinates. Adds, moves and cancels them, each with an undo. GUI thread.
class AppointmentsPanel : public QWidget {
    Q_OBJECT

public:
    enum class Whose { Own, Mentees };
    using Clock = std::function<WallTime()>;

    AppointmentsPanel(catalog::Catalog& catalog, Whose whose, Clock clock = WallTime::now,
                      QWidget* parent = nullptr);

    /// What is half typed stays.
    void refresh();
    /// The next one, as of the last refresh.
    [[nodiscard]] std::optional<catalog::Appointment> next() const;

signals:
    void recordRequested(mockingbird::catalog::KitId kit);
    void calendarRequested();
    void failed(const mockingbird::Error& error);

private:
    void rebuild();
    [[nodiscard]] QWidget* row(const catalog::Appointment& one, bool first);
    void showHistory(QVBoxLayout* into, const catalog::Appointment& one);
    void add();
    void keep(const catalog::Appointment& wanted);
    void cancel(const catalog::Appointment& one);
    [[nodiscard]] std::vector<catalog::Person> mentees() const;
    void tell(const QString& text, std::function<Result<catalog::Appointment>()> undo);

    catalog::Catalog& m_catalog;
    Whose m_whose;
    Clock m_clock;
    std::vector<catalog::Appointment> m_ahead;
    std::optional<catalog::AppointmentId> m_open; ///< whose history is shown
    ui::Card* m_card;
    QWidget* m_rows = nullptr;
    QPushButton* m_add;
    QPushButton* m_calendar;
    QLabel* m_seen;
    ui::Banner* m_banner;
    AppointmentEditPanel* m_edit;
};

/// How it is held, with which kit and where, in one line.
[[nodiscard]] QString appointmentDetail(const catalog::Appointment& appointment);

} // namespace mockingbird::studio
