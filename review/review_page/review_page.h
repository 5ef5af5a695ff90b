// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/page.h"
#include "review/review_page/review_desk.h"

#include <optional>

class QStackedWidget;

namespace mockingbird::review {

class ReviewQueue;

/// The page on which sessions are reviewed: the sessions there are to review, and the one that is open.
class ReviewPage : public ui::Page {
    Q_OBJECT

public:
    explicit ReviewPage(catalog::Catalog& catalog, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Review"); }
    void refresh() override;
    void entered() override;
    void left() override;

    /// At the moment where one is given, of the session's first part.
    void openSession(catalog::SessionId session, std::optional<MediaTime> at = std::nullopt);
    void showQueue();
    [[nodiscard]] bool sessionOpen() const;

    [[nodiscard]] ReviewDesk& desk() const { return *m_desk; }
    [[nodiscard]] ReviewQueue& queue() const { return *m_queue; }

private:
    bool m_inSight = false;
    QStackedWidget* m_stack;
    ReviewQueue* m_queue;
    ReviewDesk* m_desk;
};

} // namespace mockingbird::review
