// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/cli/json_documents.h"
#include "studio/cli/take.h"
#include "studio/cli/text_table.h"

namespace mockingbird::studio {

namespace {

struct Wanted {
    std::string mentee;
    std::string kit;
    std::vector<std::string> video;
    std::vector<std::string> audio;
    std::optional<MediaTime> length;
    catalog::SessionMode mode = catalog::SessionMode::InPerson;
};

Result<recorder::RecorderSettings> sourcesOf(const Wanted& wanted) {
    recorder::RecorderSettings settings;
    for (const std::string& source : wanted.video)
        settings.video.push_back(TRY(recorder::parseVideoSource(source)));
    for (const std::string& source : wanted.audio)
        settings.audio.push_back(TRY(recorder::parseAudioSource(source)));
    if (settings.video.empty() && settings.audio.empty())
        return Error{
            ErrorCode::InvalidArgument,
            "there is nothing to record from; say --video screen, --video camera:ID or --audio mic:ID, each "
            "as often as you like (the devices command lists them)",
            0};
    if (wanted.length && *wanted.length <= MediaTime{})
        return Error{ErrorCode::InvalidArgument, "--seconds has to be more than 0", 0};
    return settings;
}

std::string progressLine(const recorder::RecorderStats& stats) {
    std::uint64_t dropped = 0;
    for (const recorder::SourceStats& source : stats.sources)
        dropped += source.dropped;
    std::string line = "Recording " + stats.elapsed.toShortString() + "  " + readableBytes(stats.bytes);
    if (stats.bytesFree > 0)
        line += "  " + readableBytes(stats.bytesFree) + " free";
    if (dropped > 0)
        line += "  " + std::to_string(dropped) + " pictures dropped";
    return line;
}

Result<Outcome> record(Invocation& invocation, const Wanted& wanted) {
    TakeSettings settings;
    settings.sources = TRY(sourcesOf(wanted));
    settings.mode = wanted.mode;
    settings.length = wanted.length;
    catalog::Catalog& catalog = *TRY(invocation.catalog());
    const auto mentee = TRY(invocation.mentee(wanted.mentee));
    const auto kit = TRY(invocation.kit(wanted.kit));
    settings.mentee = mentee.id;
    settings.kit = kit.id;
    TRY(invocation.actIfKnown());
    invocation.progress("Recording " + mentee.name + " with \"" + kit.name + "\". " +
                        (wanted.length
                             ? "It ends after " + wanted.length->toShortString() + ", or with Ctrl+C."
                             : std::string("Ctrl+C ends it.")));
    auto take = recordTake(catalog, settings, [&](const recorder::RecorderStats& stats) {
        invocation.progressInPlace(progressLine(stats));
    });
    invocation.progressInPlace("");
    if (!take.ok())
        return take.error();
    for (const std::string& warning : take->warnings)
        invocation.progress(warning);
    Outcome outcome;
    outcome.document = TRY(sessionDocument(catalog, take->session));
    outcome.document["frames_dropped"] = take->framesDropped;
    outcome.document["warnings"] = take->warnings;
    auto& incidents = outcome.document["incidents"] = nlohmann::json::array();
    for (const catalog::Incident& incident : take->incidents)
        incidents.push_back(incidentDocument(incident));
    outcome.text =
        "Attempt " + std::to_string(take->session.attempt) + " of " + take->session.menteeName + " at \"" +
        take->session.kitName + "\" is recorded: " + take->recording.duration.toShortString() + ", " +
        readableBytes(take->recording.bytes) + ".\n" + catalog.recordings().path(take->recording).string() +
        "\nSession " + take->session.id.toString() + "\n";
    outcome.failure = take->failure;
    return outcome;
}

} // namespace

void addRecordCommand(CommandSet& commands) {
    const Command command =
        commands.add("record", "Records a session, until --seconds have passed or Ctrl+C");
    const auto wanted = std::make_shared<Wanted>();
    command.text("--mentee", wanted->mentee, "P", "Whose interview it is");
    command.text("--kit", wanted->kit, "K", "The kit it is held with");
    command.mode(wanted->mode);
    command.texts(
        "--video", wanted->video, "SRC",
        "A picture: screen, screen:WxH+X+Y, window:ID, window, camera:ID, file:PATH, test; repeatable");
    command.texts("--audio", wanted->audio, "SRC", "A sound: mic:ID, system, file:PATH, test; repeatable");
    command.time("--seconds", wanted->length, "How long");
    command.runs([wanted](Invocation& invocation) { return record(invocation, *wanted); });
}

} // namespace mockingbird::studio
