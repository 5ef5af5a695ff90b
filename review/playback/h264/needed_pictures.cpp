// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/needed_pictures.h"

#include "review/playback/h264/references.h"
#include "review/playback/h264/stand_in.h"
#include "review/playback/h264/unit.h"

#include <algorithm>
#include <utility>

namespace mockingbird::review::h264 {

namespace {

using Kind = Share::Kind;

bool isIdr(Bytes unit) {
    return typeOf(unit) == UnitType::SliceOfIdr;
}

bool isSet(Bytes unit) {
    return typeOf(unit) == UnitType::Sequence || typeOf(unit) == UnitType::Picture;
}

/// Of a packet whose picture nothing that is decoded leans on.
Share shareOfUnneeded(const std::vector<Bytes>& units, const ParameterSets& sets) {
    if (std::ranges::any_of(units, isIdr) || std::ranges::any_of(units, isSet))
        return {};
    if (std::ranges::none_of(units, isReference))
        return {Kind::Nothing, {}};
    if (auto packet = standIn(units, sets))
        return {Kind::StandIn, *std::move(packet)};
    return {};
}

} // namespace

std::optional<std::vector<Share>> neededPictures(const std::vector<Bytes>& packets, ParameterSets sets) {
    if (packets.empty() || std::ranges::none_of(sets.unitsOf(packets.front()), isIdr))
        return std::nullopt;
    std::vector<std::vector<Bytes>> units;
    std::vector<std::vector<std::size_t>> leansOn;
    References references;
    ParameterSets inForce = sets;
    for (const Bytes packet : packets) {
        units.push_back(inForce.unitsOf(packet));
        auto on = references.take(units.back(), inForce);
        if (!on)
            return std::nullopt;
        leansOn.push_back(*std::move(on));
    }
    std::vector<bool> needed(packets.size());
    needed.back() = true;
    for (std::size_t i = packets.size(); i-- > 0;) {
        if (needed[i]) {
            for (const std::size_t other : leansOn[i])
                needed[other] = true;
        }
    }
    std::vector<Share> shares(packets.size());
    for (std::size_t i = 0; i < packets.size(); ++i) {
        for (const Bytes unit : units[i])
            sets.take(unit);
        if (!needed[i])
            shares[i] = shareOfUnneeded(units[i], sets);
    }
    return shares;
}

} // namespace mockingbird::review::h264
