// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_chooser.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWheelEvent>

namespace mockingbird::studio {

namespace {

/// Whether a closed list would take the key for another choice.
bool chooses(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    case Qt::Key_Space:
        return false;
    default:
        return (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier &&
               !event.text().isEmpty() && event.text().front().isPrint();
    }
}

} // namespace

void PeopleChooser::keyPressEvent(QKeyEvent* event) {
    if (!chooses(*event)) {
        QComboBox::keyPressEvent(event);
        return;
    }
    showPopup();
    // An open list would be closed by Alt and an arrow.
    if ((event->modifiers() & Qt::AltModifier) == 0)
        QCoreApplication::sendEvent(view(), event);
}

void PeopleChooser::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace mockingbird::studio
