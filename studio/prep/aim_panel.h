// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/ui/card.h"

#include <QTimer>

class QLineEdit;

namespace mockingbird::studio {

class CommitmentsView;

/// What a mentee wants to do better at the next attempt: the goal in one sentence, which whoever reviews it
/// reads first, and what was taken along from the last one. Seen by mentees alone. What is typed is kept at
/// each pause in typing and when the field is left.
class AimPanel : public ui::Card {
    Q_OBJECT

public:
    explicit AimPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void refresh();
    /// Keeps what was typed since the last pause.
    void flush();
    [[nodiscard]] QLineEdit* goalField() const { return m_goal; }

signals:
    void failed(const mockingbird::Error& error);

private:
    catalog::Catalog& m_catalog;
    QLineEdit* m_goal;
    QTimer m_pause;
    bool m_touched = false;
    CommitmentsView* m_taken = nullptr;
    QWidget* m_takenLabel;
};

} // namespace mockingbird::studio
