// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/materials/content_view.h"

#include <QImage>

class QPushButton;
class QScrollArea;

namespace mockingbird::studio {

/// A picture, as large as there is room or pixel by pixel.
class ImageContentView : public ContentView {
    Q_OBJECT

public:
    explicit ImageContentView(QWidget* parent = nullptr);

    /// OutOfRange for one too large to be shown, Corrupt.
    Result<void> show(const Source& source) override;
    [[nodiscard]] int percent() const override { return 100; }
    [[nodiscard]] QString placeName(const catalog::ReadingPlace& place) const override;
    [[nodiscard]] QString extent() const override;
    [[nodiscard]] QWidget* reading() override;
    [[nodiscard]] bool fitted() const { return m_fitted; }
    void setFitted(bool fitted);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Picture;
    void arrange();

    Picture* m_picture;
    QScrollArea* m_scroll;
    QPushButton* m_toggle;
    bool m_fitted = true;
};

} // namespace mockingbird::studio
