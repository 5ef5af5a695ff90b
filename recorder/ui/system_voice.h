// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/ui/question_voice.h"

#include <QTimer>
#include <memory>

class QTextToSpeech;

namespace mockingbird::recorder {

/// The voice of the system's speech engine (flite, speech-dispatcher, or what the platform has). An engine
/// that never reports its end is given up after the time that the slowest would need.
class SystemVoice : public QuestionVoice {
    Q_OBJECT

public:
    explicit SystemVoice(QObject* parent = nullptr);
    ~SystemVoice() override;

    [[nodiscard]] bool canSpeak() override;
    void speak(const QString& text) override;
    void hush() override;

private:
    void end();

    std::unique_ptr<QTextToSpeech> m_engine; ///< made when it is first wanted
    bool m_looked = false;
    bool m_speaking = false;
    QTimer m_guard;
};

} // namespace mockingbird::recorder
