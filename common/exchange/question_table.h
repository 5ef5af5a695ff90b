// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/exchange/csv.h"
#include "common/exchange/remark.h"

namespace mockingbird::exchange {

struct QuestionTable {
    std::vector<catalog::Question>
        questions; ///< with their ids where the table has them, null ones otherwise
    std::vector<Remark> remarks;
};

/// Whether the table has a column of questions.
[[nodiscard]] bool isQuestionTable(const CsvRow& heading);

/// Questions from a table with a column `question` (or `text`), and where it has them `competency`, `probes`
/// (several in a cell with | between them, or a column each: `Probe 1`, `Probe 2`), `strong answer`,
/// `seconds` (or minutes and seconds, 1:30) and `id`. InvalidArgument, saying which columns there are, where
/// it has no questions, and for more than kMostQuestions.
[[nodiscard]] Result<QuestionTable> questionsFrom(const CsvDocument& table);
/// From a text with a question on each line; a number or a bullet before it is left out.
[[nodiscard]] Result<QuestionTable> questionsFromLines(std::string_view bytes);

/// The table of a kit's questions. questionsFrom() reads it as it was.
[[nodiscard]] std::string questionTable(const std::vector<catalog::Question>& questions);

inline constexpr std::size_t kMostQuestions = 500;
inline constexpr std::size_t kMostProbes = 50; ///< of a question

} // namespace mockingbird::exchange
