// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/slice_header.h"

#include "review/playback/h264/bit_reader.h"
#include "review/playback/h264/unit.h"

namespace mockingbird::review::h264 {

namespace {

constexpr std::size_t kMostChanges = 66;
constexpr std::uint32_t kMostReferences = 32;

/// False for what isn't known here.
bool readChanges(BitReader& bits, std::vector<SliceHeader::Change>& changes, int frameNums) {
    if (!bits.flag())
        return true;
    while (changes.size() <= kMostChanges && !bits.failed()) {
        const std::uint32_t what = bits.unsignedCode();
        if (what == 3)
            return true;
        if (what > 1)
            return false;
        const std::uint32_t distance = bits.unsignedCode() + 1;
        if (distance > static_cast<std::uint32_t>(frameNums))
            return false;
        changes.push_back({what == 0, static_cast<int>(distance)});
    }
    return false;
}

void skipWeights(BitReader& bits, const SliceHeader& slice, int chromaArrayType) {
    const bool chroma = chromaArrayType != 0;
    bits.skipCodes(chroma ? 2 : 1);
    for (std::size_t list = 0; list < (slice.kind == SliceHeader::Kind::B ? 2 : 1); ++list) {
        for (int i = 0; i < slice.references[list] && !bits.failed(); ++i) {
            if (bits.flag())
                bits.skipCodes(2);
            if (chroma && bits.flag())
                bits.skipCodes(4);
        }
    }
}

bool readMarking(BitReader& bits, SliceHeader& slice) {
    if (slice.idr) {
        bits.skip(1);
        return !bits.flag();
    }
    slice.marks = bits.flag();
    while (slice.marks && !bits.failed() && slice.forgotten.size() <= kMostChanges) {
        const std::uint32_t what = bits.unsignedCode();
        if (what == 0)
            return true;
        if (what != 1)
            return false;
        const std::uint32_t distance = bits.unsignedCode() + 1;
        if (distance > static_cast<std::uint32_t>(slice.frameNums))
            return false;
        slice.forgotten.push_back(static_cast<int>(distance));
    }
    return !slice.marks;
}

/// Which lists there are and how long, with their changes.
bool readLists(BitReader& bits, SliceHeader& slice, const PictureParameters& picture) {
    if (slice.kind == SliceHeader::Kind::I)
        return true;
    const bool both = slice.kind == SliceHeader::Kind::B;
    if (both)
        bits.skip(1);
    slice.references = {picture.references0, both ? picture.references1 : 0};
    if (bits.flag()) {
        for (std::size_t list = 0; list < (both ? 2 : 1); ++list) {
            const std::uint32_t count = bits.unsignedCode() + 1;
            if (count > kMostReferences)
                return false;
            slice.references[list] = static_cast<int>(count);
        }
    }
    return readChanges(bits, slice.changes[0], slice.frameNums) &&
           (!both || readChanges(bits, slice.changes[1], slice.frameNums));
}

} // namespace

std::optional<SliceHeader> readSliceHeader(Bytes unit, const ParameterSets& sets) {
    BitReader bits(unit);
    bits.skip(8);
    SliceHeader slice;
    slice.idr = typeOf(unit) == UnitType::SliceOfIdr;
    slice.reference = isReference(unit);
    slice.first = bits.unsignedCode() == 0;
    const std::uint32_t kind = bits.unsignedCode() % 5;
    if (kind > 2)
        return std::nullopt;
    slice.kind = static_cast<SliceHeader::Kind>(kind);
    const std::uint32_t id = bits.unsignedCode();
    const PictureParameters* picture = id > 255 ? nullptr : sets.picture(static_cast<int>(id));
    const SequenceParameters* sequence = picture == nullptr ? nullptr : sets.sequence(picture->sequence);
    if (sequence == nullptr || !sequence->framesAlone || sequence->separateColourPlanes ||
        sequence->pictureOrderType == 1 || sequence->pictureOrderType > 2 || picture->sliceGroups)
        return std::nullopt;
    slice.sequence = picture->sequence;
    slice.maxReferences = sequence->maxReferences;
    slice.frameNums = 1 << sequence->frameNumBits;
    slice.frameNum = static_cast<int>(bits.bits(sequence->frameNumBits));
    if (slice.idr)
        bits.skipCodes(1);
    if (sequence->pictureOrderType == 0) {
        slice.orders = 1 << sequence->pictureOrderBits;
        slice.pictureOrder = static_cast<int>(bits.bits(sequence->pictureOrderBits));
        if (picture->bottomFieldOrder && bits.signedCode() < 0)
            return std::nullopt; // the picture's order would be its second field's
    }
    if (picture->redundantPictures && bits.unsignedCode() != 0)
        return std::nullopt;
    if (!readLists(bits, slice, *picture))
        return std::nullopt;
    const bool weighted = (picture->weightedP && slice.kind == SliceHeader::Kind::P) ||
                          (picture->weightedB == 1 && slice.kind == SliceHeader::Kind::B);
    if (weighted)
        skipWeights(bits, slice, sequence->chromaArrayType);
    if (slice.reference && !readMarking(bits, slice))
        return std::nullopt;
    if (bits.failed())
        return std::nullopt;
    return slice;
}

} // namespace mockingbird::review::h264
