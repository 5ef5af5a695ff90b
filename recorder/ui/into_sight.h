// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mockingbird::recorder {

/// Scrolls to the widget, once it lies where it will.
void scrollIntoSight(QWidget* widget);
/// The same, and gives it the focus.
void bringIntoSight(QWidget* widget);
/// Scrolls what lies around the widget up to its beginning.
void scrollToTopAround(QWidget* widget);

} // namespace mockingbird::recorder
