// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/page_stack.h"

#include "common/ui/page.h"
#include "common/ui/page_column.h"

#include <QAbstractItemView>
#include <QPixmap>
#include <QScrollArea>
#include <algorithm>
#include <chrono>
#include <utility>

namespace mockingbird::studio {

namespace {

/// Between two steps, for what was clicked or typed meanwhile.
constexpr std::chrono::milliseconds kPause(150);

} // namespace

PageStack::PageStack(Maker make, QWidget* parent) : QStackedWidget(parent), m_make(std::move(make)) {
    m_preparing.setSingleShot(true);
    m_preparing.setInterval(kPause);
    connect(&m_preparing, &QTimer::timeout, this, &PageStack::prepareNext);
}

void PageStack::offer(const std::set<PageKind>& kinds) {
    drop();
    m_offered = kinds;
    m_preparing.start();
}

void PageStack::drop() {
    m_preparing.stop();
    m_offered.clear();
    for (const auto& [kind, frame] : m_frames) {
        removeWidget(frame);
        delete frame;
    }
    m_frames.clear();
    m_pages.clear();
    m_read.clear();
}

ui::Page* PageStack::page(PageKind kind) {
    if (made(kind) == nullptr && m_offered.contains(kind))
        add(kind);
    return made(kind);
}

ui::Page* PageStack::made(PageKind kind) const {
    const auto found = m_pages.find(kind);
    return found == m_pages.end() ? nullptr : found->second;
}

bool PageStack::shows(PageKind kind) const {
    const auto found = m_frames.find(kind);
    return found != m_frames.end() && currentWidget() == found->second;
}

void PageStack::bring(PageKind kind) {
    m_read.insert(kind);
    setCurrentWidget(m_frames.at(kind));
}

void PageStack::add(PageKind kind) {
    ui::Page* page = m_make(kind);
    page->setAccessibleName(page->title());
    m_pages.emplace(kind, page);
    // With its parent from the start: each that it gets later styles all of the page anew.
    QScrollArea* frame = ui::scrolled(page, this);
    m_frames.emplace(kind, frame);
    addWidget(frame);
}

void PageStack::prepareNext() {
    for (const PageKind kind : m_offered)
        if (made(kind) == nullptr) {
            add(kind);
            m_preparing.start();
            return;
        }
    for (const PageKind kind : m_offered)
        if (!m_read.contains(kind)) {
            readAhead(kind);
            m_preparing.start();
            return;
        }
}

void PageStack::readAhead(PageKind kind) {
    m_read.insert(kind);
    QScrollArea* frame = m_frames.at(kind);
    frame->resize(size());
    m_pages.at(kind)->refresh();
    static_cast<void>(frame->grab(QRect(0, 0, 1, 1))); // which styles it and lays it out
    for (auto* list : frame->findChildren<QAbstractItemView*>())
        list->doItemsLayout(); // which waits for being in sight otherwise
}

} // namespace mockingbird::studio
