// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/made_recording.h"

#include "tests/bench/timed_process.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace mockingbird::bench {

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr int kClipSeconds = 12;

const char* pictureOf(Content content) {
    switch (content) {
    case Content::Dense:
        return "mandelbrot=size=1920x1080:rate=30,format=yuv420p,noise=c0s=4:c0f=t[v]";
    case Content::Screen:
        return "testsrc=size=1920x1080:rate=30[s];mandelbrot=size=640x360:rate=30[c];"
               "[s][c]overlay=1240:680[v]";
    case Content::Camera:
        return "mandelbrot=size=1920x1080:rate=30,format=yuv420p,noise=c0s=3:c0f=t[v]";
    }
    return "";
}

Words encoderOf(Content content) {
    if (content == Content::Dense)
        return {"-preset",  "veryfast", "-b:v", "11M", "-maxrate", "11M",
                "-bufsize", "22M",      "-g",   "60",  "-bf",      "3"};
    // Pictures that weigh as much as these do get a keyframe each half second
    // (recorder/encode/video_encoder.cpp).
    return {"-preset", "veryfast", "-crf", "23", "-x264-params", "rc-lookahead=6:sync-lookahead=0",
            "-g",      "15",       "-bf",  "0"};
}

/// Speech-like: comes and goes, and each track in its own way.
std::string soundOf(int track) {
    return "aevalsrc=0.3*sin(" + std::to_string(900 + 400 * track) + "*t)*max(0\\,sin(t*" +
           std::to_string(1 + track) + "))+0.02*(random(0)-0.5):s=48000:d=" + std::to_string(kClipSeconds);
}

void run(const Words& command) {
    TimedProcess process(command);
    if (process.wait().status == 0)
        return;
    std::fprintf(stderr, "ffmpeg could not make %s\n", command.back().c_str());
    std::exit(1);
}

} // namespace

std::string nameOf(Content content) {
    switch (content) {
    case Content::Dense:
        return "11 Mbit/s, keyframe every 2 s";
    case Content::Screen:
        return "own settings, screen";
    case Content::Camera:
        return "own settings, camera";
    }
    return "";
}

MadeRecordings::MadeRecordings() : m_folder(m_own.path()) {
    if (const char* kept = std::getenv("MOCKINGBIRD_BENCH_MEDIA"); kept != nullptr) {
        m_folder = kept;
        fs::create_directories(m_folder);
    }
}

fs::path MadeRecordings::clip(Content content, int sounds) const {
    const fs::path file = m_folder / ("half_" + std::to_string(static_cast<int>(content)) + "_" +
                                      std::to_string(sounds) + ".mkv");
    if (fs::exists(file))
        return file;
    std::fprintf(stderr, "making a recording: %s\n", nameOf(content).c_str());
    fs::path half = file;
    half += ".half.mkv";
    Words command{"ffmpeg", "-v", "error", "-y"};
    for (int track = 0; track < sounds; ++track)
        command.insert(command.end(), {"-f", "lavfi", "-i", soundOf(track)});
    command.insert(command.end(), {"-filter_complex", pictureOf(content), "-map", "[v]"});
    for (int track = 0; track < sounds; ++track)
        command.insert(command.end(), {"-map", std::to_string(track) + ":a"});
    command.insert(command.end(), {"-c:v", "libx264", "-pix_fmt", "yuv420p"});
    const Words encoder = encoderOf(content);
    command.insert(command.end(), encoder.begin(), encoder.end());
    if (sounds > 0)
        command.insert(command.end(), {"-c:a", "aac", "-b:a", "128k", "-metadata:s:a:0", "title=Mix"});
    command.insert(command.end(), {"-t", std::to_string(kClipSeconds), half.string()});
    run(command);
    fs::rename(half, file);
    return file;
}

fs::path MadeRecordings::recording(Content content, int minutes, int sounds) const {
    const fs::path part = clip(content, sounds);
    const fs::path file = m_folder / (part.stem().string() + "_" + std::to_string(minutes) + "min.mkv");
    if (fs::exists(file))
        return file;
    fs::path half = file;
    half += ".half.mkv";
    run({"ffmpeg", "-v", "error", "-y", "-stream_loop", std::to_string(minutes * 60 / kClipSeconds - 1), "-i",
         part.string(), "-map", "0", "-c", "copy", "-cluster_time_limit", "500", half.string()});
    fs::rename(half, file);
    return file;
}

} // namespace mockingbird::bench
