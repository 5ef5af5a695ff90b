// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace mockingbird::studio {

/// Lets files be dropped onto a widget: those of this computer, with one of the endings. GUI thread.
class DroppedFiles : public QObject {
    Q_OBJECT

public:
    DroppedFiles(QWidget& onto, QStringList endings);

signals:
    void dropped(const QString& file); ///< the first of them

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QStringList m_endings;
};

} // namespace mockingbird::studio
