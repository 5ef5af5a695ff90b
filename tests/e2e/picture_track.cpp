// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/picture_track.h"

#include "tests/e2e/child_process.h"

#include <gtest/gtest.h>
#include <sstream>
#include <string>

namespace mockingbird::test {

PictureTrack::PictureTrack(const std::filesystem::path& file, int stream) {
    // A tenth of the size is enough for what is asked here, and much faster to look through.
    const FinishedProcess decoded = runProcess({"ffmpeg", "-v", "error", "-copyts", "-i", file.string(),
                                                "-map", "0:" + std::to_string(stream), "-vf",
                                                "scale=192:108:flags=area,signalstats,metadata=print:file=-",
                                                "-fps_mode", "passthrough", "-f", "null", "/dev/null"});
    EXPECT_EQ(decoded.status, 0) << decoded.errors;
    std::istringstream lines(decoded.output);
    const auto valueAfter = [](const std::string& line, const std::string& key, double& value) {
        if (const auto at = line.find(key); at != std::string::npos)
            value = std::stod(line.substr(at + key.size()));
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("frame:"))
            m_frames.emplace_back();
        if (m_frames.empty())
            continue;
        valueAfter(line, "pts_time:", m_frames.back().time);
        valueAfter(line, "signalstats.YAVG=", m_frames.back().brightness);
        valueAfter(line, "signalstats.YDIF=", m_frames.back().change);
    }
}

std::vector<double> PictureTrack::flashes() const {
    constexpr double kBright = 150;
    std::vector<double> times;
    for (std::size_t i = 1; i < m_frames.size(); ++i)
        if (m_frames[i].brightness > kBright && m_frames[i - 1].brightness <= kBright)
            times.push_back(m_frames[i].time);
    return times;
}

} // namespace mockingbird::test
