// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

namespace mockingbird::studio {

/// A line in which parts of a kit are typed one after the other: Enter gives what stands there and empties
/// it. Several lines that are pasted are several parts.
class AddingEdit : public QLineEdit {
    Q_OBJECT

public:
    AddingEdit(const QString& name, const QString& placeholder, QWidget* parent = nullptr);

    /// Gives what stands in it, as Enter does.
    void take();

signals:
    void linesEntered(const QStringList& lines);
    /// Enter with nothing in it: all is typed.
    void finished();
};

} // namespace mockingbird::studio
