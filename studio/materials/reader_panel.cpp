// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/reader_panel.h"

#include "common/catalog/material_intake.h"
#include "common/catalog/material_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/chip.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/materials/bookmark_bar.h"
#include "studio/materials/content_view.h"
#include "studio/materials/material_text.h"

#include <QDesktopServices>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <cstdlib>

namespace mockingbird::studio {

namespace {

constexpr int kPauseMilliseconds = 4000;           ///< without scrolling, until the place is kept
constexpr int kPercentStep = 10;                   ///< per cent that are worth an event meanwhile
constexpr std::int64_t kMostChecked = 256LL << 20; ///< bytes; more is checked by `verify` alone
constexpr std::int64_t kMostCopied = 4096LL << 20;

QString faultText(catalog::MaterialFolder::State state) {
    return state == catalog::MaterialFolder::State::Missing
               ? QObject::tr("The catalog's copy of this file is missing. Whoever has the original adds it "
                             "again, and it is back.")
               : QObject::tr("The catalog's copy of this file is not what was added: it was changed outside "
                             "the studio. Add the original again to mend it.");
}

} // namespace

ReaderPanel::ReaderPanel(catalog::Catalog& catalog, QWidget* parent)
    : KitReaderView(parent), m_catalog(catalog), m_title(ui::label({}, ui::TextStyle::Heading)),
      m_kind(new ui::Chip({})), m_about(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_bookmarks(ui::quietButton(tr("Bookmarks"), "bookmark")),
      m_read(ui::button(tr("Mark as read"), "check")),
      m_more(ui::quietButton(tr("Open elsewhere"), "window")), m_banner(new ui::Banner),
      m_bookmarkBar(new BookmarkBar(catalog)), m_place(new QVBoxLayout),
      m_link(ui::mutedLabel({}, ui::TextStyle::Small)), m_progress(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_whole(new QWidget),
      m_nothing(new ui::EmptyState("document", tr("Choose what to read; it opens where you left it."))) {
    m_checks.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    layOut();
    connect(&m_pause, &QTimer::timeout, this, [this] { keepPlace(false); });
    connect(m_read, &QPushButton::clicked, this, [this] {
        if (!m_material)
            return;
        const bool read = isRead(*m_material, reading());
        if (const auto done =
                m_catalog.materials().readings().setRead(m_catalog.actor(), m_material->id, !read);
            !done)
            m_banner->showError(done.error());
        showReading();
        emit readingChanged();
    });
    connect(m_more, &QPushButton::clicked, this, &ReaderPanel::openElsewhere);
    connect(m_bookmarkBar, &BookmarkBar::changed, this, &ReaderPanel::showBookmarks);
    connect(m_bookmarkBar, &BookmarkBar::failed, m_banner, &ui::Banner::showError);
    connect(m_bookmarkBar, &BookmarkBar::removed, this, [this](const catalog::ReadingBookmark& bookmark) {
        showBookmarks();
        m_banner->showMessage(
            ui::Tone::Neutral, tr("The bookmark is removed."), tr("Undo"), [this, bookmark] {
                if (const auto done = m_catalog.materials().readings().restoreBookmark(bookmark.id); !done)
                    m_banner->showError(done.error());
                else
                    m_banner->dismiss();
                showBookmarks();
            });
    });
    auto* mark = new QShortcut(Qt::CTRL | Qt::Key_D, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(mark, &QShortcut::activated, this, &ReaderPanel::addBookmark);
}

ReaderPanel::~ReaderPanel() {
    m_checks.waitForDone();
}

void ReaderPanel::layOut() {
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_link->setTextFormat(Qt::PlainText);
    m_link->setWordWrap(false);
    m_progress->setWordWrap(false);
    m_bookmarks->setObjectName(QStringLiteral("bookmarks"));
    m_bookmarks->setMenu(new QMenu(m_bookmarks));
    m_read->setObjectName(QStringLiteral("markRead"));
    m_more->setObjectName(QStringLiteral("openElsewhere"));
    m_progress->setObjectName(QStringLiteral("readingProgress"));
    m_banner->setObjectName(QStringLiteral("readerBanner"));
    auto* facts = new QHBoxLayout;
    facts->setSpacing(ui::px(ui::kSmall));
    facts->addWidget(m_kind);
    facts->addWidget(m_about, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(ui::px(ui::kSmall));
    actions->addWidget(m_read);
    actions->addWidget(m_bookmarks);
    actions->addWidget(m_more);
    actions->addStretch();
    actions->addWidget(m_progress);
    m_place->setContentsMargins(0, 0, 0, 0);
    auto* column = new QVBoxLayout(m_whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_title);
    column->addLayout(facts);
    column->addWidget(m_banner);
    column->addLayout(actions);
    column->addWidget(m_bookmarkBar);
    column->addLayout(m_place, 1);
    column->addWidget(m_link);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_whole, 1);
    outer->addWidget(m_nothing, 1);
    m_whole->hide();
    m_link->hide();
}

void ReaderPanel::showMaterial(catalog::MaterialId material, int page, const QString& words) {
    const auto wanted = m_catalog.materials().byId(material);
    const bool same = wanted && m_material && m_material->id == material &&
                      m_material->version == wanted->version && m_content != nullptr;
    if (same && page == 0 && words.isEmpty())
        return;
    left();
    m_banner->dismiss();
    if (!wanted) {
        clear();
        return;
    }
    m_material = *wanted;
    load(page, words);
}

/// What is out of sight is not being read.
void ReaderPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_content != nullptr)
        m_pause.start();
}

void ReaderPanel::hideEvent(QHideEvent* event) {
    m_pause.stop();
    QWidget::hideEvent(event);
}

void ReaderPanel::clear() {
    left();
    m_material.reset();
    delete m_content;
    m_content = nullptr;
    m_bookmarkBar->close();
    m_whole->hide();
    m_nothing->show();
}

void ReaderPanel::load(int page, const QString& words) {
    m_bookmarkBar->close();
    delete m_content;
    m_content = makeContentView(m_material->kind);
    m_place->addWidget(m_content, 1);
    m_nothing->hide();
    m_whole->show();
    // At its size from the start: a text that isn't laid out yet knows no places.
    m_content->setVisible(true);
    layout()->activate();
    m_whole->layout()->activate();
    m_link->hide();
    m_touched = false;
    m_placing = true;
    const auto filled = fill(*m_content);
    if (!filled) {
        delete m_content;
        m_content = nullptr;
        m_banner->showError(filled.error());
    } else {
        // A layout that isn't laid out yet knows no places.
        m_place->activate();
        layout()->activate();
        connect(m_content, &ContentView::moved, this, [this] {
            if (m_placing)
                return;
            m_touched = true;
            if (isVisible())
                m_pause.start();
            showReading();
        });
        connect(m_content, &ContentView::linkClicked, this, &ReaderPanel::openLink);
        connect(m_content, &ContentView::linkTouched, this, [this](const QString& link) {
            m_link->setText(link.isEmpty() ? QString() : tr("Leads to %1").arg(link));
            m_link->setVisible(!link.isEmpty());
        });
        // Once it is in sight: a text is set anew when it takes on the theme.
        if (!words.isEmpty() && m_material->kind != catalog::MaterialKind::Pdf)
            QMetaObject::invokeMethod(
                this,
                [content = QPointer<ContentView>(m_content), words] {
                    if (content != nullptr)
                        content->find(words);
                },
                Qt::QueuedConnection);
        const auto before = reading();
        if (page > 0)
            moveTo({page, 0});
        else if (words.isEmpty() && before && before->version == m_material->version && !before->readAt &&
                 before->place != catalog::ReadingPlace{})
            moveTo(before->place);
        if (isVisible())
            m_pause.start();
        checkCopy();
    }
    m_placing = false;
    showHead();
    showReading();
    showBookmarks();
}

Result<void> ReaderPanel::fill(ContentView& view) {
    ContentView::Source source;
    source.material = *m_material;
    const catalog::MaterialIntake intake(m_catalog.materials(), m_catalog.folder());
    if (m_material->file) {
        source.file = intake.folder().path(m_material->file->hash);
        const auto state = intake.folder().glance(*m_material->file);
        if (state == catalog::MaterialFolder::State::Missing)
            return Error{ErrorCode::NotFound, "the catalog's copy of this file is missing", 0};
    }
    const bool text = m_material->kind == catalog::MaterialKind::Markdown ||
                      m_material->kind == catalog::MaterialKind::Html;
    if (text)
        source.text = TRY(intake.textOf(*m_material));
    return view.show(source);
}

void ReaderPanel::moveTo(const catalog::ReadingPlace& place) {
    m_placing = true;
    m_content->setPlace(place);
    m_placing = false;
    // Once more when it has its size.
    const QPointer<ContentView> content(m_content);
    QMetaObject::invokeMethod(
        this,
        [this, content, place] {
            if (content == nullptr || m_touched)
                return;
            m_placing = true;
            content->setPlace(place);
            m_placing = false;
            showReading();
        },
        Qt::QueuedConnection);
}

void ReaderPanel::refresh() {
    if (!m_material)
        return;
    const auto now = m_catalog.materials().byId(m_material->id);
    if (!now || now->removed || !m_catalog.materials().mayRead(m_material->id).valueOr(false)) {
        m_material.reset(); // what was read of it is nobody's to keep now
        clear();
        return;
    }
    const bool newer = now->version != m_material->version;
    m_material = *now;
    if (newer) {
        load(0, {});
        return;
    }
    showHead();
    showReading();
    showBookmarks();
}

void ReaderPanel::left() {
    m_bookmarkBar->flush();
    if (m_content != nullptr)
        m_content->pause();
    keepPlace(true);
    m_pause.stop();
}

std::optional<catalog::Reading> ReaderPanel::reading() const {
    if (!m_material || m_catalog.actor().isNull())
        return std::nullopt;
    return m_catalog.materials().readings().of(m_catalog.actor(), m_material->id).valueOr(std::nullopt);
}

void ReaderPanel::keepPlace(bool leaving) {
    if (!m_material || m_content == nullptr || m_catalog.actor().isNull())
        return;
    if (!m_touched && leaving)
        return; // it was only looked at
    const auto before = reading();
    const catalog::ReadingPlace place = m_content->place();
    const int percent = m_content->percent();
    const bool begun = before && before->version == m_material->version;
    // Scrolling on and on makes an event only now and then.
    const bool far = !begun || place.page != before->place.page || percent == 100 ||
                     std::abs(percent - before->percent) >= kPercentStep;
    if (!leaving && !far)
        return;
    if (begun && before->place == place && before->percent >= percent)
        return;
    if (const auto kept =
            m_catalog.materials().readings().move(m_catalog.actor(), m_material->id, place, percent);
        !kept) {
        m_banner->showError(kept.error());
        return;
    }
    showReading();
    emit readingChanged();
}

void ReaderPanel::showHead() {
    m_title->setText(ui::toQString(m_material->title));
    m_kind->setText(kindText(m_material->kind));
    QString about = attachmentsText(m_catalog.materials().attachments(m_material->id).valueOr({}));
    const QString extent = m_content != nullptr ? m_content->extent() : QString();
    if (!extent.isEmpty())
        about = extent + QStringLiteral(" · ") + about;
    m_about->setText(about);
    m_more->setVisible(m_material->file.has_value());
}

void ReaderPanel::showReading() {
    const bool known = !m_catalog.actor().isNull();
    m_read->setVisible(known);
    m_bookmarks->setVisible(known && m_content != nullptr);
    if (!m_material || !known) {
        m_progress->clear();
        return;
    }
    const auto before = reading();
    const bool read = isRead(*m_material, before);
    m_read->setText(read ? tr("Mark as not read") : tr("Mark as read"));
    QString text = readingText(*m_material, before);
    if (!read && m_touched && m_content != nullptr)
        text = tr("%1 %").arg(std::max(
            m_content->percent(), before && before->version == m_material->version ? before->percent : 0));
    m_progress->setText(text);
}

void ReaderPanel::checkCopy() {
    if (!m_material->file || m_material->file->bytes > kMostChecked)
        return;
    const catalog::MaterialFile file = *m_material->file;
    const catalog::MaterialFolder folder(m_catalog.folder());
    m_checks.clear();
    m_checks.start([this, folder, file, id = m_material->id] {
        const auto state = folder.check(file);
        if (state == catalog::MaterialFolder::State::Whole)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, state, id] {
                if (shown() == id)
                    showFault(state);
            },
            Qt::QueuedConnection);
    });
}

