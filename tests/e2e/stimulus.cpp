// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/stimulus.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace mockingbird::test {

std::string labDevice(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr)
        throw std::runtime_error(std::string(variable) + " is not set: run this by tests/support/device_lab");
    return value;
}

SpokenSound makeSpokenSound(const std::filesystem::path& folder) {
    const SpokenSound sound{folder / "spoken.wav", folder / "sentence.wav"};
    const FinishedProcess said =
        runProcess({"espeak-ng", "-w", sound.sentence.string(),
                    "I let her finish, and then I asked what she needed from us today."});
    EXPECT_EQ(said.status, 0) << said.errors;
    // The sine generator's amplitude is an eighth.
    const FinishedProcess joined = runProcess(
        {"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=700:duration=2:sample_rate=48000",
         "-i", sound.sentence.string(), "-filter_complex", "[0]volume=2[tone];[tone][1]concat=n=2:v=0:a=1",
         "-ar", "48000", sound.whole.string()});
    EXPECT_EQ(joined.status, 0) << joined.errors;
    return sound;
}

std::vector<FlashAndBeep> parseFlashes(const std::string& output) {
    std::vector<FlashAndBeep> flashes;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        const auto object = nlohmann::json::parse(line);
        flashes.push_back({object.at("flash").get<double>(), object.at("beep").get<double>()});
    }
    return flashes;
}

} // namespace mockingbird::test
