// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/h264/parameter_sets.h"

#include "review/playback/h264/bit_reader.h"
#include "review/playback/h264/unit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mockingbird::review::h264 {

namespace {

constexpr std::uint32_t kMostParts = 255;           ///< of anything that a set counts; more is damage
constexpr std::uint32_t kMostMacroblocks = 139'264; ///< of a frame, at the highest level (A.3.1)
constexpr int kLastPicture = 255;
constexpr std::array<std::uint8_t, 4> kStartCode{0, 0, 0, 1};

void skipScalingList(BitReader& bits, int size) {
    int last = 8;
    int next = 8;
    for (int i = 0; i < size && !bits.failed(); ++i) {
        if (next != 0)
            next = (last + bits.signedCode() + 256) % 256;
        last = next == 0 ? last : next;
    }
}

/// Of the profiles that say more about colours.
bool saysColours(std::uint32_t profile) {
    static constexpr std::array<std::uint32_t, 13> kProfiles{100, 110, 122, 244, 44,  83, 86,
                                                             118, 128, 138, 139, 134, 135};
    return std::ranges::find(kProfiles, profile) != kProfiles.end();
}

void readColours(BitReader& bits, SequenceParameters& read) {
    const std::uint32_t chroma = bits.unsignedCode();
    if (chroma == 3)
        read.separateColourPlanes = bits.flag();
    read.chromaArrayType = read.separateColourPlanes ? 0 : static_cast<int>(std::min(chroma, 3U));
    bits.skipCodes(2);
    bits.skip(1);
    if (!bits.flag())
        return;
    for (int list = 0; list < (chroma == 3 ? 12 : 8); ++list) {
        if (bits.flag())
            skipScalingList(bits, list < 6 ? 16 : 64);
    }
}

void skipBuffering(BitReader& bits) {
    const std::uint32_t count = std::min(bits.unsignedCode(), kMostParts) + 1;
    bits.skip(8);
    for (std::uint32_t i = 0; i < count && !bits.failed(); ++i) {
        bits.skipCodes(2);
        bits.skip(1);
    }
    bits.skip(20);
}

std::optional<int> readReordering(BitReader& bits) {
    if (bits.flag() && bits.bits(8) == 255)
        bits.skip(32);
    if (bits.flag())
        bits.skip(1);
    if (bits.flag()) {
        bits.skip(4);
        if (bits.flag())
            bits.skip(24);
    }
    if (bits.flag())
        bits.skipCodes(2);
    if (bits.flag())
        bits.skip(65);
    bool buffering = false;
    for (int kind = 0; kind < 2; ++kind) {
        if (bits.flag()) {
            skipBuffering(bits);
            buffering = true;
        }
    }
    if (buffering)
        bits.skip(1);
    bits.skip(1);
    if (!bits.flag())
        return std::nullopt;
    bits.skip(1);
    bits.skipCodes(4);
    const std::uint32_t reordered = bits.unsignedCode();
    return bits.failed() || reordered > 16 ? std::nullopt : std::optional(static_cast<int>(reordered));
}

std::optional<std::pair<int, SequenceParameters>> readSequence(Bytes unit) {
    BitReader bits(unit);
    bits.skip(8);
    const std::uint32_t profile = bits.bits(8);
    bits.skip(16);
    const std::uint32_t id = bits.unsignedCode();
    SequenceParameters read;
    if (saysColours(profile))
        readColours(bits, read);
    const std::uint32_t frameNumBits = bits.unsignedCode() + 4;
    read.pictureOrderType = static_cast<int>(std::min(bits.unsignedCode(), 3U));
    std::uint32_t pictureOrderBits = 4;
    if (read.pictureOrderType == 0) {
        pictureOrderBits = bits.unsignedCode() + 4;
    } else if (read.pictureOrderType == 1) {
        bits.skip(1);
        bits.skipCodes(2);
        bits.skipCodes(static_cast<int>(std::min(bits.unsignedCode(), kMostParts)));
    }
    const std::uint32_t references = bits.unsignedCode();
    bits.skip(1);
    const std::uint64_t columns = std::uint64_t{bits.unsignedCode()} + 1;
    const std::uint64_t rows = std::uint64_t{bits.unsignedCode()} + 1;
    read.framesAlone = bits.flag();
    if (!read.framesAlone)
        bits.skip(1);
    bits.skip(1);
    if (bits.flag())
        bits.skipCodes(4);
    const bool more = bits.flag();
    if (bits.failed() || id > 31 || frameNumBits > 16 || pictureOrderBits > 16 || references > 16 ||
        columns > kMostMacroblocks || rows > kMostMacroblocks || columns * rows > kMostMacroblocks)
        return std::nullopt;
    read.macroblocks = static_cast<int>(columns * rows); // of a frame of frames alone
    read.frameNumBits = static_cast<int>(frameNumBits);
    read.pictureOrderBits = static_cast<int>(pictureOrderBits);
    read.maxReferences = std::max(1, static_cast<int>(references));
    if (more)
        read.mostReordered = readReordering(bits);
    return std::pair(static_cast<int>(id), read);
}

std::optional<std::pair<int, PictureParameters>> readPicture(Bytes unit) {
    BitReader bits(unit);
    bits.skip(8);
    const std::uint32_t id = bits.unsignedCode();
    const std::uint32_t sequence = bits.unsignedCode();
    PictureParameters read;
    bits.skip(1);
    read.bottomFieldOrder = bits.flag();
    read.sliceGroups = bits.unsignedCode() != 0;
    // What groups say comes next and nothing reads it: pictures with groups aren't looked into.
    const std::uint32_t references0 = bits.unsignedCode() + 1;
    const std::uint32_t references1 = bits.unsignedCode() + 1;
    read.weightedP = bits.flag();
    read.weightedB = static_cast<int>(bits.bits(2));
    bits.skipCodes(3);
    bits.skip(2);
    read.redundantPictures = bits.flag();
    if (bits.failed() || id > kLastPicture || sequence > 31)
        return std::nullopt;
    if (!read.sliceGroups && (references0 > 32 || references1 > 32))
        return std::nullopt;
    read.sequence = static_cast<int>(sequence);
    read.references0 = static_cast<int>(std::min(references0, 32U));
    read.references1 = static_cast<int>(std::min(references1, 32U));
    return std::pair(static_cast<int>(id), read);
}

} // namespace

