// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/question_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace mockingbird::exchange {

namespace {

using catalog::Question;
using catalog::QuestionId;

constexpr int kMostSeconds = 24 * 3600;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<int> wholeNumber(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// Of `90`, `90 s` or `1:30`.
std::optional<int> secondsFrom(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view unit : {"seconds", "sec", "s"})
        if (text.ends_with(unit)) {
            text = trimmed(text.substr(0, text.size() - unit.size()));
            break;
        }
    std::optional<int> seconds;
    if (const auto colon = text.find(':'); colon == std::string_view::npos) {
        seconds = wholeNumber(text);
    } else {
        const auto minutes = wholeNumber(text.substr(0, colon));
        const auto rest = wholeNumber(text.substr(colon + 1));
        if (!minutes || !rest || *minutes < 0 || *minutes > kMostSeconds / 60 || *rest < 0 || *rest > 59 ||
            text.size() - colon != 3)
            return std::nullopt;
        seconds = *minutes * 60 + *rest;
    }
    return seconds && *seconds >= 0 && *seconds <= kMostSeconds ? seconds : std::nullopt;
}

/// Where a table's columns lie.
struct Columns {
    explicit Columns(const CsvHeading& heading)
        : text(heading.column({"question", "question text", "text", "questions", "prompt"})),
          competency(
              heading.column({"competency", "competence", "competencies", "skill", "category", "topic"})),
          strongAnswer(heading.column({"strong answer", "what a strong answer shows", "a strong answer shows",
                                       "model answer", "look for", "answer"})),
          seconds(heading.column({"seconds", "answer seconds", "time", "answer time", "time in seconds"})),
          id(heading.column({"id", "question id"})),
          probes(heading.columns(
              {"probe", "probes", "follow up", "follow ups", "follow up question", "follow up questions"})) {}

    std::optional<std::size_t> text;
    std::optional<std::size_t> competency;
    std::optional<std::size_t> strongAnswer;
    std::optional<std::size_t> seconds;
    std::optional<std::size_t> id;
    std::vector<std::size_t> probes;

    [[nodiscard]] bool knows(std::size_t column) const {
        return column == text || column == competency || column == strongAnswer || column == seconds ||
               column == id || std::ranges::find(probes, column) != probes.end();
    }
    /// Several probes lie in a cell of a column that has no number, as in `Probes`.
    [[nodiscard]] static bool holdsSeveral(const CsvHeading& heading, std::size_t column) {
        const char last = heading.keys()[column].back();
        return last < '0' || last > '9';
    }
};

std::string quoted(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "\"" : ", \"") + word + "\"";
    return text;
}

Error tooMany(std::size_t line) {
    return {ErrorCode::InvalidArgument,
            "line " + std::to_string(line) + ": there are more than " + std::to_string(kMostQuestions) +
                " questions",
            0};
}

/// Reads a table's rows into questions, and remarks on them.
class QuestionReader {
public:
    explicit QuestionReader(const CsvDocument& table)
        : m_table(table), m_heading(table.heading()), m_columns(m_heading) {}

    Result<QuestionTable> read() {
        if (!m_columns.text)
            return Error{ErrorCode::InvalidArgument,
                         "line " + std::to_string(m_table.heading().line) +
                             ": no column is called \"question\" or \"text\"; there are " +
                             quoted(m_table.heading().cells),
                         0};
        remarkOnColumns();
        for (const CsvRow& row : m_table.records()) {
            if (std::ranges::all_of(row.cells, [](const auto& cell) { return trimmed(cell).empty(); }))
                continue;
            if (trimmed(row.cell(m_columns.text)).empty()) {
                remark(row, "there is no question, so the line is left out.");
                continue;
            }
            if (m_read.questions.size() == kMostQuestions)
                return tooMany(row.line);
            m_read.questions.push_back(TRY(question(row)));
        }
        if (m_read.questions.empty())
            return Error{ErrorCode::InvalidArgument, "the table has no questions below its heading", 0};
        return std::move(m_read);
    }

private:
    void remark(const CsvRow& row, std::string text) {
        m_read.remarks.push_back({row.line, std::move(text)});
    }

    void remarkOnColumns() {
        const CsvRow& heading = m_table.heading();
        for (std::size_t column = 0; column < heading.cells.size(); ++column)
            if (!m_columns.knows(column) && !m_heading.keys()[column].empty())
                remark(heading,
                       "the column \"" + heading.cells[column] + "\" has no place here and is not taken.");
    }

