// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/system_voice.h"

#include "common/base/log.h"

#include <QTextToSpeech>

namespace mockingbird::recorder {

namespace {

constexpr int kGuardMs = 5000;
constexpr int kGuardMsPerCharacter = 150; // half the pace of slow speech

} // namespace

SystemVoice::SystemVoice(QObject* parent) : QuestionVoice(parent) {
    m_guard.setSingleShot(true);
    connect(&m_guard, &QTimer::timeout, this, [this] {
        log(LogLevel::Warning, "recorder", "the speech engine doesn't come to an end");
        m_engine->stop();
        end();
    });
}

SystemVoice::~SystemVoice() = default;

bool SystemVoice::canSpeak() {
    if (!m_looked) {
        m_looked = true;
        // Without an engine Qt warns on the console at each use; better not to make one then.
        QStringList engines = QTextToSpeech::availableEngines();
        engines.removeAll(QStringLiteral("mock"));
        if (!engines.isEmpty()) {
            m_engine = std::make_unique<QTextToSpeech>();
            connect(m_engine.get(), &QTextToSpeech::stateChanged, this, [this](QTextToSpeech::State state) {
                if (state == QTextToSpeech::Error)
                    log(LogLevel::Warning, "recorder", "the speech engine failed");
                if (state == QTextToSpeech::Ready || state == QTextToSpeech::Error)
                    end();
            });
        }
    }
    return m_engine != nullptr && m_engine->state() != QTextToSpeech::Error;
}

void SystemVoice::speak(const QString& text) {
    if (!canSpeak()) {
        m_speaking = true;
        QMetaObject::invokeMethod(this, &SystemVoice::end, Qt::QueuedConnection);
        return;
    }
    hush();
    m_speaking = true;
    m_guard.start(kGuardMs + kGuardMsPerCharacter * static_cast<int>(text.size()));
    m_engine->say(text);
}

void SystemVoice::hush() {
    m_speaking = false; // before the engine tells of its own end
    m_guard.stop();
    if (m_engine != nullptr)
        m_engine->stop();
}

void SystemVoice::end() {
    if (!m_speaking)
        return;
    m_speaking = false;
    m_guard.stop();
    emit finished();
}

} // namespace mockingbird::recorder
