// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/quarter_csv.h"

#include "common/exchange/csv.h"
#include "review/report/html_text.h"
#include "review/report/quarter_sheet.h"

namespace mockingbird::review {

namespace {

/// One row; what a kind has no use for stays empty.
struct QuarterLine {
    std::string kind;
    std::string what = {};
    std::string who = {};
    std::string on = {};
    std::string state = {};
    std::string count = {};
    std::string session = {}; ///< its id
};

class QuarterRows {
public:
    explicit QuarterRows(Naming naming) : m_named(naming == Naming::ByName) {
        m_table.add({"kind", "what", "who", "on", "state", "count", "session"});
    }

    void add(const QuarterLine& line) {
        m_table.add({line.kind, cleanText(line.what), cleanText(line.who), line.on, cleanText(line.state),
                     line.count, m_named ? line.session : std::string()});
    }
    void total(const std::string& what, std::size_t count) {
        add({.kind = "total", .what = what, .count = std::to_string(count)});
    }
    [[nodiscard]] const std::string& text() const { return m_table.text(); }

private:
    exchange::CsvWriter m_table;
    bool m_named;
};

void addTotals(QuarterRows& rows, const PairQuarter& quarter, Naming naming) {
    rows.add({.kind = "pair",
              .what = quarter.quarter.name(),
              .who = naming == Naming::ByName ? quarter.mentee.name : std::string(),
              .on = quarter.quarter.firstDay(),
              .state = quarter.cohort.name});
    rows.total("sessions", quarter.sessions.size());
    rows.total("reviews owed", quarter.outstanding.size());
    rows.total("reviews overdue", static_cast<std::size_t>(quarter.overdue()));
    rows.total("feedback not looked at", static_cast<std::size_t>(quarter.unopened()));
    rows.total("commitments open", quarter.openCommitments.size());
    rows.total("outcomes", quarter.outcomes.size());
}

} // namespace

std::string quarterCsv(const PairQuarter& quarter, Naming naming) {
    QuarterRows rows(naming);
    addTotals(rows, quarter, naming);
    for (const TalkingPoint& point : quarter.talkingPoints())
        rows.add({.kind = "talk about",
                  .what = talkingText(quarter, point, naming),
                  .on = point.when ? catalog::localDayOf(*point.when) : std::string(),
                  .session = point.session.isNull() ? std::string() : point.session.toString()});
    for (const QuarterSession& held : quarter.sessions)
        rows.add({.kind = "session",
                  .what = attemptText(held.session),
                  .on = catalog::localDayOf(held.session.startedAt),
                  .state = std::string(catalog::name(held.session.mode)),
                  .count = std::to_string(held.outstanding),
                  .session = held.session.id.toString()});
    for (const catalog::OutstandingReview& review : quarter.outstanding)
        rows.add({.kind = "review owed",
                  .who = raterText(quarter, review.raterName, naming),
                  .on = catalog::localDayOf(review.heldAt),
                  .state = owedText(review),
                  .session = review.session.toString()});
    for (const catalog::Feedback& feedback : quarter.feedback)
        rows.add({.kind = "feedback",
                  .what = "opened " + catalog::localDayOf(feedback.openedAt),
                  .on = catalog::localDayOf(feedback.heldAt),
                  .state = feedback.seenAt ? "looked at " + catalog::localDayOf(*feedback.seenAt)
                                           : std::string("not looked at"),
                  .count = std::to_string(feedback.reviews),
                  .session = feedback.session.toString()});
    for (const auto* some : {&quarter.openCommitments, &quarter.closedCommitments})
        for (const catalog::TakenAlong& taken : *some)
            rows.add({.kind = "commitment",
                      .what = taken.commitment.text,
                      .who = raterText(quarter, taken.raterName, naming),
                      .on = catalog::localDayOf(taken.heldAt),
                      .state = taken.closing ? "kept " + catalog::localDayOf(taken.closing->heldAt)
                                             : std::string("open"),
                      .session = (taken.closing ? taken.closing->session : taken.session).toString()});
    for (const catalog::SessionConfidence& said : quarter.confidence)
        for (const auto& [moment, value] :
             {std::pair{"confidence before", said.before}, std::pair{"confidence after", said.after}})
            if (value)
                rows.add({.kind = moment,
                          .on = catalog::localDayOf(said.startedAt),
                          .count = std::to_string(value->level),
                          .session = said.session.toString()});
    for (const catalog::Outcome& outcome : quarter.outcomes)
        rows.add({.kind = "outcome",
                  .what = outcome.text,
                  .on = outcome.on,
                  .state = std::string(catalog::name(outcome.kind))});
    for (const catalog::Appointment& appointment : quarter.appointments)
        rows.add({.kind = "appointment",
                  .what = appointment.kitName,
                  .on = catalog::localDayOf(appointment.at),
                  .state = std::string(catalog::name(appointment.kind))});
    return rows.text();
}

} // namespace mockingbird::review