    Result<Question> question(const CsvRow& row) {
        if (row.cells.size() > m_table.heading().cells.size())
            remark(row, "there are more cells than the heading has; those behind it are not taken. Is a text "
                        "with a comma in it without its quotes?");
        Question question;
        question.text = row.cell(m_columns.text);
        question.competency = row.cell(m_columns.competency);
        question.strongAnswer = row.cell(m_columns.strongAnswer);
        for (const std::size_t column : m_columns.probes)
            addProbes(question, row.cell(column), Columns::holdsSeveral(m_heading, column));
        if (question.probes.size() > kMostProbes)
            return Error{ErrorCode::InvalidArgument,
                         "line " + std::to_string(row.line) + ": a question has more than " +
                             std::to_string(kMostProbes) + " probes",
                         0};
        if (const std::string& cell = row.cell(m_columns.seconds); !trimmed(cell).empty()) {
            const auto seconds = secondsFrom(cell);
            if (!seconds)
                remark(row, "\"" + cell + "\" is no time in seconds; the kit's usual time holds.");
            question.seconds = seconds.value_or(0);
        }
        if (const std::string& cell = row.cell(m_columns.id); !trimmed(cell).empty())
            takeId(question, row, trimmed(cell));
        return question;
    }

    static void addProbes(Question& question, const std::string& cell, bool several) {
        if (!several) {
            if (!cell.empty())
                question.probes.push_back(cell);
            return;
        }
        for (std::string_view rest = cell;;) {
            const auto bar = rest.find('|');
            if (const auto probe = trimmed(rest.substr(0, bar)); !probe.empty())
                question.probes.emplace_back(probe);
            if (bar == std::string_view::npos)
                return;
            rest.remove_prefix(bar + 1);
        }
    }

    void takeId(Question& question, const CsvRow& row, std::string_view cell) {
        const auto id = QuestionId::parse(cell);
        if (!id.ok()) {
            if (!m_foreignIds)
                remark(row, "\"" + std::string(cell) +
                                "\" is none of this program's ids; such questions are new.");
            m_foreignIds = true;
        } else if (!m_ids.insert(*id).second) {
            remark(row, "the id is that of a line before; the question is new.");
        } else {
            question.id = *id;
        }
    }

    const CsvDocument& m_table;
    CsvHeading m_heading;
    Columns m_columns;
    std::set<QuestionId> m_ids;
    bool m_foreignIds = false;
    QuestionTable m_read;
};

/// Without `12.`, `3)`, a dash, a star or a bullet before it.
std::string_view withoutNumber(std::string_view line) {
    line = trimmed(line);
    for (const std::string_view bullet : {"- ", "* ", "\u2022", "\u2013 ", "\u2014 "})
        if (line.starts_with(bullet))
            return trimmed(line.substr(bullet.size()));
    const auto digits = line.find_first_not_of("0123456789");
    if (digits > 0 && digits <= 3 && digits + 1 < line.size() &&
        (line[digits] == '.' || line[digits] == ')') && (line[digits + 1] == ' ' || line[digits + 1] == '\t'))
        return trimmed(line.substr(digits + 1));
    return line;
}

} // namespace

bool isQuestionTable(const CsvRow& heading) {
    return Columns(CsvHeading(heading)).text.has_value();
}

Result<QuestionTable> questionsFrom(const CsvDocument& table) {
    return QuestionReader(table).read();
}

Result<QuestionTable> questionsFromLines(std::string_view bytes) {
    const CsvLimits limits;
    if (bytes.size() > limits.bytes)
        return Error{ErrorCode::InvalidArgument,
                     "the text has more than " + std::to_string(limits.bytes) + " bytes", 0};
    const DecodedText decoded = TRY(decodeText(bytes));
    QuestionTable read;
    std::size_t number = 0;
    for (std::string_view rest = decoded.text; !rest.empty();) {
        ++number;
        const auto end = rest.find_first_of("\r\n");
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos
                               ? rest.size()
                               : end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
        const auto text = withoutNumber(line);
        if (text.empty())
            continue;
        if (read.questions.size() == kMostQuestions)
            return tooMany(number);
        if (text.size() > limits.cellBytes)
            return Error{ErrorCode::InvalidArgument, "line " + std::to_string(number) + " is too long", 0};
        read.questions.emplace_back().text = text;
    }
    if (read.questions.empty())
        return Error{ErrorCode::InvalidArgument, "the text has no questions", 0};
    return read;
}

std::string questionTable(const std::vector<Question>& questions) {
    std::size_t probes = 0;
    for (const Question& question : questions)
        probes = std::max(probes, question.probes.size());
    std::vector<std::string> heading{"Id", "Question", "Competency", "Strong answer", "Seconds"};
    for (std::size_t i = 1; i <= probes; ++i)
        heading.push_back("Probe " + std::to_string(i));
    CsvWriter table;
    table.add(heading);
    for (const Question& question : questions) {
        std::vector<std::string> row{
            question.id.isNull() ? std::string() : question.id.toString(), question.text, question.competency,
            question.strongAnswer, question.seconds == 0 ? std::string() : std::to_string(question.seconds)};
        row.insert(row.end(), question.probes.begin(), question.probes.end());
        row.resize(heading.size());
        table.add(row);
    }
    return table.text();
}

} // namespace mockingbird::exchange
