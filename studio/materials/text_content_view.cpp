// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/text_content_view.h"

#include "common/ui/text.h"
#include "studio/materials/find_bar.h"
#include "studio/materials/material_view.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {
constexpr int kMostOfName = 60;
}

TextContentView::TextContentView(QWidget* parent)
    : ContentView(parent), m_view(new MaterialView), m_find(new FindBar) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    m_find->hide();
    m_find->openWithin(this);
    connect(m_view, &MaterialView::scrolled, this, &ContentView::moved);
    connect(m_view, &MaterialView::linkClicked, this, &ContentView::linkClicked);
    connect(m_view, &MaterialView::linkTouched, this, &ContentView::linkTouched);
    connect(m_find, &FindBar::wordsChanged, this, [this] {
        m_view->moveCursor(QTextCursor::Start);
        findAgain(true);
    });
    connect(m_find, &FindBar::nextWanted, this, [this] { findAgain(true); });
    connect(m_find, &FindBar::previousWanted, this, [this] { findAgain(false); });
    connect(m_find, &FindBar::closed, this, [this] {
        QTextCursor cursor = m_view->textCursor();
        cursor.clearSelection();
        m_view->setTextCursor(cursor);
        m_view->setFocus();
    });
}

Result<void> TextContentView::show(const Source& source) {
    m_find->hide();
    m_view->showText(ui::toQString(source.material.title), ui::toQString(source.text),
                     source.material.kind == catalog::MaterialKind::Html ? MaterialView::Format::Html
                                                                         : MaterialView::Format::Markdown);
    return {};
}

catalog::ReadingPlace TextContentView::place() const {
    return {1, m_view->place()};
}

void TextContentView::setPlace(const catalog::ReadingPlace& place) {
    m_view->setPlace(
        static_cast<int>(std::min<std::int64_t>(place.offset, m_view->document()->characterCount())));
}

int TextContentView::percent() const {
    return m_view->percent();
}

QString TextContentView::placeName(const catalog::ReadingPlace& place) const {
    // The words at the place, or the heading above it where it stands between two paragraphs.
    QTextBlock block = m_view->document()->findBlock(static_cast<int>(place.offset));
    while (block.isValid() && block.text().trimmed().isEmpty())
        block = block.next();
    const QString words = block.isValid() ? block.text().simplified() : QString();
    return words.size() > kMostOfName ? words.left(kMostOfName).trimmed() + QStringLiteral(" …") : words;
}

void TextContentView::find(const QString& words) {
    m_find->openFor(words);
}

QWidget* TextContentView::reading() {
    return m_view;
}

void TextContentView::findAgain(bool forward) {
    const QString words = m_find->words();
    if (words.isEmpty()) {
        m_find->say({});
        return;
    }
    const QTextDocument::FindFlags way =
        forward ? QTextDocument::FindFlags() : QTextDocument::FindFlags(QTextDocument::FindBackward);
    if (m_view->find(words, way)) {
        m_find->say({});
        return;
    }
    m_view->moveCursor(forward ? QTextCursor::Start : QTextCursor::End); // around the end
    m_find->say(m_view->find(words, way) ? QString() : tr("Not found"));
}

} // namespace mockingbird::studio
