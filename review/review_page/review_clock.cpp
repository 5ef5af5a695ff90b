// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_clock.h"

#include "common/base/whole_file.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

constexpr auto kTick = 20s;
/// A machine that slept between two ticks wasn't worked at.
constexpr auto kLongestTick = 2 * kTick;

} // namespace

ReviewClock::ReviewClock(QObject* parent) : QObject(parent) {
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &ReviewClock::tick);
}

void ReviewClock::begin(const std::filesystem::path& file) {
    m_tick.stop();
    m_since.invalidate();
    m_file = file;
    m_counted = 0ms;
    const Result<std::string> text = readWholeFile(file);
    if (!text.ok())
        return;
    std::int64_t seconds = 0;
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (fault == std::errc() && end != text->data())
        m_counted = std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, 24 * 3600));
}

void ReviewClock::run() {
    if (m_file.empty() || m_since.isValid())
        return;
    m_since.start();
    m_tick.start();
}

void ReviewClock::stop() {
    if (!m_since.isValid())
        return;
    m_counted +=
        std::min<std::chrono::milliseconds>(std::chrono::milliseconds(m_since.elapsed()), kLongestTick);
    m_since.invalidate();
    m_tick.stop();
    save();
}

std::chrono::seconds ReviewClock::spent() const {
    auto spent = m_counted;
    if (m_since.isValid())
        spent += std::chrono::milliseconds(m_since.elapsed());
    return std::chrono::duration_cast<std::chrono::seconds>(spent);
}

void ReviewClock::tick() {
    const auto before = std::chrono::duration_cast<std::chrono::minutes>(m_counted);
    stop();
    run();
    if (std::chrono::duration_cast<std::chrono::minutes>(m_counted) != before)
        emit minutePassed();
}

void ReviewClock::save() const {
    // Without it the next sitting counts from what was last kept, which harms nobody.
    (void)writeWholeFile(
        m_file, std::to_string(std::chrono::duration_cast<std::chrono::seconds>(m_counted).count()) + "\n");
}

} // namespace mockingbird::review
