// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "review/waveform/waveform.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"

namespace mockingbird::studio {

namespace {

using nlohmann::json;

struct Wanted {
    std::string session;
    std::string file;
    int part = 1;
};

Result<Outcome> waveform(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto recording = TRY(recordingOf(catalog, session, wanted.part));
    const auto shape = TRY(review::cachedWaveform(catalog.recordings().path(recording), {}, [&](double done) {
        invocation.progressInPlace("Reading the sound: " + std::to_string(static_cast<int>(done * 100)) +
                                   " %");
    }));
    invocation.progressInPlace("");
    json document = {{"session", session.id.toString()},
                     {"recording", recording.id.toString()},
                     {"duration", shape.duration.seconds()},
                     {"bucket", shape.bucket.seconds()}};
    Outcome outcome;
    outcome.document = document;
    outcome.document["file"] = absoluteName(wanted.file);
    for (const review::TrackPeaks& track : shape.tracks) {
        document["tracks"].push_back(
            {{"index", track.stream}, {"name", track.name}, {"low", track.low}, {"high", track.high}});
        outcome.document["tracks"].push_back(
            {{"index", track.stream}, {"name", track.name}, {"buckets", track.low.size()}});
    }
    TRY(writeWholeFile(wanted.file, document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n"));
    outcome.text = wanted.file + ": the peaks of " + std::to_string(shape.tracks.size()) + " sound tracks.\n";
    return outcome;
}

} // namespace

void addWaveformCommand(CommandSet& commands) {
    const Command command = commands.add("waveform", "Writes the peaks of every sound track as JSON");
    const auto wanted = std::make_shared<Wanted>();
    command.session(wanted->session);
    command.output(wanted->file, "The JSON file to write");
    command.part(wanted->part);
    command.runs([wanted](Invocation& invocation) { return waveform(invocation, *wanted); });
}

} // namespace mockingbird::studio
