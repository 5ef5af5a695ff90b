// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/appointment_store.h"

#include <QWidget>
#include <optional>

class QCheckBox;

namespace mockingbird::recorder {

/// Offers to note that the recording is the one that an appointment was made for. Hidden where none fits.
class AppointmentPanel : public QWidget {
    Q_OBJECT

public:
    explicit AppointmentPanel(QWidget* parent = nullptr);

    /// An offer that was declined stays so while it is the same.
    void offer(const std::optional<catalog::Appointment>& appointment);
    /// The one that is recorded; none where there is none, or the person said it is another interview.
    [[nodiscard]] std::optional<catalog::AppointmentId> accepted() const;

private:
    std::optional<catalog::AppointmentId> m_offered;
    QCheckBox* m_box;
};

} // namespace mockingbird::recorder
