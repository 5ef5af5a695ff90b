// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/recorder.h"
#include "recorder/ui/sound_check.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace mockingbird::recorder {

/// One source in the device check: whether it was heard or seen, in an icon and in words, and the way on
/// without. GUI thread.
class DeviceCheckRow : public QFrame {
    Q_OBJECT

public:
    DeviceCheckRow(const SourceSpec& source, bool video, QWidget* parent = nullptr);

    [[nodiscard]] bool isFor(const SourceSpec& source, bool video) const;
    void show(const SourceStats& stats);
    /// A picture of this source that is not black came.
    void seen();

    /// Heard or seen, and there now; or gone on without.
    [[nodiscard]] bool passed() const { return (m_there && m_ticked) || m_without; }
    [[nodiscard]] QString nextStep() const; ///< a sentence
    /// What the last test sound came to.
    void soundPlayed(bool played);

signals:
    void changed();
    void playRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString wish() const; ///< what it waits for, while it is there
    void showState();
    void setWithout(bool without);

    const SourceSpec m_source;
    const bool m_video;
    QString m_name;
    SoundCheck m_sound;
    int m_shown = 0;
    bool m_there = true;
    bool m_ticked = false;
    bool m_without = false;
    bool m_noLoudspeaker = false;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_words;
    QPushButton* m_play;
    QPushButton* m_on;
};

} // namespace mockingbird::recorder
