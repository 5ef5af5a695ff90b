// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/review_round.h"
#include "review/agreement/agreement.h"
#include "review/agreement/rater_tendency.h"
#include "review/agreement/score_difference.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/text_table.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

namespace mockingbird::studio {

namespace {

using nlohmann::json;

struct Wanted {
    std::string session;
    std::string cohort;
    std::string kit;
};

/// What several raters gave, over all the sessions looked at.
struct Pool {
    std::map<catalog::PersonId, std::map<std::size_t, int>> levels; ///< of each rater, by unit
    std::map<catalog::PersonId, std::string> names;
    std::size_t units = 0;
    std::size_t sessions = 0;
    std::set<std::pair<catalog::RubricId, int>> rubrics; ///< the versions they were rated by

    void add(const std::vector<review::ScoredUnit>& scored) {
        for (const review::ScoredUnit& unit : scored) {
            for (const catalog::Score& score : unit.scores) {
                levels[score.rater][units] = score.level;
                names[score.rater] = score.raterName;
            }
            ++units;
        }
    }
    [[nodiscard]] review::Ratings ratings() const {
        review::Ratings rows;
        for (const auto& [rater, given] : levels) {
            rows.emplace_back(units);
            for (const auto& [unit, level] : given)
                rows.back()[unit] = level;
        }
        return rows;
    }
};

/// The sealed reviews of the session's raters, where there are two and the viewer may read them all.
Result<bool> addSession(Pool& pool, catalog::Catalog& catalog, catalog::SessionId id) {
    const auto round = TRY(catalog.reviews().round(id));
    const auto viewer = TRY(catalog::viewerOf(catalog));
    std::set<catalog::ReviewId> compared;
    for (const catalog::Review& each : round.reviews) {
        if (each.state == catalog::ReviewState::Draft || each.rater == round.session.mentee)
            continue;
        if (!round.mayRead(viewer, each))
            return false;
        compared.insert(each.id);
    }
    if (compared.size() < 2)
        return false;
    auto scores = TRY(catalog.reviews().scores(id));
    std::erase_if(scores, [&](const catalog::Score& score) { return !compared.contains(score.review); });
    const auto kit = TRY(catalog.kits().byId(round.session.kit, round.session.kitVersion));
    pool.add(review::scoredUnits(kit, scores));
    ++pool.sessions;
    pool.rubrics.emplace(kit.rubric.id, kit.rubric.version);
    return true;
}

Result<std::vector<catalog::Session>> sessionsOf(catalog::Catalog& catalog, const Wanted& wanted) {
    catalog::SessionFilter filter;
    if (!wanted.kit.empty())
        filter.kit = TRY(catalog.kits().find(wanted.kit)).id;
    auto sessions = TRY(catalog.sessions().all(filter));
    if (!wanted.cohort.empty()) {
        const auto cohort = TRY(findCohort(catalog, wanted.cohort));
        std::set<catalog::PersonId> mentees;
        for (const catalog::Pair& pair : TRY(catalog.people().pairs()))
            if (pair.cohort == cohort.id)
                mentees.insert(pair.mentee);
        std::erase_if(sessions,
                      [&](const catalog::Session& session) { return !mentees.contains(session.mentee); });
    }
    return sessions;
}

std::string decimals(double value, int places) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    return text;
}

json coefficient(const std::optional<review::Agreement>& agreement) {
    if (!agreement)
        return nullptr;
    return {{"value", agreement->value}, {"n", agreement->n}};
}

Outcome outcomeOf(const Pool& pool) {
    const review::Ratings ratings = pool.ratings();
    const auto same = review::percentAgreement(ratings);
    const auto near = review::percentAgreement(ratings, 1);
    const auto kappa =
        ratings.size() == 2 ? review::quadraticWeightedKappa(ratings[0], ratings[1]) : std::nullopt;
    const auto alpha = review::krippendorffAlphaOrdinal(ratings);
    json raters = json::array();
    for (const auto& [id, name] : pool.names)
        raters.push_back(reference(id, name));
    Outcome outcome;
    outcome.document = {{"sessions", pool.sessions},
                        {"raters", std::move(raters)},
                        {"percent_same", coefficient(same)},
                        {"percent_within_one", coefficient(near)},
                        {"kappa", coefficient(kappa)},
                        {"alpha", coefficient(alpha)},
                        {"rubric_versions", pool.rubrics.size()}};
    TextTable table({"", "Value", "n"});
    const auto percent = [&](const char* what, const std::optional<review::Agreement>& share) {
        table.add({what, share ? decimals(share->value * 100, 0) + " %" : "-",
                   share ? std::to_string(share->n) : "0"});
    };
    const auto figure = [&](const char* what, const std::optional<review::Agreement>& value) {
        table.add({what, value ? decimals(value->value, 2) : "-", value ? std::to_string(value->n) : "0"});
    };
    percent("Same level", same);
    percent("At most one level apart", near);
    if (ratings.size() == 2)
        figure("Quadratic weighted kappa", kappa);
    else
        figure("Krippendorff's alpha, ordinal", alpha);
    outcome.text = std::to_string(pool.sessions) + (pool.sessions == 1 ? " session, " : " sessions, ") +
                   std::to_string(ratings.size()) + " raters\n" + table.toString();
    if (pool.rubrics.size() > 1)
        outcome.text += "\nThey were rated by " + std::to_string(pool.rubrics.size()) +
                        " rubrics or versions of one, whose levels may mean different things. Agreement is "
                        "counted within each session; no level is compared across them.\n";
    return outcome;
}

Result<Outcome> agreement(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    TRY(invocation.actIfKnown());
    Pool pool;
    if (!wanted.session.empty()) {
        if (!wanted.kit.empty() || !wanted.cohort.empty())
            return Error{ErrorCode::InvalidArgument, "say either a session, or --kit and --cohort", 0};
        const auto session = TRY(catalog.sessions().find(wanted.session));
        if (!TRY(addSession(pool, catalog, session.id)))
            return Error{ErrorCode::NotFound,
                         "the session has no two sealed reviews by raters that may be read together", 0};
        return outcomeOf(pool);
    }
    for (const catalog::Session& session : TRY(sessionsOf(catalog, wanted)))
        TRY(addSession(pool, catalog, session.id));
    if (pool.sessions == 0)
        return Error{ErrorCode::NotFound,
                     "no session has two sealed reviews by raters that may be read together", 0};
    return outcomeOf(pool);
}

json figureDocument(const std::optional<review::Tendency>& tendency) {
    if (!tendency)
        return nullptr;
    return {{"value", tendency->value}, {"n", tendency->n}};
}

Result<Outcome> tendency(Invocation& invocation) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto person = TRY(invocation.actor());
    const auto figures = TRY(review::tendencyOf(catalog, person.id));
    Outcome outcome;
    outcome.document = {{"rater", reference(person.id, person.name)},
                        {"reviews", figures.reviews},
                        {"severity", figureDocument(figures.severity)},
                        {"spread_within", figureDocument(figures.spreadWithin)},
                        {"co_raters_spread_within", figureDocument(figures.coRatersSpreadWithin)},
                        {"central_share", figureDocument(figures.centralShare)},
                        {"co_raters_central_share", figureDocument(figures.coRatersCentralShare)},
                        {"evidence_share", figureDocument(figures.evidenceShare)}};
    TextTable table({"", "You", "Co-raters", "n"});
    const auto row = [&](const char* what, const std::optional<review::Tendency>& own,
                         const std::optional<review::Tendency>& others, int places, double scale) {
        table.add({what, own ? decimals(own->value * scale, places) : "-",
                   others ? decimals(others->value * scale, places) : "",
                   own ? std::to_string(own->n) : "0"});
    };
    row("Levels above (+) or below (-) co-raters", figures.severity, std::nullopt, 2, 1);
    row("Spread of levels within a review", figures.spreadWithin, figures.coRatersSpreadWithin, 2, 1);
    row("Scores on the middle of the scale, %", figures.centralShare, figures.coRatersCentralShare, 0, 100);
    row("Scores that rest on a moment, %", figures.evidenceShare, std::nullopt, 0, 100);
    outcome.text = person.name + ", " + std::to_string(figures.reviews) +
                   " sealed reviews. For you alone.\n" + table.toString();
    return outcome;
}

} // namespace

void addAgreementCommands(CommandSet& commands) {
    const Command command = commands.add("agreement", "How far raters agree, over one session or many");
    const auto wanted = std::make_shared<Wanted>();
    command.text("SESSION", wanted->session, "", "Only this one; all that may be read otherwise");
    command.text("--cohort", wanted->cohort, "C", "Only sessions of this cohort's mentees");
    command.text("--kit", wanted->kit, "K", "Only sessions held with this kit");
    command.runs([wanted](Invocation& invocation) { return agreement(invocation, *wanted); });

    commands.add("tendency", "How you tend to rate, for you alone").runs(tendency);
}

} // namespace mockingbird::studio
