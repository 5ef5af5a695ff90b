// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace mockingbird::review {

class PlayerView;

/// The controls under the picture: play, step, notes before and after, place, speed and volume. The keys that
/// its tool tips name belong to the page. GUI thread.
class TransportBar : public QWidget {
    Q_OBJECT

public:
    /// Works the view, which must outlive it.
    explicit TransportBar(PlayerView& view, QWidget* parent = nullptr);

    /// 0.5 to 3; shown and set on the view. To the nearest of the choices.
    void setSpeed(double speed);
    /// Whether there are notes to jump to.
    void setNotesThere(bool before, bool after);
    void setLoopOn(bool on);
    void setSkipSilenceOn(bool on);
    /// Whether the recording's silences have been found: skipping them can be chosen then.
    void setSilenceKnown(bool known);

signals:
    void loopToggled(bool on); ///< by the person
    void skipSilenceToggled(bool on);
    void previousNote();
    void nextNote();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QToolButton* button(const char* icon, const QString& name, const QString& key);
    void showPlaying();
    void showPosition(MediaTime position);
    void paintIcons();

    PlayerView& m_view;
    QToolButton* m_play;
    QToolButton* m_back;
    QToolButton* m_forth;
    QToolButton* m_previousNote;
    QToolButton* m_nextNote;
    QLabel* m_position;
    QComboBox* m_speed;
    QToolButton* m_mute;
    QSlider* m_volume;
};

} // namespace mockingbird::review
