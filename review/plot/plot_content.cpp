// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_content.h"

#include "common/exchange/csv.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("plot", text);
}

QString numberText(double value) {
    return QString::number(value, 'g', 12);
}

QString sentence(const QString& text) {
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

/// Of one series of several its name leads; with but one, the categories say it all.
QString seriesText(const PlotContent& content, const PlotSeries& series) {
    QStringList parts;
    for (std::size_t i = 0; i < content.categories.size() && i < series.values.size(); ++i) {
        const QString cell = cellText(series.values[i]);
        if (!cell.isEmpty())
            parts << QStringLiteral("%1: %2").arg(content.categories[i], cell);
    }
    if (parts.isEmpty())
        return {};
    const QString values = parts.join(QStringLiteral("; "));
    return sentence(content.series.size() > 1 && !series.name.isEmpty()
                        ? QStringLiteral("%1: %2").arg(series.name, values)
                        : values);
}

} // namespace

const PlotValue* valueAt(const PlotContent& content, PlotPlace place) {
    if (place.series >= content.series.size() || place.category >= content.categories.size())
        return nullptr;
    const auto& values = content.series[place.series].values;
    return place.category < values.size() ? &values[place.category] : nullptr;
}

QString cellText(const PlotValue& value) {
    if (!value.text.isEmpty())
        return value.text;
    return value.value ? numberText(*value.value) : QString();
}

QString placeText(const PlotContent& content, PlotPlace place) {
    const PlotValue* value = valueAt(content, place);
    if (value == nullptr)
        return {};
    QString head = content.categories[place.category];
    const QString& name = content.series[place.series].name;
    if (content.series.size() > 1 && !name.isEmpty())
        head += QStringLiteral(", ") + name;
    const QString cell = cellText(*value);
    QString text = head + QStringLiteral(": ") + (cell.isEmpty() ? tr("nothing") : cell);
    if (!value->detail.isEmpty())
        text += QStringLiteral(". ") + value->detail;
    return text;
}

QString plotText(const PlotContent& content) {
    QStringList parts{sentence(content.title), sentence(content.description)};
    if (!content.unit.isEmpty())
        parts << tr("Values: %1.").arg(content.unit);
    for (const PlotSeries& series : content.series)
        parts << seriesText(content, series);
    if (!hasValues(content))
        parts << tr("No values.");
    parts << sentence(content.note);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" "));
}

bool hasValues(const PlotContent& content) {
    return std::ranges::any_of(content.series, [](const PlotSeries& series) {
        return std::ranges::any_of(series.values,
                                   [](const PlotValue& value) { return value.value.has_value(); });
    });
}

std::string plotCsv(const PlotContent& content) {
    exchange::CsvWriter csv;
    std::vector<std::string> row{content.categoryTitle.toStdString()};
    for (const PlotSeries& series : content.series)
        row.push_back((series.name.isEmpty() ? content.title : series.name).toStdString());
    csv.add(row);
    for (std::size_t i = 0; i < content.categories.size(); ++i) {
        row = {content.categories[i].toStdString()};
        for (const PlotSeries& series : content.series) {
            const PlotValue value = i < series.values.size() ? series.values[i] : PlotValue{};
            row.push_back((value.value ? numberText(*value.value) : value.text).toStdString());
        }
        csv.add(row);
    }
    return csv.text();
}

} // namespace mockingbird::review
