// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace mockingbird::review {

/// A small button that stays pressed: a bar under it says so, besides the ground. GUI thread.
class ToggleButton : public QToolButton {
    Q_OBJECT

public:
    /// `name` is its accessible name; `key`, which may be empty, stands in the tool tip behind it.
    ToggleButton(const char* icon, const QString& name, const QString& key, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace mockingbird::review
