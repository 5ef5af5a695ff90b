// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/whole_file.h"
#include "review/playback/frame_reader.h"
#include "review/report/picture_encoder.h"
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string session;
    std::optional<MediaTime> at;
    std::string file;
    int part = 1;
    int track = 1;
};

Result<Outcome> frame(Invocation& invocation, const Wanted& wanted) {
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto session = TRY(catalog.sessions().find(wanted.session));
    const auto recording = TRY(recordingOf(catalog, session, wanted.part));
    const auto reader =
        TRY(review::FrameReader::open(catalog.recordings().path(recording), wanted.track - 1));
    const auto picture = TRY(reader->at(wanted.at.value_or(MediaTime{})));
    const std::string png = TRY(review::encodePng(picture));
    TRY(writeWholeFile(wanted.file, png));
    Outcome outcome;
    outcome.document = {{"file", absoluteName(wanted.file)},
                        {"session", session.id.toString()},
                        {"recording", recording.id.toString()},
                        {"at", wanted.at.value_or(MediaTime{}).seconds()},
                        {"time", picture.time.seconds()},
                        {"width", picture.width},
                        {"height", picture.height}};
    outcome.text = wanted.file + ": the picture of " + picture.time.toString() + ", " +
                   std::to_string(picture.width) + "x" + std::to_string(picture.height) + ".\n";
    return outcome;
}

} // namespace

void addFrameCommand(CommandSet& commands) {
    const Command command = commands.add("frame", "Writes the exact picture that the player shows at a time");
    const auto wanted = std::make_shared<Wanted>();
    command.session(wanted->session);
    command.time("--at", wanted->at, "The time", Command::Need::Required);
    command.output(wanted->file, "The PNG file to write");
    command.number("--track", wanted->track, "Which of several pictures, from 1");
    command.part(wanted->part);
    command.runs([wanted](Invocation& invocation) { return frame(invocation, *wanted); });
}

} // namespace mockingbird::studio
