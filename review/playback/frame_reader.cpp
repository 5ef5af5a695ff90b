// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/playback/frame_reader.h"

#include "review/playback/picture_track.h"
#include "review/playback/player_track.h"

namespace mockingbird::review {

struct FrameReader::State {
    std::filesystem::path file;
    std::unique_ptr<PictureTrack> track;
    PictureConverter converter;
    std::optional<MediaTime> contentEnd;
};

FrameReader::FrameReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FrameReader::~FrameReader() = default;

Result<std::unique_ptr<FrameReader>> FrameReader::open(const std::filesystem::path& file, int videoTrack) {
    std::unique_ptr<PictureTrack> track = TRY(PictureTrack::open(file, videoTrack));
    PictureConverter converter(track->turn());
    return std::unique_ptr<FrameReader>(new FrameReader(
        std::unique_ptr<State>(new State{file, std::move(track), std::move(converter), std::nullopt})));
}

MediaTime FrameReader::duration() const {
    return m_state->track->duration();
}

Result<media::Picture> FrameReader::at(MediaTime time) {
    if (time > duration())
        return Error{
            ErrorCode::OutOfRange,
            time.toString() + " is past the end, the recording is " + duration().toString() + " long", 0};
    const PictureFrame frame = TRY(m_state->track->at(std::max(time, MediaTime())));
    if (m_state->track->isLast(frame.time) && frame.time + kTruncatedBy < time) {
        // The last picture stays where the sound goes on; where nothing goes on, the file was cut short.
        if (!m_state->contentEnd)
            m_state->contentEnd = TRY(contentEnd(m_state->file));
        if (*m_state->contentEnd + kTruncatedBy < time)
            return Error{ErrorCode::Corrupt,
                         m_state->file.string() + " breaks off at " + m_state->contentEnd->toString() +
                             " of " + duration().toString(),
                         0};
    }
    return m_state->converter.convert(*frame.frame, frame.time);
}

} // namespace mockingbird::review
