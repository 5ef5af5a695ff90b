// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "recorder/ui/record_choice.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QListWidget;
class QPushButton;

namespace mockingbird::recorder {

/// Who is interviewed, with which kit, in which mode, and (if wanted) who asks.
class SetupPanel : public QWidget {
    Q_OBJECT

public:
    explicit SetupPanel(QWidget* parent = nullptr);

    /// Fills the lists, keeping what is chosen; somebody acting as a mentee is chosen at first.
    void refresh(catalog::Catalog& catalog);
    void setChoice(const RecordChoice& choice);
    void setKit(catalog::KitId kit);
    /// All but the sources. Ids are null where there is nobody or nothing to choose.
    [[nodiscard]] RecordChoice choice() const;

signals:
    void changed();
    void modeChanged(mockingbird::catalog::SessionMode mode);

private:
    QComboBox* m_mentee;
    QComboBox* m_kit;
    QButtonGroup* m_mode;
    QPushButton* m_morePanel;
    QListWidget* m_panel;
};

} // namespace mockingbird::recorder
