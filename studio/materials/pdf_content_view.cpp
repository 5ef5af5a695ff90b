// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/pdf_content_view.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/materials/find_bar.h"
#include "studio/materials/pdf_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfSearchModel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace mockingbird::studio {

namespace {

constexpr int kOfPage = 10'000; ///< a place within a page counts in these

Result<void> opened(QPdfDocument::Error error) {
    switch (error) {
    case QPdfDocument::Error::None:
        return {};
    case QPdfDocument::Error::IncorrectPassword:
        return Error{ErrorCode::Denied, "the PDF is protected with a password", 0};
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return Error{ErrorCode::Unsupported, "the PDF is protected in a way that can't be read here", 0};
    case QPdfDocument::Error::FileNotFound:
        return Error{ErrorCode::NotFound, "the PDF is missing", 0};
    default:
        return Error{ErrorCode::Corrupt, "the PDF is damaged", 0};
    }
}

} // namespace

PdfContentView::PdfContentView(QWidget* parent)
    : ContentView(parent), m_document(new QPdfDocument(this)), m_search(new QPdfSearchModel(this)),
      m_view(new PdfView), m_find(new FindBar), m_page(new QSpinBox), m_of(ui::mutedLabel({})),
      m_zoom(ui::mutedLabel({}, ui::TextStyle::Small)) {
    m_page->setAccessibleName(tr("Page"));
    m_page->setObjectName(QStringLiteral("pdfPage"));
    m_page->setKeyboardTracking(false);
    m_of->setWordWrap(false);
    m_zoom->setWordWrap(false);
    m_view->setObjectName(QStringLiteral("pdfView"));
    auto* out = ui::iconButton(tr("Farther"), "minus");
    auto* in = ui::iconButton(tr("Closer"), "plus");
    auto* fit = ui::quietButton(tr("Fit the width"));
    auto* bar = new QHBoxLayout;
    bar->setSpacing(ui::px(ui::kSmall));
    bar->addWidget(m_page);
    bar->addWidget(m_of);
    bar->addStretch();
    bar->addWidget(out);
    bar->addWidget(m_zoom);
    bar->addWidget(in);
    bar->addWidget(fit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    column->addLayout(bar);
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    m_find->hide();
    m_find->openWithin(this);
    m_search->setDocument(m_document);
    m_view->setDocument(m_document);
    m_view->setSearchModel(m_search);

    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_view->setPlace({page - 1, 0}); });
    connect(out, &QToolButton::clicked, this, [this] { m_view->zoomBy(1 / PdfView::kZoomStep); });
    connect(in, &QToolButton::clicked, this, [this] { m_view->zoomBy(PdfView::kZoomStep); });
    connect(fit, &QPushButton::clicked, this, [this] { m_view->fitWidth(); });
    connect(m_view, &PdfView::scrolled, this, [this] {
        showPosition();
        emit moved();
    });
    connect(m_view, &QPdfView::zoomFactorChanged, this, &PdfContentView::showPosition);
    connect(m_view, &QPdfView::zoomModeChanged, this, &PdfContentView::showPosition);
    connect(m_find, &FindBar::wordsChanged, this, [this] {
        m_result = -1;
        m_view->setCurrentResult(-1);
        m_search->setSearchString(m_find->words());
        countResults();
    });
    connect(m_search, &QAbstractItemModel::rowsInserted, this, &PdfContentView::countResults);
    connect(m_search, &QAbstractItemModel::modelReset, this, &PdfContentView::countResults);
    connect(m_find, &FindBar::nextWanted, this, [this] { showResult(m_result + 1); });
    connect(m_find, &FindBar::previousWanted, this, [this] { showResult(m_result - 1); });
    connect(m_find, &FindBar::closed, this, [this] {
        m_search->setSearchString({});
        m_view->setFocus();
    });
}

PdfContentView::~PdfContentView() {
    m_view->setDocument(nullptr); // before the document goes
}

Result<void> PdfContentView::show(const Source& source) {
    m_find->hide();
    m_view->setAccessibleName(ui::toQString(source.material.title));
    TRY(opened(m_document->load(QString::fromStdString(source.file.string()))));
    if (m_document->pageCount() == 0)
        return Error{ErrorCode::Corrupt, "the PDF has no pages", 0};
    const QSignalBlocker quiet(m_page);
    m_page->setRange(1, m_document->pageCount());
    m_of->setText(tr("of %1").arg(m_document->pageCount()));
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setPlace({0, 0});
    showPosition();
    return {};
}

catalog::ReadingPlace PdfContentView::place() const {
    const PdfView::Place place = m_view->place();
    return {place.page + 1, std::lround(place.share * kOfPage)};
}

void PdfContentView::setPlace(const catalog::ReadingPlace& place) {
    m_view->setPlace({std::clamp(place.page, 1, std::max(1, m_document->pageCount())) - 1,
                      static_cast<double>(place.offset) / kOfPage});
    showPosition();
}

int PdfContentView::percent() const {
    return m_view->percent();
}

QString PdfContentView::placeName(const catalog::ReadingPlace& place) const {
    return tr("Page %1").arg(place.page);
}

QString PdfContentView::extent() const {
    return m_document->pageCount() == 1 ? tr("1 page") : tr("%1 pages").arg(m_document->pageCount());
}

void PdfContentView::find(const QString& words) {
    m_find->openFor(words);
}

QWidget* PdfContentView::reading() {
    return m_view;
}

void PdfContentView::showPosition() {
    const QSignalBlocker quiet(m_page);
    m_page->setValue(m_view->place().page + 1);
    m_zoom->setText(tr("%1 %").arg(std::lround(m_view->shownZoom() * 100)));
}

void PdfContentView::showResult(int result) {
    const int count = m_search->rowCount({});
    if (count == 0)
        return;
    m_result = (result + count) % count;
    const QPdfLink link = m_search->resultAtIndex(m_result);
    const double height = std::max(1.0, m_document->pagePointSize(link.page()).height());
    // With some lines above it, so that one sees where it stands.
    const double share = std::max(0.0, link.location().y() / height - 0.08);
    m_view->setPlace({link.page(), share});
    m_view->setCurrentResult(m_result);
    countResults();
}

void PdfContentView::countResults() {
    const int count = m_search->rowCount({});
    if (m_find->words().isEmpty())
        m_find->say({});
    else if (count == 0)
        m_find->say(tr("Not found"));
    else if (m_result < 0)
        showResult(0);
    else
        m_find->say(tr("%1 of %2").arg(m_result + 1).arg(count));
}

} // namespace mockingbird::studio
