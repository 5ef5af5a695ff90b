// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/drawing.h"
#include "common/catalog/ids.h"
#include "review/notes/note_entry.h"
#include "review/playback/play_range.h"
#include "review/timeline/timeline_content.h"
#include "review/timeline/waveform_job.h"

#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;

namespace mockingbird::catalog {
class Catalog;
struct Note;
struct Segment;
} // namespace mockingbird::catalog

namespace mockingbird::review {

class PlayerView;
class ReviewModel;
class TimelineView;
class TransportBar;

/// The session's recording on the review page: the picture, the timeline with the notes under it, the
/// transport, and the choice of the part where an interruption made several.
class RecordingPanel : public QWidget {
    Q_OBJECT

public:
    RecordingPanel(catalog::Catalog& catalog, ReviewModel& model, QWidget* parent = nullptr);
    ~RecordingPanel() override;

    /// Opens the model's session at its first part, or the one that is shown already where that is still its.
    void open();
    void close();
    /// Puts the model's notes on the timeline.
    void showNotes();
    void setSelectedNote(catalog::NoteId id);

    /// The moment shown: of the picture on the screen, not of where playback may have got to.
    [[nodiscard]] NoteEntry::Moment now() const;
    /// To the exact frame, changing the part where it lies in another.
    void goTo(catalog::RecordingId recording, MediaTime time);
    [[nodiscard]] bool playable() const;
    [[nodiscard]] bool seeking() const; ///< the picture of the last jump isn't shown yet
    [[nodiscard]] bool playing() const;
    void play();
    void pause();
    void togglePlay();
    void playFaster();               ///< plays; when playing already, at 1.5, 2, and 1 times again
    void changeSpeed(int direction); ///< to the next faster or slower of the transport's
    void setNotesThere(bool before, bool after);
    void skip(MediaTime by);
    void stepFrame(int direction);
    /// To the start of the next question (1), or of this one or the one before (-1); so for bookmarks.
    void goToQuestion(int direction);
    void goToBookmark(int direction);
    /// The question asked at the moment shown.
    [[nodiscard]] std::optional<catalog::QuestionId> questionNow() const;
    /// The stretch of that question.
    [[nodiscard]] std::optional<PlayRange> questionRange() const;
    void setLoop(std::optional<PlayRange> range);
    [[nodiscard]] std::optional<PlayRange> loop() const;
    /// What a note draws on the frame shown.
    void showDrawing(const catalog::Drawing& drawing);
    /// Reading the player's position some 30 times a second, or not while nobody looks.
    void setWatching(bool watching);

    [[nodiscard]] PlayerView& player() const { return *m_player; }
    [[nodiscard]] TimelineView& timeline() const { return *m_timeline; }
    [[nodiscard]] QComboBox* partChoice() const { return m_parts; }

signals:
    void moved(); ///< now() is another moment than before
    void failed(const mockingbird::Error& error);
    void pictureFailed(const QString& name, const mockingbird::Error& error); ///< one of several
    void neighbourRequested(int direction); ///< the note after (1) or before (-1)
    void noteActivated(mockingbird::catalog::NoteId id);
    void noteMoved(mockingbird::catalog::NoteId id, mockingbird::MediaTime at,
                   std::optional<mockingbird::MediaTime> until);
    void rangeDrawn(mockingbird::review::PlayRange range);
    void loopRequested(bool on); ///< over whatever is at hand

private:
    void connectParts();
    void openPart(std::size_t index);
    void showContent();
    void showCaptions();
    [[nodiscard]] TimelineNote timelineNote(const catalog::Note& note) const;
    void setSkipSilence(bool on);
    void findSilences(const std::shared_ptr<const Waveform>& waveform);
    void skipSilences();
    void scrub(MediaTime time);
    void goToMoment(std::vector<MediaTime> moments, int direction);
    [[nodiscard]] const catalog::Segment* segmentNow() const;
    void watch();

    catalog::Catalog& m_catalog;
    ReviewModel& m_model;
    std::optional<std::size_t> m_part;
    MediaTime m_duration;
    MediaTime m_seen;
    std::optional<MediaTime> m_scrubbed; ///< where the pointer is by now, while a frame is on its way
    std::vector<PlayRange> m_silences;
    bool m_skipSilence = false;
    QTimer m_watch;
    WaveformJob m_waveform;
    QComboBox* m_parts;
    PlayerView* m_player;
    TimelineView* m_timeline;
    TransportBar* m_transport;
};

} // namespace mockingbird::review
