// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/caption_store.h"
#include "common/catalog/drawing.h"
#include "common/media/picture.h"
#include "review/captions/cue_index.h"
#include "review/playback/player.h"
#include "review/player_view/picture_arrangement.h"

#include <QImage>
#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace mockingbird::review {

class CaptionView;
class DrawingView;
class SoundOutput;

/// Shows a recording and plays it: owns the player and its sound output, and asks the player for the picture
/// due while there is something to be due. GUI thread.
class PlayerView : public QWidget {
    Q_OBJECT

public:
    explicit PlayerView(QWidget* parent = nullptr);
    ~PlayerView() override;

    /// Shows its first frame, paused. As Player::open.
    Result<void> open(const std::filesystem::path& file);
    void close();
    /// Null while nothing is open.
    [[nodiscard]] Player* player() const { return m_player.get(); }

    void play();
    void pause();
    void toggle();
    void seek(MediaTime time);
    void stepForward();
    void stepBack();
    void setSpeed(double speed);
    void setVolume(double volume);

    [[nodiscard]] bool playing() const { return m_playing; }
    [[nodiscard]] MediaTime position() const;
    [[nodiscard]] MediaTime duration() const;
    /// The time of the picture that is on the screen, or of the sound where there is none: what a note speaks
    /// of.
    [[nodiscard]] MediaTime shownTime() const;
    /// The picture on the screen in its own size; null where there is none.
    [[nodiscard]] QImage grabPicture() const;

    using PictureLayout = review::PictureLayout;
    /// Which pictures are shown, and how: places in Player::pictureTracks(). The first leads, the second
    /// doesn't matter for Single; what the recording doesn't have is not shown. Remembered for recordings
    /// with several.
    void setPictures(PictureLayout layout, std::size_t first, std::size_t second);
    [[nodiscard]] PictureLayout pictureLayout() const { return m_layout; }
    /// The places of what is shown, the leading one first; empty where there is no picture.
    [[nodiscard]] std::vector<std::size_t> shownPictures() const;
    /// Remembered.
    void setInsetCorner(InsetCorner corner);
    [[nodiscard]] InsetCorner insetCorner() const { return m_corner; }
    /// Where that picture is shown in this widget; null where it isn't.
    [[nodiscard]] QRectF pictureRect(std::size_t picture) const;

    /// Those of the open recording; they go with it.
    void setCaptions(std::vector<catalog::Cue> cues);
    [[nodiscard]] bool captionsThere() const { return !m_captions.empty(); }
    /// Remembered.
    void setCaptionsShown(bool shown);
    [[nodiscard]] bool captionsShown() const { return m_captionsShown; }

    /// As the player's, of the open recording: both end with it.
    void setLoop(std::optional<PlayRange> range);
    [[nodiscard]] std::optional<PlayRange> loop() const;
    void setSkipped(std::vector<PlayRange> ranges);

    /// Over the picture it belongs to, where that is shown; an empty one clears. Stays until told otherwise.
    void showDrawing(const catalog::Drawing& drawing);
    /// Each drag over a picture draws a shape of that kind from now on, until stopDrawing, Escape or another
    /// recording.
    void startDrawing(catalog::ShapeKind kind);
    void stopDrawing();
    [[nodiscard]] bool drawing() const;

    [[nodiscard]] QSize sizeHint() const override { return {960, 540}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 180}; }

signals:
    void positionChanged(mockingbird::MediaTime position);
    void playingChanged(bool playing);
    /// The recording breaks off or can't be decoded further; once.
    void failed(const mockingbird::Error& error);
    /// One of several pictures can't be shown, once for each; the rest plays on.
    void pictureFailed(const QString& name, const mockingbird::Error& error);
    void clicked();
    /// What there is to choose from, or what is chosen, has changed: pictures, captions, sound tracks.
    void offerChanged();
    /// Complete, with its points in coordinates of the frame; `picture` is the place in
    /// Player::pictureTracks(). It isn't shown before it comes with showDrawing.
    void shapeDrawn(const mockingbird::catalog::DrawnShape& shape, int picture);
    void drawingStopped();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Shown {
        std::size_t track = 0;
        std::optional<media::Picture> picture;
        bool failed = false;
    };

    void tick();
    void lookWhenDue();
    void watch();
    void takePictures();
    void tellFailures();
    void recallPictures();
    void arrange();
    void listen();
    void paintInsetEdge(QPainter& painter, const QRectF& rect) const;
    static void paintMissing(QPainter& painter, const QRectF& rect);

    std::unique_ptr<Player> m_player;
    std::unique_ptr<SoundOutput> m_output; ///< after the player, whom it must not outlive
    std::vector<Shown> m_shown;            ///< the leading one first
    std::vector<QRectF> m_places;          ///< of m_shown
    PictureLayout m_layout = PictureLayout::Single;
    InsetCorner m_corner = InsetCorner::TopRight;
    std::optional<QPointF> m_pressedInset; ///< where the mouse has taken hold of the small picture
    QPointF m_insetOffset;                 ///< how far it has been dragged
    CueIndex m_captions;
    bool m_captionsShown = true;
    DrawingView* m_drawing;
    CaptionView* m_captionView; ///< above what is drawn
    QTimer m_timer;
    bool m_playing = false;
    bool m_failed = false;
    MediaTime m_position;
    double m_speed = 1;
    double m_volume = 1;
};

} // namespace mockingbird::review
