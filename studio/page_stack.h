// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/role_table.h"

#include <QStackedWidget>
#include <QTimer>
#include <functional>
#include <map>
#include <set>

class QScrollArea;

namespace mockingbird::ui {
class Page;
}

namespace mockingbird::studio {

/// The pages that are offered, one of them shown. Each is made when it is asked for; those that nobody has
/// asked for are made, laid out and read beforehand, one step at a time between what is clicked and typed, so
/// that the first look at a page is no slower than the next. GUI thread.
class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    using Maker = std::function<ui::Page*(PageKind)>;

    explicit PageStack(Maker make, QWidget* parent = nullptr);

    /// In place of those offered before, which are gone.
    void offer(const std::set<PageKind>& kinds);
    [[nodiscard]] const std::set<PageKind>& offered() const { return m_offered; }
    /// Also while something else that is in the stack is in sight.
    void drop();

    /// Made where it wasn't yet; nullptr where it isn't offered.
    [[nodiscard]] ui::Page* page(PageKind kind);
    /// nullptr where it wasn't made yet.
    [[nodiscard]] ui::Page* made(PageKind kind) const;
    [[nodiscard]] const std::map<PageKind, ui::Page*>& made() const { return m_pages; }
    [[nodiscard]] bool shows(PageKind kind) const;
    /// One of those made.
    void bring(PageKind kind);

private:
    void add(PageKind kind);
    void prepareNext();
    void readAhead(PageKind kind);

    Maker m_make;
    std::set<PageKind> m_offered;
    std::map<PageKind, ui::Page*> m_pages;
    /// Around each page: with large text it may need more room than there is.
    std::map<PageKind, QScrollArea*> m_frames;
    std::set<PageKind> m_read; ///< shown once, or read beforehand
    QTimer m_preparing;
};

} // namespace mockingbird::studio
