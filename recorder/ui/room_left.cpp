// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/room_left.h"

#include <QCoreApplication>

namespace mockingbird::recorder {

namespace {

constexpr std::int64_t kPictureBytes = 2'500'000 / 8;
constexpr std::int64_t kSoundBytes = 160'000 / 8;
constexpr std::int64_t kInHoursFrom = 120;
constexpr std::int64_t kAmple = 24 * 60;

QString tr(const char* text) {
    return QCoreApplication::translate("RoomLeft", text);
}

QString littleRoom(std::int64_t minutes, RoomMoment moment) {
    if (moment == RoomMoment::WhileRecording)
        return minutes == 0 ? tr("The disk is full within a minute. What is recorded by then is kept.")
               : minutes == 1
                   ? tr("The disk is full in one minute. What is recorded by then is kept.")
                   : tr("The disk is full in %1 minutes. What is recorded by then is kept.").arg(minutes);
    const QString room = minutes == 0   ? tr("The disk is as good as full.")
                         : minutes == 1 ? tr("There is room on the disk for one minute.")
                                        : tr("There is room on the disk for %1 minutes.").arg(minutes);
    return tr("%1 Remove something from it first: a recording needs room for ten minutes to begin.")
        .arg(room);
}

} // namespace

std::int64_t expectedBytesPerSecond(std::size_t pictures, std::size_t sounds) {
    const std::int64_t tracks = sounds == 0 ? 0 : static_cast<std::int64_t>(sounds) + 1; // the mix
    return static_cast<std::int64_t>(pictures) * kPictureBytes + tracks * kSoundBytes;
}

std::int64_t minutesLeft(std::int64_t bytesFree, std::int64_t bytesPerSecond) {
    return bytesPerSecond <= 0 ? 0 : bytesFree / bytesPerSecond / 60;
}

bool enoughRoom(std::int64_t minutes) {
    return minutes >= kLeastMinutes;
}

QString roomSentence(std::int64_t minutes, RoomMoment moment) {
    if (!enoughRoom(minutes))
        return littleRoom(minutes, moment);
    if (minutes >= kAmple)
        return tr("Room on the disk for more than a day.");
    if (minutes >= kInHoursFrom)
        return tr("Room on the disk for %1 hours.").arg(minutes / 60);
    return tr("Room on the disk for %1 minutes.").arg(minutes);
}

} // namespace mockingbird::recorder
