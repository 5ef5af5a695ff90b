// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/reading_store.h"

#include <QTimer>
#include <QWidget>
#include <optional>

class QLabel;
class QLineEdit;

namespace mockingbird::studio {

/// One bookmark: where it is, its label to change, and a button that takes it away. What is typed is kept at
/// each pause and when it is left. Hidden while there is none. GUI thread.
class BookmarkBar : public QWidget {
    Q_OBJECT

public:
    explicit BookmarkBar(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void edit(const catalog::ReadingBookmark& bookmark, const QString& place);
    void flush();
    void close();

signals:
    void changed();
    void removed(const mockingbird::catalog::ReadingBookmark& bookmark);
    void failed(const mockingbird::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    catalog::Catalog& m_catalog;
    std::optional<catalog::ReadingBookmark> m_bookmark;
    QLabel* m_place;
    QLineEdit* m_label;
    QTimer m_pause;
};

} // namespace mockingbird::studio
