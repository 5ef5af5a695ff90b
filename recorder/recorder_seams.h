// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/media_file.h"
#include "recorder/capture/source_factory.h"
#include "recorder/write/container_writer.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace mockingbird::recorder {

/// Where a recorder gets its sources and its file from: the real ones, or a test's that stall and fail.
struct RecorderSeams {
    std::function<std::unique_ptr<CaptureSource>(const SourceRequest&, std::shared_ptr<PaceClock>)>
        makeSource = recorder::makeSource;
    /// How often a lost source is looked for; none: never.
    std::optional<std::chrono::milliseconds> lookAgain = std::chrono::milliseconds(500);
    std::function<Result<std::unique_ptr<media::MediaFile>>(const std::filesystem::path&)> createFile =
        media::MediaFile::create;
    ContainerWriter::Durability durability = ContainerWriter::Durability::Survives;
};

} // namespace mockingbird::recorder
