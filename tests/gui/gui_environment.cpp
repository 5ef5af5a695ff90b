// SPDX-License-Identifier: GPL-3.0-or-later
// Puts one QApplication and settings of their own under all tests of the executable.
#include "tests/support/temporary_folder.h"

#include <QApplication>
#include <QSettings>
#include <gtest/gtest.h>
#include <memory>

namespace mockingbird::test {

namespace {

class GuiEnvironment : public testing::Environment {
public:
    void SetUp() override {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qunsetenv("DISPLAY"); // what the tests find to record is the test sources alone
        qunsetenv("WAYLAND_DISPLAY");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("MOCKINGBIRD_CATALOG");
        qputenv("PULSE_SERVER", "/nowhere");
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString((m_folder / "data").string()));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           QString::fromStdString((m_folder / "config").string()));
        QApplication::setOrganizationName(QStringLiteral("mockingbird"));
        QApplication::setApplicationName(QStringLiteral("mockingbird-test"));
        m_application = std::make_unique<QApplication>(m_count, m_arguments);
    }

    void TearDown() override { m_application.reset(); }

private:
    int m_count = 1;
    char m_name[12] = "mockingbird";
    char* m_arguments[2] = {m_name, nullptr};
    TemporaryFolder m_folder;
    std::unique_ptr<QApplication> m_application;
};

const testing::Environment* const kEnvironment = testing::AddGlobalTestEnvironment(new GuiEnvironment);

} // namespace

} // namespace mockingbird::test
