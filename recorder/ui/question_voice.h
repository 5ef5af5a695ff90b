// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace mockingbird::recorder {

/// Speaks the questions of a solo interview. A seam: tests listen instead. GUI thread.
class QuestionVoice : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether the machine can speak at all; asking may load its speech engine.
    [[nodiscard]] virtual bool canSpeak() = 0;
    /// Speaks it, overtaking what is being spoken. finished() follows, also where it fails.
    virtual void speak(const QString& text) = 0;
    virtual void hush() = 0; ///< stops speaking, without finished()

signals:
    void finished();
};

} // namespace mockingbird::recorder
