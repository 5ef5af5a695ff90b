// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/material_view.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <algorithm>

namespace mockingbird::studio {

namespace {
constexpr int kMeasure = 70; // characters a line: what reads best is said to be 50 to 75
constexpr int kLineHeightPercent = 140;
} // namespace

MaterialView::MaterialView(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(true);
    setOpenExternalLinks(true);
    setAccessibleName(tr("Material"));
    setFrameShape(QFrame::NoFrame);
}

void MaterialView::showMaterial(const catalog::Material& material) {
    m_text = ui::toQString(material.text);
    setAccessibleName(ui::toQString(material.title));
    setUp();
    moveCursor(QTextCursor::Start);
}

QVariant MaterialView::loadResource(int, const QUrl&) {
    return {};
}

void MaterialView::setUp() {
    m_settingUp = true;
    document()->setDefaultFont(ui::font(ui::TextStyle::Body));
    document()->setMarkdown(m_text, QTextDocument::MarkdownDialectGitHub);
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
    if (event->type() == QEvent::PaletteChange && !m_settingUp && !m_text.isEmpty())
        setUp();
}

void MaterialView::resizeEvent(QResizeEvent* event) {
    const int measure = fontMetrics().averageCharWidth() * kMeasure;
    const int side = std::max(ui::px(ui::kLarge), (width() - measure) / 2);
    setViewportMargins(ui::px(ui::kLarge), ui::px(ui::kLarge),
                       std::max(ui::px(ui::kLarge), 2 * side - ui::px(ui::kLarge)), ui::px(ui::kLarge));
    if (event != nullptr)
        QTextBrowser::resizeEvent(event);
}

} // namespace mockingbird::studio
