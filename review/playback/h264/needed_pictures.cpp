// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/needed_pictures.h"

#include "review/playback/h264/references.h"
#include "review/playback/h264/unit.h"

#include <algorithm>

namespace mockingbird::review::h264 {

std::optional<std::vector<bool>> neededPictures(const std::vector<Bytes>& packets, ParameterSets sets) {
    if (packets.empty())
        return std::nullopt;
    const std::vector<Bytes> units = sets.unitsOf(packets.front());
    if (std::ranges::none_of(units, [](Bytes unit) { return typeOf(unit) == UnitType::SliceOfIdr; }))
        return std::nullopt;
    References references;
    std::vector<std::vector<std::size_t>> leansOn;
    for (const Bytes packet : packets) {
        auto on = references.take(packet, sets);
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
    return needed;
}

} // namespace mockingbird::review::h264
