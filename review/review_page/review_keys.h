// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

class QKeyEvent;
class QWidget;

namespace mockingbird::review {

enum class ReviewKey {
    TogglePlay,
    Faster,
    SpeedUp,
    SlowDown,
    Back,
    Forward,
    FrameBack,
    FrameForward,
    PreviousNote,
    NextNote,
    PlayNote,
    PreviousQuestion,
    NextQuestion,
    PreviousBookmark,
    NextBookmark,
    Loop,
    ZoomIn,
    ZoomOut,
    ZoomToFit,
    TagMode,
    FindNotes,
    NotesTab,
    ScoresTab,
    SummaryTab,
    AgreeTab,
    RangeStart,
    RangeEnd,
    DropRange,
    Undo,
    Redo,
    KeyList,
};

/// The keys of a page on which typing starts a note: outside of a field every printable key but a few marks
/// of punctuation begins one, so commands are keys that no note begins with, or go with Alt or Ctrl. Those
/// with Alt or Ctrl work while a note is being typed, too. Watches the keys of everything inside `desk`. GUI
/// thread.
class ReviewKeys : public QObject {
    Q_OBJECT

public:
    explicit ReviewKeys(QWidget* desk);

    struct Row {
        QString keys;
        QString what;
    };
    /// What the key list shows.
    [[nodiscard]] static std::vector<Row> list();

    /// The letters that tag at once instead of beginning a note; empty for none.
    void setTagKeys(const QString& keys) { m_tagKeys = keys; }

signals:
    void tagged(QChar key);
    void pressed(mockingbird::review::ReviewKey key);
    void typed(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool handle(const QKeyEvent& event, QWidget* focus);

    QWidget* m_desk;
    QString m_tagKeys; ///< upper case
};

} // namespace mockingbird::review
