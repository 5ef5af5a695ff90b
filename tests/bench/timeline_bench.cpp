// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/theme.h"
#include "review/timeline/timeline_view.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/desk_bench.h"
#include "tests/review/timeline/timeline_fixture.h"

#include <QApplication>
#include <QDir>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>

namespace mockingbird::bench {

namespace {

using review::TimelineView;
using test::seconds;

constexpr double kFrame = 16; // milliseconds

double processorMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Milliseconds of this thread's processor that each step takes, with what has to be painted for it.
class FrameTimes {
public:
    explicit FrameTimes(QWidget& view) : m_view(view) {}

    void measure(const QString& name, int times, const std::function<void(int)>& step) {
        std::vector<double> taken;
        for (int i = 0; i < times; ++i) {
            const double before = processorMilliseconds();
            step(i);
            QEvent request(QEvent::UpdateRequest); // what has to be painted for it, at once
            QApplication::sendEvent(&m_view, &request);
            taken.push_back(processorMilliseconds() - before);
            QApplication::processEvents();
        }
        std::ranges::sort(taken);
        const auto at = [&](double part) {
            return taken[static_cast<std::size_t>(part * double(taken.size() - 1))];
        };
        const std::string what = name.toStdString();
        m_figures.push_back({what + ", median", at(0.5), "ms of processor", kFrame});
        m_figures.push_back({what + ", p95", at(0.95), "ms of processor", kFrame});
    }
    [[nodiscard]] const std::vector<Figure>& figures() const { return m_figures; }

private:
    QWidget& m_view;
    std::vector<Figure> m_figures;
};

void moveTo(TimelineView& view, const QPoint& at, Qt::MouseButtons buttons) {
    QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, buttons, {});
    QApplication::sendEvent(&view, &move);
}

void press(TimelineView& view, QEvent::Type type, const QPoint& at) {
    QMouseEvent event(type, at, view.mapToGlobal(at), Qt::LeftButton,
                      type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, {});
    QApplication::sendEvent(&view, &event);
}

void measureAll(TimelineView& view, std::size_t notes, std::vector<Figure>& figures) {
    FrameTimes frames(view);
    const review::TimelineContent content = test::crowded(notes);
    frames.measure("new content", 20, [&](int) { view.setContent(content); });
    const auto waveform = test::speech(content.duration);
    frames.measure("new waveform", 20, [&](int) { view.setWaveform(waveform); });
    frames.measure("playing, all in sight", 200, [&](int i) { view.setPlayhead(seconds(100 + i * 7.0)); });
    frames.measure("selecting", 100, [&](int i) { view.setSelectedNote(content.notes[std::size_t(i)].id); });
    frames.measure("pointer over it", 200, [&](int i) { moveTo(view, {20 + i * 3, 60}, Qt::NoButton); });
    frames.measure("zooming", 100, [&](int i) { i % 20 < 10 ? view.zoomIn() : view.zoomOut(); });
    for (const double length : {5400.0, 600.0, 60.0, 5.0, 1.0}) {
        frames.measure(QStringLiteral("scrolling, %1 s in sight").arg(length), 100, [&](int i) {
            const double start = std::fmod(1700 + i * length / 15, 10'800 - length);
            view.show(review::PlayRange{seconds(start), seconds(start + length)});
        });
    }
    view.setPlayhead(seconds(2000));
    view.show(review::PlayRange{seconds(1995), seconds(2010)});
    frames.measure("playing, 15 s in sight", 400, [&](int i) { view.setPlayhead(seconds(2000 + i / 30.0)); });
    view.zoomToFit();
    press(view, QEvent::MouseButtonPress, {30, 60});
    frames.measure("scrubbing", 200, [&](int i) { moveTo(view, {30 + i * 3, 60}, Qt::LeftButton); });
    press(view, QEvent::MouseButtonRelease, {630, 60});
    figures = frames.figures();
}

void savePictures(const QDir& folder) {
    for (const auto scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        for (const double scale : {1.0, 2.0}) {
            ui::applyTheme(*qApp, scheme, scale);
            const QString look =
                QStringLiteral("%1_%2").arg(scheme == ui::Scheme::Light ? "light" : "dark").arg(scale);
            TimelineView view;
            view.resize(720, view.sizeHint().height());
            view.setMovable([](catalog::NoteId) { return true; });
            const auto save = [&](const char* name) {
                QPixmap picture(view.size());
                picture.fill(ui::colors().window);
                view.render(&picture, {}, {}, QWidget::DrawChildren);
                picture.save(folder.filePath(QStringLiteral("timeline_%1_%2.png").arg(name, look)));
            };
            view.setContent(test::minute());
            view.setWaveform(test::speech(seconds(60)));
            view.setSkipped({{seconds(18), seconds(20)}, {seconds(47), seconds(50)}});
            view.setLoop(review::PlayRange{seconds(26), seconds(32)});
            view.setSelectedNote(view.content().notes[2].id);
            view.setPlayhead(seconds(23));
            save("minute");
            view.show(review::PlayRange{seconds(19.6), seconds(20.6)});
            save("second");
            view.setLoop(std::nullopt);
            view.setSkipped({});
            view.setContent(test::crowded(5000));
            view.setWaveform(test::speech(seconds(3 * 3600)));
            save("hours");
            view.show(review::PlayRange{seconds(1790), seconds(1930)});
            save("crowd");
        }
    }
}

} // namespace

int benchTimeline(const Words& words) {
    const std::size_t notes = words.empty() ? 5000 : std::stoul(words.front());
    std::vector<Figure> figures;
    for (const QSize& size : {QSize(720, 0), QSize(1900, 0)}) {
        TimelineView view;
        view.resize(size.width(), view.sizeHint().height());
        view.show();
        QApplication::processEvents();
        measureAll(view, notes, figures);
        report("timeline of " + std::to_string(notes) + " notes, " + std::to_string(size.width()) + " pixels",
               figures);
    }
    if (words.size() > 1) {
        const QString folder = QString::fromStdString(words.at(1));
        QDir().mkpath(folder);
        savePictures(QDir(folder));
    }
    return 0;
}

} // namespace mockingbird::bench
