// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/plot_export.h"

#include "common/ui/theme.h"
#include "review/plot/drawn_plot.h"

#include <QBuffer>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QtCharts/QChart>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kPixelsAnInch = 96;
constexpr int kFiner = 2;

void paintPlot(QPainter& painter, const PlotContent& content) {
    const QSize size = exportSize(content);
    QGraphicsScene scene;
    auto* chart = new QChart; // the scene owns it
    scene.addItem(chart);
    chart->resize(size);
    DrawnPlot drawn(*chart);
    drawn.draw(content, PlotColors::ofPaper(), DrawnPlot::Title::With);
    chart->layout()->activate();
    drawn.placeTexts();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(QPointF(0, 0), size);
    scene.render(&painter, whole, whole);
}

} // namespace

QSize exportSize(const PlotContent& content) {
    if (content.kind == PlotKind::Lines)
        return {ui::px(std::max(640, 70 * static_cast<int>(content.categories.size()))), ui::px(400)};
    const int bars =
        content.kind == PlotKind::Shares ? 1 : std::max(1, static_cast<int>(content.series.size()));
    const int rows = static_cast<int>(content.categories.size());
    return {ui::px(800), ui::px(110 + rows * (16 + 20 * bars))};
}

QByteArray plotSvg(const PlotContent& content) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(kPixelsAnInch);
    svg.setSize(exportSize(content));
    svg.setViewBox(QRect(QPoint(0, 0), exportSize(content)));
    svg.setTitle(content.title.toHtmlEscaped());
    svg.setDescription(plotText(content).toHtmlEscaped());
    QPainter painter(&svg);
    paintPlot(painter, content);
    painter.end();
    return bytes;
}

QByteArray plotPng(const PlotContent& content) {
    QImage image(exportSize(content) * kFiner, QImage::Format_RGB32);
    image.setDevicePixelRatio(kFiner);
    image.fill(PlotColors::ofPaper().surface());
    QPainter painter(&image);
    paintPlot(painter, content);
    painter.end();
    image.setText(QStringLiteral("Title"), content.title);
    image.setText(QStringLiteral("Description"), plotText(content));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace mockingbird::review
