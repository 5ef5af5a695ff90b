// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/error_text.h"

namespace mockingbird::ui {

namespace {

QString what(const Error& error) {
    switch (error.code) {
    case ErrorCode::InvalidArgument:
        return QStringLiteral("This can't be done as asked. Nothing was changed; mend it and try again.");
    case ErrorCode::NotFound:
        return QStringLiteral("It isn't there any more. Nothing else was changed; go back and choose again.");
    case ErrorCode::OutOfRange:
        return QStringLiteral(
            "That lies outside of what there is. Nothing was changed; choose a value within.");
    case ErrorCode::Unsupported:
        return QStringLiteral("Mockingbird can't read this kind of file or device. The original was not "
                              "touched; try another one.");
    case ErrorCode::Corrupt:
        return QStringLiteral(
            "It is damaged and can't be read to its end. Nothing was written over it; keep the file, "
            "and take it from a backup if you have one.");
    case ErrorCode::NewerCatalog:
        return QStringLiteral(
            "This catalog was made by a newer Mockingbird. Nothing was written to it; install the "
            "newer version to open it.");
    case ErrorCode::Sealed:
        return QStringLiteral(
            "This review is sealed, so it can't be changed any more. What it says is safe.");
    case ErrorCode::Denied:
        return QStringLiteral(
            "The disk or folder doesn't let you write there. What was saved before is safe; choose "
            "another folder, or ask whoever looks after this computer.");
    case ErrorCode::NoSpace:
        return QStringLiteral(
            "The disk is full. Everything recorded and typed until now is kept; make room on the disk "
            "and go on.");
    case ErrorCode::DeviceLost:
        return QStringLiteral(
            "A camera, microphone or screen can't be used: it was unplugged, or another program has "
            "it. What was recorded is kept; plug it in or close the other program, then try again.");
    case ErrorCode::Busy:
        return QStringLiteral(
            "Another program is using it just now. Nothing was changed; try again in a moment.");
    case ErrorCode::Io:
        return QStringLiteral(
            "Reading or writing failed. What was saved before is safe; check that the disk is still "
            "there and try again.");
    case ErrorCode::Cancelled:
        return QStringLiteral("Stopped, as you asked. Nothing was changed.");
    case ErrorCode::Internal:
        return QStringLiteral(
            "Something went wrong inside Mockingbird. What was saved before is safe; please try again.");
    }
    return {};
}

} // namespace

QString sentence(const Error& error) {
    QString detail = QString::fromStdString(error.detail).trimmed();
    if (detail.isEmpty())
        return what(error);
    while (detail.endsWith(QLatin1Char('.')))
        detail.chop(1);
    detail[0] = detail[0].toUpper();
    return QStringLiteral("%1. %2").arg(detail, what(error));
}

} // namespace mockingbird::ui
