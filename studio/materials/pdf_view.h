// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPdfLink>
#include <QPdfView>

class QPdfDocument;
class QPdfSearchModel;

namespace mockingbird::studio {

/// Qt's view of a PDF with what it lacks in this version: the words found are marked, and it says exactly
/// where one is. Pages lie below each other. GUI thread.
class PdfView : public QPdfView {
    Q_OBJECT

public:
    explicit PdfView(QWidget* parent = nullptr);

    void setSearchModel(QPdfSearchModel* model);
    /// Painted stronger than the others; -1 for none.
    void setCurrentResult(int result);

    struct Place {
        int page = 0;     ///< from 0
        double share = 0; ///< of the page's height above the top of what is in sight
    };
    [[nodiscard]] Place place() const;
    void setPlace(Place place);
    /// How much lies above the bottom of what is in sight: 100 where the end is seen.
    [[nodiscard]] int percent() const;
    /// The factor that is in force, also where the width decides.
    [[nodiscard]] double shownZoom() const;
    static constexpr double kZoomStep = 1.2; ///< of a click or a turn of the wheel
    /// Closer by this factor; what is in sight stays there.
    void zoomBy(double factor);
    void fitWidth();
    /// Where the page lies among all of them.
    [[nodiscard]] QRect pageRect(int page) const;

signals:
    void scrolled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] QSize pageSize(int page) const;
    QPdfSearchModel* m_model = nullptr;
    int m_result = -1;
};

} // namespace mockingbird::studio
