// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/session_store.h"
#include "recorder/capture/device_list.h"
#include "recorder/ui/record_choice.h"

#include <QWidget>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::recorder {

class RegionPicker;

/// What is recorded: first what the mode usually takes, the rest behind "More sources" together with the test
/// picture and tone; what is ticked is always in sight. A source that was chosen and is gone stays chosen
/// until it is unticked, never replaced by another one. GUI thread.
class SourcePanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMostCameras = 2;

    explicit SourcePanel(QWidget* parent = nullptr);

    void setDevices(const std::vector<Device>& devices);
    /// Ticks these; where empty, what the mode usually takes, once devices are known.
    void setChosen(std::vector<ChosenSource> chosen, catalog::SessionMode mode);
    /// What is ticked, also what is not there now; pictures first, in an order that plugging doesn't change.
    [[nodiscard]] std::vector<ChosenSource> chosen() const;
    [[nodiscard]] bool devicesKnown() const { return m_devicesKnown; }
    /// Asks for a part of a screen; the window is out of sight meanwhile.
    void pickRegion();

signals:
    void changed();
    void refreshRequested();

private:
    struct Box {
        ChosenSource source;
        QCheckBox* box;
        bool there;
    };
    struct Group {
        QString heading;
        std::vector<SourceKind> kinds;
        bool first; ///< in sight without More
    };
    [[nodiscard]] std::vector<Group> groups() const;
    void rebuild();
    void addGroup(const Group& group);
    enum class Presence { There, Missing };
    void addBox(const ChosenSource& source, Presence presence = Presence::There);
    void addMissing();
    void addWindows();
    void addRegion();
    void addTests();
    void regionPicked(const SourceSpec& source);
    void suggest();
    void limitCameras();
    void tellMissing();
    [[nodiscard]] std::vector<Device> ofKind(SourceKind kind) const;
    [[nodiscard]] bool isWanted(const ChosenSource& source) const;
    [[nodiscard]] bool isOffered(const ChosenSource& source) const;
    [[nodiscard]] QStringList missing() const;

    std::vector<Device> m_devices;
    bool m_devicesKnown = false;
    bool m_suggest = false;
    catalog::SessionMode m_mode = catalog::SessionMode::InPerson;
    std::vector<ChosenSource> m_wanted;
    std::optional<ChosenSource> m_region; ///< the part of a screen picked last, ticked or not
    RegionPicker* m_picker;
    std::vector<Box> m_boxes;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_listLayout = nullptr;
    QCheckBox* m_windowOn = nullptr;
    QComboBox* m_window = nullptr;
    ui::Banner* m_missing;
    QVBoxLayout* m_column;
    QPushButton* m_more;
    QPushButton* m_refresh;
};

} // namespace mockingbird::recorder
