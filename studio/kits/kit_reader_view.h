// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"

#include <QWidget>

namespace mockingbird::studio {

/// What shows the materials of a kit. Whoever makes the panel of kits brings it, so that kits need nothing of
/// how each kind of material is shown.
class KitReaderView : public QWidget {
public:
    using QWidget::QWidget;

    virtual void showMaterial(catalog::MaterialId material) = 0;
    /// Keeps where one is; something else comes into sight.
    virtual void left() = 0;
};

} // namespace mockingbird::studio
