// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace mockingbird::studio {

/// Says who one is, on a computer that several share. Nobody becomes somebody else in passing: letters and
/// arrows open the list and move within it, the wheel does nothing, and Enter or a click chooses.
class PeopleChooser : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace mockingbird::studio
