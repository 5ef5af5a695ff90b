// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/device_finder.h"

#include "common/base/log.h"

#include <QMediaDevices>
#include <exception>

namespace mockingbird::recorder {

namespace {
constexpr int kSettleMs = 300;
}

DeviceFinder::DeviceFinder(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &DeviceFinder::look);
}

DeviceFinder::~DeviceFinder() {
    m_pool.waitForDone();
}

void DeviceFinder::look() {
    m_pool.start([this] {
        std::vector<Device> devices;
        try {
            devices = listDevices();
        } catch (const std::exception& failure) {
            log(LogLevel::Warning, "recorder", failure.what());
        }
        QMetaObject::invokeMethod(
            this, [this, devices = std::move(devices)] { emit found(devices); }, Qt::QueuedConnection);
    });
}

void DeviceFinder::watch() {
    if (m_system != nullptr)
        return;
    m_system = std::make_unique<QMediaDevices>();
    const auto settle = [this] { m_settle.start(); };
    connect(m_system.get(), &QMediaDevices::audioInputsChanged, this, settle);
    connect(m_system.get(), &QMediaDevices::audioOutputsChanged, this, settle);
    connect(m_system.get(), &QMediaDevices::videoInputsChanged, this, settle);
}

} // namespace mockingbird::recorder
