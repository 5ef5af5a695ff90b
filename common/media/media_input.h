// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/media/av_handles.h"
#include "common/media/media_file.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mockingbird::media {

/// A media file opened for demuxing, its streams known. For one thread.
struct MediaInput {
    std::unique_ptr<MediaFile> file; ///< declared first: must outlive `context`, which reads through it
    AvInputContext context;
};

/// Opens a file of one of the containers people record into. NotFound, Denied; Unsupported for what is no
/// media (pictures and playlists included); Corrupt for one cut short before its streams are known.
[[nodiscard]] Result<MediaInput> openMediaInput(const std::filesystem::path& file);
/// The same over a MediaFile that is open for reading.
[[nodiscard]] Result<MediaInput> openMediaInput(std::unique_ptr<MediaFile> file, const std::string& name);

/// Whether it is Matroska or WebM.
[[nodiscard]] bool isMatroska(const AVFormatContext& context);

} // namespace mockingbird::media
