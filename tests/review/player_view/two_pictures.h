// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"
#include "tests/support/coded_media.h"

#include <QImage>
#include <QProcess>
#include <QStringList>
#include <filesystem>
#include <optional>

namespace mockingbird::test {

inline constexpr int kCameraMs = 40; ///< between frames of the first picture
inline constexpr int kScreenMs = 80; ///< and of the second, so that their numbers differ at every time but 0

/// A recording of a camera (320x180) and a screen (320x240), a mix and two sources of sound, five seconds
/// long. Whether it could be written.
[[nodiscard]] inline bool writeTwoPictures(const std::filesystem::path& file) {
    CodedMedia camera;
    camera.frames = 125;
    camera.sound = true;
    camera.secondSound = true;
    CodedMedia screen;
    screen.height = 240;
    screen.frames = 63;
    screen.timeOf = [](int n) { return std::int64_t{n} * kScreenMs; };
    screen.secondSound = true;
    const auto one = file.parent_path() / "camera.mkv";
    const auto other = file.parent_path() / "screen.mkv";
    if (!write(camera, one).ok() || !write(screen, other).ok())
        return false;
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", QStringList{"-v",
                                       "error",
                                       "-y",
                                       "-i",
                                       QString::fromStdString(one.string()),
                                       "-i",
                                       QString::fromStdString(other.string()),
                                       "-map",
                                       "0:v",
                                       "-map",
                                       "1:v",
                                       "-map",
                                       "0:a",
                                       "-map",
                                       "0:a:0",
                                       "-c",
                                       "copy",
                                       "-metadata:s:v:0",
                                       "title=Camera",
                                       "-metadata:s:v:1",
                                       "title=Screen",
                                       "-metadata:s:a:0",
                                       "title=Panel's microphone",
                                       "-metadata:s:a:1",
                                       "title=Mix",
                                       "-metadata:s:a:2",
                                       "title=Call",
                                       QString::fromStdString(file.string())});
    return ffmpeg.waitForFinished() && ffmpeg.exitCode() == 0;
}

/// The number drawn into what is painted there.
[[nodiscard]] inline int paintedNumber(const QImage& painted, const QRectF& where, QSize size) {
    const QImage part = painted.copy(where.toRect())
                            .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_RGB32);
    media::Picture picture{
        part.width(), part.height(), {}, {part.constBits(), part.constBits() + part.sizeInBytes()}};
    return numberIn(picture).value_or(-1);
}

} // namespace mockingbird::test
