// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/materials/content_view.h"

class QLabel;
class QPushButton;

namespace mockingbird::studio {

/// Where a link leads, in full, and the one button that opens it in the browser. Nothing is fetched before.
class LinkContentView : public ContentView {
    Q_OBJECT

public:
    explicit LinkContentView(QWidget* parent = nullptr);

    Result<void> show(const Source& source) override;
    [[nodiscard]] int percent() const override { return m_opened ? 100 : 0; }
    [[nodiscard]] QString placeName(const catalog::ReadingPlace& place) const override;
    [[nodiscard]] QWidget* reading() override;

private:
    QLabel* m_host;
    QLabel* m_address;
    QLabel* m_plain;
    QPushButton* m_open;
    QString m_url;
    bool m_opened = false;
};

} // namespace mockingbird::studio
