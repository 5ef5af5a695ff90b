// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMediaDevices>
#include <QObject>
#include <memory>

class QAudioSink;

namespace mockingbird::review {

class PulledSound;

/// Carries sound to the loudspeaker, of one player or of several in step. Runs only while they play, so that
/// a pause is heard at once; tells them whether there is anybody who pulls. GUI thread; the sink may pull
/// from another.
class SoundOutput : public QObject {
    Q_OBJECT

public:
    /// The sound must outlive it.
    explicit SoundOutput(PulledSound& sound, QObject* parent = nullptr);
    ~SoundOutput() override;

    /// Call before playing. Without a device the steady clock leads.
    void start();
    void stop();

private:
    class Source;

    void restart();

    PulledSound& m_sound;
    QMediaDevices m_devices;
    std::unique_ptr<Source> m_source;
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace mockingbird::review
