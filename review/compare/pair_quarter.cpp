// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/pair_quarter.h"

#include "common/catalog/catalog.h"
#include "common/catalog/preparation.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace mockingbird::review {

namespace {

constexpr int kSessionsAtOnce = 10;
constexpr int kMostAhead = 20; // appointments
constexpr std::size_t kMostCommitmentsToTalkAbout = 3;

/// The sessions of the quarter, the oldest first, and when the last one until its end was.
Result<void> readSessions(catalog::Catalog& catalog, PairQuarter& read) {
    const catalog::SessionFilter filter{.mentee = read.mentee.id};
    catalog::SessionPlace place{read.quarter.end(), {}};
    for (bool more = true; more;) {
        auto page = TRY(catalog.sessions().page(filter, kSessionsAtOnce, place));
        more = page.size() == static_cast<std::size_t>(kSessionsAtOnce);
        for (catalog::Session& session : page) {
            place = placeOf(session);
            if (!read.lastSession)
                read.lastSession = session.startedAt;
            more = more && session.startedAt >= read.quarter.begin();
            if (session.startedAt >= read.quarter.begin())
                read.sessions.push_back({std::move(session), 0});
        }
    }
    std::ranges::reverse(read.sessions);
    return {};
}

Result<void> readReviews(catalog::Catalog& catalog, PairQuarter& read) {
    const catalog::Programme programme(catalog);
    read.outstanding = TRY(programme.quarters().outstanding(read.mentee.id, read.quarter.end(), read.now));
    std::map<catalog::SessionId, int> owed;
    for (const catalog::OutstandingReview& review : read.outstanding)
        ++owed[review.session];
    for (QuarterSession& held : read.sessions)
        held.outstanding = owed[held.session.id];
    read.feedback =
        TRY(programme.feedback().ofMentee(read.mentee.id, read.quarter.begin(), read.quarter.end()));
    for (catalog::TakenAlong& taken : TRY(programme.commitments().ofMentee(read.mentee.id))) {
        if (taken.heldAt >= read.quarter.end())
            continue;
        if (!taken.closing)
            read.openCommitments.push_back(std::move(taken));
        else if (taken.closing->heldAt >= read.quarter.begin() && taken.closing->heldAt < read.quarter.end())
            read.closedCommitments.push_back(std::move(taken));
    }
    return {};
}

Result<void> readBeside(catalog::Catalog& catalog, PairQuarter& read) {
    const catalog::Preparation preparation(catalog);
    for (const QuarterSession& held : read.sessions) {
        const auto said = TRY(preparation.confidence().ofSession(held.session.id));
        if (said.before || said.after)
            read.confidence.push_back(said);
    }
    read.confidenceShared = !read.confidence.empty() || TRY(preparation.confidence().shared(read.mentee.id));
    for (catalog::Outcome& outcome : TRY(catalog::Programme(catalog).outcomes().ofPerson(read.mentee.id)))
        if (outcome.on >= read.quarter.firstDay() && outcome.on <= read.quarter.lastDay())
            read.outcomes.push_back(std::move(outcome));
    std::ranges::reverse(read.outcomes);
    read.appointments = TRY(preparation.appointments().ahead(read.mentee.id, read.now, kMostAhead));
    return {};
}

/// How far the mentee's confidence moved within the quarter, where two sessions tell.
std::optional<TalkingPoint> confidenceMoved(const PairQuarter& quarter) {
    const auto levelOf = [](const catalog::SessionConfidence& said) {
        return said.before ? said.before->level : said.after->level;
    };
    if (quarter.confidence.size() < 2)
        return std::nullopt;
    // Before with before where both were said, so that like is compared with like.
    const auto& first = quarter.confidence.front();
    const auto& last = quarter.confidence.back();
    const int moved = first.before && last.before ? last.before->level - first.before->level
                      : first.after && last.after ? last.after->level - first.after->level
                                                  : levelOf(last) - levelOf(first);
    if (moved == 0)
        return std::nullopt;
    TalkingPoint point;
    point.kind = moved < 0 ? TalkingPointKind::ConfidenceFell : TalkingPointKind::ConfidenceRose;
    point.session = last.session;
    point.when = last.startedAt;
    point.count = std::abs(moved);
    return point;
}

void addWhatIsDue(const PairQuarter& quarter, std::vector<TalkingPoint>& points) {
    const auto add = [&](TalkingPointKind kind, const std::string& subject, catalog::SessionId session,
                         std::optional<WallTime> when) {
        points.push_back({kind, subject, session, std::nullopt, when, 0, std::nullopt});
    };
    for (const catalog::OutstandingReview& review : quarter.outstanding) {
        if (review.ofMentee)
            add(TalkingPointKind::SelfReviewAwaited, review.raterName, review.session, review.heldAt);
        else if (review.overdue)
            add(TalkingPointKind::ReviewOverdue, review.raterName, review.session, review.heldAt);
    }
    for (const catalog::Feedback& feedback : quarter.feedback)
        if (!feedback.seenAt)
            add(TalkingPointKind::FeedbackUnopened, {}, feedback.session, feedback.openedAt);
    if (quarter.sessions.empty())
        add(TalkingPointKind::NothingPracticed, {}, {}, quarter.lastSession);
}

} // namespace

