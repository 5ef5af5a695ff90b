// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/session_store.h"
#include "recorder/filing/filed_recording.h"
#include "recorder/filing/incident_log.h"
#include "recorder/recorder.h"
#include "recorder/ui/keep_awake.h"
#include "recorder/ui/record_choice.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::recorder {

struct Agreement;

/// One interview being recorded: its session, its file, the question asked now,
/// what goes wrong, and the machine kept awake. Shows nothing; the thread of
/// the catalog and the recorder, both of which outlive it.
class LiveInterview {
public:
    /// Files session, observers and everybody's agreement to `consentText`, then
    /// starts the recorder. InvalidArgument where somebody of the choice has not
    /// agreed. At a failure no session is left in the lists.
    [[nodiscard]] static Result<LiveInterview> begin(catalog::Catalog& catalog, Recorder& recorder,
                                                     const RecordChoice& choice,
                                                     const std::vector<Agreement>& agreements,
                                                     const std::string& consentText);
    /// Records the next part of a session that was interrupted. Who agreed in it
    /// need not agree again.
    [[nodiscard]] static Result<LiveInterview> resume(catalog::Catalog& catalog, Recorder& recorder,
                                                      catalog::SessionId session,
                                                      const std::vector<Agreement>& agreements,
                                                      const std::string& consentText);

    [[nodiscard]] const catalog::Session& session() const { return m_session; }
    [[nodiscard]] const catalog::Recording& recording() const { return m_filed.recording(); }
    /// The question is asked now; the one before ends.
    Result<void> ask(catalog::QuestionId question);
    [[nodiscard]] Result<catalog::Bookmark> bookmark(const std::string& label = {});
    /// Somebody comes later, and agrees.
    Result<void> join(const Agreement& agreement, catalog::Seat seat, const std::string& consentText);
    /// Each time there are new stats: files what goes wrong, and lets the machine
    /// sleep in a pause.
    void follow(const RecorderStats& stats);
    /// Ends file and last question.
    [[nodiscard]] Result<FiledRecording::Finished> finish();

private:
    LiveInterview(catalog::Catalog& catalog, Recorder& recorder, catalog::Session session,
                  FiledRecording filed);

    catalog::Catalog* m_catalog;
    Recorder* m_recorder;
    catalog::Session m_session;
    FiledRecording m_filed;
    IncidentLog m_log;
    KeepAwake m_awake;
    bool m_logFailed = false; ///< told once
    std::optional<catalog::SegmentId> m_segment;
};

} // namespace mockingbird::recorder
