// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/base/wall_time.h"
#include "common/catalog/catalog.h"

#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace mockingbird::studio {

class AppointmentsPanel;

/// What somebody who accompanies mentees has of their preparation: the interviews ahead, and what was shared
/// with them. GUI thread.
class MenteesPanel : public QWidget {
    Q_OBJECT

public:
    using Clock = std::function<WallTime()>;

    explicit MenteesPanel(catalog::Catalog& catalog, Clock clock = WallTime::now, QWidget* parent = nullptr);

    void refresh();

signals:
    void failed(const mockingbird::Error& error);
    void calendarRequested();

private:
    void rebuild();

    catalog::Catalog& m_catalog;
    AppointmentsPanel* m_appointments;
    QVBoxLayout* m_column;
    QWidget* m_shared = nullptr;
};

} // namespace mockingbird::studio
