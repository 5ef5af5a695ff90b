// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/draft_clock.h"

#include <QObject>
#include <QTimer>

namespace mockingbird::review {

/// Says when what is being typed is to be put away (see DraftClock). GUI thread.
class DraftTimer : public QObject {
    Q_OBJECT

public:
    explicit DraftTimer(QObject* parent = nullptr);

    void changed(); ///< something was typed
    void saved();   ///< it is put away, or there is nothing to put away any more
    [[nodiscard]] bool waiting() const { return m_timer.isActive(); }

signals:
    void due();

private:
    DraftClock m_clock;
    QTimer m_timer;
};

} // namespace mockingbird::review
