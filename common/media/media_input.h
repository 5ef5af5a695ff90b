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
    bool headerAlone = false; ///< its packets weren't looked into: see Look::Header
};

/// How much of a file is looked at before its streams count as known.
enum class Look {
    /// Its packets too, which FFmpeg decodes some of.
    Packets,
    /// Its header, where that says as much as it takes to decode every stream: a closed Matroska file of
    /// H.264
    /// and sound. Such a file opens several times sooner, but FFmpeg then knows no start, rates or decoding
    /// times of it. Others as with Packets.
    Header,
};

/// Opens a file of one of the containers people record into. NotFound, Denied; Unsupported for what is no
/// media (pictures and playlists included); Corrupt for one cut short before its streams are known.
[[nodiscard]] Result<MediaInput> openMediaInput(const std::filesystem::path& file, Look look = Look::Packets);
/// The same over a MediaFile that is open for reading.
[[nodiscard]] Result<MediaInput> openMediaInput(std::unique_ptr<MediaFile> file, const std::string& name,
                                                Look look = Look::Packets);

/// A stream's tag that holds its display matrix: FFmpeg 5.1 doesn't write how a picture is turned into
/// Matroska, so a phone's recording would lie on its side. openMediaInput() puts it back in its place, the
/// stream's side data.
inline constexpr const char* kMatrixTag = "MOCKINGBIRD_MATRIX";
/// The tag's text; empty where the stream isn't turned.
[[nodiscard]] std::string displayMatrixText(const AVStream& stream);

/// Whether it is Matroska or WebM.
[[nodiscard]] bool isMatroska(const AVFormatContext& context);

} // namespace mockingbird::media
