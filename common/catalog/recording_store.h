// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/ids.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class TrackKind { Video, Audio };
enum class TrackRole { Mix, Source };

/// One stream of a recording, as the file has it.
struct Track {
    int index = 0; ///< the stream's index in the file
    TrackKind kind = TrackKind::Video;
    TrackRole role = TrackRole::Source;
    std::string source; ///< as `record` takes it, such as `mic:...`; empty for the mix
    std::string name;   ///< what people call it
    std::string codec;
    int width = 0;
    int height = 0;
    int sampleRate = 0;
};

enum class RecordingState {
    Recording, ///< known to the catalog, being written, or cut off and not salvaged yet
    Complete,
    Salvaged, ///< was cut off, and is whole again up to there
    Lost,     ///< was cut off before anything was kept
};
[[nodiscard]] std::string_view name(RecordingState state);

/// The media of a session, or one part of it after an interruption.
struct Recording {
    RecordingId id;
    SessionId session;
    int part = 1;
    std::string file; ///< relative to the catalog's folder, `media/<id>.mkv`
    RecordingState state = RecordingState::Recording;
    WallTime startedAt;
    MediaTime duration;
    std::int64_t bytes = 0;
    std::vector<Track> tracks;
};

class RecordingStore {
public:
    RecordingStore(Database& database, std::filesystem::path folder);

    /// Makes it known before its first frame. The part's number follows the session's last one.
    [[nodiscard]] Result<Recording> begin(SessionId session, const std::vector<Track>& tracks,
                                          WallTime startedAt = {});
    /// InvalidArgument unless it is in state Recording. Without `tracks` it keeps those it was begun with.
    /// Segments that still run in it end with it.
    [[nodiscard]] Result<Recording> finish(RecordingId id, RecordingState state, MediaTime duration,
                                           std::int64_t bytes, const std::vector<Track>& tracks);
    [[nodiscard]] Result<std::vector<Recording>> ofSession(SessionId session) const; ///< by part
    [[nodiscard]] Result<Recording> byId(RecordingId id) const;
    /// InvalidArgument where the recording is not the session's, OutOfRange before its start.
    Result<void> checkMoment(SessionId session, RecordingId recording, MediaTime at) const;
    /// Those in state Recording; which of them another program still writes, the file's lock tells.
    [[nodiscard]] Result<std::vector<Recording>> unfinished() const;
    [[nodiscard]] Result<std::vector<Recording>> all() const; ///< of every session, removed ones too
    /// Where its file lies.
    [[nodiscard]] std::filesystem::path path(const Recording& recording) const;

private:
    Database& m_database;
    std::filesystem::path m_folder;
};

} // namespace mockingbird::catalog
