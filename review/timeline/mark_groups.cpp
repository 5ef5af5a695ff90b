// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/mark_groups.h"

#include <algorithm>
#include <numeric>

namespace mockingbird::review {

namespace {

/// Two marks that overlap by no more than this part of their size can still be told apart, and hit.
constexpr double kOverlap = 0.3;

} // namespace

void MarkGroups::setNotes(const std::vector<TimelineNote>& notes) {
    m_order.resize(notes.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::ranges::stable_sort(m_order, {}, [&](std::size_t index) { return notes[index].at; });
    m_groups.clear();
}

void MarkGroups::arrange(const std::vector<TimelineNote>& notes, double pixelsPerSecond, double markSize,
                         double end, const std::function<double(std::size_t)>& badge) {
    m_groups.clear();
    for (std::size_t place = 0; place < m_order.size(); ++place) {
        const double left = notes[m_order[place]].at.seconds() * pixelsPerSecond - markSize / 2;
        if (!m_groups.empty()) {
            MarkGroup& last = m_groups.back();
            const double allowed = last.count == 1 ? markSize * kOverlap : 0.0;
            if (left < last.right() - allowed) {
                ++last.count;
                last.width = badge(last.count);
                continue;
            }
        }
        m_groups.push_back({place, 1, left, markSize});
    }
    keepInside(end, badge);
}

/// A badge is wider than the mark it begins at: at the recording's end it moves to the left, and takes in
/// what it would come to lie on.
void MarkGroups::keepInside(double end, const std::function<double(std::size_t)>& badge) {
    while (!m_groups.empty() && m_groups.back().right() > end) {
        MarkGroup& last = m_groups.back();
        last.left = std::max(0.0, end - last.width);
        if (m_groups.size() < 2 || m_groups[m_groups.size() - 2].right() <= last.left)
            return;
        MarkGroup& before = m_groups[m_groups.size() - 2];
        before.count += last.count;
        before.width = badge(before.count);
        m_groups.pop_back();
    }
}

std::span<const MarkGroup> MarkGroups::between(double from, double to) const {
    const auto first = std::ranges::lower_bound(m_groups, from, {}, &MarkGroup::right);
    const auto last = std::ranges::upper_bound(first, m_groups.end(), to, {}, &MarkGroup::left);
    return {first, last};
}

const MarkGroup* MarkGroups::holding(std::size_t place) const {
    const auto after = std::ranges::upper_bound(m_groups, place, {}, &MarkGroup::first);
    return after == m_groups.begin() ? nullptr : &*std::prev(after);
}

} // namespace mockingbird::review
