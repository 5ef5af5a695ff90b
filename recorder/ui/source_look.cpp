// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/source_look.h"

#include <QCoreApplication>

namespace mockingbird::recorder {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("SourceLook", text);
}

} // namespace

const char* sourceIcon(SourceKind kind, bool video) {
    switch (kind) {
    case SourceKind::Screen:
        return "screen";
    case SourceKind::Window:
        return "window";
    case SourceKind::Camera:
        return "camera";
    case SourceKind::System:
        return "speaker";
    case SourceKind::Microphone:
        return "microphone";
    case SourceKind::File:
    case SourceKind::Test:
        break;
    }
    return video ? "screen" : "speaker";
}

QString sourceWord(SourceKind kind, bool video) {
    switch (kind) {
    case SourceKind::Screen:
        return tr("Screen");
    case SourceKind::Window:
        return tr("Window");
    case SourceKind::Camera:
        return tr("Camera");
    case SourceKind::System:
        return tr("System sound");
    case SourceKind::Microphone:
        return tr("Microphone");
    case SourceKind::File:
        return tr("File");
    case SourceKind::Test:
        break;
    }
    return video ? tr("Test picture") : tr("Test tone");
}

} // namespace mockingbird::recorder
