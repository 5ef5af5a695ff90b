// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mockingbird::media {

/// Sends what FFmpeg has to say to our log, as debug lines, instead of standard error, which belongs to the
/// command line's one error object. Any thread, any number of times.
void routeAvLog();

} // namespace mockingbird::media
