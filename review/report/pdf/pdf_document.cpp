// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/pdf_document.h"

#include "common/base/log.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextOption>
#include <QUrl>
#include <QVariant>
#include <array>
#include <memory>
#include <vector>

namespace mockingbird::review {

namespace {

constexpr int kDotsPerInch = 96; ///< the unit of lengths in the HTML; what is drawn stays vectors
constexpr int kSvgScale = 3;     ///< a plot is a picture in the text: this much finer than the page's unit
constexpr double kFooter = 28;

/// Fonts and painting need an application object; the command line has none.
class Application {
public:
    Application() {
        if (QCoreApplication::instance() != nullptr)
            return;
        // What Qt has to say about the machine is no answer of the command that is running.
        m_installed = true;
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
            log(LogLevel::Notice, "pdf", text.toStdString());
        });
        m_platform = qgetenv("QT_QPA_PLATFORM");
        qputenv("QT_QPA_PLATFORM", "offscreen");
        m_own = std::make_unique<QGuiApplication>(m_count, m_arguments.data());
        if (m_platform.isEmpty())
            qunsetenv("QT_QPA_PLATFORM");
        else
            qputenv("QT_QPA_PLATFORM", m_platform);
    }

    ~Application() {
        m_own.reset();
        if (m_installed)
            qInstallMessageHandler(nullptr);
    }
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

private:
    bool m_installed = false;
    int m_count = 1;
    std::array<char, 12> m_name{"mockingbird"};
    std::array<char*, 2> m_arguments{m_name.data(), nullptr};
    QByteArray m_platform;
    std::unique_ptr<QGuiApplication> m_own;
};

QImage drawn(const std::string& svg, int width) {
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    const QSizeF size = renderer.viewBoxF().size();
    if (!renderer.isValid() || size.isEmpty())
        return {};
    QImage image(width * kSvgScale, static_cast<int>(size.height() / size.width() * width * kSvgScale),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

/// Decodes the pictures that a block names when it is laid out, so that a long report never holds all of
/// them.
class BlockDocument : public QTextDocument {
public:
    BlockDocument(const PdfContent& content, const std::string& html, QPaintDevice& device, double width)
        : m_content(&content), m_width(static_cast<int>(width)) {
        documentLayout()->setPaintDevice(&device);
        QFont font(QStringLiteral("sans-serif"));
        font.setPixelSize(13);
        setDefaultFont(font);
        setDocumentMargin(0);
        // A word that is longer than the line is broken rather than cut off.
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setDefaultTextOption(option);
        setDefaultStyleSheet(QString::fromStdString(content.style));
        setHtml(QString::fromStdString(html).replace(QStringLiteral("width=\"page\""),
                                                     QStringLiteral("width=\"%1\"").arg(m_width)));
        setTextWidth(width);
    }

protected:
    QVariant loadResource(int type, const QUrl& name) override {
        if (type != QTextDocument::ImageResource)
            return {}; // nothing is read from anywhere else, whatever a text names
        const std::string key = name.toString().toStdString();
        if (const auto jpeg = m_content->jpegs.find(key); jpeg != m_content->jpegs.end())
            return QImage::fromData(QByteArray::fromStdString(jpeg->second), "JPEG");
        if (const auto svg = m_content->svgs.find(key); svg != m_content->svgs.end())
            return drawn(svg->second, m_width);
        return {};
    }

private:
    const PdfContent* m_content;
    int m_width;
};

/// Where a piece of the content comes to lie.
struct Place {
    std::string html;
    double above = 0;
    int page = 0;
    double top = 0;
    int pages = 1; ///< that it fills, if it is longer than one; it begins at the top then
};

/// Headings with what they stand over.
std::vector<Place> pieces(const PdfContent& content) {
    std::vector<Place> found;
    bool open = false;
    for (const PdfBlock& block : content.blocks) {
        if (!open) {
            found.emplace_back();
            found.back().above = block.above;
        }
        found.back().html += block.html;
        open = block.staysWithNext;
    }
    return found;
}

/// Gives each piece its page and height on it; answers how many pages there are.
int lay(std::vector<Place>& places, const PdfContent& content, QPdfWriter& writer, const QSizeF& page) {
    int number = 0;
    double top = 0;
    for (Place& place : places) {
        BlockDocument document(content, place.html, writer, page.width());
        const double height = document.size().height();
        if (top > 0)
            top += place.above;
        if (top > 0 && top + height > page.height()) {
            ++number;
            top = 0;
        }
        place.page = number;
        place.top = top;
        top += height;
        if (height <= page.height())
            continue;
        document.setPageSize(page);
        place.pages = document.pageCount();
        number += place.pages;
        top = 0;
    }
    return top > 0 || number == 0 ? number + 1 : number;
}

void paintFoot(QPainter& painter, const PdfContent& content, const QSizeF& page, int number, int pages) {
    QFont small(QStringLiteral("sans-serif"));
    small.setPixelSize(11);
    painter.setFont(small);
    painter.setPen(QColor(0x56, 0x61, 0x73));
    const QString count = QStringLiteral("%1 / %2").arg(number).arg(pages);
    const QFontMetricsF metrics(small, painter.device());
    const QRectF foot(0, page.height() + kFooter / 2, page.width(), kFooter / 2);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, count);
    const double room = page.width() - 2 * metrics.horizontalAdvance(count);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom,
                     metrics.elidedText(QString::fromStdString(content.footer), Qt::ElideRight, room));
}

void paintPiece(QPainter& painter, QTextDocument& document, const Place& place, const QSizeF& page,
                int part) {
    painter.save();
    painter.translate(0, place.top - page.height() * part);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, page.height() * part, page.width(), page.height());
    context.palette.setColor(QPalette::Text, QColor(0x1c, 0x24, 0x30));
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void paintPages(const PdfContent& content, QPdfWriter& writer, const QSizeF& page) {
    std::vector<Place> places = pieces(content);
    const int pages = lay(places, content, writer, page);
    QPainter painter(&writer);
    int number = 0;
    const auto turnTo = [&](int wanted) {
        for (; number < wanted; ++number) {
            paintFoot(painter, content, page, number + 1, pages);
            writer.newPage();
        }
    };
    for (const Place& place : places) {
        turnTo(place.page);
        BlockDocument document(content, place.html, writer, page.width());
        if (place.pages > 1)
            document.setPageSize(page);
        for (int part = 0; part < place.pages; ++part) {
            turnTo(place.page + part);
            paintPiece(painter, document, place, page, part);
        }
    }
    turnTo(pages - 1);
    paintFoot(painter, content, page, pages, pages);
}

/// What the place's printers hold.
QPageSize::PageSizeId paperOf(const QLocale& locale) {
    return locale.measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4;
}

} // namespace

Result<std::string> pdfOf(const PdfContent& content) {
    const Application application;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io, "the PDF could not be begun", 0};
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(QString::fromStdString(content.title));
        writer.setCreator(QStringLiteral("Mockingbird"));
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(paperOf(QLocale::system())));
        writer.setPageMargins(QMarginsF(18, 16, 18, 14), QPageLayout::Millimeter);
        paintPages(content, writer, QSizeF(writer.width(), writer.height() - kFooter));
    }
    if (bytes.isEmpty())
        return Error{ErrorCode::Io, "the PDF could not be written", 0};
    return bytes.toStdString();
}

} // namespace mockingbird::review
