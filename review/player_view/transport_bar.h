// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace mockingbird::review {

class PlayerView;
class SoundTracksPanel;
class ToggleButton;

/// The controls under the picture: play, step, notes before and after and place to the left; loop, silence,
/// captions, pictures, sound and speed to the right, as far as the recording has use for them. Where it is
/// narrow, the lesser ones go into a menu. The keys that its tool tips name belong to the page but for Alt's.
/// GUI thread.
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

    [[nodiscard]] SoundTracksPanel& soundTracks() const { return *m_soundTracks; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void previousNote();
    void nextNote();
    void loopToggled(bool on); ///< by the person
    void skipSilenceToggled(bool on);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A control and whether the recording has use for it.
    struct Item {
        QWidget* widget = nullptr;
        bool used = true;
        int foldsAt = 0; ///< the lower, the sooner it goes into the menu; 0 never
    };

    [[nodiscard]] QToolButton* button(const char* icon, const QString& name, const QString& key);
    void makeControls();
    void placeControls();
    void connectControls();
    void addShortcuts();
    void add(QHBoxLayout& row, QWidget* widget, int foldsAt);
    void use(const QWidget* widget, bool used);
    void showOffer();
    void showPlaying();
    void showPosition(MediaTime position);
    void showVolume();
    void paintIcons();
    void fold();
    [[nodiscard]] int widthUntil(int folded) const;
    void fillMenu();
    void showSoundTracks();

    PlayerView& m_view;
    std::vector<Item> m_items;
    QToolButton* m_play;
    QToolButton* m_back;
    QToolButton* m_forth;
    QToolButton* m_previousNote;
    QToolButton* m_nextNote;
    QLabel* m_position;
    ToggleButton* m_loop;
    ToggleButton* m_skipSilence;
    ToggleButton* m_captions;
    QToolButton* m_pictures;
    QToolButton* m_sounds;
    QComboBox* m_speed;
    QToolButton* m_mute;
    QSlider* m_volume;
    QToolButton* m_more;
    QMenu* m_menu;
    SoundTracksPanel* m_soundTracks;
    int m_folded = 0; ///< items that fold up to here are in the menu
};

} // namespace mockingbird::review
