// SPDX-License-Identifier: GPL-3.0-or-later
// From page to page in the real window, drawn offscreen by the processor. catalog_bench runs it.
//   build/release/tests/bench/page_bench CATALOG
#include "common/catalog/people_store.h"
#include "common/ui/appearance.h"
#include "studio/app.h"
#include "studio/main_window.h"
#include "studio/rail.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/made_catalog.h"
#include "tests/bench/measured_times.h"
#include "tests/gui/answering_dialogs.h"

#include <QApplication>
#include <QStandardPaths>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>

using namespace mockingbird;
using namespace mockingbird::bench;

namespace {

using studio::PageKind;

constexpr int kRounds = 7;
constexpr double kPageMs = 50;
constexpr std::array kPages{PageKind::Prepare, PageKind::Record, PageKind::Review, PageKind::Compare,
                            PageKind::Library, PageKind::People, PageKind::Home};

void drawNow(QWidget& window) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    window.repaint();
}

std::vector<Figure> pageFigures(const std::filesystem::path& catalog) {
    std::vector<Figure> figures;
    ui::Appearance appearance(*qApp);
    test::AnsweringDialogs dialogs;
    studio::App app({catalog.string(), kCoordinator});
    studio::MainWindow window(app, appearance, dialogs);
    MeasuredTimes opening;
    opening.measure([&] {
        window.openCatalog();
        window.show();
        drawNow(window);
    });
    figures.push_back({"window made, catalog opened, Home painted", opening.median(), "ms", std::nullopt});
    std::map<PageKind, MeasuredTimes> first;
    std::map<PageKind, MeasuredTimes> again;
    for (int round = 0; round < kRounds; ++round)
        for (const PageKind page : kPages)
            (round == 0 ? first : again)[page].measure([&] {
                window.showPage(page);
                drawNow(window);
            });
    for (const PageKind page : kPages) {
        const std::string name = studio::pageName(page).toStdString();
        figures.push_back({name + ", entered the first time, painted", first[page].median(), "ms", kPageMs});
        figures.push_back({name + ", entered again, painted, median", again[page].median(), "ms", kPageMs});
    }
    return figures;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("mockingbird_bench"));
    if (argc < 2) {
        std::fprintf(stderr, "page_bench CATALOG\n");
        return 2;
    }
    report("pages", pageFigures(argv[1]));
    return 0;
}
