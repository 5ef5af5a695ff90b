// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/appointment_panel.h"

#include "common/ui/text.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace mockingbird::recorder {

AppointmentPanel::AppointmentPanel(QWidget* parent) : QWidget(parent), m_box(new QCheckBox) {
    m_box->setObjectName(QStringLiteral("ofAppointment"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_box);
    hide();
}

void AppointmentPanel::offer(const std::optional<catalog::Appointment>& appointment) {
    setVisible(appointment.has_value());
    if (!appointment) {
        m_offered.reset();
        return;
    }
    if (m_offered != appointment->id)
        m_box->setChecked(true);
    m_offered = appointment->id;
    m_box->setText(tr("This is the interview of %1").arg(ui::dateAndTime(appointment->at)));
}

std::optional<catalog::AppointmentId> AppointmentPanel::accepted() const {
    return m_box->isChecked() ? m_offered : std::nullopt;
}

} // namespace mockingbird::recorder
