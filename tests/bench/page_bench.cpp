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
#include <QDeadlineTimer>
#include <QStandardPaths>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>

using namespace mockingbird;
using namespace mockingbird::bench;

namespace {

using studio::PageKind;

constexpr int kRounds = 7;
constexpr std::chrono::seconds kReadingHome{6};
constexpr double kPageMs = 50;
constexpr std::array kPages{PageKind::Prepare, PageKind::Record, PageKind::Review, PageKind::Compare,
                            PageKind::Library, PageKind::People, PageKind::Home};

void drawNow(QWidget& window) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    window.repaint();
}

/// As somebody has it who reads Home before they click: the pages are made meanwhile, between their events.
MeasuredTimes readHome() {
    MeasuredTimes turns;
    for (QDeadlineTimer reading(kReadingHome); !reading.hasExpired();)
        turns.measure([] { QCoreApplication::processEvents(); });
    return turns;
}

std::map<PageKind, double> enterEach(studio::MainWindow& window) {
    std::map<PageKind, double> entered;
    for (const PageKind page : kPages) {
        MeasuredTimes time;
        time.measure([&] {
            window.showPage(page);
            drawNow(window);
        });
        entered[page] = time.median();
    }
    return entered;
}

std::vector<Figure> pageFigures(const std::filesystem::path& catalog) {
    std::vector<Figure> figures;
    ui::Appearance appearance(*qApp);
    test::AnsweringDialogs dialogs;
    for (const bool reads : {false, true}) {
        studio::App app({catalog.string(), kCoordinator});
        studio::MainWindow window(app, appearance, dialogs);
        MeasuredTimes opening;
        opening.measure([&] {
            window.openCatalog();
            window.show();
            drawNow(window);
        });
        if (reads)
            figures.push_back(
                {"the longest turn while pages are made", readHome().longest(), "ms", std::nullopt});
        else
            figures.push_back(
                {"window made, catalog opened, Home painted", opening.median(), "ms", std::nullopt});
        for (const auto& [page, entered] : enterEach(window))
            figures.push_back({studio::pageName(page).toStdString() +
                                   (reads ? ", entered the first time, painted"
                                          : ", entered at once after the start, painted"),
                               entered, "ms", reads ? std::optional(kPageMs) : std::nullopt});
        if (!reads)
            continue;
        std::map<PageKind, MeasuredTimes> again;
        for (int round = 0; round < kRounds; ++round)
            for (const PageKind page : kPages)
                again[page].measure([&] {
                    window.showPage(page);
                    drawNow(window);
                });
        for (const PageKind page : kPages)
            figures.push_back({studio::pageName(page).toStdString() + ", entered again, painted, median",
                               again[page].median(), "ms", kPageMs});
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
