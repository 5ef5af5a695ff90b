// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/live_interview.h"

#include "common/base/log.h"
#include "common/catalog/consent_store.h"
#include "recorder/ui/consent_panel.h"

#include <algorithm>

namespace mockingbird::recorder {

namespace {

using catalog::PersonId;
using catalog::Session;

std::vector<PersonId> participantsOf(const Session& session) {
    std::vector<PersonId> everybody{session.mentee};
    everybody.insert(everybody.end(), session.panel.begin(), session.panel.end());
    everybody.insert(everybody.end(), session.observers.begin(), session.observers.end());
    return everybody;
}

Result<void> fileAgreements(catalog::Catalog& catalog, const Session& session,
                            const std::vector<Agreement>& agreements, const std::string& consentText) {
    for (const PersonId person : participantsOf(session)) {
        const auto given = std::find_if(agreements.begin(), agreements.end(),
                                        [person](const Agreement& one) { return one.person == person; });
        if (given != agreements.end()) {
            TRY(catalog.consents().agree(session.id, person, consentText, given->at));
            continue;
        }
        const auto earlier = TRY(catalog.consents().ofSession(session.id));
        const bool agreed =
            std::any_of(earlier.begin(), earlier.end(),
                        [person](const catalog::Consent& one) { return one.person == person; });
        if (!agreed)
            return Error{ErrorCode::InvalidArgument, "not everybody has agreed to be recorded", 0};
    }
    return {};
}

} // namespace

LiveInterview::LiveInterview(catalog::Catalog& catalog, Recorder& recorder, Session session,
                             FiledRecording filed)
    : m_catalog(&catalog), m_recorder(&recorder), m_session(std::move(session)), m_filed(std::move(filed)),
      m_log(catalog, m_session.id, m_filed.recording().id) {
    m_awake.set(true);
}

Result<LiveInterview> LiveInterview::begin(catalog::Catalog& catalog, Recorder& recorder,
                                           const RecordChoice& choice,
                                           const std::vector<Agreement>& agreements,
                                           const std::string& consentText) {
    Session session;
    TRY(catalog.atomically([&]() -> Result<void> {
        session = TRY(catalog.sessions().add(choice.mentee, choice.kit, choice.mode, choice.panel));
        for (const PersonId observer : choice.observers)
            session = TRY(catalog.sessions().join(session.id, observer, catalog::Seat::Observer));
        return fileAgreements(catalog, session, agreements, consentText);
    }));
    auto filed = FiledRecording::begin(catalog, recorder, session.id);
    if (!filed) {
        TRY(catalog.sessions().remove(session.id));
        return filed.error();
    }
    return LiveInterview(catalog, recorder, session, std::move(*filed));
}

Result<LiveInterview> LiveInterview::resume(catalog::Catalog& catalog, Recorder& recorder,
                                            catalog::SessionId id, const std::vector<Agreement>& agreements,
                                            const std::string& consentText) {
    const Session session = TRY(catalog.sessions().byId(id));
    TRY(catalog.atomically([&] { return fileAgreements(catalog, session, agreements, consentText); }));
    auto filed = TRY(FiledRecording::begin(catalog, recorder, session.id));
    return LiveInterview(catalog, recorder, session, std::move(filed));
}

Result<void> LiveInterview::ask(catalog::QuestionId question) {
    const auto segment = TRY(m_catalog->sessions().beginSegment(m_session.id, m_filed.recording().id,
                                                                question, m_recorder->stats().elapsed));
    m_segment = segment.id;
    return {};
}

Result<catalog::Bookmark> LiveInterview::bookmark(const std::string& label) {
    return m_catalog->sessions().addBookmark(m_session.id, m_filed.recording().id,
                                             m_recorder->stats().elapsed, label);
}

Result<void> LiveInterview::join(const Agreement& agreement, catalog::Seat seat,
                                 const std::string& consentText) {
    return m_catalog->atomically([&]() -> Result<void> {
        const auto joined = TRY(m_catalog->sessions().join(m_session.id, agreement.person, seat));
        TRY(m_catalog->consents().agree(m_session.id, agreement.person, consentText, agreement.at));
        m_session = joined;
        return {};
    });
}

void LiveInterview::follow(const RecorderStats& stats) {
    m_awake.set(stats.recording && !stats.paused);
    const auto followed = m_log.follow(stats);
    if (!followed && !m_logFailed)
        log(LogLevel::Warning, "recorder", "an incident isn't filed yet: " + followed.error().detail);
    m_logFailed = !followed;
}

Result<FiledRecording::Finished> LiveInterview::finish() {
    m_awake.set(false);
    auto finished = TRY(m_filed.finish());
    if (m_segment)
        TRY(m_catalog->sessions().endSegment(*m_segment, finished.recording.duration));
    return finished;
}

} // namespace mockingbird::recorder
