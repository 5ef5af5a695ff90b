// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/sound_output.h"

#include "common/base/log.h"
#include "review/playback/pulled_sound.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <algorithm>
#include <span>

namespace mockingbird::review {

namespace {

constexpr int kFrameBytes = PulledSound::kChannels * static_cast<int>(sizeof(float));
/// What the sink holds: enough for a busy machine, little enough for volume and speed to answer at once.
constexpr int kBufferMilliseconds = 80;

} // namespace

/// What the sink pulls from: never at an end, silence while there is none.
class SoundOutput::Source : public QIODevice {
public:
    explicit Source(PulledSound& sound) : m_sound(sound) {}
    void setSink(const QAudioSink* sink) { m_sink = sink; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override {
        return static_cast<qint64>(PulledSound::kSampleRate) * kFrameBytes + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char* bytes, qint64 most) override {
        const qint64 frames = most / kFrameBytes;
        const qint64 held =
            m_sink == nullptr ? 0 : std::max<qint64>(0, m_sink->bufferSize() - m_sink->bytesFree());
        const MediaTime latency =
            MediaTime::fromMicroseconds(held / kFrameBytes * 1'000'000 / PulledSound::kSampleRate);
        m_sound.readSound(
            {reinterpret_cast<float*>(bytes), static_cast<std::size_t>(frames) * PulledSound::kChannels},
            latency);
        return frames * kFrameBytes;
    }
    qint64 writeData(const char* /*bytes*/, qint64 /*most*/) override { return -1; }

private:
    PulledSound& m_sound;
    const QAudioSink* m_sink = nullptr;
};

SoundOutput::SoundOutput(PulledSound& sound, QObject* parent) : QObject(parent), m_sound(sound) {
    // Headphones were plugged in or pulled out: go on with what is the default now.
    connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &SoundOutput::restart);
}

SoundOutput::~SoundOutput() {
    stop();
}

void SoundOutput::start() {
    if (m_sink)
        return;
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    QAudioFormat format;
    format.setSampleRate(PulledSound::kSampleRate);
    format.setChannelCount(PulledSound::kChannels);
    format.setSampleFormat(QAudioFormat::Float);
    if (device.isNull() || !device.isFormatSupported(format)) {
        m_sound.setSoundOutput(false);
        return;
    }
    m_source = std::make_unique<Source>(m_sound);
    m_source->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->setBufferSize(PulledSound::kSampleRate / 1000 * kBufferMilliseconds * kFrameBytes);
    m_source->setSink(m_sink.get());
    m_sound.setSoundOutput(true);
    m_sink->start(m_source.get());
    if (m_sink->error() != QAudio::NoError) {
        log(LogLevel::Warning, "player", "no sound: the output doesn't open");
        stop();
    }
}

void SoundOutput::stop() {
    if (!m_sink)
        return;
    // The sink first: it pulls from the source until it is gone.
    m_sink->reset();
    m_sink.reset();
    m_source.reset();
    m_sound.setSoundOutput(false);
}

void SoundOutput::restart() {
    if (!m_sink)
        return;
    stop();
    start();
}

} // namespace mockingbird::review
