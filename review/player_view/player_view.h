// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/base/result.h"
#include "common/catalog/caption_store.h"
#include "common/catalog/drawing.h"
#include "common/media/picture.h"
#include "review/playback/player.h"

#include <QImage>
#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace mockingbird::review {

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

    /// Which of the two pictures of a recording that has them are shown, and how. Remembered.
    enum class PictureLayout { Single, SideBySide, Inset };
    /// Places in Player::pictureTracks(); the first leads, the second doesn't matter for Single. What the
    /// recording doesn't have is not shown.
    void setPictures(PictureLayout layout, std::size_t first, std::size_t second);
    [[nodiscard]] PictureLayout pictureLayout() const;

    /// Those of the open recording; they go with it.
    void setCaptions(std::vector<catalog::Cue> cues);
    [[nodiscard]] bool captionsThere() const;
    /// Remembered.
    void setCaptionsShown(bool shown);
    [[nodiscard]] bool captionsShown() const;

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
    void clicked();
    /// What there is to choose from, or what is chosen, has changed: pictures, captions, sound tracks.
    void offerChanged();
    /// Complete, with its points in coordinates of the frame; `picture` is the place in
    /// Player::pictureTracks(). It isn't shown before it comes with showDrawing.
    void shapeDrawn(const mockingbird::catalog::DrawnShape& shape, int picture);
    void drawingStopped();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void tick();
    void watch();
    [[nodiscard]] QImage image() const;

    std::unique_ptr<Player> m_player;
    std::unique_ptr<SoundOutput> m_output; ///< after the player, whom it must not outlive
    std::optional<media::Picture> m_picture;
    QTimer m_timer;
    bool m_playing = false;
    bool m_failed = false;
    MediaTime m_position;
    double m_speed = 1;
    double m_volume = 1;
};

} // namespace mockingbird::review
