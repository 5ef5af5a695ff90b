// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/base/wall_time.h"
#include "common/catalog/catalog.h"

#include <QWidget>
#include <functional>

class QTabWidget;

namespace mockingbird::studio {

class AimPanel;
class AppointmentsPanel;
class ChecklistPanel;
class ConfidencePanel;
class PracticePanel;
class StoriesPanel;
class ToReadPanel;

/// A mentee's own preparation: what is ahead and what is due, practice, and their stories. Nobody else has
/// it.
class PreparationPanel : public QWidget {
    Q_OBJECT

public:
    using Clock = std::function<WallTime()>;

    explicit PreparationPanel(catalog::Catalog& catalog, Clock clock = WallTime::now,
                              QWidget* parent = nullptr);

    [[nodiscard]] AimPanel& aim() const { return *m_aim; }
    [[nodiscard]] PracticePanel& practice() const { return *m_practice; }

    void refresh();
    /// Keeps what was typed since the last pause.
    void flush();
    void showOverview();

signals:
    void failed(const mockingbird::Error& error);
    void recordRequested(mockingbird::catalog::KitId kit);
    void practiceRequested(mockingbird::catalog::KitId kit, mockingbird::catalog::QuestionId question);
    void calendarRequested();
    void materialRequested(mockingbird::catalog::MaterialId material);

private:
    AppointmentsPanel* m_appointments;
    ChecklistPanel* m_checklist;
    AimPanel* m_aim;
    ConfidencePanel* m_confidence;
    PracticePanel* m_practice;
    ToReadPanel* m_toRead;
    StoriesPanel* m_stories;
    QTabWidget* m_tabs;
};

} // namespace mockingbird::studio
