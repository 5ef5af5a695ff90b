// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/caption_store.h"

#include <QRectF>
#include <QWidget>
#include <vector>

namespace mockingbird::review {

/// Shows captions over the pictures and over what is drawn on them; every click goes through. Screen readers
/// aren't told of them, for they are said already. GUI thread.
class CaptionView : public QWidget {
    Q_OBJECT

public:
    explicit CaptionView(QWidget* parent = nullptr);

    /// Where the pictures are; the captions stand at its bottom.
    void setArea(const QRectF& area);
    /// What is said now; whoever owns the cues keeps them until the next call.
    void setSaid(std::vector<const catalog::Cue*> said);
    [[nodiscard]] bool empty() const { return m_said.empty(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF m_area;
    std::vector<const catalog::Cue*> m_said;
};

} // namespace mockingbird::review
