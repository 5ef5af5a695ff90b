// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {

class Database;

/// A session that mentors rate before a cohort starts, to see how they differ from the levels agreed on for
/// it (ConsensusStore).
struct Calibration {
    CalibrationId id;
    SessionId session;
    CohortId cohort; ///< null for everybody
    std::string title;
};

class CalibrationStore {
public:
    explicit CalibrationStore(Database& database);

    /// InvalidArgument where the session is one already.
    [[nodiscard]] Result<Calibration> begin(SessionId session, CohortId cohort, const std::string& title);
    /// It is an ordinary session again; what was rated stays.
    Result<void> end(CalibrationId id);
    [[nodiscard]] Result<std::vector<Calibration>> all() const; ///< those that are not ended
    /// Whether it is the acting person's business: the mentors of its cohort's pairs and of the session's
    /// mentee, who sat in the session, liaisons and coordinators; everybody where it has no cohort, or nobody
    /// is acting.
    [[nodiscard]] Result<bool> concernsActor(const Calibration& calibration) const;
    [[nodiscard]] Result<std::optional<Calibration>> ofSession(SessionId session) const;

private:
    Database& m_database;
};

} // namespace mockingbird::catalog
