// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/source_spec.h"

#include <QObject>
#include <memory>
#include <vector>

namespace mockingbird::recorder {

class RegionOverlay;

/// Asks for a part of a screen: a picture of each screen lies over it, darkened, and a rectangle is drawn on
/// one of them with the mouse or the keys. GUI thread.
class RegionPicker : public QObject {
    Q_OBJECT

public:
    explicit RegionPicker(QObject* parent = nullptr);
    ~RegionPicker() override;

    /// Not on Wayland, where the desktop itself asks for a screen or window.
    [[nodiscard]] static bool offered();

    /// Covers the screens. Ends with picked() or left().
    void pick();
    [[nodiscard]] bool picking() const { return !m_overlays.empty(); }
    /// One for each screen, while picking.
    [[nodiscard]] std::vector<RegionOverlay*> overlays() const;

signals:
    void picked(const mockingbird::recorder::SourceSpec& source); ///< screen:WxH+X+Y
    void left();

private:
    void close();

    std::vector<std::unique_ptr<RegionOverlay>> m_overlays;
};

} // namespace mockingbird::recorder
