// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <QWidget>
#include <vector>

class QListWidget;

namespace mockingbird::catalog {
class Catalog;
}
namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

/// The sessions there are to review: those whose review the acting person hasn't sealed first, newest first.
class ReviewQueue : public QWidget {
    Q_OBJECT

public:
    explicit ReviewQueue(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] QListWidget* list() const { return m_list; }

signals:
    void chosen(mockingbird::catalog::SessionId session);

private:
    struct Entry {
        catalog::Session session;
        QString state;
        bool done = false;
    };
    Result<std::vector<Entry>> entries() const;

    catalog::Catalog& m_catalog;
    std::vector<Entry> m_entries;
    ui::Banner* m_banner;
    QListWidget* m_list;
    ui::EmptyState* m_empty;
};

} // namespace mockingbird::review