void ReaderPanel::showFault(catalog::MaterialFolder::State state) {
    m_banner->showMessage(ui::Tone::Warning, faultText(state));
}

void ReaderPanel::addBookmark() {
    if (m_content == nullptr || m_catalog.actor().isNull())
        return;
    const catalog::ReadingPlace place = m_content->place();
    const auto added = m_catalog.materials().readings().addBookmark(
        m_catalog.actor(), m_material->id, place, m_content->placeName(place).left(50).toStdString());
    if (!added) {
        m_banner->showError(added.error());
        return;
    }
    showBookmarks();
    m_bookmarkBar->edit(*added, m_content->placeName(place));
    m_bookmarkBar->findChild<QWidget*>(QStringLiteral("bookmarkLabel"))->setFocus();
}

void ReaderPanel::showBookmarks() {
    if (!m_material || m_content == nullptr || m_catalog.actor().isNull())
        return;
    QMenu& menu = *m_bookmarks->menu();
    menu.clear();
    auto* add = menu.addAction(tr("Bookmark this place"), this, &ReaderPanel::addBookmark);
    add->setShortcut(Qt::CTRL | Qt::Key_D);
    add->setShortcutContext(Qt::WidgetShortcut); // the panel's own shortcut does it; here it is shown
    const auto marks =
        m_catalog.materials().readings().bookmarks(m_catalog.actor(), m_material->id).valueOr({});
    if (!marks.empty())
        menu.addSeparator();
    for (const catalog::ReadingBookmark& mark : marks) {
        const QString name = m_content->placeName(mark.place);
        QString label = ui::toQString(mark.label);
        if (label.isEmpty())
            label = name;
        else if (m_material->kind == catalog::MaterialKind::Pdf && label != name)
            label = tr("%1: %2").arg(name, label);
        menu.addAction(label.replace(QLatin1Char('&'), QStringLiteral("&&")), this, [this, mark, name] {
            m_touched = false;
            moveTo(mark.place);
            m_bookmarkBar->edit(mark, name);
            m_content->reading()->setFocus();
        });
    }
    m_bookmarks->setText(marks.empty() ? tr("Bookmarks") : tr("Bookmarks (%1)").arg(marks.size()));
}

void ReaderPanel::openLink(const QUrl& link) {
    const QString scheme = link.scheme();
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http") &&
        scheme != QLatin1String("mailto"))
        return;
    if (!QDesktopServices::openUrl(link))
        m_banner->showMessage(ui::Tone::Warning,
                              tr("No browser could be opened. The address is %1").arg(link.toString()));
}

void ReaderPanel::openElsewhere() {
    if (!m_material || !m_material->file)
        return;
    if (m_material->file->bytes > kMostCopied) {
        m_banner->showMessage(ui::Tone::Warning,
                              tr("This file is too large to be copied for another program."));
        return;
    }
    // A copy: what the other program does to it is nothing to the catalog.
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    const catalog::MaterialFolder folder(m_catalog.folder());
    const QString copy = m_copies->filePath(ui::toQString(m_material->file->name));
    QFile::remove(copy);
    if (!QFile::copy(ui::toQString(folder.path(m_material->file->hash).string()), copy) ||
        !QDesktopServices::openUrl(QUrl::fromLocalFile(copy)))
        m_banner->showMessage(ui::Tone::Warning,
                              tr("No program on this computer opened a copy of the file."));
}

} // namespace mockingbird::studio
