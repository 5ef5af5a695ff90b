// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::review {

enum class PlotKind {
    Lines,  ///< a value for each category, along time; one series or several, and marks around them
    Bars,   ///< horizontal bars from 0; several series side by side
    Shares, ///< horizontal bars of 100 %, each split into the series: a distribution
};

/// One value of a series. Without a value nothing is drawn, but its text is written in its place.
struct PlotValue {
    std::optional<double> value = {};
    QString text = {};   ///< as it is written: `3.5`, `40 %`, `fewer than five`; may be empty
    QString detail = {}; ///< what is said besides while it is hovered or reached; may be empty
    bool joined = true;  ///< Lines: with the value before it, so that a line leads here
};

enum class SeriesLook {
    Line,  ///< Lines: a line with marks, and its values written beside them
    Marks, ///< Lines: small marks beside the line, named by their letters
};

struct PlotSeries {
    QString name = {};
    std::vector<PlotValue> values = {}; ///< one a category
    SeriesLook look = SeriesLook::Line;
    QString letters = {}; ///< Marks: two letters at most, written at the last one
};

struct PlotTick {
    double value = 0;
    QString label = {};
};

/// What a plot shows, whole: it is drawn, said, tabled and exported from this alone. Texts are translated
/// already, and plain.
struct PlotContent {
    PlotKind kind = PlotKind::Lines;
    QString title = {};
    QString categoryTitle = {}; ///< what the categories are, such as `Attempt`: the table's first heading
    QString unit = {};          ///< what the values count, such as `level`, `people`; may be empty
    std::vector<QString> categories = {};
    std::vector<QString> shortCategories = {}; ///< as the axis has them, where there are any; one a category
    std::vector<PlotSeries> series = {};
    std::vector<PlotTick> ticks = {}; ///< of the value axis, rising; found from the values without any
    std::size_t colorIndex = 0;       ///< the first series' colour in the palette
    QString description = {};         ///< the plot in a sentence or two; plotText() goes on with the values
    QString note = {};                ///< what to keep in mind, below the plot; may be empty
};

/// A place in a plot: series and category.
struct PlotPlace {
    std::size_t series = 0;
    std::size_t category = 0;
    bool operator==(const PlotPlace&) const = default;
};

/// Nullptr where there is no such value.
[[nodiscard]] const PlotValue* valueAt(const PlotContent& content, PlotPlace place);
/// The value in a sentence: `Attempt 2, Ann: 3. Draft`.
[[nodiscard]] QString placeText(const PlotContent& content, PlotPlace place);
/// The whole plot in words: title, description, every value, note.
[[nodiscard]] QString plotText(const PlotContent& content);
/// The value as the table has it: its text, else the number, else nothing.
[[nodiscard]] QString cellText(const PlotValue& value);
/// Whether there is a value anywhere.
[[nodiscard]] bool hasValues(const PlotContent& content);
/// The table behind it, for a spreadsheet: UTF-8 with a byte order mark, numbers as numbers with a point,
/// formulas disarmed. A row for each category, a column for each series.
[[nodiscard]] std::string plotCsv(const PlotContent& content);

} // namespace mockingbird::review
