// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_lanes.h"

#include "common/ui/theme.h"

#include <QFontMetrics>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kSegmentHeight = 24;
constexpr double kWaveHeight = 44; // holds no text: large text leaves it as it is
constexpr int kNoteHeight = 22;
constexpr int kOverviewHeight = 20;

} // namespace

TimelineLanes::TimelineLanes(double width) {
    const double scaleHeight = QFontMetrics(ui::font(ui::TextStyle::Small)).height();
    segments = {0, 0, width, double(ui::px(kSegmentHeight))};
    wave = {0, segments.bottom() + 2, width, kWaveHeight};
    notes = {0, wave.bottom(), width, double(ui::px(kNoteHeight))};
    scale = {0, notes.bottom(), width, scaleHeight};
    overview = {0, scale.bottom() + ui::px(2), width, double(ui::px(kOverviewHeight))};
}

double TimelineLanes::height() const {
    return overview.bottom() + 2;
}

} // namespace mockingbird::review
