// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/wall_time.h"
#include "common/catalog/preparation_ids.h"
#include "common/catalog/session_store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

class Database;

enum class AppointmentKind { Mock, Real };
/// `mock`, `real`.
[[nodiscard]] std::string_view name(AppointmentKind kind);
[[nodiscard]] Result<AppointmentKind> parseAppointmentKind(std::string_view text);

/// When an interview is: one for practice, or the one that decides.
struct Appointment {
    AppointmentId id;
    PersonId mentee;
    std::string menteeName; ///< told by the store
    AppointmentKind kind = AppointmentKind::Mock;
    WallTime at;
    int minutes = 45;
    KitId kit;           ///< null where it isn't known yet
    std::string kitName; ///< told by the store
    SessionMode mode = SessionMode::InPerson;
    std::string place; ///< a room, or the call's link
    std::string panel; ///< who asks, in words: those of a real one are in no catalog
    int sequence = 0;  ///< how often it was changed since it was made
    WallTime changedAt;
    bool cancelled = false;
    std::string reason; ///< why it was cancelled
    SessionId session;  ///< what came of it; null until then
};

/// One line of an appointment's history.
struct AppointmentChange {
    std::string kind; ///< `made`, `changed`, `cancelled`, `restored`, `held`
    WallTime madeAt;
    std::string author; ///< a name; empty where nobody is said
    WallTime at;        ///< when the interview was to be then; 0 where the change doesn't say
    std::string place;
    std::string reason;
};

/// Made, moved and cancelled by the mentee, their mentors and coordinators; seen by liaisons besides.
class AppointmentStore {
public:
    explicit AppointmentStore(Database& database) : m_database(database) {}

    /// Id, sequence and the like are given. InvalidArgument without a time or for a length outside 5 to 600
    /// minutes; NotFound for an unknown person or kit; Denied.
    [[nodiscard]] Result<Appointment> make(const Appointment& wanted);
    /// All but mentee and session. InvalidArgument where it was cancelled.
    [[nodiscard]] Result<Appointment> change(const Appointment& wanted);
    [[nodiscard]] Result<Appointment> cancel(AppointmentId id, const std::string& reason = {});
    [[nodiscard]] Result<Appointment> restore(AppointmentId id);
    /// The session that came of it; a null one takes that back. InvalidArgument for another mentee's, or one
    /// that belongs to another appointment.
    [[nodiscard]] Result<Appointment> hold(AppointmentId id, SessionId session);

    [[nodiscard]] Result<Appointment> byId(AppointmentId id) const;
    /// By id, or a beginning or end of it of at least 6 characters that only one has; of a mentee, whose next
    /// one `next` is.
    [[nodiscard]] Result<Appointment> find(std::string_view text, PersonId mentee = {}) const;
    /// All of a mentee that the acting person may see, by time.
    [[nodiscard]] Result<std::vector<Appointment>> of(PersonId mentee) const;
    /// The mentee's that are neither over, nor cancelled, nor held, by time. One is over `minutes` after its
    /// start.
    [[nodiscard]] Result<std::vector<Appointment>> ahead(PersonId mentee, WallTime now, int limit) const;
    /// The same of those whom the acting person mentors or accompanies; for a coordinator, of everybody.
    [[nodiscard]] Result<std::vector<Appointment>> aheadOfMentees(WallTime now, int limit) const;
    /// The mock interview that a recording of this mentee with this kit at this time comes of: the nearest
    /// within a day that has the kit or none, and is neither cancelled nor held.
    [[nodiscard]] Result<std::optional<Appointment>> expecting(PersonId mentee, KitId kit, WallTime at) const;
    [[nodiscard]] Result<std::optional<Appointment>> ofSession(SessionId session) const;
    [[nodiscard]] Result<std::vector<AppointmentChange>> history(AppointmentId id) const;

private:
    [[nodiscard]] Result<Appointment> arranged(AppointmentId id) const;
    Database& m_database;
};

} // namespace mockingbird::catalog
