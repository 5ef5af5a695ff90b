// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/picture_memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace mockingbird::review {

namespace {

/// As much as all pictures that are decoded ahead and shown need; more goes back to the system.
[[maybe_unused]] constexpr int kKeptBytes = 128 << 20;
/// Larger blocks are mapped each for itself: the most that glibc allows, and a picture of 4K is just larger.
[[maybe_unused]] constexpr int kMappedFrom = 32 << 20;

bool keep() {
#ifdef __GLIBC__
    return mallopt(M_MMAP_THRESHOLD, kMappedFrom) != 0 && mallopt(M_TRIM_THRESHOLD, kKeptBytes) != 0;
#else
    return false;
#endif
}

} // namespace

void keepPictureMemory() {
    [[maybe_unused]] static const bool kept = keep();
}

} // namespace mockingbird::review
