// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/region_picker.h"

#include "recorder/ui/region.h"
#include "recorder/ui/region_overlay.h"

#include <QGuiApplication>
#include <QScreen>

namespace mockingbird::recorder {

RegionPicker::RegionPicker(QObject* parent) : QObject(parent) {}

RegionPicker::~RegionPicker() = default;

bool RegionPicker::offered() {
    return !QGuiApplication::platformName().startsWith(QLatin1String("wayland"));
}

void RegionPicker::pick() {
    if (picking())
        return;
    const QList<QScreen*> screens = QGuiApplication::screens();
    // All pictures first: the overlays would be on the later ones.
    std::vector<QPixmap> pictures;
    for (QScreen* screen : screens)
        pictures.push_back(screen->grabWindow(0));
    for (qsizetype index = 0; index < screens.size(); ++index) {
        auto overlay = std::make_unique<RegionOverlay>(*screens[index],
                                                       std::move(pictures[static_cast<std::size_t>(index)]));
        RegionOverlay* one = overlay.get();
        connect(one, &RegionOverlay::begun, this, [this, one] {
            for (const auto& other : m_overlays) {
                if (other.get() != one)
                    other->forget();
            }
        });
        connect(one, &RegionOverlay::taken, this, [this, one] {
            const SourceSpec source = regionSource(one->deviceRegion());
            close();
            emit picked(source);
        });
        connect(one, &RegionOverlay::left, this, [this] {
            close();
            emit left();
        });
        connect(one, &RegionOverlay::nextScreen, this, [this, index] {
            RegionOverlay& next = *m_overlays[(static_cast<std::size_t>(index) + 1) % m_overlays.size()];
            next.activateWindow();
            next.setFocus();
        });
        m_overlays.push_back(std::move(overlay));
    }
    for (const auto& overlay : m_overlays)
        overlay->showFullScreen();
    const qsizetype primary = std::max<qsizetype>(0, screens.indexOf(QGuiApplication::primaryScreen()));
    if (picking()) {
        RegionOverlay& first = *m_overlays[static_cast<std::size_t>(primary)];
        first.suggest();
        first.activateWindow();
        first.setFocus();
    }
}

std::vector<RegionOverlay*> RegionPicker::overlays() const {
    std::vector<RegionOverlay*> all;
    for (const auto& overlay : m_overlays)
        all.push_back(overlay.get());
    return all;
}

void RegionPicker::close() {
    // Called from an overlay's own event: it goes once that is over.
    for (auto& overlay : m_overlays) {
        overlay->hide();
        overlay.release()->deleteLater();
    }
    m_overlays.clear();
}

} // namespace mockingbird::recorder
