// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/stand_in.h"

#include "review/playback/h264/bit_writer.h"
#include "review/playback/h264/slice_header.h"
#include "review/playback/h264/unit.h"

#include <algorithm>

namespace mockingbird::review::h264 {

namespace {

constexpr std::uint32_t kSliceOfI = 7; ///< and so is the whole picture

/// A picture's parameters with which little needs to be said: no arithmetic coding (ITU-T H.264, 7.3.2.2).
BitWriter plainParameters(std::uint32_t id, std::uint32_t sequence) {
    BitWriter bits;
    bits.bits(0x60U | static_cast<std::uint32_t>(UnitType::Picture), 8);
    bits.unsignedCode(id);
    bits.unsignedCode(sequence);
    bits.bits(0, 2);      // no arithmetic coding, no field's order
    bits.unsignedCode(0); // no slice groups
    bits.unsignedCode(0); // one reference in either list
    bits.unsignedCode(0);
    bits.bits(0, 3); // no weights
    bits.unsignedCode(0);
    bits.unsignedCode(0);
    bits.unsignedCode(0);
    bits.flag(true); // each slice says whether its blocks are smoothed
    bits.bits(0, 2);
    return bits;
}

/// The header of a slice that begins behind the picture's last block (7.3.3). libavcodec counts the picture
/// in by it, and then turns the slice away before it looks for blocks.
BitWriter emptySlice(std::uint8_t firstByte, std::uint32_t parameters, const SliceHeader& slice,
                     const SequenceParameters& sequence) {
    BitWriter bits;
    bits.bits(firstByte, 8);
    bits.unsignedCode(static_cast<std::uint32_t>(sequence.macroblocks));
    bits.unsignedCode(kSliceOfI);
    bits.unsignedCode(parameters);
    bits.bits(static_cast<std::uint32_t>(slice.frameNum), sequence.frameNumBits);
    if (slice.orders != 0)
        bits.bits(static_cast<std::uint32_t>(slice.pictureOrder), sequence.pictureOrderBits);
    bits.flag(slice.marks);
    if (slice.marks) {
        for (const int distance : slice.forgotten) {
            bits.unsignedCode(1);
            bits.unsignedCode(static_cast<std::uint32_t>(distance - 1));
        }
        bits.unsignedCode(0);
    }
    bits.unsignedCode(0);
    bits.unsignedCode(1); // not smoothed
    return bits;
}

} // namespace

std::optional<std::vector<std::uint8_t>> standIn(const std::vector<Bytes>& units, const ParameterSets& sets) {
    const auto first =
        std::ranges::find_if(units, [](Bytes unit) { return typeOf(unit) == UnitType::Slice; });
    const auto slice = first == units.end() ? std::nullopt : readSliceHeader(*first, sets);
    const auto unused = sets.unusedPicture();
    const SequenceParameters* sequence = slice ? sets.sequence(slice->sequence) : nullptr;
    if (sequence == nullptr || !unused)
        return std::nullopt;
    const auto id = static_cast<std::uint32_t>(*unused);
    return sets.packetOf({plainParameters(id, static_cast<std::uint32_t>(slice->sequence)).unit(),
                          emptySlice(first->front(), id, *slice, *sequence).unit()});
}

} // namespace mockingbird::review::h264
