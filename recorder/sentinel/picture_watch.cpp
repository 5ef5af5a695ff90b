// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/sentinel/picture_watch.h"

#include "recorder/trouble.h"

#include <chrono>

namespace mockingbird::recorder {

namespace {

using namespace std::chrono_literals;

/// A little less than a quarter of a second: pictures don't come at exact times.
constexpr auto kBetweenLooks = 240ms;
constexpr auto kRelease = 1s;

} // namespace

PictureWatch::PictureWatch(SourceKind kind)
    : m_camera(kind == SourceKind::Camera),
      m_seen(Seen{{toldAfter(Trouble::Black), kRelease}, {toldAfter(Trouble::Frozen), kRelease}}) {}

void PictureWatch::add(const AVFrame& picture, SteadyTime at) {
    if (m_lookedAt && at >= *m_lookedAt && at - *m_lookedAt < kBetweenLooks)
        return;
    m_lookedAt = at;
    const PictureSamples samples(picture);
    if (!samples.readable()) {
        m_seen.with([&](Seen& seen) {
            seen.black.see(false, at);
            seen.frozen.see(false, at);
        });
        return;
    }
    const bool black = samples.black();
    const bool frozen = m_camera && same(samples);
    m_seen.with([&](Seen& seen) {
        seen.black.see(black, at);
        seen.frozen.see(frozen, at);
    });
}

bool PictureWatch::same(const PictureSamples& samples) {
    m_samples.swap(m_previous);
    samples.sparse(m_samples);
    if (m_samples != m_previous) {
        m_dense.reset();
        return false;
    }
    // Of the many samples in between some are other ones, if the camera works.
    const std::uint64_t dense = samples.denseHash();
    const bool same = !m_dense || *m_dense == dense;
    m_dense = dense;
    return same;
}

bool PictureWatch::black(SteadyTime now) {
    return m_seen.with([&](Seen& seen) { return seen.black.told(now); });
}

bool PictureWatch::frozen(SteadyTime now) {
    return m_seen.with([&](Seen& seen) { return seen.frozen.told(now); });
}

} // namespace mockingbird::recorder
