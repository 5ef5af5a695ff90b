// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tendency/tendency_figure.h"

#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

class Scale : public QWidget {
public:
    Scale(const FigureContent& content, QWidget* parent) : QWidget(parent), m_content(content) {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override { return {ui::px(220), ui::px(24)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        const ui::Colors& colors = ui::colors();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double y = height() / 2.0;
        const double edge = ui::px(10);
        painter.setPen(QPen(colors.controlBorder, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(edge, y), QPointF(width() - edge, y));
        const double tick = ui::px(5);
        for (const double at : {0.0, 1.0})
            drawTick(painter, edge + at * (width() - 2 * edge), y, tick);
        if (m_content.middle)
            drawTick(painter, place(*m_content.middle), y, tick);
        if (m_content.others) {
            const double size = ui::px(7);
            const QPointF at(place(*m_content.others), y);
            painter.setPen(QPen(colors.text, 2));
            painter.setBrush(colors.window);
            painter.drawPolygon(QPolygonF({at + QPointF(0, -size), at + QPointF(size, 0),
                                           at + QPointF(0, size), at + QPointF(-size, 0)}));
        }
        if (m_content.own) {
            const double size = ui::px(6);
            painter.setPen(QPen(colors.window, 1));
            painter.setBrush(colors.accent);
            painter.drawEllipse(QPointF(place(*m_content.own), y), size, size);
        }
    }

private:
    [[nodiscard]] double place(double value) const {
        const double edge = ui::px(10);
        const double share = std::clamp((value - m_content.low) / (m_content.high - m_content.low), 0.0, 1.0);
        return edge + share * (width() - 2 * edge);
    }
    static void drawTick(QPainter& painter, double x, double y, double half) {
        painter.drawLine(QPointF(x, y - half), QPointF(x, y + half));
    }

    FigureContent m_content;
};

} // namespace

TendencyFigure::TendencyFigure(const FigureContent& content, QWidget* parent)
    : QWidget(parent), m_content(content) {
    setAccessibleName(content.name);
    setAccessibleDescription(text());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    column->addWidget(ui::label(content.name, ui::TextStyle::Strong, this));
    if (content.own) {
        column->addWidget(new Scale(content, this));
        auto* ends = new QHBoxLayout;
        ends->addWidget(ui::mutedLabel(content.lowText, ui::TextStyle::Small, this));
        auto* high = ui::mutedLabel(content.highText, ui::TextStyle::Small, this);
        high->setAlignment(Qt::AlignRight | Qt::AlignTop);
        ends->addWidget(high);
        column->addLayout(ends);
    }
    column->addWidget(ui::label(content.sentence, ui::TextStyle::Body, this));
    if (!content.basis.isEmpty())
        column->addWidget(ui::mutedLabel(content.basis, ui::TextStyle::Small, this));
}

QString TendencyFigure::text() const {
    return m_content.basis.isEmpty() ? m_content.sentence
                                     : m_content.sentence + QLatin1Char(' ') + m_content.basis;
}

} // namespace mockingbird::review
