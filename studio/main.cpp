// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/appearance.h"
#include "studio/app.h"
#include "studio/cli/command_line.h"
#include "studio/main_window.h"
#include "studio/native_dialogs.h"

#include <QApplication>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace {

/// --catalog, --as and --sample are the window's too.
mockingbird::studio::App::Options windowOptions(int argc, char** argv) {
    mockingbird::studio::App::Options options;
    for (int index = 1; index < argc; ++index) {
        const std::string_view argument = argv[index];
        const auto take = [&](std::string_view name, std::string& into) {
            if (argument == name && index + 1 < argc)
                into = argv[index + 1];
            else if (argument.starts_with(name) && argument.substr(name.size()).starts_with('='))
                into = argument.substr(name.size() + 1);
        };
        take("--catalog", options.catalog);
        take("--as", options.person);
        options.sample = options.sample || argument == "--sample";
    }
    return options;
}

/// Qt would abort without a word that helps.
bool hasDisplay(int argc, char** argv) {
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0')
            return true;
    }
    for (int index = 1; index < argc; ++index) {
        if (std::string_view(argv[index]) == "-platform")
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char** argv) {
    using namespace mockingbird;
    if (studio::isCommandLine(argc, argv))
        return studio::runCommandLine(argc, argv);

    if (!hasDisplay(argc, argv)) {
        std::cerr << "There is no display to open the window on. Nothing was changed. The same work is done "
                     "without "
                     "a window by a command: mockingbird --help lists them, mockingbird demo shows it.\n";
        return 1;
    }
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("mockingbird"));
    QApplication::setApplicationName(QStringLiteral("mockingbird"));
    QApplication::setApplicationDisplayName(QStringLiteral("Mockingbird"));
    QApplication::setDesktopFileName(QStringLiteral("mockingbird"));
    ui::Appearance appearance(application);
    studio::NativeDialogs dialogs;
    const studio::App::Options options = windowOptions(argc, argv);
    studio::App app(options);
    studio::MainWindow window(app, appearance, dialogs);
    window.openCatalog();
    if (options.sample)
        window.enterSample();
    window.show();
    return QApplication::exec();
}
