// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/reading_store.h"

#include <QUrl>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <string>

namespace mockingbird::studio {

/// Shows one material of one kind; the reader panel owns it and remembers where one is. GUI thread.
class ContentView : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    struct Source {
        catalog::Material material;
        std::filesystem::path file; ///< of the catalog's copy; empty where it has none
        std::string text;           ///< of Markdown and HTML
    };
    /// From its beginning. What can't be shown says why.
    virtual Result<void> show(const Source& source) = 0;

    /// Where one is now, as the kind counts it.
    [[nodiscard]] virtual catalog::ReadingPlace place() const { return {}; }
    virtual void setPlace(const catalog::ReadingPlace&) {}
    /// How far one has come, 0 to 100. The end has to have been in sight.
    [[nodiscard]] virtual int percent() const { return 0; }
    /// What a place is called in the list of bookmarks, such as `Page 3`.
    [[nodiscard]] virtual QString placeName(const catalog::ReadingPlace& place) const = 0;
    /// What is there, beside the kind: `12 pages`, `3:15`; may be empty.
    [[nodiscard]] virtual QString extent() const { return {}; }
    /// Words to look for in it, as far as it can.
    virtual void find(const QString&) {}
    /// Something else is shown, or the page is left.
    virtual void pause() {}
    /// Where the keyboard belongs.
    [[nodiscard]] virtual QWidget* reading() { return this; }

signals:
    /// Another place; often while scrolling.
    void moved();
    void linkClicked(const QUrl& link);
    /// Where the link under the pointer leads; empty for none.
    void linkTouched(const QString& link);
};

[[nodiscard]] ContentView* makeContentView(catalog::MaterialKind kind);

} // namespace mockingbird::studio
