// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/pdf_view.h"

#include "common/ui/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSearchModel>
#include <QScreen>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace mockingbird::studio {

namespace {

constexpr double kLeastZoom = 0.25;
constexpr double kMostZoom = 5;

/// Qt lays pages out by the screen that was first.
double pixelsAPoint() {
    return QGuiApplication::primaryScreen()->logicalDotsPerInch() / 72.0;
}

} // namespace

PdfView::PdfView(QWidget* parent) : QPdfView(parent) {
    setPageMode(PageMode::MultiPage);
    setZoomMode(ZoomMode::FitToWidth);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setDocumentMargins({ui::px(ui::kMedium), ui::px(ui::kMedium), ui::px(ui::kMedium), ui::px(ui::kMedium)});
    setPageSpacing(ui::px(ui::kMedium));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PdfView::scrolled);
}

void PdfView::setSearchModel(QPdfSearchModel* model) {
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, viewport(), qOverload<>(&QWidget::update));
    connect(model, &QAbstractItemModel::modelReset, viewport(), qOverload<>(&QWidget::update));
}

void PdfView::setCurrentResult(int result) {
    m_result = result;
    viewport()->update();
}

QSize PdfView::pageSize(int page) const {
    const QSizeF points = document()->pagePointSize(page);
    if (zoomMode() == ZoomMode::Custom)
        return (points * pixelsAPoint() * zoomFactor()).toSize();
    QSize size = (points * pixelsAPoint()).toSize();
    const int room = viewport()->width() - documentMargins().left() - documentMargins().right();
    size *= size.width() > 0 ? double(room) / double(size.width()) : 1.0;
    return size;
}

QRect PdfView::pageRect(int page) const {
    if (document() == nullptr || page < 0 || page >= document()->pageCount())
        return {};
    int widest = 0;
    for (int each = 0; each < document()->pageCount(); ++each)
        widest = std::max(widest, pageSize(each).width());
    widest += documentMargins().left() + documentMargins().right();
    int top = documentMargins().top();
    for (int each = 0; each < page; ++each)
        top += pageSize(each).height() + pageSpacing();
    const QSize size = pageSize(page);
    return {{(std::max(widest, viewport()->width()) - size.width()) / 2, top}, size};
}

PdfView::Place PdfView::place() const {
    if (document() == nullptr)
        return {};
    const int top = verticalScrollBar()->value();
    int y = documentMargins().top();
    for (int page = 0; page < document()->pageCount(); ++page) {
        const int height = pageSize(page).height();
        if (top < y + height || page + 1 == document()->pageCount())
            return {page, std::clamp(double(top - y) / std::max(1, height), 0.0, 1.0)};
        y += height + pageSpacing();
    }
    return {};
}

void PdfView::setPlace(Place place) {
    const QRect rect = pageRect(place.page);
    verticalScrollBar()->setValue(
        place.share <= 0 ? std::max(0, rect.top() - pageSpacing())
                         : static_cast<int>(rect.top() + std::lround(place.share * rect.height())));
}

int PdfView::percent() const {
    const QScrollBar& bar = *verticalScrollBar();
    if (bar.value() >= bar.maximum())
        return 100;
    return std::clamp(100 * (bar.value() + bar.pageStep()) / std::max(1, bar.maximum() + bar.pageStep()), 0,
                      99);
}

double PdfView::shownZoom() const {
    if (zoomMode() == ZoomMode::Custom || document() == nullptr || document()->pageCount() == 0)
        return zoomFactor();
    const double natural = document()->pagePointSize(0).width() * pixelsAPoint();
    return natural > 0 ? pageSize(0).width() / natural : 1.0;
}

void PdfView::zoomBy(double factor) {
    const Place before = place();
    const double zoom = std::clamp(shownZoom() * factor, kLeastZoom, kMostZoom);
    setZoomMode(ZoomMode::Custom);
    setZoomFactor(zoom);
    setPlace(before);
}

void PdfView::fitWidth() {
    const Place before = place();
    setZoomMode(ZoomMode::FitToWidth);
    setPlace(before);
}

void PdfView::paintEvent(QPaintEvent* event) {
    QPdfView::paintEvent(event);
    if (m_model == nullptr || document() == nullptr)
        return;
    QPainter painter(viewport());
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    QColor mark = ui::colors().accent;
    const int results = m_model->rowCount({});
    for (int result = 0; result < results; ++result) {
        const QPdfLink link = m_model->resultAtIndex(result);
        const QRect page = pageRect(link.page());
        if (!page.translated(0, -verticalScrollBar()->value()).intersects(viewport()->rect()))
            continue;
        const double scale = page.width() / std::max(1.0, document()->pagePointSize(link.page()).width());
        mark.setAlpha(result == m_result ? 120 : 60);
        for (const QRectF& word : link.rectangles()) {
            const QRectF shown(page.left() + word.left() * scale, page.top() + word.top() * scale,
                               word.width() * scale, word.height() * scale);
            painter.fillRect(shown.adjusted(-1, -1, 1, 1), mark);
            if (result == m_result) {
                painter.setPen(QPen(ui::colors().accent, 2));
                painter.drawRect(shown.adjusted(-2, -2, 2, 2));
            }
        }
    }
}

void PdfView::keyPressEvent(QKeyEvent* event) {
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    QScrollBar& bar = *verticalScrollBar();
    if (plain && event->key() == Qt::Key_Space)
        bar.triggerAction(QAbstractSlider::SliderPageStepAdd);
    else if (event->modifiers() == Qt::ShiftModifier && event->key() == Qt::Key_Space)
        bar.triggerAction(QAbstractSlider::SliderPageStepSub);
    else if (plain && event->key() == Qt::Key_Home)
        bar.setValue(0);
    else if (plain && event->key() == Qt::Key_End)
        bar.setValue(bar.maximum());
    else
        QPdfView::keyPressEvent(event);
}

void PdfView::wheelEvent(QWheelEvent* event) {
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        QPdfView::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
    event->accept();
}

} // namespace mockingbird::studio
