// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_view.h"

#include "common/hypertext/html_cleaner.h"
#include "common/ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {
constexpr int kMeasure = 70; // characters a line: what reads best is said to be 50 to 75
constexpr int kLineHeightPercent = 140;

/// Where a place lies is known once everything above it is laid out, which Qt does a part at a time while it
/// has nothing else to do; and the scroll bar reaches it once all is.
void layOutWhole(const QTextDocument& document) {
    static_cast<void>(document.documentLayout()->documentSize());
}
} // namespace

MaterialView::MaterialView(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setAccessibleName(tr("Material"));
    setFrameShape(QFrame::NoFrame);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_arranging)
            return;
        m_place = place();
        emit scrolled();
    });
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.isRelative() && link.hasFragment())
            scrollToAnchor(link.fragment());
        else
            emit linkClicked(link);
    });
    connect(this, &QTextBrowser::highlighted, this,
            [this](const QUrl& link) { emit linkTouched(link.isRelative() ? QString() : link.toString()); });
}

void MaterialView::showText(const QString& title, const QString& text, Format format) {
    m_text =
        format == Format::Markdown ? text : QString::fromStdString(hypertext::cleanHtml(text.toStdString()));
    m_format = format;
    setAccessibleName(title);
    setUp();
    moveCursor(QTextCursor::Start);
    m_place = 0;
    verticalScrollBar()->setValue(0);
}

int MaterialView::place() const {
    layOutWhole(*document());
    const QPointF top(0, verticalScrollBar()->value());
    return std::max(0, document()->documentLayout()->hitTest(top, Qt::FuzzyHit));
}

void MaterialView::setPlace(int character) {
    m_place = character;
    layOutWhole(*document());
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(character, 0, std::max(0, document()->characterCount() - 1)));
    const QRectF block = document()->documentLayout()->blockBoundingRect(cursor.block());
    const QTextLayout* layout = cursor.block().layout();
    const QTextLine line = layout->lineForTextPosition(cursor.position() - cursor.block().position());
    verticalScrollBar()->setValue(static_cast<int>(block.top() + (line.isValid() ? line.y() : 0)));
}

int MaterialView::percent() const {
    const QScrollBar& bar = *verticalScrollBar();
    const int whole = bar.maximum() + bar.pageStep();
    if (bar.maximum() <= 0 || whole <= 0 || bar.value() >= bar.maximum())
        return 100;
    return std::clamp(100 * (bar.value() + bar.pageStep()) / whole, 0, 99);
}

QVariant MaterialView::loadResource(int, const QUrl&) {
    return {};
}

void MaterialView::setUp() {
    m_settingUp = true;
    document()->setDefaultFont(ui::font(ui::TextStyle::Body));
    if (m_format == Format::Markdown) {
        // Without HTML: what a Markdown file would slip in as tags is shown as it is written.
        document()->setMarkdown(m_text,
                                QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                    QTextDocument::MarkdownNoHTML);
    } else {
        document()->setHtml(m_text);
    }
    const int em = fontMetrics().averageCharWidth();
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(kLineHeightPercent, QTextBlockFormat::ProportionalHeight);
        const bool heading = format.headingLevel() > 0;
        format.setTopMargin(heading && block.position() > 0 ? em * 2.4 : 0);
        format.setBottomMargin(block.textList() != nullptr ? em * 0.5 : em * 1.2);
        cursor.setBlockFormat(format);
    }
    m_settingUp = false;
    resizeEvent(nullptr);
}

void MaterialView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    // Links and headings carry the palette's colours of when they were set.
    if (event->type() == QEvent::PaletteChange && !m_settingUp && !m_text.isEmpty()) {
        const int before = place();
        setUp();
        setPlace(before);
    }
}

void MaterialView::resizeEvent(QResizeEvent* event) {
    const int measure = fontMetrics().averageCharWidth() * kMeasure;
    const int side = std::max(ui::px(ui::kLarge), (width() - measure) / 2);
    setViewportMargins(ui::px(ui::kLarge), ui::px(ui::kLarge),
                       std::max(ui::px(ui::kLarge), 2 * side - ui::px(ui::kLarge)), ui::px(ui::kLarge));
    if (event == nullptr)
        return;
    const QScopedValueRollback arranging(m_arranging, true);
    QTextBrowser::resizeEvent(event);
    if (m_place > 0)
        setPlace(m_place);
}

} // namespace mockingbird::studio
