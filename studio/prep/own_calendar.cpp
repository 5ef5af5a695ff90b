// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/own_calendar.h"

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/preparation.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"
#include "common/exchange/calendar_text.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Appointment;
using catalog::AppointmentKind;
using exchange::CalendarEntry;

constexpr int kMostAhead = 500;
constexpr int kDayMinutes = 1440;
constexpr int kHourMinutes = 60;
constexpr int kShortestSession = 1;

std::string modeWords(catalog::SessionMode mode) {
    switch (mode) {
    case catalog::SessionMode::InPerson:
        return "In person";
    case catalog::SessionMode::Virtual:
        return "Over a call";
    case catalog::SessionMode::Solo:
        return "Alone";
    }
    return {};
}

CalendarEntry entryOf(const Appointment& one, catalog::PersonId reader) {
    CalendarEntry entry;
    entry.uid = one.id.toString() + "@mockingbird";
    entry.start = one.at;
    entry.minutes = one.minutes;
    entry.summary = one.kind == AppointmentKind::Real ? "Interview" : "Mock interview";
    if (one.mentee != reader)
        entry.summary += " of " + one.menteeName;
    if (!one.kitName.empty())
        entry.summary += ": " + one.kitName;
    entry.location = one.place;
    if (exchange::isAddress(one.place))
        entry.url = one.place;
    entry.description = modeWords(one.mode) + ".";
    if (!one.panel.empty())
        entry.description += "\nPanel: " + one.panel;
    if (!one.reason.empty())
        entry.description += "\nCancelled: " + one.reason;
    entry.sequence = one.sequence;
    entry.changedAt = one.changedAt;
    entry.cancelled = one.cancelled;
    if (one.session.isNull())
        entry.remindMinutesBefore = {kDayMinutes, kHourMinutes};
    return entry;
}

Result<CalendarEntry> entryOf(catalog::Catalog& catalog, const catalog::Session& session) {
    CalendarEntry entry;
    entry.uid = session.id.toString() + "@mockingbird";
    entry.start = session.startedAt;
    double seconds = 0;
    for (const catalog::Recording& part : TRY(catalog.recordings().ofSession(session.id)))
        seconds += part.duration.seconds();
    entry.minutes = std::max(kShortestSession, static_cast<int>((seconds + 59) / 60));
    entry.summary = "Mock interview, recorded: " + session.kitName;
    entry.description = modeWords(session.mode) + ". Attempt " + std::to_string(session.attempt) + ".";
    entry.changedAt = session.startedAt;
    return entry;
}

} // namespace

Result<OwnCalendar> ownCalendar(catalog::Catalog& catalog, catalog::PersonId person, WallTime now) {
    const catalog::Person owner = TRY(catalog.people().byId(person));
    if (catalog.actor() != person)
        return Error{ErrorCode::Denied, "the calendar is " + owner.name + "'s", 0};
    const catalog::Preparation preparation(catalog);
    std::vector<CalendarEntry> entries;
    for (const Appointment& one : TRY(preparation.appointments().of(person)))
        entries.push_back(entryOf(one, person));
    for (const catalog::Session& session : TRY(catalog.sessions().all({person, std::nullopt}))) {
        if (session.state == "recorded" && !TRY(preparation.appointments().ofSession(session.id)))
            entries.push_back(TRY(entryOf(catalog, session)));
    }
    const bool mentor =
        owner.roles.contains(catalog::Role::Mentor) || owner.roles.contains(catalog::Role::Liaison);
    if (mentor) {
        const auto pairs = TRY(catalog.people().pairs());
        for (const Appointment& one : TRY(preparation.appointments().aheadOfMentees(now, kMostAhead))) {
            // A coordinator sees everybody's; their calendar is for those they accompany.
            const bool theirs = std::any_of(pairs.begin(), pairs.end(), [&](const catalog::Pair& pair) {
                return pair.mentee == one.mentee && (pair.mentor == person || pair.liaison == person);
            });
            if (theirs && one.mentee != person)
                entries.push_back(entryOf(one, person));
        }
    }
    return OwnCalendar{exchange::calendarText(entries), entries.size()};
}

} // namespace mockingbird::studio
