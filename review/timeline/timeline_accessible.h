// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mockingbird::review {

/// From now on screen readers meet a TimelineView as a slider with the playhead's time, and in it, in the
/// order of time, its questions, notes and bookmarks, each with its time and words. GUI thread; once is
/// enough.
void installTimelineAccessibility();

} // namespace mockingbird::review
