// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/caption_painting.h"

#include "common/ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <memory>

namespace mockingbird::review {

namespace {

constexpr int kMostLines = 3;
constexpr double kWidest = 0.92;     ///< of the area's width
constexpr double kUsualHeight = 480; ///< of the area where letters have the body's size, times kLarger
constexpr double kLarger = 1.15;
constexpr double kMostGrowth = 2.0;
constexpr double kSmallest = 0.6; ///< of the usual size, where the words need it
constexpr double kMargin = 0.035; ///< of the area's height, under the last line
const QColor kGround(0, 0, 0, 215);

using Paragraphs = std::vector<std::unique_ptr<QTextLayout>>;

std::unique_ptr<QTextLayout> paragraph(const QString& name, const QString& words, const QFont& font) {
    const QString before = name.isEmpty() ? QString() : name + QStringLiteral(": ");
    auto layout = std::make_unique<QTextLayout>(before + words, font);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    if (!name.isEmpty()) {
        QTextCharFormat strong;
        strong.setFontWeight(QFont::Bold);
        layout->setFormats({{0, static_cast<int>(before.size()), strong}});
    }
    return layout;
}

/// Breaks what is said into lines of that width; how many there are.
int lay(const Paragraphs& paragraphs, double width) {
    int lines = 0;
    for (const auto& each : paragraphs) {
        each->beginLayout();
        for (QTextLine line = each->createLine(); line.isValid(); line = each->createLine())
            line.setLineWidth(width);
        each->endLayout();
        lines += each->lineCount();
    }
    return lines;
}

Paragraphs paragraphsOf(const std::vector<const catalog::Cue*>& cues, const QFont& font, bool joined) {
    Paragraphs paragraphs;
    for (const catalog::Cue* cue : cues) {
        QString name = QString::fromStdString(cue->speaker);
        QString text = QString::fromStdString(cue->text);
        if (joined)
            text.replace(u'\n', u' ');
        for (const QString& line : text.split(u'\n')) {
            paragraphs.push_back(paragraph(name, line, font));
            name.clear();
        }
    }
    return paragraphs;
}

} // namespace

QRectF paintCaptions(QPainter& painter, const QRectF& area, const std::vector<const catalog::Cue*>& cues) {
    if (cues.empty() || area.isEmpty())
        return {};
    QFont font = ui::font(ui::TextStyle::Body);
    const double usual = QFontMetricsF(font).height() / 1.2 * kLarger *
                         std::clamp(area.height() / kUsualHeight, 1.0, kMostGrowth);
    const double width = area.width() * kWidest;
    Paragraphs paragraphs;
    for (double part = 1.0; part >= kSmallest; part -= 0.1) {
        font.setPixelSize(std::max(8, static_cast<int>(std::lround(usual * part))));
        // Their own breaks are kept where there is room for them.
        paragraphs = paragraphsOf(cues, font, false);
        if (lay(paragraphs, width) <= kMostLines)
            break;
        paragraphs = paragraphsOf(cues, font, true);
        if (lay(paragraphs, width) <= kMostLines)
            break;
    }

    const QFontMetricsF metrics(font);
    const double pad = std::round(metrics.height() * 0.3);
    const double step = std::ceil(metrics.height() * 1.12);
    const int shown = std::min(kMostLines, lay(paragraphs, width));
    double y = area.bottom() - area.height() * kMargin - step * shown;
    QRectF painted;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    int lines = 0;
    for (const auto& each : paragraphs) {
        for (int place = 0; place < each->lineCount() && lines < shown; ++place, ++lines, y += step) {
            const QTextLine line = each->lineAt(place);
            const double x = area.center().x() - line.naturalTextWidth() / 2;
            const QRectF box(x - pad, y, line.naturalTextWidth() + 2 * pad, step);
            painter.fillRect(box, kGround);
            painter.setPen(Qt::white);
            line.draw(&painter, QPointF(x - line.x(), y - line.y() + (step - line.height()) / 2));
            painted |= box;
        }
    }
    painter.restore();
    return painted;
}

} // namespace mockingbird::review
