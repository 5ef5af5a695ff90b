// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/av_handles.h"

#include <array>
#include <cstdint>
#include <vector>

namespace mockingbird::recorder {

/// Reads single samples of light from a picture: the luma, or red, green and blue. For formats of 8 bits a
/// component in memory of ours; cheap to make.
class PictureSamples {
public:
    explicit PictureSamples(const AVFrame& picture);

    /// Whether the format can be read; nothing else may be asked where not.
    [[nodiscard]] bool readable() const { return m_components > 0; }
    /// The samples of a sparse grid over the whole picture.
    void sparse(std::vector<std::uint8_t>& samples) const;
    /// A hash over the samples of a dense grid.
    [[nodiscard]] std::uint64_t denseHash() const;
    /// Whether no part of it shines: a tenth of a thousandth of the points may, as a sensor's faulty ones do.
    [[nodiscard]] bool black() const;

private:
    [[nodiscard]] std::uint8_t at(int component, int x, int y) const;
    [[nodiscard]] bool lit(int x, int y) const;

    const AVFrame& m_picture;
    int m_components = 0;       ///< those that carry light: 1, or 3 of RGB
    std::uint8_t m_darkest = 0; ///< the highest value that still counts as black
    struct Component {
        const std::uint8_t* plane = nullptr;
        int stride = 0;
        int step = 0;
        int offset = 0;
    };
    std::array<Component, 3> m_component;
};

} // namespace mockingbird::recorder
