// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/references.h"

#include "review/playback/h264/unit.h"

#include <algorithm>

namespace mockingbird::review::h264 {

std::optional<std::vector<std::size_t>> References::take(const std::vector<Bytes>& units,
                                                         ParameterSets& sets) {
    std::optional<SliceHeader> first;
    std::vector<std::size_t> numbers;
    for (const Bytes unit : units) {
        const UnitType type = typeOf(unit);
        sets.take(unit);
        if (type >= UnitType::PartitionA && type <= UnitType::PartitionC)
            return std::nullopt;
        if (type != UnitType::Slice && type != UnitType::SliceOfIdr)
            continue;
        const auto slice = readSliceHeader(unit, sets);
        // One picture a packet, and all slices of it alike.
        if (!slice || slice->first == first.has_value())
            return std::nullopt;
        if (first && (slice->frameNum != first->frameNum || slice->reference != first->reference ||
                      slice->idr != first->idr))
            return std::nullopt;
        if (!first && !begin(*slice))
            return std::nullopt;
        if (!follow(*slice, numbers))
            return std::nullopt;
        if (!first)
            first = slice;
    }
    if (!first || !store(*first))
        return std::nullopt;
    ++m_taken;
    return numbers;
}

bool References::begin(const SliceHeader& slice) {
    if (slice.idr) {
        m_stored.clear();
        m_orderHigh = 0;
        m_orderLow = 0;
    } else if (m_taken == 0 || slice.frameNum != (m_lastFrameNum + 1) % slice.frameNums) {
        return false; // something is missing
    }
    m_order = 0;
    if (slice.orders == 0)
        return true;
    const int back = m_orderLow - slice.pictureOrder;
    std::int64_t high = m_orderHigh;
    if (back >= slice.orders / 2)
        high += slice.orders;
    else if (-back > slice.orders / 2)
        high -= slice.orders;
    m_order = high + slice.pictureOrder;
    if (slice.reference) {
        m_orderHigh = high;
        m_orderLow = slice.pictureOrder;
    }
    return true;
}

int References::pictureNumber(const Stored& stored, const SliceHeader& slice) const {
    return stored.frameNum > slice.frameNum ? stored.frameNum - slice.frameNums : stored.frameNum;
}

std::vector<References::List> References::lists(const SliceHeader& slice) const {
    List all;
    for (const Stored& stored : m_stored)
        all.push_back(&stored);
    if (slice.kind == SliceHeader::Kind::P) {
        std::ranges::sort(all, std::ranges::greater(),
                          [&](const Stored* one) { return pictureNumber(*one, slice); });
        return {all};
    }
    const auto order = [](const Stored* one) { return one->order; };
    std::ranges::sort(all, {}, order);
    const auto later = std::ranges::upper_bound(all, m_order, {}, order);
    List before(all.begin(), later);
    std::ranges::reverse(before);
    List after(later, all.end());
    List first = before;
    first.insert(first.end(), after.begin(), after.end());
    List second = after;
    second.insert(second.end(), before.begin(), before.end());
    if (second.size() > 1 && first == second)
        std::swap(second[0], second[1]);
    return {first, second};
}

bool References::change(List& list, const SliceHeader& slice, std::size_t which) const {
    int predicted = slice.frameNum;
    std::size_t at = 0;
    for (const SliceHeader::Change& change : slice.changes[which]) {
        predicted += change.backwards ? -change.distance : change.distance;
        predicted = (predicted + slice.frameNums) % slice.frameNums;
        const int wanted = predicted > slice.frameNum ? predicted - slice.frameNums : predicted;
        const auto found = std::ranges::find_if(
            m_stored, [&](const Stored& stored) { return pictureNumber(stored, slice) == wanted; });
        if (found == m_stored.end() || at > list.size())
            return false;
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), &*found);
        ++at;
        const auto behind = list.begin() + static_cast<std::ptrdiff_t>(at);
        list.erase(std::remove(behind, list.end(), &*found), list.end());
    }
    return true;
}

bool References::follow(const SliceHeader& slice, std::vector<std::size_t>& numbers) const {
    if (slice.kind == SliceHeader::Kind::I)
        return true;
    std::vector<List> all = lists(slice);
    for (std::size_t which = 0; which < all.size(); ++which) {
        // A list is as long as it says, both before and after its changes.
        const auto length = static_cast<std::size_t>(slice.references[which]);
        if (!change(all[which], slice, which) || all[which].size() < length)
            return false;
        for (std::size_t i = 0; i < length; ++i)
            numbers.push_back(all[which][i]->number);
    }
    return true;
}

bool References::store(const SliceHeader& slice) {
    if (!slice.reference)
        return true;
    m_lastFrameNum = slice.frameNum;
    for (const int distance : slice.forgotten) {
        const int wanted = slice.frameNum - distance;
        const auto found = std::ranges::find_if(
            m_stored, [&](const Stored& stored) { return pictureNumber(stored, slice) == wanted; });
        if (found == m_stored.end())
            return false;
        m_stored.erase(found);
    }
    const auto most = static_cast<std::size_t>(slice.maxReferences);
    if (!slice.marks && m_stored.size() >= most)
        m_stored.erase(std::ranges::min_element(
            m_stored, {}, [&](const Stored& stored) { return pictureNumber(stored, slice); }));
    if (m_stored.size() >= most)
        return false;
    m_stored.push_back({m_taken, slice.frameNum, m_order});
    return true;
}

} // namespace mockingbird::review::h264
