// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/materials/content_view.h"

namespace mockingbird::studio {

class FindBar;
class MaterialView;

/// Markdown and HTML, with a bar to find words in it.
class TextContentView : public ContentView {
    Q_OBJECT

public:
    explicit TextContentView(QWidget* parent = nullptr);

    Result<void> show(const Source& source) override;
    [[nodiscard]] catalog::ReadingPlace place() const override;
    void setPlace(const catalog::ReadingPlace& place) override;
    [[nodiscard]] int percent() const override;
    [[nodiscard]] QString placeName(const catalog::ReadingPlace& place) const override;
    void find(const QString& words) override;
    [[nodiscard]] QWidget* reading() override;

private:
    void findAgain(bool forward);

    MaterialView* m_view;
    FindBar* m_find;
};

} // namespace mockingbird::studio
