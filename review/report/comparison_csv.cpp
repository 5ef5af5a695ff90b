// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/comparison_csv.h"

#include "common/exchange/csv.h"
#include "review/report/html_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace mockingbird::review {

namespace {

std::string decimal(const std::optional<double>& value) {
    if (!value)
        return {};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.2f", *value);
    return text.data();
}

/// One row; what a kind has no use for stays empty.
struct ComparisonLine {
    std::string kind;
    std::string what;
    std::string attempt;
    std::string held;
    std::string rater = {};
    std::string state = {};
    std::string value = {};
    std::string sincePrevious = {};
    std::string sinceFirst = {};
    const Change* previous = nullptr; ///< what is known of how much a change is worth
    const Change* first = nullptr;
};

class ComparisonRows {
public:
    ComparisonRows() {
        m_table.add({"kind", "what", "attempt", "held", "rater", "state", "value", "since_previous",
                     "since_previous_margin", "since_previous_verdict", "since_first", "since_first_margin",
                     "since_first_verdict"});
    }

    void add(const ComparisonLine& line) {
        m_table.add({line.kind, cleanText(line.what), line.attempt, line.held, cleanText(line.rater),
                     line.state, line.value, line.sincePrevious, margin(line.previous),
                     verdict(line.previous), line.sinceFirst, margin(line.first), verdict(line.first)});
    }
    [[nodiscard]] const std::string& text() const { return m_table.text(); }

private:
    static std::string margin(const Change* change) {
        return change == nullptr ? std::string() : decimal(change->margin);
    }
    static std::string verdict(const Change* change) {
        return change == nullptr ? std::string() : std::string(name(change->verdict));
    }

    exchange::CsvWriter m_table;
};

/// The criterion's changes up to that attempt: since the one before, since the first.
std::pair<const Change*, const Change*> changesAt(const PersonProgress& progress, catalog::SessionId session,
                                                  catalog::CriterionId criterion) {
    for (const ProgressGroup& group : progress.groups)
        for (std::size_t i = 0; i < group.attempts.size(); ++i) {
            if (progress.attempts.at(group.attempts[i]).session.id != session)
                continue;
            const auto found = std::ranges::find(
                group.criteria, criterion, [](const CriterionProgress& one) { return one.criterion.id; });
            if (found == group.criteria.end())
                return {};
            const auto changeIn = [&](const std::vector<std::optional<ChangeSince>>& changes) {
                return changes.at(i) ? &changes[i]->change : nullptr;
            };
            return {changeIn(found->sincePrevious), changeIn(found->sinceFirst)};
        }
    return {};
}

void addCells(ComparisonRows& rows, const Comparison& comparison, const PersonProgress& progress,
              const ComparedCriterion& compared) {
    for (std::size_t i = 0; i < compared.cells.size(); ++i) {
        const ComparisonCell& cell = compared.cells[i];
        const Attempt& attempt = comparison.attempts[i];
        ComparisonLine line{"level", compared.criterion.name, std::to_string(attempt.number),
                            attempt.heldAt.toIso()};
        for (const RaterScore& score : cell.scores) {
            line.rater = score.raterName;
            line.state = catalog::name(score.state);
            line.value = decimal(score.level);
            rows.add(line);
        }
        line.rater.clear();
        if (cell.agreed) {
            line.state = "agreed";
            line.value = decimal(cell.agreed);
            rows.add(line);
        }
        line.state = "mean";
        line.value = decimal(cell.mean);
        line.sincePrevious = decimal(cell.sincePrevious);
        line.sinceFirst = decimal(cell.sinceFirst);
        const auto [previous, first] = changesAt(progress, attempt.session, compared.criterion.id);
        line.previous = cell.sincePrevious ? previous : nullptr;
        line.first = cell.sinceFirst ? first : nullptr;
        rows.add(line);
    }
}

void addConfidence(ComparisonRows& rows, const Comparison& comparison, const PersonProgress& progress) {
    for (const Attempt& attempt : comparison.attempts) {
        const ProgressAttempt* found = progress.attempt(attempt.session);
        if (found == nullptr)
            continue;
        for (const auto& [what, level] :
             {std::pair("before", found->confidenceBefore), std::pair("after", found->confidenceAfter)})
            if (level)
                rows.add({"confidence",
                          what,
                          std::to_string(attempt.number),
                          attempt.heldAt.toIso(),
                          {},
                          {},
                          std::to_string(*level)});
    }
}

void addCommitments(ComparisonRows& rows, const PersonProgress& progress) {
    for (const CommitmentProgress& commitment : progress.commitments) {
        const ProgressAttempt* from = progress.attempt(commitment.taken.session);
        rows.add({"commitment",
                  commitment.taken.commitment.text,
                  from == nullptr ? std::string() : std::to_string(from->session.attempt),
                  commitment.taken.heldAt.toIso(),
                  {},
                  std::string(name(commitment.fate))});
    }
}

} // namespace

std::string comparisonCsv(const Comparison& comparison, const PersonProgress& progress) {
    ComparisonRows rows;
    for (const ComparedCriterion& compared : comparison.criteria)
        addCells(rows, comparison, progress, compared);
    for (const Attempt& attempt : comparison.attempts)
        if (attempt.total)
            rows.add({.kind = "total",
                      .what = "in all, percent",
                      .attempt = std::to_string(attempt.number),
                      .held = attempt.heldAt.toIso(),
                      .value = decimal(attempt.total->percent),
                      .sincePrevious = decimal(attempt.total->sincePrevious),
                      .sinceFirst = decimal(attempt.total->sinceFirst)});
    addConfidence(rows, comparison, progress);
    addCommitments(rows, progress);
    return rows.text();
}

} // namespace mockingbird::review
