// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/trial_take.h"

#include "common/base/log.h"
#include "common/base/uuid7.h"

#include <algorithm>
#include <cmath>
#include <system_error>

namespace mockingbird::recorder {

namespace {

constexpr int kLookMs = 100;
constexpr int kAtMostMs = 3 * TrialTake::kSeconds * 1000; // whatever the sources do

} // namespace

TrialTake::TrialTake(QObject* parent) : QObject(parent) {
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &TrialTake::look);
}

TrialTake::~TrialTake() {
    cancel();
    discard();
}

void TrialTake::start(Recorder& recorder, const std::filesystem::path& folder) {
    cancel();
    discard();
    m_file = folder / ("trial-" + Uuid7::make().toString() + ".part");
    if (const auto started = recorder.start(m_file); !started.ok()) {
        discard();
        emit failed(started.error());
        return;
    }
    m_recorder = &recorder;
    m_left = kSeconds;
    m_since.start();
    m_look.start();
    emit progress(m_left);
}

void TrialTake::look() {
    if (m_recorder == nullptr) // a slot of progress() cancelled it
        return;
    const RecorderStats stats = m_recorder->stats();
    const double elapsed = stats.elapsed.seconds();
    if (stats.failure || elapsed >= kSeconds || m_since.hasExpired(kAtMostMs)) {
        end();
        return;
    }
    const int left = std::max(1, static_cast<int>(std::ceil(kSeconds - elapsed)));
    if (left != m_left) {
        m_left = left;
        emit progress(left);
    }
}

void TrialTake::end() {
    m_look.stop();
    const auto summary = std::exchange(m_recorder, nullptr)->stop();
    if (!summary.ok()) {
        discard();
        emit failed(summary.error());
        return;
    }
    emit finished(m_file);
}

void TrialTake::cancel() {
    if (m_recorder == nullptr)
        return;
    m_look.stop();
    const auto summary = std::exchange(m_recorder, nullptr)->stop();
    if (!summary.ok())
        log(LogLevel::Warning, "recorder", "trial take: " + summary.error().detail);
    discard();
}

void TrialTake::discard() {
    if (m_file.empty() || m_recorder != nullptr)
        return;
    std::error_code failed;
    std::filesystem::remove(m_file, failed);
    if (failed)
        log(LogLevel::Warning, "recorder", "the trial take stays: " + failed.message());
    m_file.clear();
}

} // namespace mockingbird::recorder
