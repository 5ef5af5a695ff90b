// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/playback/player.h"

#include <QFrame>
#include <vector>

class QAbstractButton;
class QGridLayout;
class QLabel;
class QSlider;

namespace mockingbird::review {

class PlayerView;

/// How each source of the open recording's sound is heard: mute, solo, and volume from nothing to twice. The
/// mix as it was recorded is heard until something is changed here. GUI thread.
class SoundTracksPanel : public QFrame {
    Q_OBJECT

public:
    /// The view must outlive it.
    explicit SoundTracksPanel(PlayerView& view, QWidget* parent = nullptr);

    /// How many sources there are to choose from; the mix is none.
    [[nodiscard]] std::size_t sources() const { return m_rows.size(); }
    /// Whether anything differs from how it was recorded.
    [[nodiscard]] bool changed() const;
    void reset();

signals:
    void changedChanged(bool changed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        int stream = 0;
        QString name;
        QAbstractButton* mute = nullptr;
        QAbstractButton* solo = nullptr;
        QSlider* volume = nullptr;
        QLabel* percent = nullptr;
    };

    void rebuild();
    void addRow(const PlayerTrack& track);
    void apply(const Row& row);
    void display(const Row& row, const Player::TrackSetting& setting);
    void tell();

    PlayerView& m_view;
    const Player* m_shown = nullptr; ///< whose rows these are; never read through
    QGridLayout* m_grid;
    QAbstractButton* m_reset;
    std::vector<Row> m_rows;
};

} // namespace mockingbird::review
