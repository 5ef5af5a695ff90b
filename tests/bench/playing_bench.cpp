// SPDX-License-Identifier: GPL-3.0-or-later
// The whole review page while a recording plays at its own speed: each of its frames is painted, and in time,
// or counted.
#include "review/notes/notes_panel.h"
#include "review/player_view/player_view.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_desk.h"
#include "review/review_page/review_page.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/desk_bench.h"
#include "tests/bench/made_recording.h"
#include "tests/bench/measured_times.h"
#include "tests/review/review_page/reviewed_catalog.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <set>

namespace mockingbird::bench {

namespace {

constexpr int kNotes = 200;
constexpr double kFramesPerSecond = 30;
/// One that comes by more than a frame's length after it was due.
constexpr double kLateMs = 1000 / kFramesPerSecond;

double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// What of the recording gets painted while it plays.
class PaintedFrames : public QObject {
public:
    explicit PaintedFrames(review::PlayerView& view) : m_view(view) { view.installEventFilter(this); }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        if (event->type() != QEvent::Paint || !m_view.playing())
            return false;
        const MediaTime shown = m_view.shownTime();
        if (!m_times.insert(shown).second)
            return false;
        const double after = (m_view.position() - shown).seconds() * 1000;
        m_after.add(std::chrono::duration_cast<std::chrono::steady_clock::duration>(
            std::chrono::duration<double, std::milli>(after)));
        if (after > kLateMs) {
            ++m_late;
            std::fprintf(stderr, "%.3f s came %.0f ms late\n", shown.seconds(), after);
        }
        return false;
    }

    [[nodiscard]] double painted() const { return static_cast<double>(m_times.size()); }
    /// Of those from the first painted to the last. A recording made of pieces has some milliseconds more
    /// where they join, which is no frame.
    [[nodiscard]] double missed() const {
        double missed = 0;
        for (auto time = m_times.begin(); time != m_times.end() && std::next(time) != m_times.end(); ++time) {
            const double here = std::round((*std::next(time) - *time).seconds() * kFramesPerSecond) - 1;
            if (here > 0)
                std::fprintf(stderr, "%.0f not painted after %.3f s\n", here, time->seconds());
            missed += here;
        }
        return missed;
    }
    [[nodiscard]] double late() const { return m_late; }
    [[nodiscard]] const MeasuredTimes& after() const { return m_after; }

private:
    review::PlayerView& m_view;
    std::set<MediaTime> m_times;
    double m_late = 0;
    MeasuredTimes m_after; ///< it was due
};

} // namespace

int benchPlaying(const Words& words) {
    const int seconds = words.empty() ? 600 : std::atoi(words[0].c_str());
    const MadeRecordings made;
    const int minutes = seconds / 60 + 1;
    test::ReviewedCatalog catalog;
    const auto session = catalog.addSession(3);
    catalog.addRecording(session, made.recording(Content::Camera, minutes, 3),
                         MediaTime(std::chrono::minutes(minutes)));
    for (int i = 0; i < kNotes; ++i)
        catalog.addNote(catalog.ann, session, MediaTime::fromSeconds(double(seconds) * i / kNotes),
                        "You let him finish before you answered, and counted on your fingers.",
                        static_cast<std::size_t>(i) % 3);

    review::ReviewPage page(*catalog);
    page.resize(1600, 900);
    page.show();
    page.openSession(session.id);
    page.entered();
    review::RecordingPanel& recording = page.desk().recording();
    PaintedFrames frames(recording.player());
    QEventLoop loop;
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, &QEventLoop::quit);
    const double before = processorSeconds();
    recording.play();
    loop.exec();
    const double taken = processorSeconds() - before;
    const review::Player::Stats stats = recording.player().player()->stats();
    recording.pause();
    const double missed = frames.missed();
    report("playing", {{"seconds at 1x, 1920x1080 at 30 frames a second", double(seconds), "s", {}},
                       {"frames painted", frames.painted(), "", {}},
                       {"frames never painted", missed, "", 0},
                       {"frames painted late by more than one", frames.late(), "", 0},
                       {"painted after it was due, median", frames.after().median(), "ms", {}},
                       {"the same, p95", frames.after().p95(), "ms", {}},
                       {"the same, longest", frames.after().longest(), "ms", {}},
                       {"given up by the player", double(stats.latePictures), "", 0},
                       {"processor, of one core", 100 * taken / seconds, "%", {}}});
    return missed + frames.late() > 0 ? 1 : 0;
}

} // namespace mockingbird::bench
