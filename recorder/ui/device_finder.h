// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/capture/device_list.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <vector>

class QMediaDevices;

namespace mockingbird::recorder {

/// Looks for devices outside of the GUI thread, when asked and when the system says that one came or went.
class DeviceFinder : public QObject {
    Q_OBJECT

public:
    explicit DeviceFinder(QObject* parent = nullptr);
    ~DeviceFinder() override; ///< waits for the look under way

    void look();
    /// From now on, plugging in and out makes it look again.
    void watch();

signals:
    void found(const std::vector<mockingbird::recorder::Device>& devices);

private:
    std::unique_ptr<QMediaDevices> m_system;
    QTimer m_settle; ///< one device coming is told several times in a row
    QThreadPool m_pool;
};

} // namespace mockingbird::recorder
