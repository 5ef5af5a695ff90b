// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/pdf/pdf_document.h"

#include "common/base/log.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>
#include <array>
#include <memory>

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

void paintPages(const QTextDocument& document, QPdfWriter& writer, const QSizeF& page, const QString& title) {
    QPainter painter(&writer);
    QFont small(QStringLiteral("sans-serif"));
    small.setPixelSize(11);
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -page.height() * number);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, page.height() * number, page.width(), page.height());
        context.palette.setColor(QPalette::Text, QColor(0x1c, 0x24, 0x30));
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(small);
        painter.setPen(QColor(0x56, 0x61, 0x73));
        const QRectF footer(0, page.height() + kFooter / 2, page.width(), kFooter / 2);
        painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, title);
        painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(number + 1).arg(document.pageCount()));
    }
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
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(18, 16, 18, 14), QPageLayout::Millimeter);
        const QSizeF page(writer.width(), writer.height() - kFooter);

        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        QFont font(QStringLiteral("sans-serif"));
        font.setPixelSize(13);
        document.setDefaultFont(font);
        document.setDocumentMargin(0);
        for (const auto& [name, jpeg] : content.jpegs)
            document.addResource(QTextDocument::ImageResource, QUrl(QString::fromStdString(name)),
                                 QImage::fromData(QByteArray::fromStdString(jpeg), "JPEG"));
        for (const auto& [name, svg] : content.svgs)
            document.addResource(QTextDocument::ImageResource, QUrl(QString::fromStdString(name)),
                                 drawn(svg, static_cast<int>(page.width())));
        document.setHtml(QString::fromStdString(content.html)
                             .replace(QStringLiteral("width=\"page\""),
                                      QStringLiteral("width=\"%1\"").arg(static_cast<int>(page.width()))));
        document.setPageSize(page);
        paintPages(document, writer, page, QString::fromStdString(content.title));
    }
    if (bytes.isEmpty())
        return Error{ErrorCode::Io, "the PDF could not be written", 0};
    return bytes.toStdString();
}

} // namespace mockingbird::review
