// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QObject>
#include <memory>

class QAudioSink;

namespace mockingbird::recorder {

/// A short chime of two notes, played to the default loudspeaker or headphones, so that the system's sound
/// has something to be heard. GUI thread.
class TestChime : public QObject {
    Q_OBJECT

public:
    explicit TestChime(QObject* parent = nullptr);
    ~TestChime() override;

    /// Plays it from its beginning. False where there is nothing to play it on.
    bool play();

    /// A second and a half, 16 bits, stereo, 48 kHz; peaks at -12 dBFS.
    [[nodiscard]] static QByteArray samples();

private:
    QByteArray m_samples;
    QBuffer m_buffer;
    std::unique_ptr<QAudioSink> m_sink; ///< before what it reads from goes
};

} // namespace mockingbird::recorder
