// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMediaDevices>
#include <QObject>
#include <memory>

class QAudioSink;

namespace mockingbird::review {

class Player;

/// Carries a player's sound to the loudspeaker. Runs only while the player plays, so that a pause is heard at
/// once; tells the player whether there is anybody who pulls. GUI thread; the sink may pull from another.
class SoundOutput : public QObject {
    Q_OBJECT

public:
    /// The player must outlive it.
    explicit SoundOutput(Player& player, QObject* parent = nullptr);
    ~SoundOutput() override;

    /// Call before the player plays. Without a device the player goes by its own clock.
    void start();
    void stop();

private:
    class Source;

    void restart();

    Player& m_player;
    QMediaDevices m_devices;
    std::unique_ptr<Source> m_source;
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace mockingbird::review
