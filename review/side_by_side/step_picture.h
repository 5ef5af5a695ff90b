// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"

#include <QWidget>
#include <optional>

namespace mockingbird::review {

/// A recording's picture as it was given last, as large as there is room; a sentence where there is none.
/// GUI thread.
class StepPicture : public QWidget {
    Q_OBJECT

public:
    explicit StepPicture(QWidget* parent = nullptr);

    void setPicture(media::Picture picture);
    /// Stands where there is no picture.
    void setSentence(const QString& sentence);
    [[nodiscard]] const QString& sentence() const { return m_sentence; }
    [[nodiscard]] const std::optional<media::Picture>& picture() const { return m_picture; }
    void clear();

    /// No more than it needs: it takes what room there is.
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 112}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<media::Picture> m_picture;
    QString m_sentence;
};

} // namespace mockingbird::review
