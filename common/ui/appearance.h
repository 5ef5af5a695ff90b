// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/theme.h"

#include <QObject>
#include <optional>

class QApplication;
class QDBusVariant;

namespace mockingbird::ui {

/// Light or dark, and how large text is: follows the desktop (its portal's colour scheme, else the lightness
/// of the palette it gives) unless the person or MOCKINGBIRD_THEME=light|dark says otherwise. Made once, by
/// main; GUI thread.
class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QApplication& application);

    /// None follows the desktop. Remembered.
    void setWish(std::optional<Scheme> wish);
    [[nodiscard]] std::optional<Scheme> wish() const { return m_wish; }
    /// 1 to 2, in steps of a tenth. Remembered. Lengths of widgets that exist change with `scaleChanged`
    /// alone, when the window builds its pages anew.
    void setScale(double scale);
    [[nodiscard]] double scale() const { return m_scale; }

signals:
    void scaleChanged();

private slots:
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void apply();
    [[nodiscard]] std::optional<Scheme> portalScheme();

    QApplication& m_application;
    Scheme m_desktop;
    std::optional<Scheme> m_wish;
    double m_scale = 1.0;
};

} // namespace mockingbird::ui
