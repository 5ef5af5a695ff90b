// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/setup_panel.h"

#include "common/catalog/access_store.h"
#include "common/catalog/kit_store.h"
#include "common/ui/banner.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/seat_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace mockingbird::recorder {

namespace {

using catalog::Person;
using catalog::Role;
using catalog::SessionMode;

template <class IdType>
IdType chosenId(const QComboBox* box) {
    const auto id = IdType::parse(box->currentData().toString().toStdString());
    return id ? *id : IdType{};
}

/// The kit of the person's last attempt, or one for their classification; null where nothing tells.
catalog::KitId usualKit(catalog::Catalog& catalog, const Person& person,
                        const std::vector<catalog::KitHead>& kits) {
    const auto attempts = catalog.sessions().page({.mentee = person.id}, 1).valueOr({});
    if (!attempts.empty())
        return attempts.front().kit;
    const auto fitting = std::find_if(kits.begin(), kits.end(), [&](const catalog::KitHead& kit) {
        const std::string& own = person.classification;
        return !own.empty() && (kit.classification == own || kit.position == own || kit.name == own);
    });
    return fitting == kits.end() ? catalog::KitId{} : fitting->id;
}

template <class IdType>
void choose(QComboBox* box, IdType id) {
    const int index = box->findData(ui::toQString(id.toString()));
    if (index >= 0)
        box->setCurrentIndex(index);
}

/// Whether who acts may record somebody's interview. Asked of few: a coordinator may record whoever it is, as
/// may everybody where nobody signs in, and others at most themselves and those they accompany.
auto mayRecordIn(catalog::Catalog& catalog) {
    const auto may = [&catalog](catalog::PersonId mentee) {
        return catalog.access().may(catalog::Action::Make, catalog::Thing::Session, mentee).valueOr(false);
    };
    const bool all = may({});
    std::set<catalog::PersonId> some;
    if (!all) {
        some.insert(catalog.actor());
        for (const catalog::Pair& pair : catalog.people().pairs().valueOr({}))
            if (pair.mentor == catalog.actor() || pair.liaison == catalog.actor())
                some.insert(pair.mentee);
        std::erase_if(some, [&](catalog::PersonId mentee) { return !may(mentee); });
    }
    return [all, some](catalog::PersonId mentee) { return all || some.contains(mentee); };
}

} // namespace

SetupPanel::SetupPanel(QWidget* parent)
    : QWidget(parent), m_mentee(new QComboBox), m_kit(new QComboBox), m_mode(new QButtonGroup(this)),
      m_form(new QFormLayout), m_seats(new SeatPanel), m_banner(new ui::Banner) {
    m_mentee->setObjectName(QStringLiteral("mentee"));
    m_mentee->setAccessibleName(tr("Who is interviewed"));
    m_kit->setObjectName(QStringLiteral("kit"));
    m_kit->setAccessibleName(tr("Kit"));
    for (QComboBox* box : {m_mentee, m_kit}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }

    auto* modes = new QHBoxLayout;
    modes->setSpacing(ui::px(ui::kSmall));
    const auto addMode = [&](const QString& text, const QString& tip, SessionMode mode) {
        auto* radio = new QRadioButton(text);
        radio->setToolTip(tip);
        m_mode->addButton(radio, static_cast<int>(mode));
        modes->addWidget(radio);
    };
    addMode(tr("In &person"), tr("Together in one room: cameras and microphones"), SessionMode::InPerson);
    addMode(tr("&Virtual"),
            tr("Over a call: the screen or its window, the system's sound and your microphone"),
            SessionMode::Virtual);
    addMode(tr("So&lo"), tr("Alone: your own camera and microphone"), SessionMode::Solo);
    modes->addStretch();
    m_mode->button(static_cast<int>(SessionMode::InPerson))->setChecked(true);

    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setHorizontalSpacing(ui::px(ui::kLarge));
    m_form->setVerticalSpacing(ui::px(ui::kMedium));
    m_form->addRow(tr("&Who"), m_mentee);
    m_form->addRow(tr("&Kit"), m_kit);
    m_form->addRow(tr("How"), modes);
    m_form->addRow(tr("With"), m_seats);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_form);
    column->addWidget(m_banner);

    connect(m_mentee, &QComboBox::currentIndexChanged, this, [this] {
        m_seats->setPeople(m_people, chosenId<catalog::PersonId>(m_mentee));
        emit changed();
    });
    connect(m_kit, &QComboBox::currentIndexChanged, this, &SetupPanel::changed);
    connect(m_seats, &SeatPanel::changed, this, &SetupPanel::changed);
    connect(m_seats, &SeatPanel::newPersonNamed, this, &SetupPanel::addPerson);
    connect(m_mode, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        showSeats();
        emit modeChanged(static_cast<SessionMode>(id));
        emit changed();
    });
}

