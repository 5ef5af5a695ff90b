// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/appointment_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/preparation_rights.h"
#include "common/catalog/projection.h"

#include <algorithm>
#include <cstdlib>

namespace mockingbird::catalog {

namespace {

constexpr int kShortestMinutes = 5;
constexpr int kLongestMinutes = 600;
constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kShortestPartOfId = 6;
constexpr std::int64_t kDayMs = 86'400'000;

void applyAppointmentMade(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare(
            "INSERT INTO appointment (id, mentee, kind, at_ms, minutes, kit, mode, place, panel, made_by, "
            "changed_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .bind(idAt<AppointmentId>(p, "id"), idAt<PersonId>(p, "mentee"), p.at("kind").get<std::string>(),
              p.at("at_ms").get<std::int64_t>(), p.at("minutes").get<int>(), idOrNullAt<KitId>(p, "kit"),
              p.at("mode").get<std::string>(), p.at("place").get<std::string>(),
              p.at("panel").get<std::string>(), event.author, event.at)
        .run();
}

void applyAppointmentChanged(Database& database, const Event& event) {
    const auto& p = event.payload;
    database
        .prepare(
            "UPDATE appointment SET kind = ?2, at_ms = ?3, minutes = ?4, kit = ?5, mode = ?6, place = ?7, "
            "panel = ?8, sequence = sequence + 1, changed_at_ms = ?9 WHERE id = ?1")
        .bind(idAt<AppointmentId>(p, "id"), p.at("kind").get<std::string>(),
              p.at("at_ms").get<std::int64_t>(), p.at("minutes").get<int>(), idOrNullAt<KitId>(p, "kit"),
              p.at("mode").get<std::string>(), p.at("place").get<std::string>(),
              p.at("panel").get<std::string>(), event.at)
        .run();
}

void setCancelled(Database& database, const Event& event, int cancelled, const std::string& reason) {
    database
        .prepare("UPDATE appointment SET cancelled = ?2, reason = ?3, sequence = sequence + 1, "
                 "changed_at_ms = ?4 WHERE id = ?1")
        .bind(idAt<AppointmentId>(event.payload, "id"), cancelled, reason, event.at)
        .run();
}

void applyAppointmentCancelled(Database& database, const Event& event) {
    setCancelled(database, event, 1, event.payload.at("reason").get<std::string>());
}

void applyAppointmentRestored(Database& database, const Event& event) {
    setCancelled(database, event, 0, {});
}

void applyAppointmentHeld(Database& database, const Event& event) {
    database.prepare("UPDATE appointment SET session = ?2, changed_at_ms = ?3 WHERE id = ?1")
        .bind(idAt<AppointmentId>(event.payload, "id"), idOrNullAt<SessionId>(event.payload, "session"),
              event.at)
        .run();
}

std::vector<Appointment> appointmentsFrom(Statement& rows) {
    std::vector<Appointment> all;
    while (rows.next()) {
        Appointment one;
        one.id = rows.id<AppointmentId>(0);
        one.mentee = rows.id<PersonId>(1);
        one.menteeName = rows.text(2);
        one.kind = parseAppointmentKind(rows.text(3)).valueOr(AppointmentKind::Mock);
        one.at = rows.wallTime(4);
        one.minutes = rows.number(5);
        one.kit = rows.id<KitId>(6);
        one.kitName = rows.isNull(7) ? std::string() : rows.text(7);
        one.mode = parseSessionMode(rows.text(8)).valueOr(SessionMode::InPerson);
        one.place = rows.text(9);
        one.panel = rows.text(10);
        one.sequence = rows.number(11);
        one.changedAt = rows.wallTime(12);
        one.cancelled = rows.number(13) != 0;
        one.reason = rows.text(14);
        one.session = rows.id<SessionId>(15);
        all.push_back(std::move(one));
    }
    return all;
}

Result<Appointment> checked(Database& database, Appointment wanted) {
    wanted.place = trimmed(wanted.place);
    wanted.panel = trimmed(wanted.panel);
    if (wanted.at.milliseconds <= 0)
        return Error{ErrorCode::InvalidArgument, "an appointment needs a day and a time", 0};
    if (wanted.minutes < kShortestMinutes || wanted.minutes > kLongestMinutes)
        return Error{ErrorCode::InvalidArgument, "an interview takes 5 to 600 minutes", 0};
    if (wanted.place.size() > kLongestText || wanted.panel.size() > kLongestText)
        return Error{ErrorCode::InvalidArgument, "place and panel are at most 2000 characters long", 0};
    if (!wanted.kit.isNull())
        TRY(KitStore(database).byId(wanted.kit));
    return wanted;
}

nlohmann::json payloadOf(const Appointment& one) {
    return {{"id", jsonOf(one.id)},   {"kind", name(one.kind)}, {"at_ms", one.at.milliseconds},
            {"minutes", one.minutes}, {"kit", jsonOf(one.kit)}, {"mode", name(one.mode)},
            {"place", one.place},     {"panel", one.panel}};
}

} // namespace

Projection appointmentProjection() {
    static constexpr ProjectedTable kTables[] = {
        {"appointment", "DELETE FROM appointment",
         "SELECT id, mentee, kind, at_ms, minutes, kit, mode, place, panel, made_by, sequence, "
         "changed_at_ms, "
         "cancelled, reason, session FROM appointment ORDER BY id"},
    };
    static constexpr Applier kAppliers[] = {
        {"appointment.made", applyAppointmentMade},
        {"appointment.changed", applyAppointmentChanged},
        {"appointment.cancelled", applyAppointmentCancelled},
        {"appointment.restored", applyAppointmentRestored},
        {"appointment.held", applyAppointmentHeld},
    };
    return {kTables, kAppliers};
}

std::string_view name(AppointmentKind kind) {
    return kind == AppointmentKind::Real ? "real" : "mock";
}

Result<AppointmentKind> parseAppointmentKind(std::string_view text) {
    if (text == "mock")
        return AppointmentKind::Mock;
    if (text == "real")
        return AppointmentKind::Real;
    return Error{ErrorCode::InvalidArgument,
                 "\"" + std::string(text) + "\" is no kind; there are mock and real", 0};
}

Result<Appointment> AppointmentStore::make(const Appointment& given) {
    return m_database.transact([&]() -> Result<Appointment> {
        TRY(checkArranges(m_database, given.mentee));
        Appointment wanted = TRY(checked(m_database, given));
        wanted.id = AppointmentId::make();
        nlohmann::json payload = payloadOf(wanted);
        payload["mentee"] = jsonOf(wanted.mentee);
        TRY(m_database.append(wanted.id.uuid(), "appointment.made", std::move(payload)));
        return byId(wanted.id);
    });
}

Result<Appointment> AppointmentStore::change(const Appointment& given) {
    return m_database.transact([&]() -> Result<Appointment> {
        const Appointment known = TRY(arranged(given.id));
        if (known.cancelled)
            return Error{ErrorCode::InvalidArgument, "the appointment was cancelled; restore it first", 0};
        const Appointment wanted = TRY(checked(m_database, given));
        if (payloadOf(wanted) == payloadOf(known))
            return known;
        TRY(m_database.append(wanted.id.uuid(), "appointment.changed", payloadOf(wanted)));
        return byId(wanted.id);
    });
}

Result<Appointment> AppointmentStore::cancel(AppointmentId id, const std::string& reason) {
    return m_database.transact([&]() -> Result<Appointment> {
        const Appointment known = TRY(arranged(id));
        if (known.cancelled)
            return known;
        if (!known.session.isNull())
            return Error{ErrorCode::InvalidArgument, "the interview was held", 0};
        TRY(m_database.append(id.uuid(), "appointment.cancelled",
                              {{"id", jsonOf(id)}, {"reason", trimmed(reason)}}));
        return byId(id);
    });
}

Result<Appointment> AppointmentStore::restore(AppointmentId id) {
    return m_database.transact([&]() -> Result<Appointment> {
        const Appointment known = TRY(arranged(id));
        if (!known.cancelled)
            return known;
        TRY(m_database.append(id.uuid(), "appointment.restored", {{"id", jsonOf(id)}}));
        return byId(id);
    });
}

Result<Appointment> AppointmentStore::hold(AppointmentId id, SessionId session) {
    return m_database.transact([&]() -> Result<Appointment> {
        const Appointment known = TRY(arranged(id));
        if (known.session == session)
            return known;
        if (!session.isNull()) {
            if (known.cancelled)
                return Error{ErrorCode::InvalidArgument, "the appointment was cancelled; restore it first",
                             0};
            const Session held = TRY(SessionStore(m_database).byId(session));
            if (held.mentee != known.mentee)
                return Error{ErrorCode::InvalidArgument,
                             "the session is " + held.menteeName + "'s, the appointment " + known.menteeName +
                                 "'s",
                             0};
            if (m_database.prepare("SELECT 1 FROM appointment WHERE session = ?1").bind(session).next())
                return Error{ErrorCode::InvalidArgument, "the session came of another appointment", 0};
        }
        TRY(m_database.append(id.uuid(), "appointment.held",
                              {{"id", jsonOf(id)}, {"session", jsonOf(session)}}));
        return byId(id);
    });
}

Result<Appointment> AppointmentStore::arranged(AppointmentId id) const {
    const Appointment known = TRY(byId(id));
    TRY(checkArranges(m_database, known.mentee));
    return known;
}

Result<Appointment> AppointmentStore::byId(AppointmentId id) const {
    return m_database.guard([&]() -> Result<Appointment> {
        Statement rows = m_database.prepare(
            "SELECT a.id, a.mentee, p.name, a.kind, a.at_ms, a.minutes, a.kit, (SELECT k.name FROM "
            "kit_version k WHERE k.kit = a.kit ORDER BY k.version DESC LIMIT 1), a.mode, a.place, a.panel, "
            "a.sequence, a.changed_at_ms, a.cancelled, a.reason, a.session "
            "FROM appointment a JOIN person p ON p.id = a.mentee WHERE a.id = ?1");
        rows.bind(id);
        auto found = appointmentsFrom(rows);
        if (found.empty())
            return Error{ErrorCode::NotFound, "there is no appointment " + id.toString(), 0};
        if (!TRY(seesAppointments(m_database, found.front().mentee)))
            return Error{ErrorCode::Denied, "the appointment is " + found.front().menteeName + "'s", 0};
        return std::move(found.front());
    });
}

Result<Appointment> AppointmentStore::find(std::string_view text, PersonId mentee) const {
    if (const auto whole = AppointmentId::parse(text))
        return byId(*whole);
    return m_database.guard([&]() -> Result<Appointment> {
        const std::string part = foldCase(trimmed(text));
        if (part == "next") {
            const auto next = mentee.isNull() ? TRY(aheadOfMentees(WallTime::now(), 1))
                                              : TRY(ahead(mentee, WallTime::now(), 1));
            if (next.empty())
                return Error{ErrorCode::NotFound, "no interview is ahead", 0};
            return next.front();
        }
        if (part.size() < kShortestPartOfId)
            return Error{ErrorCode::InvalidArgument,
                         "\"" + part +
                             "\" is too short for an appointment: at least 6 characters of its id, or next",
                         0};
        Statement rows =
            m_database.prepare("SELECT id FROM appointment WHERE substr(id, 1, length(?1)) = ?1 OR "
                               "substr(id, length(id) - length(?1) + 1, length(?1)) = ?1 LIMIT 2");
        rows.bind(part);
        if (!rows.next())
            return Error{ErrorCode::NotFound, "there is no appointment \"" + part + "\"", 0};
        const auto id = rows.id<AppointmentId>(0);
        if (rows.next())
            return Error{ErrorCode::InvalidArgument, "more than one appointment fits \"" + part + "\"", 0};
        return byId(id);
    });
}

Result<std::vector<Appointment>> AppointmentStore::of(PersonId mentee) const {
    return m_database.guard([&]() -> Result<std::vector<Appointment>> {
        if (!TRY(seesAppointments(m_database, mentee)))
            return std::vector<Appointment>();
        Statement rows = m_database.prepare(
            "SELECT a.id, a.mentee, p.name, a.kind, a.at_ms, a.minutes, a.kit, (SELECT k.name FROM "
            "kit_version k WHERE k.kit = a.kit ORDER BY k.version DESC LIMIT 1), a.mode, a.place, a.panel, "
            "a.sequence, a.changed_at_ms, a.cancelled, a.reason, a.session "
            "FROM appointment a JOIN person p ON p.id = a.mentee WHERE a.mentee = ?1 ORDER BY a.at_ms, a.id");
        rows.bind(mentee);
        return appointmentsFrom(rows);
    });
}

Result<std::vector<Appointment>> AppointmentStore::ahead(PersonId mentee, WallTime now, int limit) const {
    return m_database.guard([&]() -> Result<std::vector<Appointment>> {
        if (!TRY(seesAppointments(m_database, mentee)))
            return std::vector<Appointment>();
        Statement rows = m_database.prepare(
            "SELECT a.id, a.mentee, p.name, a.kind, a.at_ms, a.minutes, a.kit, (SELECT k.name FROM "
            "kit_version k WHERE k.kit = a.kit ORDER BY k.version DESC LIMIT 1), a.mode, a.place, a.panel, "
            "a.sequence, a.changed_at_ms, a.cancelled, a.reason, a.session "
            "FROM appointment a JOIN person p ON p.id = a.mentee WHERE a.mentee = ?1 AND a.at_ms >= ?2 - ?4 "
            "AND a.at_ms + a.minutes * 60000 >= ?2 AND a.cancelled = 0 AND a.session IS NULL "
            "ORDER BY a.at_ms, a.id LIMIT ?3");
        rows.bind(mentee, now, limit, kLongestMinutes * std::int64_t{60'000});
        return appointmentsFrom(rows);
    });
}

Result<std::vector<Appointment>> AppointmentStore::aheadOfMentees(WallTime now, int limit) const {
    return m_database.guard([&]() -> Result<std::vector<Appointment>> {
        const PersonId actor = m_database.actor();
        if (actor.isNull() && TRY(AccessStore(m_database).peopleSignIn()))
            return std::vector<Appointment>(); // nobody is nobody
        const bool all =
            actor.isNull() || TRY(PeopleStore(m_database).byId(actor)).roles.contains(Role::Coordinator);
        Statement rows = m_database.prepare(
            "SELECT a.id, a.mentee, p.name, a.kind, a.at_ms, a.minutes, a.kit, (SELECT k.name FROM "
            "kit_version k WHERE k.kit = a.kit ORDER BY k.version DESC LIMIT 1), a.mode, a.place, a.panel, "
            "a.sequence, a.changed_at_ms, a.cancelled, a.reason, a.session "
            "FROM appointment a JOIN person p ON p.id = a.mentee WHERE a.at_ms >= ?1 - ?5 "
            "AND a.at_ms + a.minutes * 60000 >= ?1 AND a.cancelled = 0 AND a.session IS NULL "
            "AND (?3 OR EXISTS (SELECT 1 FROM running_pair r WHERE r.mentee = a.mentee AND (r.mentor = ?4 OR "
            "r.liaison = ?4))) ORDER BY a.at_ms, a.id LIMIT ?2");
        rows.bind(now, limit, all ? 1 : 0, actor, kLongestMinutes * std::int64_t{60'000});
        return appointmentsFrom(rows);
    });
}

Result<std::optional<Appointment>> AppointmentStore::expecting(PersonId mentee, KitId kit,
                                                               WallTime at) const {
    auto fitting = TRY(of(mentee));
    std::erase_if(fitting, [&](const Appointment& one) {
        return one.cancelled || !one.session.isNull() || one.kind != AppointmentKind::Mock ||
               (!one.kit.isNull() && one.kit != kit) ||
               std::abs(one.at.milliseconds - at.milliseconds) > kDayMs;
    });
    const auto nearest = std::min_element(fitting.begin(), fitting.end(), [&](const auto& a, const auto& b) {
        return std::abs(a.at.milliseconds - at.milliseconds) < std::abs(b.at.milliseconds - at.milliseconds);
    });
    if (nearest == fitting.end())
        return std::optional<Appointment>();
    return std::optional(*nearest);
}

Result<std::optional<Appointment>> AppointmentStore::ofSession(SessionId session) const {
    return m_database.guard([&]() -> Result<std::optional<Appointment>> {
        Statement row = m_database.prepare("SELECT id FROM appointment WHERE session = ?1");
        if (!row.bind(session).next())
            return std::optional<Appointment>();
        return std::optional(TRY(byId(row.id<AppointmentId>(0))));
    });
}

Result<std::vector<AppointmentChange>> AppointmentStore::history(AppointmentId id) const {
    return m_database.guard([&]() -> Result<std::vector<AppointmentChange>> {
        TRY(byId(id));
        static constexpr std::string_view kPrefix = "appointment.";
        std::vector<AppointmentChange> all;
        for (const Event& event : m_database.events(id.uuid())) {
            AppointmentChange one{event.kind.substr(kPrefix.size()), event.at, {}, {}, {}, {}};
            if (!event.author.isNull())
                one.author = TRY(PeopleStore(m_database).byId(event.author)).name;
            one.at.milliseconds = event.payload.value("at_ms", std::int64_t{0});
            one.place = event.payload.value("place", std::string());
            one.reason = event.payload.value("reason", std::string());
            all.push_back(std::move(one));
        }
        return all;
    });
}

} // namespace mockingbird::catalog
