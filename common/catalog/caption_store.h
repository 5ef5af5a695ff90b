// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// What is said over a stretch of a recording.
struct Cue {
    MediaTime start;
    MediaTime end;
    std::string text;    ///< plain, lines separated by \n
    std::string speaker; ///< may be empty
    bool operator==(const Cue&) const = default;
};

/// The captions of a recording.
struct Captions {
    CaptionsId id;
    RecordingId recording;
    std::string language;  ///< BCP 47, such as `en`; may be empty
    std::string source;    ///< the name of the file they came from
    std::vector<Cue> cues; ///< by start
};

/// One set of captions a recording. Their text can be searched for.
class CaptionStore {
public:
    explicit CaptionStore(Database& database);

    /// In place of those it had. InvalidArgument for no cue at all or one that ends before it starts.
    [[nodiscard]] Result<Captions> set(RecordingId recording, const std::string& language,
                                       const std::string& source, const std::vector<Cue>& cues);
    Result<void> remove(RecordingId recording);
    [[nodiscard]] Result<std::optional<Captions>> ofRecording(RecordingId recording) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