void SetupPanel::refresh(catalog::Catalog& catalog) {
    const RecordChoice before = choice();
    m_catalog = &catalog;
    m_people = catalog.people().all().valueOr({});
    const auto kits = catalog.kits().heads().valueOr({});
    {
        const QSignalBlocker quietMentee(m_mentee);
        const QSignalBlocker quietKit(m_kit);
        const QSignalBlocker quietSeats(m_seats);
        m_mentee->clear();
        m_kit->clear();
        const bool anyMentee = std::any_of(m_people.begin(), m_people.end(), [](const Person& one) {
            return one.roles.contains(Role::Mentee);
        });
        const auto mayRecord = mayRecordIn(catalog);
        for (const Person& person : m_people) {
            if ((person.roles.contains(Role::Mentee) || !anyMentee) && mayRecord(person.id))
                m_mentee->addItem(ui::toQString(person.name), ui::toQString(person.id.toString()));
        }
        for (const catalog::KitHead& kit : kits)
            m_kit->addItem(ui::toQString(kit.name), ui::toQString(kit.id.toString()));
        choose(m_mentee, before.mentee.isNull() ? catalog.actor() : before.mentee);
        choose(m_kit, before.kit);
        const auto mentee = std::find_if(m_people.begin(), m_people.end(), [this](const Person& one) {
            return one.id == chosenId<catalog::PersonId>(m_mentee);
        });
        if (before.kit.isNull() && mentee != m_people.end())
            choose(m_kit, usualKit(catalog, *mentee, kits));
        m_seats->setPeople(m_people, chosenId<catalog::PersonId>(m_mentee));
    }
    const RecordChoice after = choice();
    if (after.mentee != before.mentee || after.kit != before.kit || after.panel != before.panel ||
        after.observers != before.observers)
        emit changed();
}

void SetupPanel::setChoice(const RecordChoice& wanted) {
    choose(m_mentee, wanted.mentee);
    choose(m_kit, wanted.kit);
    m_mode->button(static_cast<int>(wanted.mode))->setChecked(true);
    std::vector<TakenSeat> seats;
    for (const catalog::PersonId person : wanted.panel)
        seats.push_back({person, catalog::Seat::Panel});
    for (const catalog::PersonId person : wanted.observers)
        seats.push_back({person, catalog::Seat::Observer});
    m_seats->setSeats(std::move(seats));
}

void SetupPanel::setKit(catalog::KitId kit) {
    choose(m_kit, kit);
}

RecordChoice SetupPanel::choice() const {
    RecordChoice chosen;
    chosen.mentee = chosenId<catalog::PersonId>(m_mentee);
    chosen.kit = chosenId<catalog::KitId>(m_kit);
    chosen.mode = static_cast<SessionMode>(m_mode->checkedId());
    if (chosen.mode == SessionMode::Solo)
        return chosen;
    for (const TakenSeat& one : m_seats->seats())
        (one.seat == catalog::Seat::Panel ? chosen.panel : chosen.observers).push_back(one.person);
    return chosen;
}

std::vector<Participant> SetupPanel::participants() const {
    const RecordChoice chosen = choice();
    std::vector<Participant> there;
    const auto add = [&](catalog::PersonId person, const QString& role) {
        const auto found = std::find_if(m_people.begin(), m_people.end(),
                                        [&](const Person& one) { return one.id == person; });
        if (found != m_people.end())
            there.push_back({person, ui::toQString(found->name), role});
    };
    add(chosen.mentee, tr("interviewed"));
    for (const catalog::PersonId person : chosen.panel)
        add(person, tr("asks"));
    for (const catalog::PersonId person : chosen.observers)
        add(person, tr("observes"));
    return there;
}

void SetupPanel::addPerson(const QString& name) {
    if (m_catalog == nullptr)
        return;
    const auto added = m_catalog->people().add(name.toStdString(), {});
    if (!added.ok()) {
        m_banner->showError(added.error());
        return;
    }
    m_banner->dismiss();
    refresh(*m_catalog);
    m_seats->seat(added->id);
}

void SetupPanel::showSeats() {
    // QFormLayout of 6.4 hides whole rows.
    m_form->setRowVisible(m_seats, static_cast<SessionMode>(m_mode->checkedId()) != SessionMode::Solo);
}

} // namespace mockingbird::recorder
