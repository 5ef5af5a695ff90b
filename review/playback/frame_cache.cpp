// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/frame_cache.h"

extern "C" {
#include <libavutil/frame.h>
}

#include <algorithm>
#include <atomic>
#include <iterator>

namespace mockingbird::review {

namespace {

/// How many there are, in all threads.
std::atomic<std::size_t> cachesAlive{0};

std::size_t bytesOf(const AVFrame& frame) {
    std::size_t bytes = 0;
    for (const AVBufferRef* buffer : frame.buf)
        bytes += buffer == nullptr ? 0 : buffer->size;
    return bytes;
}

} // namespace

FrameCache::FrameCache(std::size_t byteLimit) : m_byteLimit(byteLimit) {
    ++cachesAlive;
}

FrameCache::~FrameCache() {
    --cachesAlive;
}

void FrameCache::insert(PictureFrame frame, MediaTime around) {
    const MediaTime time = frame.time;
    Entry& entry = m_entries[time];
    m_bytes -= entry.bytes;
    entry.bytes = bytesOf(*frame.frame);
    entry.frame = std::move(frame);
    m_bytes += entry.bytes;
    const std::size_t limit = m_byteLimit / std::max<std::size_t>(1, cachesAlive);
    while (m_bytes > limit && m_entries.size() > 1) {
        const auto first = m_entries.begin();
        const auto last = std::prev(m_entries.end());
        const auto farthest = around - first->first >= last->first - around ? first : last;
        m_bytes -= farthest->second.bytes;
        m_entries.erase(farthest);
    }
}

void FrameCache::link(MediaTime time, MediaTime next) {
    const auto entry = m_entries.find(time);
    if (entry != m_entries.end())
        entry->second.next = next;
}

std::optional<PictureFrame> FrameCache::find(MediaTime time) const {
    auto entry = m_entries.upper_bound(time);
    if (entry == m_entries.begin())
        return std::nullopt;
    --entry;
    if (!entry->second.next || time >= *entry->second.next)
        return std::nullopt;
    return entry->second.frame;
}

std::optional<PictureFrame> FrameCache::before(MediaTime time) const {
    auto entry = m_entries.lower_bound(time);
    if (entry == m_entries.begin())
        return std::nullopt;
    --entry;
    if (entry->second.next != time)
        return std::nullopt;
    return entry->second.frame;
}

std::optional<MediaTime> FrameCache::nextOf(MediaTime time) const {
    const auto entry = m_entries.find(time);
    return entry == m_entries.end() ? std::nullopt : entry->second.next;
}

} // namespace mockingbird::review
