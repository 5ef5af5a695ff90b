// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/media/disk_file.h"
#include "common/media/media_input.h"
#include "common/media/probe.h"
#include "recorder/filing/catalog_tracks.h"
#include "recorder/filing/filing_lock.h"
#include "recorder/filing/recovery.h"
#include "recorder/write/remux.h"

#include "common/catalog/session_store.h"

#include <span>
#include <string>
#include <system_error>

namespace mockingbird::recorder {

namespace {

Result<void> checkDecodable(const AVFormatContext& context) {
    for (const AVStream* stream : std::span(context.streams, context.nb_streams)) {
        const AVCodecParameters& codec = *stream->codecpar;
        if ((codec.codec_type == AVMEDIA_TYPE_VIDEO || codec.codec_type == AVMEDIA_TYPE_AUDIO) &&
            avcodec_find_decoder(codec.codec_id) == nullptr)
            return Error{ErrorCode::Unsupported,
                         std::string(avcodec_get_name(codec.codec_id)) + " can't be played here", 0};
    }
    return {};
}

/// How much of what the file says of itself may be missing: captions run on, and rates are rounded.
constexpr double kUsualShortfall = 1.0;

/// Whether the file ends before the time that its own header names.
bool cutShort(const AVFormatContext& context, MediaTime copied) {
    if (context.duration == AV_NOPTS_VALUE ||
        context.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE)
        return false; // it names none
    const auto named = MediaTime::fromMicroseconds(context.duration).seconds();
    return named - copied.seconds() > kUsualShortfall + named / 50;
}

/// The recording of a whole copy that lies at `part`, which becomes its file.
Result<catalog::Recording> file(catalog::Catalog& catalog, catalog::SessionId session,
                                const std::filesystem::path& part, catalog::RecordingState state) {
    const media::MediaSummary summary = TRY(media::probe(part));
    const auto tracks = catalogTracks(summary);
    catalog::Recording filed;
    std::filesystem::path target;
    const FilingLock lock = TRY(FilingLock::take(catalog.folder()));
    const auto done = catalog.atomically([&]() -> Result<void> {
        catalog::RecordingStore& store = catalog.recordings();
        const auto begun = TRY(store.begin(session, tracks));
        filed = TRY(store.finish(begun.id, state, summary.duration, summary.bytes, tracks));
        target = store.path(filed);
        // Before the catalog's commit: it never points at a file that isn't there.
        std::error_code failed;
        std::filesystem::rename(part, target, failed);
        if (failed)
            return errorFromErrno(failed.value(), target.string());
        return media::syncFolder(target.parent_path());
    });
    if (!done.ok()) {
        std::error_code ignored;
        if (!target.empty())
            std::filesystem::remove(target, ignored);
        return done.error();
    }
    return filed;
}

} // namespace

Result<catalog::Recording> importRecording(catalog::Catalog& catalog, catalog::SessionId session,
                                           const std::filesystem::path& original) {
    TRY(catalog.sessions().byId(session));
    media::MediaInput input = TRY(media::openMediaInput(original));
    TRY(checkDecodable(*input.context));
    const std::filesystem::path part =
        catalog.mediaFolder() / ("import-" + catalog::RecordingId::make().toString() + ".part");
    const auto copied = TRY(remux(input, part, Unreadable::Fail));
    auto filed =
        copied.duration > MediaTime{}
            ? file(catalog, session, part,
                   cutShort(*input.context, copied.duration) ? catalog::RecordingState::Salvaged
                                                             : catalog::RecordingState::Complete)
            : Error{ErrorCode::Corrupt, original.string() + " holds not a single picture or sound", 0};
    if (!filed.ok()) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
    }
    return filed;
}

} // namespace mockingbird::recorder
