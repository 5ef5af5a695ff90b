// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/ui/question_voice.h"

#include <QStringList>

namespace mockingbird::test {

/// Speaks nothing aloud; the test says when it has come to its end.
class ListeningVoice : public recorder::QuestionVoice {
public:
    [[nodiscard]] bool canSpeak() override { return able; }
    void speak(const QString& text) override { spoken << text; }
    void hush() override { ++hushed; }

    bool able = true;
    QStringList spoken;
    int hushed = 0;
};

} // namespace mockingbird::test
