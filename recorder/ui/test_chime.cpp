// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/test_chime.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace mockingbird::recorder {

namespace {

constexpr int kRate = 48000;
constexpr int kChannels = 2;
constexpr double kSeconds = 1.5;
constexpr double kLevel = 0.25;
constexpr double kFirstHertz = 659.26; // E5, then A5
constexpr double kSecondHertz = 880.0;
constexpr double kSecondFrom = 0.35;
constexpr double kAttack = 0.01;
constexpr double kDecay = 0.35;

/// A struck note: up in a moment, fading away.
double note(double sinceStruck, double hertz) {
    if (sinceStruck < 0)
        return 0;
    const double envelope = std::min(1.0, sinceStruck / kAttack) * std::exp(-sinceStruck / kDecay);
    return envelope * std::sin(2 * std::numbers::pi * hertz * sinceStruck);
}

} // namespace

TestChime::TestChime(QObject* parent) : QObject(parent), m_samples(samples()) {
    m_buffer.setBuffer(&m_samples);
}

TestChime::~TestChime() = default;

bool TestChime::play() {
    m_sink.reset();
    m_buffer.close();
    const QAudioDevice output = QMediaDevices::defaultAudioOutput();
    QAudioFormat format;
    format.setSampleRate(kRate);
    format.setChannelCount(kChannels);
    format.setSampleFormat(QAudioFormat::Int16);
    if (output.isNull() || !output.isFormatSupported(format))
        return false;
    m_buffer.open(QIODevice::ReadOnly);
    m_sink = std::make_unique<QAudioSink>(output, format);
    m_sink->start(&m_buffer);
    return m_sink->error() == QAudio::NoError;
}

QByteArray TestChime::samples() {
    constexpr int kFrames = static_cast<int>(kRate * kSeconds);
    QByteArray bytes(kFrames * kChannels * static_cast<int>(sizeof(std::int16_t)), Qt::Uninitialized);
    auto* at = reinterpret_cast<std::int16_t*>(bytes.data());
    for (int frame = 0; frame < kFrames; ++frame) {
        const double second = static_cast<double>(frame) / kRate;
        const double fadeOut = std::min(1.0, (kSeconds - second) / 0.1);
        const double both = note(second, kFirstHertz) + note(second - kSecondFrom, kSecondHertz);
        const auto sample = static_cast<std::int16_t>(std::lround(kLevel / 1.4 * fadeOut * both * 32767.0));
        for (int channel = 0; channel < kChannels; ++channel)
            *at++ = sample;
    }
    return bytes;
}

} // namespace mockingbird::recorder
