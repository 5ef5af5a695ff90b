// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare/delivery.h"

#include "common/catalog/caption_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/recording_store.h"
#include "review/waveform/peaks_file.h"
#include "review/waveform/silences.h"

#include <algorithm>
#include <map>
#include <set>

namespace mockingbird::review {

namespace {

std::string firstWordOf(const std::string& name) {
    return name.substr(0, name.find(' '));
}

int numberOf(const catalog::Kit& kit, catalog::QuestionId question) {
    const auto found = std::ranges::find(kit.questions, question, &catalog::Question::id);
    return found == kit.questions.end() ? 0 : static_cast<int>(found - kit.questions.begin()) + 1;
}

std::int64_t answered(const std::vector<catalog::Segment>& segments) {
    std::int64_t sum = 0;
    for (const catalog::Segment& segment : segments)
        sum += (*segment.end - segment.start).microseconds();
    return sum;
}

/// How many of the silences lie within the segments, at least so long of each.
int pausesWithin(const std::vector<PlayRange>& quiet, const std::vector<catalog::Segment>& segments,
                 MediaTime least) {
    int pauses = 0;
    for (const catalog::Segment& segment : segments)
        for (const PlayRange& range : quiet) {
            const MediaTime start = std::max(range.start, segment.start);
            const MediaTime end = std::min(range.end, *segment.end);
            if (end - start >= least)
                ++pauses;
        }
    return pauses;
}

/// Of the parts whose peaks are there and hold speech; nullopt where none do.
std::optional<double>
pausesPerMinute(const catalog::RecordingStore& store, const std::vector<catalog::Recording>& recordings,
                const std::map<catalog::RecordingId, std::vector<catalog::Segment>>& answers) {
    SilenceSettings settings;
    settings.kept = MediaTime{}; // the pause itself, whole
    int pauses = 0;
    std::int64_t measured = 0;
    for (const catalog::Recording& recording : recordings) {
        const auto within = answers.find(recording.id);
        if (within == answers.end())
            continue;
        const auto waveform = readPeaks(store.path(recording));
        if (!waveform || !holdsSpeech(*waveform, settings))
            continue;
        pauses += pausesWithin(silences(*waveform, settings), within->second, settings.least);
        measured += answered(within->second);
    }
    if (measured <= 0)
        return std::nullopt;
    return pauses * 60e6 / static_cast<double>(measured);
}

} // namespace

std::optional<double> talkShare(const std::vector<catalog::Cue>& cues, const std::string& name) {
    const std::string whole = catalog::foldCase(name);
    const std::string first = firstWordOf(whole);
    std::set<std::string> speakers;
    std::int64_t own = 0;
    std::int64_t all = 0;
    for (const catalog::Cue& cue : cues) {
        if (cue.speaker.empty())
            continue;
        const std::string speaker = catalog::foldCase(cue.speaker);
        speakers.insert(speaker);
        const std::int64_t length = (cue.end - cue.start).microseconds();
        all += length;
        if (speaker == whole || speaker == first)
            own += length;
    }
    if (speakers.size() < 2 || own == 0)
        return std::nullopt;
    return static_cast<double>(own) / static_cast<double>(all);
}

Result<Delivery> deliveryOf(catalog::Catalog& catalog, const catalog::Session& session) {
    Delivery delivery;
    const catalog::Kit kit = TRY(catalog.kits().byId(session.kit, session.kitVersion));
    std::map<catalog::RecordingId, std::vector<catalog::Segment>> answers;
    MediaTime sum;
    for (const catalog::Segment& segment : TRY(catalog.sessions().segments(session.id))) {
        if (!segment.end || *segment.end <= segment.start)
            continue;
        const MediaTime length = *segment.end - segment.start;
        sum += length;
        delivery.answers.push_back({segment.question, numberOf(kit, segment.question), length});
        answers[segment.recording].push_back(segment);
    }
    if (!delivery.answers.empty())
        delivery.meanAnswer = MediaTime::fromMicroseconds(sum.microseconds() /
                                                          static_cast<std::int64_t>(delivery.answers.size()));

    const auto recordings = TRY(catalog.recordings().ofSession(session.id));
    std::vector<catalog::Cue> cues;
    for (const catalog::Recording& recording : recordings)
        if (const auto captions = TRY(catalog.captions().ofRecording(recording.id)))
            cues.insert(cues.end(), captions->cues.begin(), captions->cues.end());
    delivery.talkShare = talkShare(cues, session.menteeName);
    delivery.pausesPerMinute = pausesPerMinute(catalog.recordings(), recordings, answers);
    return delivery;
}

} // namespace mockingbird::review
