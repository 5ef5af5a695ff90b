// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/materials/content_view.h"

class QLabel;
class QPdfDocument;
class QPdfSearchModel;
class QSpinBox;

namespace mockingbird::studio {

class FindBar;
class PdfView;

/// A PDF: its pages below each other, to any page by number, closer and farther, words found in it. Ctrl with
/// plus, minus and the wheel belongs to the text's size everywhere; here the buttons and Ctrl+wheel change
/// how close the page is.
class PdfContentView : public ContentView {
    Q_OBJECT

public:
    explicit PdfContentView(QWidget* parent = nullptr);
    ~PdfContentView() override;

    /// Denied for one that wants a password, Unsupported, Corrupt.
    Result<void> show(const Source& source) override;
    [[nodiscard]] catalog::ReadingPlace place() const override;
    void setPlace(const catalog::ReadingPlace& place) override;
    [[nodiscard]] int percent() const override;
    [[nodiscard]] QString placeName(const catalog::ReadingPlace& place) const override;
    [[nodiscard]] QString extent() const override;
    void find(const QString& words) override;
    [[nodiscard]] QWidget* reading() override;

private:
    void showPosition();
    void showResult(int result);
    void countResults();

    QPdfDocument* m_document;
    QPdfSearchModel* m_search;
    PdfView* m_view;
    FindBar* m_find;
    QSpinBox* m_page;
    QLabel* m_of;
    QLabel* m_zoom;
    int m_result = -1;
};

} // namespace mockingbird::studio
