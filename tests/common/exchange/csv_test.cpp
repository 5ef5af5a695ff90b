// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/csv.h"

#include "common/base/whole_file.h"

#include <gmock/gmock.h>
#include <random>

namespace mockingbird::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Rows = std::vector<std::vector<std::string>>;

Rows read(std::string_view bytes) {
    Rows rows;
    const auto document = readCsv(bytes);
    if (!document.ok())
        return {{"refused: " + document.error().detail}};
    for (const CsvRow& row : document->rows)
        rows.push_back(row.cells);
    return rows;
}

std::string failure(std::string_view bytes, const CsvLimits& limits = {}) {
    const auto document = readCsv(bytes, limits);
    return document.ok() ? "read" : document.error().detail;
}

std::string written(const Rows& rows, CsvWriter::ByteOrderMark mark = CsvWriter::ByteOrderMark::With) {
    CsvWriter writer(mark);
    for (const auto& row : rows)
        writer.add(row);
    return writer.text();
}

TEST(Csv, ReadsQuotesLinesAndEmptyCells) {
    EXPECT_THAT(
        read("a,b\r\n\"x, \"\"y\"\"\",\r\n\"two\r\nlines\",z"),
        ElementsAre(ElementsAre("a", "b"), ElementsAre("x, \"y\"", ""), ElementsAre("two\r\nlines", "z")));
    EXPECT_THAT(read("a\rb\nc"), ElementsAre(ElementsAre("a"), ElementsAre("b"), ElementsAre("c")));
    EXPECT_THAT(read("a\n\n\r\n\"\"\nb\n"), ElementsAre(ElementsAre("a"), ElementsAre(""), ElementsAre("b")));
    EXPECT_THAT(read("6\" shelf,b"), ElementsAre(ElementsAre("6\" shelf", "b")));
}

