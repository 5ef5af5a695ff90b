// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/material_folder.h"
#include "common/catalog/reading_store.h"
#include "studio/kits/kit_reader_view.h"

#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::ui {
class Banner;
class Chip;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::studio {

class BookmarkBar;
class ContentView;

/// Shows one material, whatever its kind, where the acting person left it; keeps how far they come, at pauses
/// and when they leave, and their bookmarks. Says where its copy is missing or was changed. GUI thread.
class ReaderPanel : public KitReaderView {
    Q_OBJECT

public:
    explicit ReaderPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);
    ~ReaderPanel() override;

    /// Where they left it; nothing where it is shown already in the version that is there now.
    void showMaterial(catalog::MaterialId material) override { showMaterial(material, 0, {}); }
    /// At that page, or for 0 where they left it; `words` are looked for in it.
    void showMaterial(catalog::MaterialId material, int page, const QString& words = {});
    void clear();
    /// What may have changed elsewhere: title, version, whether it is read.
    void refresh();
    /// Keeps where one is; something else comes into sight.
    void left() override;
    [[nodiscard]] catalog::MaterialId shown() const {
        return m_material ? m_material->id : catalog::MaterialId();
    }
    [[nodiscard]] ContentView* content() const { return m_content; }

signals:
    /// Read, not read, begun: what a list says of it.
    void readingChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    void load(int page, const QString& words);
    [[nodiscard]] Result<void> fill(ContentView& view);
    void showHead();
    void showReading();
    void keepPlace(bool leaving);
    void moveTo(const catalog::ReadingPlace& place);
    void checkCopy();
    void showFault(catalog::MaterialFolder::State state);
    void addBookmark();
    void showBookmarks();
    void openLink(const QUrl& link);
    void openElsewhere();
    [[nodiscard]] std::optional<catalog::Reading> reading() const;

    catalog::Catalog& m_catalog;
    std::optional<catalog::Material> m_material;
    ContentView* m_content = nullptr;
    bool m_touched = false; ///< by the person, since it was shown
    bool m_placing = false;
    QTimer m_pause;
    QThreadPool m_checks; ///< one thread: whether the copy is what it was
    std::unique_ptr<QTemporaryDir> m_copies;

    QLabel* m_title;
    ui::Chip* m_kind;
    QLabel* m_about;
    QPushButton* m_bookmarks;
    QPushButton* m_read;
    QPushButton* m_more;
    ui::Banner* m_banner;
    BookmarkBar* m_bookmarkBar;
    QVBoxLayout* m_place;
    QLabel* m_link;
    QLabel* m_progress;
    QWidget* m_whole;
    ui::EmptyState* m_nothing;
};

} // namespace mockingbird::studio
