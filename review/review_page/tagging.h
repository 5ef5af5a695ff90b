// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace mockingbird::review {

class NoteEntry;
class NoteSteps;
class RecordingPanel;
class ReviewKeys;
class ReviewModel;
class TagStrip;

/// How tags come to notes: onto the note being written, or, where none is, as a note of its own at the moment
/// shown, while the recording plays on.
class Tagging : public QObject {
    Q_OBJECT

public:
    Tagging(TagStrip& strip, ReviewKeys& keys, NoteEntry& entry, RecordingPanel& recording,
            ReviewModel& model, NoteSteps& steps, QObject* parent);

    /// Another session, perhaps another person.
    void begin();
    /// All tags that the person's sets have.
    [[nodiscard]] QStringList names() const;
    /// How often each tag stands in each answer.
    void show();
    void toggleMode();

private:
    void tag(const QString& name);
    void showKeys();

    TagStrip& m_strip;
    ReviewKeys& m_keys;
    NoteEntry& m_entry;
    RecordingPanel& m_recording;
    ReviewModel& m_model;
    NoteSteps& m_steps;
};

} // namespace mockingbird::review
