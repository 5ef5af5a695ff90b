// SPDX-License-Identifier: GPL-3.0-or-later
// Jumps, steps and openings: from the asking to the picture as the window gets it, colours converted. mpv,
// which converts nothing for its null output, does the same in between, each waiting for the other.
#include "review/playback/picture_memory.h"
#include "review/playback/picture_track.h"
#include "review/playback/thumbnail_reader.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/made_recording.h"
#include "tests/bench/measured_times.h"
#include "tests/bench/mpv_peer.h"
#include "tests/bench/review_bench.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <utility>

namespace mockingbird::bench {

namespace {

using review::PictureConverter;
using review::PictureFrame;
using review::PictureTrack;

constexpr int kJumps = 40;
constexpr int kStepPlaces = 20;
constexpr int kStepsAtOnce = 10;
constexpr int kOpenings = 9;
constexpr int kThumbnails = 100;
constexpr int kMinutes = 10;

struct Subject {
    std::string name;
    std::filesystem::path file;
    bool own; ///< recorded with this project's settings
};

std::vector<Subject> subjects(const Words& words, const MadeRecordings& made) {
    std::vector<Subject> all;
    for (const std::string& word : words)
        all.push_back({std::filesystem::path(word).filename().string(), word, true});
    if (all.empty()) {
        for (const Content content : {Content::Dense, Content::Screen, Content::Camera})
            all.push_back({nameOf(content), made.recording(content, kMinutes, 1), content != Content::Dense});
    }
    return all;
}

template <class T>
T orExit(Result<T> result) {
    if (result.ok())
        return std::move(result).value();
    std::fprintf(stderr, "%s\n", result.error().detail.c_str());
    std::exit(1);
}

/// Any time of the recording but its last second, which a player may treat as its end.
class AnyTime {
public:
    explicit AnyTime(MediaTime duration) : m_any(0, duration.microseconds() - 1'000'000) {}
    MediaTime next() { return MediaTime::fromMicroseconds(m_any(m_random)); }

private:
    std::mt19937_64 m_random{7};
    std::uniform_int_distribution<std::int64_t> m_any;
};

double ownProcessorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

void jumps(const Subject& subject) {
    review::keepPictureMemory(); // as the window does
    const auto track = orExit(PictureTrack::open(subject.file));
    PictureConverter converter(track->turn());
    MpvPeer mpv;
    static_cast<void>(mpv.load(subject.file));
    AnyTime any(track->duration());
    MeasuredTimes decoded;
    MeasuredTimes shown;
    MeasuredTimes peer;
    const auto jump = [&] {
        const MediaTime time = any.next();
        mpv.settle();
        shown.measure([&] {
            PictureFrame frame;
            decoded.measure([&] { frame = orExit(track->at(time)); });
            static_cast<void>(orExit(converter.convert(*frame.frame, frame.time)));
        });
        mpv.settle();
        peer.add(mpv.seek(time.seconds()));
    };
    // The first ones fill the memory for pictures, which the system hands out page by page.
    for (int i = 0; i < kJumps; ++i)
        jump();
    const MeasuredTimes oursAtFirst = std::exchange(shown, {});
    const MeasuredTimes peerAtFirst = std::exchange(peer, {});
    decoded = {};
    double ourProcessor = -ownProcessorSeconds();
    double peerProcessor = -mpv.processorSeconds();
    for (int i = 0; i < kJumps; ++i)
        jump();
    ourProcessor += ownProcessorSeconds();
    peerProcessor += mpv.processorSeconds();
    const std::optional<double> atMost = subject.own ? std::optional(150.0) : std::nullopt;
    report("jump: " + subject.name,
           {{"ours, median", shown.median(), "ms", {}},
            {"ours, 95 of 100", shown.p95(), "ms", atMost},
            {"ours without the colours' conversion, median", decoded.median(), "ms", {}},
            {"mpv, median", peer.median(), "ms", {}},
            {"mpv, 95 of 100", peer.p95(), "ms", {}},
            {"ours, processor a jump", ourProcessor / kJumps * 1000, "ms", {}},
            {"mpv, processor a jump", peerProcessor / kJumps * 1000, "ms", {}},
            {"ratio of the medians", shown.median() / peer.median(), "", 0.5},
            {"the same of the 40 jumps before these", oursAtFirst.median() / peerAtFirst.median(), "", {}},
            {"ours of those, 95 of 100", oursAtFirst.p95(), "ms", atMost}});
}

void steps(const Subject& subject) {
    const auto track = orExit(PictureTrack::open(subject.file));
    PictureConverter converter(track->turn());
    AnyTime any(track->duration());
    MeasuredTimes first;
    MeasuredTimes all;
    for (int i = 0; i < kStepPlaces; ++i) {
        PictureFrame frame = orExit(track->at(any.next()));
        for (int step = 0; step < kStepsAtOnce; ++step) {
            MeasuredTimes one;
            one.measure([&] {
                const auto before = orExit(track->before(frame.time));
                if (before)
                    frame = *before;
                static_cast<void>(orExit(converter.convert(*frame.frame, frame.time)));
            });
            const auto time = std::chrono::duration<double, std::milli>(one.median());
            all.add(std::chrono::duration_cast<std::chrono::steady_clock::duration>(time));
            if (step == 0)
                first.add(std::chrono::duration_cast<std::chrono::steady_clock::duration>(time));
        }
    }
    report("step back: " + subject.name, {{"median", all.median(), "ms", 30},
                                          {"95 of 100", all.p95(), "ms", {}},
                                          {"longest", all.longest(), "ms", {}},
                                          {"the first after a jump, median", first.median(), "ms", 30},
                                          {"the first after a jump, 95 of 100", first.p95(), "ms", {}}});
}

void thumbnails(const Subject& subject) {
    const auto reader = orExit(review::ThumbnailReader::open(subject.file));
    AnyTime any(orExit(PictureTrack::open(subject.file))->duration());
    MeasuredTimes times;
    double processor = -ownProcessorSeconds();
    for (int i = 0; i < kThumbnails; ++i)
        times.measure([&] { static_cast<void>(orExit(reader->near(any.next()))); });
    processor += ownProcessorSeconds();
    report("thumbnails: " + subject.name, {{"median", times.median(), "ms", 15},
                                           {"95 of 100", times.p95(), "ms", {}},
                                           {"processor each", processor / kThumbnails * 1000, "ms", {}}});
}

} // namespace

int benchJump(const Words& words) {
    const MadeRecordings made;
    for (const Subject& subject : subjects(words, made))
        jumps(subject);
    return 0;
}

int benchStep(const Words& words) {
    const MadeRecordings made;
    for (const Subject& subject : subjects(words, made))
        steps(subject);
    return 0;
}

int benchThumbnails(const Words& words) {
    const MadeRecordings made;
    for (const Subject& subject : subjects(words, made))
        thumbnails(subject);
    return 0;
}

int benchOpen(const Words& words) {
    review::keepPictureMemory(); // as the window does
    const MadeRecordings made;
    const std::filesystem::path file =
        words.empty() ? made.recording(Content::Camera, 60, 3) : std::filesystem::path(words[0]);
    MpvPeer mpv;
    // Both find the file in the system's memory from here on, and mpv is past its own start.
    static_cast<void>(mpv.load(file));
    MeasuredTimes ours;
    MeasuredTimes peer;
    double ourProcessor = -ownProcessorSeconds();
    double peerProcessor = -mpv.processorSeconds();
    for (int i = 0; i < kOpenings; ++i) {
        ours.measure([&] {
            const auto track = orExit(PictureTrack::open(file));
            PictureConverter converter(track->turn());
            const PictureFrame frame = orExit(track->at(MediaTime()));
            static_cast<void>(orExit(converter.convert(*frame.frame, frame.time)));
        });
        peer.add(mpv.load(file));
    }
    ourProcessor += ownProcessorSeconds();
    peerProcessor += mpv.processorSeconds();
    report("open 1 h", {{"ours, median", ours.median(), "ms", {}},
                        {"ours, processor an opening", ourProcessor / kOpenings * 1000, "ms", {}},
                        {"mpv, processor an opening", peerProcessor / kOpenings * 1000, "ms", {}},
                        {"mpv's loadfile, median", peer.median(), "ms", {}},
                        {"ratio", ours.median() / peer.median(), "", 1.0}});
    return 0;
}

} // namespace mockingbird::bench