TEST(Csv, FindsTheDelimiterInTheHeading) {
    EXPECT_THAT(read("a;b;c\n1,5;2;3"),
                ElementsAre(ElementsAre("a", "b", "c"), ElementsAre("1,5", "2", "3")));
    EXPECT_THAT(read("a\tb\n1;2\t3"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1;2", "3")));
    EXPECT_THAT(read("\"a;b;c\",d\n1;2"), ElementsAre(ElementsAre("a;b;c", "d"), ElementsAre("1;2")));
    EXPECT_THAT(read("sep=;\r\na;b,c,d"), ElementsAre(ElementsAre("a", "b,c,d")));
    EXPECT_THAT(read("\n\nquestion\nWhy, then?"),
                ElementsAre(ElementsAre("question"), ElementsAre("Why", " then?")));
    EXPECT_EQ(readCsv("a;b")->delimiter, ';');
}

TEST(Csv, KnowsTheLineOfEveryRow) {
    const auto document = readCsv("a\n\n\"b\r\nb\"\r\nc");
    ASSERT_TRUE(document.ok());
    ASSERT_EQ(document->rows.size(), 3u);
    EXPECT_EQ(document->rows[1].line, 3u);
    EXPECT_EQ(document->rows[2].line, 5u);
    EXPECT_EQ(document->records().size(), 2u);
}

TEST(Csv, SaysWhereAQuoteIsWrong) {
    EXPECT_EQ(failure("a,b\nx,\"open\nand on"), "line 2, column 3: a quote opens here and is never closed");
    EXPECT_EQ(read("a,b\nx,\"open\nand on\"").size(), 2u) << "the control";
    EXPECT_THAT(failure("a\n\"x\"y"), HasSubstr("line 2, column 4: text stands behind a closing quote"));
    EXPECT_EQ(failure(""), "the table is empty");
    EXPECT_EQ(failure("\n\r\n"), "the table is empty");
}

TEST(Csv, RefusesWhatIsTooLarge) {
    CsvLimits limits;
    const std::string table = "aaaa,b\nccc,d\ne,f\n";
    EXPECT_EQ(failure(table, limits), "read");
    const auto with = [](auto member, std::size_t value) {
        CsvLimits limited;
        limited.*member = value;
        return limited;
    };
    EXPECT_EQ(failure(table, with(&CsvLimits::bytes, 16)), "the table has more than 16 bytes");
    EXPECT_EQ(failure(table, with(&CsvLimits::rows, 2)), "line 3: the table has more than 2 rows");
    EXPECT_EQ(failure(table, with(&CsvLimits::columns, 1)), "line 1, column 6: a row has more than 1 cells");
    EXPECT_EQ(failure(table, with(&CsvLimits::cells, 5)), "line 3: the table has more than 5 cells");
    EXPECT_EQ(failure(table, with(&CsvLimits::cellBytes, 3)),
              "line 1, column 4: a cell has more than 3 bytes");
    EXPECT_EQ(failure("\"aaaa\"", with(&CsvLimits::cellBytes, 3)),
              "line 1, column 1: a cell has more than 3 bytes");
    for (const auto member : {&CsvLimits::rows, &CsvLimits::columns, &CsvLimits::cellBytes})
        EXPECT_EQ(failure(table, with(member, 4)), "read") << "the control";
    EXPECT_THAT(failure(std::string((32U << 20U) + 1, 'a')), HasSubstr("more than 33,554,432 bytes"));
}

TEST(Csv, ReadsAFileAndNamesItInItsFailures) {
    const auto file =
        std::filesystem::temp_directory_path() / ("mockingbird_csv_" + std::to_string(::getpid()) + ".csv");
    ASSERT_TRUE(writeWholeFile(file, "a\n\"b").ok());
    EXPECT_EQ(readCsvFile(file).error().detail,
              "\"" + file.filename().string() +
                  "\", line 2, column 1: a quote opens here and is never closed");
    CsvLimits limits;
    limits.bytes = 3;
    EXPECT_THAT(readCsvFile(file, limits).error().detail, HasSubstr("more than 3 bytes"));
    std::filesystem::remove(file);
    EXPECT_EQ(readCsvFile(file).error().code, ErrorCode::NotFound);
}

TEST(CsvHeading, FindsColumnsHoweverTheyAreWritten) {
    const CsvHeading heading({1, {"E-mail Address", "probe_1", "NAME", "Probe 2", "probes"}});
    EXPECT_EQ(heading.column({"mail", "email address"}), 0u);
    EXPECT_EQ(heading.column({"name"}), 2u);
    EXPECT_EQ(heading.column({"probe"}), std::nullopt);
    EXPECT_THAT(heading.columns({"probe", "probes"}), ElementsAre(1, 3, 4));
    EXPECT_THAT(heading.columns({"question"}), IsEmpty());
    const CsvRow row{2, {"a"}};
    EXPECT_EQ(row.cell(0), "a");
    EXPECT_EQ(row.cell(5), "");
    EXPECT_EQ(row.cell(std::nullopt), "");
}

TEST(CsvCell, QuotesWhatHasToBe) {
    EXPECT_EQ(csvCell("plain"), "plain");
    EXPECT_EQ(csvCell(""), "");
    EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
    EXPECT_EQ(csvCell("a;b"), "\"a;b\"");
    EXPECT_EQ(csvCell("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csvCell("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csvCell(" blank"), "\" blank\"");
}

TEST(CsvCell, NeverBecomesAFormula) {
    for (const char* formula :
         {"=1+1",   "+cmd",      "-cmd",      "@sum",      "\t=1",      "\r=1", "  =1",
          "\tx",    "\uFF1D1+1", "\uFF0Bcmd", "\uFF0Dcmd", "\uFF20sum", "\n=1", " \t =1",
          "\r\n=1", "\u00A0=1",  "\u3000=1",  "\uFEFF=1",  "-1+cmd",    "- 1",  "--1"}) {
        const std::string cell = csvCell(formula);
        EXPECT_EQ(cell.substr(cell.starts_with('"') ? 1 : 0, 1), "'") << formula;
    }
    EXPECT_EQ(csvCell("-0.5"), "-0.5") << "a number stays one";
    EXPECT_EQ(csvCell("+2"), "+2");
    EXPECT_EQ(csvCell("a=1"), "a=1");
    EXPECT_EQ(csvCell("'tis"), "'tis");
}

TEST(CsvCell, IsUndoneByTheReader) {
    for (const char* text :
         {"=1+1", "'=1+1", "''=1", "'", "''", "'tis", "-0.5", "'-0.5", "\t", "'\t", " '=1", "@", "-"})
        EXPECT_THAT(read(csvCell(text)), ElementsAre(ElementsAre(text)));
    EXPECT_THAT(read("'=SUM(A1)"), ElementsAre(ElementsAre("=SUM(A1)"))) << "as spreadsheets write it";
}

TEST(CsvWriter, WritesMarkAndLineEnds) {
    EXPECT_EQ(written({{"a", "b"}, {""}}), "\xEF\xBB\xBF"
                                           "a,b\r\n\"\"\r\n");
    EXPECT_EQ(written({{"a"}}, CsvWriter::ByteOrderMark::Without), "a\r\n");
    EXPECT_EQ(written({{std::string("a\0\xff", 3)}}, CsvWriter::ByteOrderMark::Without), "a\uFFFD\uFFFD\r\n");
}

TEST(CsvWriter, LosesNothing) {
    const std::vector<std::string> parts{"a",      "\"",   ",",          ";",      "\t",        "\r",
                                         "\n",     "'",    "=",          "+",      "-",         "@",
                                         " ",      "1",    ".",          "\uFEFF", "\u00E9",    "\uFF1D",
                                         "\u00A0", "sep=", "\U0001F600", "\x1b",   "PK\x03\x04"};
    std::mt19937 random(7);
    const auto upTo = [&](std::size_t most) { return static_cast<std::size_t>(random() % (most + 1)); };
    for (int round = 0; round < 4000; ++round) {
        Rows rows(1 + upTo(3));
        const std::size_t columns = 1 + upTo(3);
        for (auto& row : rows) {
            row.resize(columns);
            for (std::string& cell : row)
                for (std::size_t count = upTo(4); count > 0; --count)
                    cell += parts[upTo(parts.size() - 1)];
        }
        for (const auto mark : {CsvWriter::ByteOrderMark::With, CsvWriter::ByteOrderMark::Without}) {
            const std::string text = written(rows, mark);
            ASSERT_EQ(read(text), rows) << text;
        }
    }
}

} // namespace
} // namespace mockingbird::exchange
