// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/media_file.h"
#include "recorder/capture/source_factory.h"
#include "recorder/write/container_writer.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace mockingbird::recorder {

/// Where a recorder gets its sources and its file from: the real ones, or a test's that stall and fail.
struct RecorderSeams {
    std::function<std::unique_ptr<CaptureSource>(const SourceRequest&, std::shared_ptr<PaceClock>)>
        makeSource = recorder::makeSource;
    std::function<Result<std::unique_ptr<media::MediaFile>>(const std::filesystem::path&)> createFile =
        media::MediaFile::create;
    ContainerWriter::Durability durability = ContainerWriter::Durability::Survives;
};

} // namespace mockingbird::recorder
