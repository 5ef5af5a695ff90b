// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/note_pictures.h"

#include "review/report/base64.h"
#include "review/report/drawing_strokes.h"
#include "review/report/picture_encoder.h"

#include <algorithm>

namespace mockingbird::review {

NotePictures::NotePictures(catalog::Catalog& catalog, const ReportContent& content)
    : m_catalog(&catalog), m_content(&content) {}

FrameReader* NotePictures::readerOf(const catalog::RecordingId& recording, int picture) {
    if (const auto known = m_readers.find({recording, picture}); known != m_readers.end())
        return known->second.get();
    auto& reader = m_readers[{recording, picture}];
    const auto found = std::ranges::find(m_content->recordings, recording, &catalog::Recording::id);
    if (found == m_content->recordings.end())
        return nullptr;
    if (auto opened = FrameReader::open(m_catalog->recordings().path(*found), picture); opened.ok())
        reader = std::move(opened).value();
    return reader.get();
}

std::optional<std::string> NotePictures::jpeg(const catalog::Note& note) {
    FrameReader* reader = readerOf(note.recording, note.drawing.empty() ? 0 : note.drawing.picture);
    if (reader == nullptr)
        return std::nullopt;
    const auto picture = reader->at(note.at);
    if (!picture.ok())
        return std::nullopt;
    const int widest = note.drawing.empty() ? kWidest : kWidestDrawn;
    auto small = shrunk(*picture, widest);
    if (!small.ok())
        return std::nullopt;
    drawStrokes(*small, note.drawing);
    auto bytes = encodeJpeg(*small, widest);
    if (!bytes.ok())
        return std::nullopt;
    return std::move(bytes).value();
}

std::optional<std::string> NotePictures::dataAddress(const catalog::Note& note) {
    const auto bytes = jpeg(note);
    if (!bytes)
        return std::nullopt;
    return "data:image/jpeg;base64," + base64(*bytes);
}

} // namespace mockingbird::review
