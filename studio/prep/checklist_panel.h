// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/appointment_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/checklist_store.h"
#include "common/ui/card.h"

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

struct ChecklistGroup;

/// What is to be done before the next interview, what is due first, each point with its box. GUI thread.
class ChecklistPanel : public ui::Card {
    Q_OBJECT

public:
    using Clock = std::function<WallTime()>;

    explicit ChecklistPanel(catalog::Catalog& catalog, Clock clock = WallTime::now,
                            QWidget* parent = nullptr);

    /// For this appointment, or for none.
    void refresh(const std::optional<catalog::Appointment>& appointment);

signals:
    void failed(const mockingbird::Error& error);

private:
    void rebuild();
    void addGroup(const ChecklistGroup& group);
    void tick(const catalog::ChecklistItem& item, bool ticked);
    void add();
    void remove(const catalog::ChecklistItem& item);
    [[nodiscard]] catalog::AppointmentId appointmentId() const;

    catalog::Catalog& m_catalog;
    Clock m_clock;
    std::optional<catalog::Appointment> m_appointment;
    bool m_doneShown = false;
    QLabel* m_progressWords;
    QProgressBar* m_progress;
    QLabel* m_empty;
    QWidget* m_rows = nullptr;
    ui::Banner* m_banner;
    QLineEdit* m_text;
    QComboBox* m_due;
    QPushButton* m_add;
};

} // namespace mockingbird::studio
