// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace mockingbird::ui {

/// One page of the window. The window owns it, shows one at a time, and rebuilds all of them when another
/// catalog is opened. GUI thread.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr) : QWidget(parent) {}

    /// What the rail and the window's title call it.
    [[nodiscard]] virtual QString title() const = 0;

    /// Reads the catalog anew: the page has come into sight, or the catalog's revision moved while it was.
    /// Keeps what the person has selected and typed.
    virtual void refresh() = 0;

    /// The page came into sight; the window calls refresh() after it.
    virtual void entered() {}

    /// Another page takes its place, or the window closes: playback pauses, devices are let go.
    virtual void left() {}
};

} // namespace mockingbird::ui
