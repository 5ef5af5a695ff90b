// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "review/playback/frame_reader.h"
#include "review/report/report_content.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace mockingbird::review {

/// The pictures at notes' moments, small. Opens each recording once, when its first note asks. For one
/// thread; the catalog and the content outlive it.
class NotePictures {
public:
    static constexpr int kWidest = 320;

    NotePictures(catalog::Catalog& catalog, const ReportContent& content);

    /// A JPEG's bytes; none where the recording has no picture there or can't be read.
    [[nodiscard]] std::optional<std::string> jpeg(const catalog::Note& note);
    /// The same as the address of an <img>.
    [[nodiscard]] std::optional<std::string> dataAddress(const catalog::Note& note);

private:
    [[nodiscard]] FrameReader* readerOf(const catalog::RecordingId& recording);

    catalog::Catalog* m_catalog;
    const ReportContent* m_content;
    std::map<catalog::RecordingId, std::unique_ptr<FrameReader>> m_readers; ///< null where it can't be opened
};

} // namespace mockingbird::review
