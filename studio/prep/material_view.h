// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/material_store.h"

#include <QTextBrowser>

namespace mockingbird::studio {

/// A material to read, in lines of some seventy characters. Loads nothing from anywhere; links to the web
/// open in the browser.
class MaterialView : public QTextBrowser {
    Q_OBJECT

public:
    explicit MaterialView(QWidget* parent = nullptr);

    void showMaterial(const catalog::Material& material);

    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUp();
    QString m_text;
    bool m_settingUp = false;
};

} // namespace mockingbird::studio
