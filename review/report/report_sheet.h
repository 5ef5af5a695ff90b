// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/report/comparison_plot.h"

#include <string>
#include <utility>
#include <vector>

namespace mockingbird::review {

struct SheetTable {
    std::vector<std::string> heading;
    std::vector<std::vector<std::string>> rows; ///< the first cell of each says what the row is of
};

/// A bar of 100 %, split into parts in their order.
struct ShareBar {
    std::string label;
    std::vector<std::pair<std::string, int>> parts; ///< name, count
};

struct SheetSection {
    std::string title;
    std::vector<std::string> lines = {};  ///< paragraphs
    std::vector<std::string> points = {}; ///< a list, the first the most urgent
    std::vector<ShareBar> bars = {};
    SheetTable table = {};
    std::string note = {}; ///< what to keep in mind, below
    bool half = false;     ///< beside the next one that is, where there is room
};

/// A report of a page or two as plain text by its parts, written as HTML here and as PDF by pdf/sheet_pdf, so
/// that both say the same.
struct ReportSheet {
    std::string eyebrow;
    std::string title;
    std::string lead;
    std::string notice; ///< what it is, and whose
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<SheetSection> sections;
    std::string footer;
};

[[nodiscard]] std::string sheetHtml(const ReportSheet& sheet);
/// A section of one, for a page that holds more.
[[nodiscard]] std::string sectionHtml(const SheetSection& section);

/// The bars as an SVG element; empty where none has a part.
[[nodiscard]] std::string shareBars(const std::vector<ShareBar>& bars, const PlotInk& ink);

} // namespace mockingbird::review
