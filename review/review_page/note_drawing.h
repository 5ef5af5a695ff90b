// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/drawing.h"

#include <QObject>

namespace mockingbird::review {

class DrawingBar;
class NoteEntry;
class RecordingPanel;

/// How a note comes to draw on the frame: the recording pauses, the bar's tools draw on the picture, and what
/// is drawn belongs to the note that is being written.
class NoteDrawing : public QObject {
    Q_OBJECT

public:
    NoteDrawing(DrawingBar& bar, NoteEntry& entry, RecordingPanel& recording, QObject* parent);

    void begin();
    void end();

private:
    void drawn(const catalog::DrawnShape& shape, int picture);
    void takeBack();
    void show();
    [[nodiscard]] catalog::Drawing drawingNow() const;

    DrawingBar& m_bar;
    NoteEntry& m_entry;
    RecordingPanel& m_recording;
};

} // namespace mockingbird::review
