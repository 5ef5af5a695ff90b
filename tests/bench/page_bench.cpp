// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/people_store.h"
#include "common/ui/appearance.h"
#include "studio/app.h"
#include "studio/main_window.h"
#include "studio/rail.h"
#include "tests/bench/catalog_bench.h"
#include "tests/bench/made_catalog.h"
#include "tests/bench/measured_times.h"
#include "tests/gui/answering_dialogs.h"

#include <QApplication>

namespace mockingbird::bench {

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

} // namespace

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

} // namespace mockingbird::bench
