// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"

#include <QImage>
#include <QWidget>
#include <vector>

namespace mockingbird::recorder {

/// The live pictures side by side, or a sentence where there are none.
class PreviewView : public QWidget {
    Q_OBJECT

public:
    explicit PreviewView(QWidget* parent = nullptr);

    /// Forgets the pictures and makes room for as many sources.
    void setSources(std::size_t count);
    void setPicture(std::size_t source, media::Picture picture);
    void setSentence(const QString& sentence);
    [[nodiscard]] bool hasPicture() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width * 9 / 16; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Shown {
        media::Picture picture; ///< owns the pixels that `image` looks at
        QImage image;
    };
    std::vector<Shown> m_shown;
    QString m_sentence;
};

} // namespace mockingbird::recorder
