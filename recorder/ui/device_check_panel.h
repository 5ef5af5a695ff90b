// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/media/picture.h"
#include "recorder/recorder.h"
#include "recorder/ui/sound_check.h"

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

class QVBoxLayout;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::recorder {

class DeviceCheckRow;

/// A row for each chosen source: every sound has to be heard and every picture seen once, or the person says
/// to go on without. Feed it with the stats that the meters get. GUI thread.
class DeviceCheckPanel : public QWidget {
    Q_OBJECT

public:
    /// Plays a test sound; false where there is nothing to play it on.
    using PlaySound = std::function<bool()>;

    explicit DeviceCheckPanel(QWidget* parent = nullptr);
    ~DeviceCheckPanel() override;

    /// These sources are chosen. One that was chosen before keeps what was heard or decided of it.
    void reset(const RecorderSettings& settings);
    void show(const RecorderStats& stats);
    /// A preview of picture source `index`. Without any, a picture counts as seen once it has come for six
    /// seconds without being told Black.
    void showPicture(std::size_t index, const media::Picture& picture);

    /// Whether every row is ticked or gone on without; false where nothing is chosen.
    [[nodiscard]] bool passed() const { return m_passed; }
    /// What the first row that isn't ticked asks for, in a sentence; empty when passed.
    [[nodiscard]] QString nextStep() const;
    [[nodiscard]] bool headphonesAdvised() const { return m_leak; }
    void setPlaySound(PlaySound play) { m_play = std::move(play); } ///< instead of the chime

signals:
    void passedChanged();

private:
    void judge();
    void showLeak(const RecorderStats& stats);

    PlaySound m_play;
    std::vector<std::unique_ptr<DeviceCheckRow>> m_rows; ///< pictures first, as RecorderStats has them
    bool m_passed = false;
    bool m_leak = false;
    QVBoxLayout* m_list;
    ui::Banner* m_headphones;
};

} // namespace mockingbird::recorder
