// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/session_store.h"
#include "recorder/filing/filed_recording.h"
#include "recorder/recorder.h"
#include "recorder/ui/record_choice.h"

#include <optional>

namespace mockingbird::recorder {

/// One interview being recorded: its session, its file, the question asked now. No Qt; the thread of the
/// catalog and the recorder, both of which outlive it.
class LiveInterview {
public:
    /// Files the session, then starts the recorder. At a failure no session is left in the lists.
    [[nodiscard]] static Result<LiveInterview> begin(catalog::Catalog& catalog, Recorder& recorder,
                                                     const RecordChoice& choice);

    [[nodiscard]] const catalog::Session& session() const { return m_session; }
    /// The question is asked now; the one before ends.
    Result<void> ask(catalog::QuestionId question);
    [[nodiscard]] Result<catalog::Bookmark> bookmark();
    /// Ends file and last question.
    [[nodiscard]] Result<FiledRecording::Finished> finish();

private:
    LiveInterview(catalog::Catalog& catalog, Recorder& recorder, catalog::Session session,
                  FiledRecording filed);

    catalog::Catalog* m_catalog;
    Recorder* m_recorder;
    catalog::Session m_session;
    FiledRecording m_filed;
    std::optional<catalog::SegmentId> m_segment;
};

} // namespace mockingbird::recorder
