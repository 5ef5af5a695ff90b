// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of SideBySideView.
#include "review/playback/players_in_step.h"
#include "review/side_by_side/side_by_side_view.h"
#include "review/side_by_side/step_bar.h"

#include <QKeyEvent>
#include <chrono>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

constexpr MediaTime kShortWay(1s);
constexpr MediaTime kLongWay(5s);
constexpr MediaTime kNudgeByTime(100ms);

} // namespace

void SideBySideView::keyPressEvent(QKeyEvent* event) {
    if (!m_players) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const int way = event->key() == Qt::Key_Left ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Space:
        emit m_bar->playToggled();
        break;
    case Qt::Key_Comma:
        emit m_bar->stepped(-1);
        break;
    case Qt::Key_Period:
        emit m_bar->stepped(1);
        break;
    case Qt::Key_Less: // what Shift makes of a comma, as keyboards have it
    case Qt::Key_Semicolon:
        m_bar->changeSpeed(-1);
        break;
    case Qt::Key_Greater:
    case Qt::Key_Colon:
        m_bar->changeSpeed(1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (alt && shift)
            nudge(m_players->heard(), way < 0 ? MediaTime() - kNudgeByTime : kNudgeByTime);
        else if (alt)
            nudgeByFrames(m_players->heard(), way);
        else {
            const MediaTime by = shift ? kShortWay : kLongWay;
            emit m_bar->sought(way < 0 ? m_players->position() - by : m_players->position() + by);
        }
        break;
    case Qt::Key_Home:
        emit m_bar->sought(m_players->range().start);
        break;
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
    case Qt::Key_4:
        hear(static_cast<std::size_t>(event->key() - Qt::Key_1));
        break;
    case Qt::Key_M:
        if (alt) {
            m_bar->toggleMute();
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace mockingbird::review
