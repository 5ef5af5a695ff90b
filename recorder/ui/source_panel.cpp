// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/source_panel.h"

#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/region.h"
#include "recorder/ui/region_picker.h"
#include "recorder/ui/source_look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

namespace mockingbird::recorder {

namespace {

using catalog::SessionMode;

ChosenSource asChosen(const Device& device) {
    return {device.source, device.video, device.name};
}

bool same(const ChosenSource& one, const ChosenSource& other) {
    return one.video == other.video && one.source == other.source;
}

bool contains(const std::vector<SourceKind>& kinds, SourceKind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace

SourcePanel::SourcePanel(QWidget* parent)
    : QWidget(parent), m_picker(new RegionPicker(this)), m_missing(new ui::Banner),
      m_more(ui::quietButton(tr("More sources"))), m_refresh(ui::quietButton(tr("Look again"), "undo")) {
    m_more->setCheckable(true);
    m_more->setObjectName(QStringLiteral("moreSources"));
    m_refresh->setAccessibleName(tr("Look again for cameras, microphones and screens"));
    m_missing->setDismissable(false);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_missing);
    auto* row = new QHBoxLayout;
    row->addWidget(m_more);
    row->addWidget(m_refresh);
    row->addStretch();
    m_column->addLayout(row);
    connect(m_more, &QPushButton::toggled, this, [this] {
        if (m_devicesKnown)
            m_wanted = chosen();
        rebuild();
    });
    connect(m_refresh, &QPushButton::clicked, this, &SourcePanel::refreshRequested);
    connect(m_picker, &RegionPicker::picked, this, &SourcePanel::regionPicked);
    connect(m_picker, &RegionPicker::left, this, [this] {
        window()->show();
        window()->activateWindow();
    });
    rebuild();
}

void SourcePanel::setDevices(const std::vector<Device>& devices) {
    const auto before = chosen();
    const QStringList gone = missing();
    if (m_devicesKnown)
        m_wanted = before;
    m_devices = devices;
    m_devicesKnown = true;
    if (m_suggest)
        suggest();
    rebuild();
    const QStringList goneNow = missing();
    const bool back =
        std::any_of(gone.begin(), gone.end(), [&](const QString& name) { return !goneNow.contains(name); });
    if (back || chosen() != before)
        emit changed();
}

void SourcePanel::setChosen(std::vector<ChosenSource> wanted, SessionMode mode) {
    m_mode = mode;
    m_wanted = std::move(wanted);
    m_suggest = m_wanted.empty();
    if (m_suggest && m_devicesKnown)
        suggest();
    rebuild();
    emit changed();
}

std::vector<ChosenSource> SourcePanel::chosen() const {
    std::vector<ChosenSource> ticked;
    for (const Box& one : m_boxes) {
        if (one.box->isChecked())
            ticked.push_back(one.source);
    }
    if (m_windowOn != nullptr && m_windowOn->isChecked() && m_window->currentIndex() >= 0) {
        const auto windows = ofKind(SourceKind::Window);
        ticked.push_back(asChosen(windows[static_cast<std::size_t>(m_window->currentIndex())]));
    }
    // Pictures first, and the mode's usual ones before others: a player shows the first as the main one.
    std::vector<SourceKind> order;
    for (const Group& group : groups())
        order.insert(order.end(), group.kinds.begin(), group.kinds.end());
    const auto rank = [&](const ChosenSource& one) {
        return std::tuple(!one.video, std::find(order.begin(), order.end(), one.source.kind) - order.begin(),
                          one.source.parameter);
    };
    std::stable_sort(ticked.begin(), ticked.end(), [&](const ChosenSource& one, const ChosenSource& other) {
        return rank(one) < rank(other);
    });
    return ticked;
}

bool SourcePanel::isOffered(const ChosenSource& source) const {
    if (source.source.kind == SourceKind::Window && m_window != nullptr) {
        const auto windows = ofKind(SourceKind::Window);
        return std::any_of(windows.begin(), windows.end(),
                           [&](const Device& device) { return same(asChosen(device), source); });
    }
    return std::any_of(m_boxes.begin(), m_boxes.end(),
                       [&](const Box& one) { return one.there && same(one.source, source); });
}

std::vector<Device> SourcePanel::ofKind(SourceKind kind) const {
    std::vector<Device> devices;
    std::copy_if(m_devices.begin(), m_devices.end(), std::back_inserter(devices),
                 [kind](const Device& device) { return device.source.kind == kind; });
    return devices;
}

bool SourcePanel::isWanted(const ChosenSource& source) const {
    return std::any_of(m_wanted.begin(), m_wanted.end(),
                       [&](const ChosenSource& one) { return same(one, source); });
}

void SourcePanel::suggest() {
    m_suggest = false;
    m_wanted.clear();
    const auto add = [this](SourceKind kind) {
        const auto devices = ofKind(kind);
        if (devices.empty())
            return;
        const auto usual = std::find_if(devices.begin(), devices.end(),
                                        [](const Device& device) { return device.isDefault; });
        m_wanted.push_back(asChosen(usual == devices.end() ? devices.front() : *usual));
    };
    if (m_mode == SessionMode::Virtual)
        add(SourceKind::Screen);
    else
        add(SourceKind::Camera);
    if (m_mode == SessionMode::Virtual)
        add(SourceKind::System);
    add(SourceKind::Microphone);
}

std::vector<SourcePanel::Group> SourcePanel::groups() const {
    using enum SourceKind;
    if (m_mode == SessionMode::Virtual)
        return {{tr("The call"), {Window, Screen}, true},
                {tr("Sound"), {System, Microphone}, true},
                {tr("Your own camera, if wanted"), {Camera}, true}};
    const bool solo = m_mode == SessionMode::Solo;
    return {{solo ? tr("Your camera") : tr("Cameras, up to two"), {Camera}, true},
            {solo ? tr("Your microphone") : tr("Microphones"), {Microphone}, true},
            {tr("Screens and windows"), {Screen, Window}, false},
            {tr("What the computer plays"), {System}, false}};
}

void SourcePanel::rebuild() {
    delete m_list;
    m_boxes.clear();
    m_windowOn = nullptr;
    m_window = nullptr;
    m_list = new QWidget;
    m_listLayout = new QVBoxLayout(m_list);
    m_listLayout->setContentsMargins(0, 0, 0, 0);
    m_listLayout->setSpacing(ui::px(2));
    m_column->insertWidget(0, m_list);
    for (const ChosenSource& one : m_wanted) { // one that was remembered
        const bool device = std::any_of(m_devices.begin(), m_devices.end(),
                                        [&](const Device& other) { return other.source == one.source; });
        if (!device && regionOf(one.source))
            m_region = one;
    }
    if (!m_devicesKnown)
        m_listLayout->addWidget(ui::mutedLabel(tr("Looking for cameras, microphones and screens ...")));
    for (const Group& group : groups())
        addGroup(group);
    const bool usual = std::any_of(m_boxes.begin(), m_boxes.end(),
                                   [](const Box& one) { return one.source.source.kind != SourceKind::Test; });
    if (m_devicesKnown && !usual && m_window == nullptr)
        m_listLayout->addWidget(ui::mutedLabel(
            m_mode == SessionMode::Virtual
                ? tr("No camera, microphone or screen was found. Plug one in, then look again.")
                : tr("No camera or microphone was found. Plug one in, then look again; what "
                     "else there is lies under More sources.")));
    addMissing();
    addTests();
    limitCameras();
    tellMissing();
}

void SourcePanel::addGroup(const Group& group) {
    const bool open = group.first || m_more->isChecked();
    const int before = m_listLayout->count();
    for (const SourceKind kind : group.kinds) {
        const auto devices = ofKind(kind);
        const bool wanted = std::any_of(devices.begin(), devices.end(),
                                        [this](const Device& one) { return isWanted(asChosen(one)); });
        // Where the desktop itself asks which window, there is one entry without a number.
        if (kind == SourceKind::Window && !devices.empty() && !devices.front().source.parameter.empty()) {
            if (open || wanted)
                addWindows();
            continue;
        }
        for (const Device& device : devices) {
            if (open || isWanted(asChosen(device)))
                addBox(asChosen(device));
        }
    }
    const bool region = m_region && isWanted(*m_region);
    if (contains(group.kinds, SourceKind::Screen) && !ofKind(SourceKind::Screen).empty() &&
        RegionPicker::offered() && (open || region))
        addRegion();
    if (m_listLayout->count() > before)
        m_listLayout->insertWidget(before, ui::mutedLabel(group.heading, ui::TextStyle::Small));
}

void SourcePanel::addTests() {
    const SourceSpec test{SourceKind::Test, {}};
    const int before = m_listLayout->count();
    for (const ChosenSource& one : {ChosenSource{test, true, tr("Test picture").toStdString()},
                                    ChosenSource{test, false, tr("Test tone").toStdString()}}) {
        if (m_more->isChecked() || isWanted(one))
            addBox(one);
    }
    if (m_listLayout->count() > before)
        m_listLayout->insertWidget(before, ui::mutedLabel(tr("To try it out"), ui::TextStyle::Small));
}

void SourcePanel::addBox(const ChosenSource& source, Presence presence) {
    const bool there = presence == Presence::There;
    QString name = ui::toQString(source.name);
    if (!there)
        name = tr("%1 (not there now)").arg(name);
    auto* box = new QCheckBox(name.replace(QLatin1Char('&'), QLatin1String("&&")));
    box->setIcon(ui::icon(sourceIcon(source.source.kind, source.video)));
    box->setIconSize(QSize(ui::px(18), ui::px(18)));
    box->setObjectName(
        QStringLiteral("%1 %2").arg(source.video ? QStringLiteral("video") : QStringLiteral("audio"),
                                    ui::toQString(source.source.toString())));
    box->setChecked(isWanted(source));
    connect(box, &QCheckBox::toggled, this, [this] {
        limitCameras();
        tellMissing();
        emit changed();
    });
    m_listLayout->addWidget(box);
    m_boxes.push_back({source, box, there});
}

/// In sight, so that they can be unticked.
void SourcePanel::addMissing() {
    if (!m_devicesKnown)
        return;
    for (const ChosenSource& one : m_wanted) {
        if (one.source.kind != SourceKind::Test && !isOffered(one))
            addBox(one, Presence::Missing);
    }
}

void SourcePanel::addWindows() {
    auto* row = new QHBoxLayout;
    m_windowOn = new QCheckBox(tr("A window:"));
    m_windowOn->setObjectName(QStringLiteral("aWindow"));
    m_windowOn->setIcon(ui::icon("window"));
    m_windowOn->setIconSize(QSize(ui::px(18), ui::px(18)));
    m_window = new QComboBox;
    m_window->setAccessibleName(tr("Which window"));
    m_window->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_window->setMinimumContentsLength(8);
    for (const Device& device : ofKind(SourceKind::Window)) {
        m_window->addItem(ui::toQString(device.name));
        if (isWanted(asChosen(device))) {
            m_window->setCurrentIndex(m_window->count() - 1);
            m_windowOn->setChecked(true);
        }
    }
    m_window->setEnabled(m_windowOn->isChecked());
    row->addWidget(m_windowOn);
    row->addWidget(m_window, 1);
    m_listLayout->addLayout(row);
    connect(m_windowOn, &QCheckBox::toggled, this, [this](bool on) {
        m_window->setEnabled(on);
        emit changed();
    });
    connect(m_window, &QComboBox::activated, this, &SourcePanel::changed);
}

void SourcePanel::addRegion() {
    auto* row = new QHBoxLayout;
    if (m_region) {
        addBox(*m_region);
        row->addWidget(m_boxes.back().box);
    }
    auto* pick = ui::quietButton(m_region ? tr("Change ...") : tr("A part of the screen ..."),
                                 m_region ? nullptr : "screen");
    pick->setObjectName(QStringLiteral("pickRegion"));
    pick->setAccessibleName(m_region ? tr("Change the part of the screen") : tr("A part of the screen"));
    row->addWidget(pick);
    row->addStretch();
    m_listLayout->addLayout(row);
    connect(pick, &QPushButton::clicked, this, &SourcePanel::pickRegion);
}

void SourcePanel::pickRegion() {
    constexpr int kGoneMs = 300; // until the desktop has drawn what was behind the window
    if (m_picker->picking())
        return;
    window()->hide();
    QTimer::singleShot(kGoneMs, m_picker, &RegionPicker::pick);
}

void SourcePanel::regionPicked(const SourceSpec& source) {
    window()->show();
    window()->activateWindow();
    m_wanted = chosen();
    if (m_region)
        std::erase_if(m_wanted, [this](const ChosenSource& one) { return same(one, *m_region); });
    const QRect part = regionOf(source).value_or(QRect());
    m_region = {source, true,
                tr("A part of the screen (%1 × %2)").arg(part.width()).arg(part.height()).toStdString()};
    m_wanted.push_back(*m_region);
    rebuild();
    emit changed();
}

void SourcePanel::limitCameras() {
    const auto ticked = std::count_if(m_boxes.begin(), m_boxes.end(), [](const Box& one) {
        return one.source.source.kind == SourceKind::Camera && one.box->isChecked();
    });
    for (const Box& one : m_boxes) {
        const bool over =
            one.source.source.kind == SourceKind::Camera && ticked >= kMostCameras && !one.box->isChecked();
        one.box->setEnabled(!over);
        one.box->setToolTip(over ? tr("Two cameras are recorded at most: untick one first.")
                                 : ui::toQString(one.source.source.toString()));
    }
}

QStringList SourcePanel::missing() const {
    QStringList names;
    for (const Box& one : m_boxes) {
        if (!one.there && one.box->isChecked())
            names << ui::toQString(one.source.name);
    }
    return names;
}

void SourcePanel::tellMissing() {
    const QStringList names = missing();
    const QString words =
        tr("Not there now: %1. Plug it in or open it again, or untick it and choose another one.")
            .arg(names.join(QStringLiteral(", ")));
    if (names.isEmpty())
        m_missing->dismiss();
    else if (m_missing->isHidden() || m_missing->text() != words) // a screen reader says it once
        m_missing->showMessage(ui::Tone::Warning, words);
}

} // namespace mockingbird::recorder
