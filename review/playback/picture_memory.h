// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mockingbird::review {

/// From the first call on the process keeps the memory of pictures that were let go of for those that come:
/// the C library gives each back to the system, 8 MB at 1080p, and gets it page by page for the next, 30
/// times a second for each recording. Any thread.
void keepPictureMemory();

} // namespace mockingbird::review