int PairQuarter::unopened() const {
    return static_cast<int>(std::ranges::count_if(
        feedback, [](const catalog::Feedback& each) { return !each.seenAt.has_value(); }));
}

int PairQuarter::overdue() const {
    return static_cast<int>(std::ranges::count_if(outstanding, &catalog::OutstandingReview::overdue));
}

std::vector<TalkingPoint> PairQuarter::talkingPoints() const {
    std::vector<TalkingPoint> points;
    addWhatIsDue(*this, points);
    for (const catalog::TakenAlong& taken : closedCommitments)
        points.push_back({TalkingPointKind::CommitmentKept, taken.commitment.text, taken.closing->session,
                          taken.closing->moment, taken.closing->heldAt, 0, std::nullopt});
    for (std::size_t i = 0; i < std::min(openCommitments.size(), kMostCommitmentsToTalkAbout); ++i) {
        const catalog::TakenAlong& taken = openCommitments[i];
        points.push_back({TalkingPointKind::CommitmentOpen, taken.commitment.text, taken.session,
                          std::nullopt, taken.heldAt, 0, std::nullopt});
    }
    if (const auto moved = confidenceMoved(*this))
        points.push_back(*moved);
    for (const catalog::Outcome& outcome : outcomes) {
        const auto day = catalog::beginOfDay(outcome.on);
        points.push_back({TalkingPointKind::OutcomeReached,
                          outcome.text,
                          {},
                          std::nullopt,
                          day.ok() ? std::optional(*day) : std::nullopt,
                          0,
                          outcome.kind});
    }
    for (const catalog::Appointment& ahead : appointments)
        points.push_back({TalkingPointKind::InterviewAhead,
                          ahead.kitName.empty() ? ahead.place : ahead.kitName,
                          {},
                          std::nullopt,
                          ahead.at,
                          0,
                          std::nullopt});
    if (appointments.empty() && now < quarter.end())
        points.push_back(
            {TalkingPointKind::NothingAhead, {}, {}, std::nullopt, std::nullopt, 0, std::nullopt});
    return points;
}

Result<PairQuarter> readPairQuarter(catalog::Catalog& catalog, catalog::PairId pair,
                                    const catalog::Quarter& quarter, WallTime now) {
    PairQuarter read;
    read.quarter = quarter;
    read.now = now;
    read.pair = TRY(catalog::Programme(catalog).quarters().pair(pair));
    read.cohort = TRY(catalog.people().cohort(read.pair.cohort));
    read.mentee = TRY(catalog.people().byId(read.pair.mentee));
    read.mentor = TRY(catalog.people().byId(read.pair.mentor));
    if (!read.pair.liaison.isNull())
        read.liaison = TRY(catalog.people().byId(read.pair.liaison));
    TRY(readSessions(catalog, read));
    TRY(readReviews(catalog, read));
    TRY(readBeside(catalog, read));
    return read;
}

} // namespace mockingbird::review
