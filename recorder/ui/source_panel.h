// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/session_store.h"
#include "recorder/capture/device_list.h"
#include "recorder/ui/record_choice.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::recorder {

/// What is recorded: a check box for each screen, camera and sound source, one for a window, and behind
/// "More" the test picture and tone. A source that was chosen and is gone is named, never replaced by another
/// one.
class SourcePanel : public QWidget {
    Q_OBJECT

public:
    explicit SourcePanel(QWidget* parent = nullptr);

    void setDevices(const std::vector<Device>& devices);
    /// Ticks these; where empty, what the mode usually takes, once devices are known.
    void setChosen(std::vector<ChosenSource> chosen, catalog::SessionMode mode);
    [[nodiscard]] std::vector<ChosenSource> chosen() const;
    [[nodiscard]] bool devicesKnown() const { return m_devicesKnown; }

signals:
    void changed();
    void refreshRequested();

private:
    struct Box {
        ChosenSource source;
        QCheckBox* box;
    };
    void rebuild();
    void addGroup(const QString& heading, const std::vector<Device>& devices);
    void addBox(QVBoxLayout* into, const ChosenSource& source);
    void addWindows(QVBoxLayout* into, const std::vector<Device>& windows);
    void suggest();
    void tellMissing();
    [[nodiscard]] std::vector<Device> ofKind(SourceKind kind) const;
    [[nodiscard]] bool isWanted(const ChosenSource& source) const;
    void read();

    std::vector<Device> m_devices;
    bool m_devicesKnown = false;
    bool m_suggest = false;
    catalog::SessionMode m_mode = catalog::SessionMode::InPerson;
    std::vector<ChosenSource> m_wanted;
    std::vector<Box> m_boxes;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_listLayout = nullptr;
    QCheckBox* m_windowOn = nullptr;
    QComboBox* m_window = nullptr;
    QLabel* m_missing;
    QVBoxLayout* m_column;
    QPushButton* m_more;
    QPushButton* m_refresh;
};

} // namespace mockingbird::recorder
