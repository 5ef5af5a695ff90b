// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/output_history.h"

#include "review/playback/sound_track.h"

namespace mockingbird::review {

namespace {

constexpr double kRate = SoundTrack::kSampleRate;
/// No output holds more.
constexpr std::size_t kKept = 2UL * SoundTrack::kSampleRate;

} // namespace

void OutputHistory::clear() {
    m_pieces.clear();
    m_frames = 0;
}

void OutputHistory::given(std::size_t frames, MediaTime start, MediaTime end) {
    if (frames == 0)
        return;
    m_pieces.push_back({frames, start, end});
    m_frames += frames;
    while (m_pieces.size() > 1 && m_frames - m_pieces.front().frames > kKept) {
        m_frames -= m_pieces.front().frames;
        m_pieces.pop_front();
    }
}

OutputHistory::Heard OutputHistory::heard(MediaTime latency) const {
    double held = latency.seconds() * kRate;
    for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece) {
        const auto frames = static_cast<double>(piece->frames);
        const double speed = (piece->end - piece->start).seconds() * kRate / frames;
        if (held <= frames || std::next(piece) == m_pieces.rend())
            return {piece->end - MediaTime::fromSeconds(held / kRate * speed), speed};
        held -= frames;
    }
    return {};
}

} // namespace mockingbird::review
