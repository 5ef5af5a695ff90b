// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace mockingbird::review::h264 {

using Bytes = std::span<const std::uint8_t>;

/// What of a stream's parameters its slices' headers are read with. Names as in the standard (ITU-T H.264,
/// 7.3.2).
struct SequenceParameters {
    int chromaArrayType = 1;
    bool separateColourPlanes = false;
    int frameNumBits = 4;
    int pictureOrderType = 0;
    int pictureOrderBits = 4;
    int maxReferences = 1;
    int macroblocks = 0;     ///< of a frame
    bool framesAlone = true; ///< no fields: not interlaced
    std::optional<int>
        mostReordered; ///< how many frames may come after one in the stream and be shown before
};

struct PictureParameters {
    int sequence = 0;
    bool bottomFieldOrder = false;
    bool sliceGroups = false;
    int references0 = 1;
    int references1 = 1;
    bool weightedP = false;
    int weightedB = 0;
    bool redundantPictures = false;
};

/// A stream's parameter sets, from its header and from its packets. Knows how both divide into units.
class ParameterSets {
public:
    /// `header` is the stream's extradata: the form MP4 and Matroska hold, or units behind start codes.
    explicit ParameterSets(Bytes header);

    /// A packet's units, each from its header byte on; empty where they don't add up.
    [[nodiscard]] std::vector<Bytes> unitsOf(Bytes packet) const;
    /// A packet of these units, in the form in which the stream's come.
    [[nodiscard]] std::vector<std::uint8_t>
    packetOf(const std::vector<std::vector<std::uint8_t>>& units) const;
    /// Takes over a unit that is a parameter set.
    void take(Bytes unit);

    [[nodiscard]] const PictureParameters* picture(int id) const;
    [[nodiscard]] const SequenceParameters* sequence(int id) const;
    /// The highest number that no picture's parameters have.
    [[nodiscard]] std::optional<int> unusedPicture() const;
    /// By the only set there is.
    [[nodiscard]] std::optional<int> mostReordered() const;

private:
    int m_lengthBytes = 0; ///< 0: start codes lie between units
    std::map<int, SequenceParameters> m_sequences;
    std::map<int, PictureParameters> m_pictures;
};

} // namespace mockingbird::review::h264