ParameterSets::ParameterSets(Bytes header) {
    if (header.size() < 7 || header[0] != 1) {
        for (const Bytes unit : unitsOf(header))
            take(unit);
        return;
    }
    m_lengthBytes = (header[4] & 3) + 1;
    std::size_t at = 5;
    // First the sequences' sets, then the pictures'.
    for (int kind = 0; kind < 2 && at < header.size(); ++kind) {
        const int count = header[at++] & (kind == 0 ? 0x1F : 0xFF);
        for (int i = 0; i < count && at + 2 <= header.size(); ++i) {
            const std::size_t length = (std::size_t{header[at]} << 8U) | header[at + 1];
            at += 2;
            if (length == 0 || length > header.size() - at)
                return;
            take(header.subspan(at, length));
            at += length;
        }
    }
}

std::vector<Bytes> ParameterSets::unitsOf(Bytes packet) const {
    std::vector<Bytes> units;
    if (m_lengthBytes == 0) {
        constexpr std::array<std::uint8_t, 3> kStart{0, 0, 1};
        auto found = std::ranges::search(packet, kStart);
        while (!found.empty()) {
            const auto begin = found.end();
            found = std::ranges::search(std::ranges::subrange(begin, packet.end()), kStart);
            if (begin != found.begin())
                units.emplace_back(begin, found.begin());
        }
        return units;
    }
    while (!packet.empty()) {
        const auto prefix = static_cast<std::size_t>(m_lengthBytes);
        if (packet.size() < prefix)
            return {};
        std::size_t length = 0;
        for (std::size_t i = 0; i < prefix; ++i)
            length = (length << 8U) | packet[i];
        if (length > packet.size() - prefix)
            return {};
        if (length > 0)
            units.push_back(packet.subspan(prefix, length));
        packet = packet.subspan(prefix + length);
    }
    return units;
}

std::vector<std::uint8_t> ParameterSets::packetOf(const std::vector<std::vector<std::uint8_t>>& units) const {
    std::vector<std::uint8_t> packet;
    for (const std::vector<std::uint8_t>& unit : units) {
        if (m_lengthBytes == 0)
            packet.insert(packet.end(), kStartCode.begin(), kStartCode.end());
        for (int byte = m_lengthBytes - 1; byte >= 0; --byte)
            packet.push_back(static_cast<std::uint8_t>(unit.size() >> static_cast<unsigned>(8 * byte)));
        packet.insert(packet.end(), unit.begin(), unit.end());
    }
    return packet;
}

void ParameterSets::take(Bytes unit) {
    if (unit.empty())
        return;
    if (typeOf(unit) == UnitType::Sequence) {
        if (const auto read = readSequence(unit))
            m_sequences[read->first] = read->second;
    } else if (typeOf(unit) == UnitType::Picture) {
        if (const auto read = readPicture(unit))
            m_pictures[read->first] = read->second;
    }
}

const PictureParameters* ParameterSets::picture(int id) const {
    const auto found = m_pictures.find(id);
    return found == m_pictures.end() ? nullptr : &found->second;
}

const SequenceParameters* ParameterSets::sequence(int id) const {
    const auto found = m_sequences.find(id);
    return found == m_sequences.end() ? nullptr : &found->second;
}

std::optional<int> ParameterSets::unusedPicture() const {
    for (int id = kLastPicture; id >= 0; --id) {
        if (!m_pictures.contains(id))
            return id;
    }
    return std::nullopt;
}

std::optional<int> ParameterSets::mostReordered() const {
    return m_sequences.size() == 1 ? m_sequences.begin()->second.mostReordered : std::nullopt;
}

} // namespace mockingbird::review::h264
