// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "review/playback/frame_reader.h"
#include "review/report/report_content.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace mockingbird::review {

/// The pictures at notes' moments, small, with what the notes draw on them. Opens each recording once, when
/// its first note asks. For one thread; the catalog and the content outlive it.
class NotePictures {
public:
    static constexpr int kWidest = 320;
    static constexpr int kWidestDrawn = 640; ///< what is drawn shows where to look: it has to be seen

    NotePictures(catalog::Catalog& catalog, const ReportContent& content);

    /// A JPEG's bytes; none where the recording has no picture there or can't be read.
    [[nodiscard]] std::optional<std::string> jpeg(const catalog::Note& note);
    /// The same as the address of an <img>.
    [[nodiscard]] std::optional<std::string> dataAddress(const catalog::Note& note);

private:
    [[nodiscard]] FrameReader* readerOf(const catalog::RecordingId& recording, int picture);

    catalog::Catalog* m_catalog;
    const ReportContent* m_content;
    /// By recording and picture track; null where it can't be opened.
    std::map<std::pair<catalog::RecordingId, int>, std::unique_ptr<FrameReader>> m_readers;
};

} // namespace mockingbird::review
