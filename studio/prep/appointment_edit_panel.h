// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/appointment_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/card.h"

#include <vector>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace mockingbird::studio {

/// Asks for an appointment, a new one or how one is to be from now on. It is kept as a whole at its button,
/// as each change is one that calendars are told of. GUI thread.
class AppointmentEditPanel : public ui::Card {
    Q_OBJECT

public:
    explicit AppointmentEditPanel(QWidget* parent = nullptr);

    /// Who may be chosen: one mentee leaves nothing to choose.
    void setChoices(const std::vector<catalog::Person>& mentees, const std::vector<catalog::KitHead>& kits);
    /// Shows an appointment; a null id is a new one.
    void edit(const catalog::Appointment& appointment);
    [[nodiscard]] catalog::Appointment appointment() const;

signals:
    void kept(const mockingbird::catalog::Appointment& appointment);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showPast();

    catalog::Appointment m_edited;
    QLabel* m_heading;
    QLabel* m_menteeLabel;
    QComboBox* m_mentee;
    QComboBox* m_kind;
    QDateEdit* m_day;
    QTimeEdit* m_time;
    QSpinBox* m_minutes;
    QComboBox* m_kit;
    QComboBox* m_mode;
    QLineEdit* m_place;
    QLineEdit* m_panel;
    QLabel* m_past;
    QPushButton* m_keep;
};

} // namespace mockingbird::studio
