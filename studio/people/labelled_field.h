// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace mockingbird::studio {

/// The field with its name above it, which is its accessible name, too.
[[nodiscard]] QWidget* labelled(const QString& name, QWidget* field);

} // namespace mockingbird::studio
