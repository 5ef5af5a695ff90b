// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/note_drawing.h"

#include "review/drawing/drawing_bar.h"
#include "review/notes/note_entry.h"
#include "review/player_view/player_view.h"
#include "review/review_page/recording_panel.h"

#include <QPlainTextEdit>

namespace mockingbird::review {

NoteDrawing::NoteDrawing(DrawingBar& bar, NoteEntry& entry, RecordingPanel& recording, QObject* parent)
    : QObject(parent), m_bar(bar), m_entry(entry), m_recording(recording) {
    m_bar.hide();
    connect(&entry, &NoteEntry::drawingRequested, this, &NoteDrawing::begin);
    connect(&entry, &NoteEntry::draftChanged, this, &NoteDrawing::show);
    connect(&bar, &DrawingBar::toolChosen, &recording.player(), &PlayerView::startDrawing);
    connect(&bar, &DrawingBar::undone, this, &NoteDrawing::takeBack);
    connect(&bar, &DrawingBar::finished, this, &NoteDrawing::end);
    connect(&recording.player(), &PlayerView::shapeDrawn, this, &NoteDrawing::drawn);
    connect(&recording.player(), &PlayerView::drawingStopped, this, &NoteDrawing::end);
    connect(&recording.player(), &PlayerView::playingChanged, this, [this](bool playing) {
        if (playing)
            end();
    });
}

void NoteDrawing::begin() {
    if (!m_entry.writable() || !m_recording.playable())
        return;
    m_recording.pause();
    // What is drawn belongs to the frame that the note is for.
    if (const auto draft = m_entry.draft())
        m_recording.goTo(draft->recording, draft->at);
    const auto tool = m_bar.tool().value_or(catalog::ShapeKind::Arrow);
    m_bar.setTool(tool);
    m_bar.show();
    m_recording.player().startDrawing(tool);
    show();
}

void NoteDrawing::end() {
    if (m_bar.isHidden())
        return;
    m_bar.hide();
    m_recording.player().stopDrawing();
    m_entry.field()->setFocus();
}

catalog::Drawing NoteDrawing::drawingNow() const {
    const auto draft = m_entry.draft();
    return draft ? draft->drawing : catalog::Drawing{};
}

void NoteDrawing::drawn(const catalog::DrawnShape& shape, int picture) {
    catalog::Drawing drawing = drawingNow();
    if (drawing.shapes.size() >= catalog::Drawing::kMostShapes)
        return;
    if (drawing.picture != picture)
        drawing = {picture, {}}; // a note draws on one picture
    drawing.shapes.push_back(shape);
    m_entry.setDrawing(drawing);
}

void NoteDrawing::takeBack() {
    catalog::Drawing drawing = drawingNow();
    if (drawing.shapes.empty())
        return;
    drawing.shapes.pop_back();
    m_entry.setDrawing(drawing);
}

void NoteDrawing::show() {
    if (m_bar.isHidden())
        return;
    const catalog::Drawing drawing = drawingNow();
    m_bar.setShapes(drawing.shapes.size());
    m_recording.showDrawing(drawing);
}

} // namespace mockingbird::review
