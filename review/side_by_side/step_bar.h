// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/playback/play_range.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace mockingbird::review {

/// The one control of recordings that play in step: play, step, where, speed and volume. Knows no player; the
/// keys that its tool tips name belong to the view. GUI thread.
class StepBar : public QWidget {
    Q_OBJECT

public:
    explicit StepBar(QWidget* parent = nullptr);

    /// What can be played, in the time that the recordings have in common.
    void setRange(const PlayRange& range);
    void setPosition(MediaTime position);
    void setPlaying(bool playing);
    /// To the choice that many steps faster or slower.
    void changeSpeed(int steps);
    [[nodiscard]] double speed() const;
    [[nodiscard]] double volume() const; ///< 0..1
    void toggleMute();

    [[nodiscard]] QToolButton* playButton() const { return m_play; }
    [[nodiscard]] QSlider* slider() const { return m_slider; }
    [[nodiscard]] QString positionText() const;

signals:
    void playToggled();
    void stepped(int frames);
    void sought(mockingbird::MediaTime position);
    void speedChanged(double speed);
    void volumeChanged(double volume);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QToolButton* button(const char* icon, const QString& name, const QString& key);
    void showIcons();

    PlayRange m_range;
    MediaTime m_position;
    bool m_playing = false;
    QToolButton* m_back;
    QToolButton* m_play;
    QToolButton* m_forth;
    QLabel* m_text;
    QSlider* m_slider;
    QComboBox* m_speed;
    QToolButton* m_mute;
    QSlider* m_volume;
};

} // namespace mockingbird::review
