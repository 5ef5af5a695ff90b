// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "recorder/ui/participant.h"
#include "recorder/ui/record_choice.h"

#include <QWidget>
#include <vector>

class QButtonGroup;
class QComboBox;
class QFormLayout;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::recorder {

class SeatPanel;

/// Who is interviewed, with which kit, in which mode, and who asks or watches. GUI thread.
class SetupPanel : public QWidget {
    Q_OBJECT

public:
    explicit SetupPanel(QWidget* parent = nullptr);

    /// Fills the lists with what who acts may record, keeping what is chosen; somebody acting as a mentee is
    /// chosen at first. Whoever is named here and not yet known is added to this catalog, which must stay.
    void refresh(catalog::Catalog& catalog);
    void setChoice(const RecordChoice& choice);
    void setKit(catalog::KitId kit);
    /// All but the sources. Ids are null where there is nobody or nothing to choose. Alone, nobody asks.
    [[nodiscard]] RecordChoice choice() const;
    /// Everybody who is there, the one who is interviewed first.
    [[nodiscard]] std::vector<Participant> participants() const;

signals:
    void changed();
    void modeChanged(mockingbird::catalog::SessionMode mode);

private:
    void addPerson(const QString& name);
    void showSeats();

    catalog::Catalog* m_catalog = nullptr;
    std::vector<catalog::Person> m_people;
    QComboBox* m_mentee;
    QComboBox* m_kit;
    QButtonGroup* m_mode;
    QFormLayout* m_form;
    SeatPanel* m_seats;
    ui::Banner* m_banner;
};

} // namespace mockingbird::recorder
