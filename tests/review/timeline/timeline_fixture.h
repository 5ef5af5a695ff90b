// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/timeline/timeline_view.h"

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

namespace mockingbird::test {

inline MediaTime seconds(double value) {
    return MediaTime::fromSeconds(value);
}

/// A minute with three questions, a bookmark, and notes at 10 s, from 20 to 24 s, and a private one at 40 s.
inline review::TimelineContent minute() {
    using review::MarkShape;
    review::TimelineContent content;
    content.duration = seconds(60);
    content.segments = {
        {seconds(2), seconds(18), "1", "Why do you want to work at a library?"},
        {seconds(18), seconds(38), "2", "Tell us of a time you helped somebody who was upset."},
        {seconds(39), seconds(59), "3", "You are alone at the desk."}};
    content.bookmarks = {{seconds(33), "Pause"}};
    const auto note = [](double at, std::optional<MediaTime> until, std::size_t kind, const char* text,
                         bool isPrivate) {
        return review::TimelineNote{catalog::NoteId::make(),
                                    seconds(at),
                                    until,
                                    {review::markColor(kind), review::markShape(kind)},
                                    text,
                                    "Tomás Rivera",
                                    "Structure",
                                    isPrivate,
                                    false};
    };
    content.notes = {note(40, std::nullopt, 2, "For myself", true),
                     note(10, std::nullopt, 0, "Calm & clear", false),
                     note(20, seconds(24), 1, "The task", false)};
    return content;
}

/// Something that looks like speech: bursts and pauses.
inline std::shared_ptr<review::Waveform> speech(MediaTime duration) {
    auto waveform = std::make_shared<review::Waveform>();
    waveform->duration = duration;
    waveform->bucket = MediaTime(std::chrono::milliseconds(20));
    review::TrackPeaks peaks;
    const auto count = static_cast<std::size_t>(duration.seconds() * 50);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = double(i) / 50;
        const double loud = std::max(0.0, std::sin(at * 1.7) + 0.4 * std::sin(at * 0.31));
        const auto sample = static_cast<float>(0.35 * loud * (0.6 + 0.4 * std::sin(at * 37)));
        peaks.high.push_back(sample);
        peaks.low.push_back(-sample * 0.9F);
    }
    waveform->tracks.push_back(std::move(peaks));
    return waveform;
}

/// Three hours with forty questions and `count` notes, some of them in crowds.
inline review::TimelineContent crowded(std::size_t count) {
    review::TimelineContent content;
    content.duration = seconds(3 * 3600);
    for (int i = 0; i < 40; ++i)
        content.segments.push_back({seconds(i * 270 + 5), seconds(i * 270 + 262), QString::number(i + 1),
                                    QStringLiteral("Question %1, which is asked at some length").arg(i + 1)});
    std::uint32_t state = 12345;
    const auto next = [&] { return double(state = state * 1664525 + 1013904223) / 4294967296.0; };
    for (std::size_t i = 0; i < count; ++i) {
        const double at = i % 5 == 0 ? 1800 + next() * 120 : next() * 10'790;
        std::optional<MediaTime> until;
        if (i % 4 == 0)
            until = seconds(at + 2 + next() * 8);
        content.notes.push_back({catalog::NoteId::make(),
                                 seconds(at),
                                 until,
                                 {review::markColor(i), review::markShape(i / 3)},
                                 QStringLiteral("Note %1").arg(i),
                                 "Tomás Rivera",
                                 "Structure",
                                 i % 7 == 0,
                                 i % 11 == 0});
    }
    return content;
}

} // namespace mockingbird::test
