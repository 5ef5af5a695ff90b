// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/bookmark_bar.h"

#include "common/catalog/material_store.h"
#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace mockingbird::studio {

namespace {
constexpr int kPauseMilliseconds = 800;
constexpr int kLongestLabel = 100; ///< characters; of four bytes at most each
} // namespace

BookmarkBar::BookmarkBar(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_place(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_label(new QLineEdit) {
    m_place->setWordWrap(false);
    m_label->setPlaceholderText(tr("What is here?"));
    m_label->setAccessibleName(tr("The bookmark's label"));
    m_label->setObjectName(QStringLiteral("bookmarkLabel"));
    m_label->setMaxLength(kLongestLabel / 2);
    m_label->addAction(ui::icon("bookmark", &ui::Colors::accent), QLineEdit::LeadingPosition);
    auto* remove = ui::quietButton(tr("Remove"), "trash");
    remove->setObjectName(QStringLiteral("removeBookmark"));
    auto* shut = ui::iconButton(tr("Close"), "close");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    row->addWidget(m_label, 1);
    row->addWidget(m_place);
    row->addWidget(remove);
    row->addWidget(shut);
    hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &BookmarkBar::flush);
    connect(m_label, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(m_label, &QLineEdit::editingFinished, this, &BookmarkBar::flush);
    connect(shut, &QToolButton::clicked, this, &BookmarkBar::close);
    connect(remove, &QPushButton::clicked, this, [this] {
        if (!m_bookmark)
            return;
        const catalog::ReadingBookmark bookmark = *m_bookmark;
        close();
        if (const auto done = m_catalog.materials().readings().removeBookmark(bookmark.id); !done)
            emit failed(done.error());
        else
            emit removed(bookmark);
    });
}

void BookmarkBar::edit(const catalog::ReadingBookmark& bookmark, const QString& place) {
    flush();
    m_bookmark = bookmark;
    m_label->setText(ui::toQString(bookmark.label));
    m_place->setText(place);
    show();
}

void BookmarkBar::flush() {
    m_pause.stop();
    if (!m_bookmark || m_label->text().toStdString() == m_bookmark->label)
        return;
    m_bookmark->label = m_label->text().toStdString();
    if (const auto done = m_catalog.materials().readings().renameBookmark(m_bookmark->id, m_bookmark->label);
        !done)
        emit failed(done.error());
    else
        emit changed();
}

void BookmarkBar::close() {
    flush();
    m_bookmark.reset();
    hide();
}

void BookmarkBar::keyPressEvent(QKeyEvent* event) {
    const bool done =
        event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (done)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mockingbird::studio
