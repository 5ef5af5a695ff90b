// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"
#include "recorder/recorder.h"

namespace mockingbird::recorder {

/// A take that the catalog knows before its first frame. Begin, then finish; where the program ends in
/// between, the next start recovers it. Runs in the thread of the catalog and the recorder.
class FiledRecording {
public:
    /// Files the recording under the session, then starts the recorder. At a failure the catalog says Lost,
    /// and no file lies there.
    [[nodiscard]] static Result<FiledRecording> begin(catalog::Catalog& catalog, Recorder& recorder,
                                                      catalog::SessionId session);

    [[nodiscard]] const catalog::Recording& recording() const { return m_recording; }
    /// Stops the recorder and files duration, size and tracks; the questions and bookmarks that the catalog
    /// has become the file's chapters. Where the disk filled up it files what was
    /// kept and answers that, with the failure in `failure`.
    struct Finished {
        catalog::Recording recording;
        std::optional<Error> failure;
    };
    [[nodiscard]] Result<Finished> finish();

private:
    FiledRecording(catalog::Catalog& catalog, Recorder& recorder, catalog::Recording recording);
    catalog::Catalog* m_catalog;
    Recorder* m_recorder;
    catalog::Recording m_recording;
};

} // namespace mockingbird::recorder
