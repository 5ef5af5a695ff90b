// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/theme.h"
#include "tests/support/temporary_folder.h"

#include <QApplication>
#include <QSettings>
#include <gtest/gtest.h>

/// Offscreen, with the studio's theme, settings of its own, and no device but the lab's.
int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("LAB_DIRECTORY"))
        qputenv("PULSE_SERVER", "/nowhere");
    const mockingbird::test::TemporaryFolder settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString(settings.path().string()));
    QApplication application(argc, argv);
    QApplication::setOrganizationName("mockingbird-test");
    mockingbird::ui::applyTheme(application, mockingbird::ui::Scheme::Light, 1.0);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
