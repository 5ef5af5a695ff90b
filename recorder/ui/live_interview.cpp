// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/live_interview.h"

namespace mockingbird::recorder {

LiveInterview::LiveInterview(catalog::Catalog& catalog, Recorder& recorder, catalog::Session session,
                             FiledRecording filed)
    : m_catalog(&catalog), m_recorder(&recorder), m_session(std::move(session)), m_filed(std::move(filed)) {}

Result<LiveInterview> LiveInterview::begin(catalog::Catalog& catalog, Recorder& recorder,
                                           const RecordChoice& choice) {
    const catalog::Session session =
        TRY(catalog.sessions().add(choice.mentee, choice.kit, choice.mode, choice.panel));
    auto filed = FiledRecording::begin(catalog, recorder, session.id);
    if (!filed) {
        TRY(catalog.sessions().remove(session.id));
        return filed.error();
    }
    return LiveInterview(catalog, recorder, session, std::move(*filed));
}

Result<void> LiveInterview::ask(catalog::QuestionId question) {
    const auto segment = TRY(m_catalog->sessions().beginSegment(m_session.id, m_filed.recording().id,
                                                                question, m_recorder->stats().elapsed));
    m_segment = segment.id;
    return {};
}

Result<catalog::Bookmark> LiveInterview::bookmark() {
    return m_catalog->sessions().addBookmark(m_session.id, m_filed.recording().id,
                                             m_recorder->stats().elapsed);
}

Result<FiledRecording::Finished> LiveInterview::finish() {
    auto finished = TRY(m_filed.finish());
    if (m_segment)
        TRY(m_catalog->sessions().endSegment(*m_segment, finished.recording.duration));
    return finished;
}

} // namespace mockingbird::recorder
