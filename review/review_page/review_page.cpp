// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_page.h"

#include "common/ui/banner.h"
#include "review/review_page/review_queue.h"

#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mockingbird::review {

ReviewPage::ReviewPage(catalog::Catalog& catalog, QWidget* parent)
    : ui::Page(parent), m_stack(new QStackedWidget(this)), m_queue(new ReviewQueue(catalog, m_stack)),
      m_desk(new ReviewDesk(catalog, m_stack)) {
    m_stack->addWidget(m_queue);
    m_stack->addWidget(m_desk);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_queue, &ReviewQueue::chosen, this,
            [this](catalog::SessionId session) { openSession(session); });
    connect(m_desk, &ReviewDesk::closeRequested, this, &ReviewPage::showQueue);
    m_queue->refresh();
}

void ReviewPage::refresh() {
    if (sessionOpen())
        m_desk->refresh();
    else
        m_queue->refresh();
}

void ReviewPage::entered() {
    m_inSight = true;
    if (sessionOpen())
        m_desk->entered();
    else
        m_queue->list()->setFocus();
}

void ReviewPage::left() {
    m_inSight = false;
    if (sessionOpen())
        m_desk->left();
}

void ReviewPage::openSession(catalog::SessionId session, std::optional<MediaTime> at) {
    const Result<void> opened = m_desk->openSession(session, at);
    if (!opened.ok())
        m_desk->banner().showError(opened.error());
    m_stack->setCurrentWidget(m_desk);
    if (m_inSight || isVisible())
        m_desk->entered();
}

void ReviewPage::showQueue() {
    m_desk->closeSession();
    m_queue->refresh();
    m_stack->setCurrentWidget(m_queue);
    m_queue->list()->setFocus();
}

bool ReviewPage::sessionOpen() const {
    return m_stack->currentWidget() == m_desk;
}

} // namespace mockingbird::review
