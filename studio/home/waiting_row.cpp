// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/waiting_row.h"

#include "common/ui/text.h"
#include "studio/prep/appointments_panel.h"
#include "studio/prep/due_text.h"

#include <QCoreApplication>

namespace mockingbird::studio {

namespace {

using Kind = Waiting::Kind;
using Leads = WaitingRow::Leads;

QString tr(const char* text) {
    return QCoreApplication::translate("WaitingRow", text);
}

QString attemptText(const catalog::Session& session) {
    return tr("Attempt %1 at %2, %3")
        .arg(session.attempt)
        .arg(ui::toQString(session.kitName), ui::longDate(session.startedAt));
}

} // namespace

WaitingRow waitingRow(const Waiting& one, catalog::PersonId reader, WallTime now) {
    const QString from = ui::toQString(one.from);
    const QString who = ui::toQString(one.who);
    const bool own = one.session.mentee == reader;
    const QString whose = own ? tr("your") : tr("%1's").arg(ui::toQString(one.session.menteeName));
    const QString attempt = one.session.id.isNull() ? QString() : attemptText(one.session);
    const QString waited =
        one.since ? tr("%1 · waiting %2").arg(attempt, sinceText(*one.since, now)) : attempt;
    const catalog::SessionId session = one.session.id;
    switch (one.kind) {
    case Kind::Interview: {
        const bool mine = one.appointment->mentee == reader;
        const QString when = interviewText(one.appointment->at, now);
        return {"prepare",
                mine ? tr("Your next interview is %1").arg(when) : tr("%1's interview is %2").arg(who, when),
                appointmentDetail(*one.appointment),
                tr("Prepare"),
                Leads::Preparation,
                {}};
    }
    case Kind::ChecklistDue:
        return {"check",
                one.count == 1 ? tr("One point of your checklist is due")
                               : tr("%1 points of your checklist are due").arg(one.count),
                {},
                tr("Look"),
                Leads::Preparation,
                {}};
    case Kind::ReviewToWrite:
        return {"review", tr("Review %1 interview").arg(whose), waited, tr("Review"), Leads::Session,
                session};
    case Kind::ReviewToFinish:
        return {"note",         tr("Finish and seal your review of %1 interview").arg(whose),
                waited,         tr("Go on"),
                Leads::Session, session};
    case Kind::ScoresToAgree:
        return {"people",       tr("Agree on the levels that differ in %1 interview").arg(whose),
                attempt,        tr("Agree"),
                Leads::Session, session};
    case Kind::SelfReview:
        return {"review",       tr("Review your own interview: then you see your mentors' words"),
                attempt,        tr("Review"),
                Leads::Session, session};
    case Kind::FeedbackSealed:
        return {
            "check",        tr("Feedback from %1 is written; it opens to you once all are done").arg(from),
            attempt,        tr("Look at the recording"),
            Leads::Session, session};
    case Kind::FeedbackToRead:
        return {"note", tr("Feedback from %1").arg(from), attempt, tr("Read"), Leads::Session, session};
    case Kind::ConfidenceAfter:
        return {"note", tr("How confident are you now?"), attempt, {}, Leads::Session, session};
    case Kind::ReviewOverdue:
        return {"warning",      tr("%1 has not reviewed %2 interview yet").arg(from, whose),
                waited,         tr("Look at the recording"),
                Leads::Session, session};
    case Kind::PairQuiet:
        return {"people",
                tr("Nothing is happening between %1 and %2").arg(who, from),
                one.since ? tr("No interview %1, and none ahead").arg(sinceText(*one.since, now))
                          : tr("No interview yet, and none ahead"),
                tr("Set a day"),
                Leads::Preparation,
                {}};
    case Kind::MenteeUnpaired:
        return {"people", tr("%1 has no mentor yet").arg(who), {}, tr("Pair them"), Leads::People, {}};
    case Kind::RecordingUnended:
        return {"warning",      tr("The recording of %1 interview was never ended").arg(whose),
                attempt,        tr("Look"),
                Leads::Session, session};
    }
    return {};
}

} // namespace mockingbird::studio
