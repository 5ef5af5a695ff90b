// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/comparison_csv.h"

#include "common/exchange/csv.h"
#include "review/report/html_text.h"

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

} // namespace

std::string comparisonCsv(const Comparison& comparison) {
    exchange::CsvWriter table;
    table.add({"criterion", "attempt", "held", "rater", "state", "level", "since_previous", "since_first"});
    for (const ComparedCriterion& compared : comparison.criteria) {
        const std::string criterion = cleanText(compared.criterion.name);
        for (std::size_t i = 0; i < compared.cells.size(); ++i) {
            const ComparisonCell& cell = compared.cells[i];
            const Attempt& attempt = comparison.attempts[i];
            const std::string number = std::to_string(attempt.number);
            for (const RaterScore& score : cell.scores)
                table.add({criterion, number, attempt.heldAt.toIso(), cleanText(score.raterName),
                           std::string(catalog::name(score.state)), decimal(score.level), "", ""});
            if (cell.agreed)
                table.add(
                    {criterion, number, attempt.heldAt.toIso(), "", "agreed", decimal(cell.agreed), "", ""});
            table.add({criterion, number, attempt.heldAt.toIso(), "", "mean", decimal(cell.mean),
                       decimal(cell.sincePrevious), decimal(cell.sinceFirst)});
        }
    }
    for (const Attempt& attempt : comparison.attempts) {
        if (attempt.total)
            table.add({"in all, percent", std::to_string(attempt.number), attempt.heldAt.toIso(), "", "total",
                       decimal(attempt.total->percent), decimal(attempt.total->sincePrevious),
                       decimal(attempt.total->sinceFirst)});
    }
    return table.text();
}

} // namespace mockingbird::review
