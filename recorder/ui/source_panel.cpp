// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/source_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

using catalog::SessionMode;

ChosenSource asChosen(const Device& device) {
    return {device.source, device.video, device.name};
}

const char* iconOf(const ChosenSource& source) {
    switch (source.source.kind) {
    case SourceKind::Screen:
        return "screen";
    case SourceKind::Window:
        return "window";
    case SourceKind::Camera:
        return "camera";
    case SourceKind::System:
        return "speaker";
    case SourceKind::Microphone:
        return "microphone";
    case SourceKind::File:
    case SourceKind::Test:
        return source.video ? "screen" : "speaker";
    }
    return "screen";
}

bool same(const ChosenSource& one, const ChosenSource& other) {
    return one.video == other.video && one.source == other.source;
}

} // namespace

SourcePanel::SourcePanel(QWidget* parent)
    : QWidget(parent), m_missing(ui::label({}, ui::TextStyle::Small)),
      m_more(ui::quietButton(tr("More sources"))), m_refresh(ui::quietButton(tr("Look again"), "undo")) {
    m_more->setCheckable(true);
    m_more->setObjectName(QStringLiteral("moreSources"));
    m_refresh->setAccessibleName(tr("Look again for cameras, microphones and screens"));
    m_missing->hide();
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_missing);
    auto* row = new QHBoxLayout;
    row->addWidget(m_more);
    row->addWidget(m_refresh);
    row->addStretch();
    m_column->addLayout(row);
    connect(m_more, &QPushButton::toggled, this, [this] {
        read();
        rebuild();
    });
    connect(m_refresh, &QPushButton::clicked, this, &SourcePanel::refreshRequested);
    rebuild();
}

void SourcePanel::setDevices(const std::vector<Device>& devices) {
    const auto before = chosen();
    if (m_devicesKnown)
        read();
    m_devices = devices;
    m_devicesKnown = true;
    if (m_suggest)
        suggest();
    rebuild();
    if (chosen() != before)
        emit changed();
}

void SourcePanel::setChosen(std::vector<ChosenSource> wanted, SessionMode mode) {
    m_mode = mode;
    m_wanted = std::move(wanted);
    m_suggest = m_wanted.empty();
    if (m_suggest && m_devicesKnown)
        suggest();
    // The test sources are chosen deliberately; then they are also in sight.
    const bool test = std::any_of(m_wanted.begin(), m_wanted.end(), [](const ChosenSource& one) {
        return one.source.kind == SourceKind::Test;
    });
    const QSignalBlocker quiet(m_more);
    m_more->setChecked(m_more->isChecked() || test);
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
    // Pictures first: a player shows the first as the main one.
    std::stable_partition(ticked.begin(), ticked.end(), [](const ChosenSource& one) { return one.video; });
    return ticked;
}

void SourcePanel::read() {
    // What is gone stays wanted: plugged in again, it is ticked again.
    std::vector<ChosenSource> wanted = chosen();
    for (const ChosenSource& one : m_wanted) {
        const bool there = std::any_of(m_boxes.begin(), m_boxes.end(),
                                       [&](const Box& box) { return same(box.source, one); });
        if (!there && one.source.kind != SourceKind::Window)
            wanted.push_back(one);
    }
    m_wanted = std::move(wanted);
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
    if (!m_devicesKnown) {
        m_listLayout->addWidget(ui::mutedLabel(tr("Looking for cameras, microphones and screens ...")));
        if (!m_more->isChecked())
            return;
    }
    const bool screenFirst = m_mode == SessionMode::Virtual;
    if (!screenFirst)
        addGroup(tr("Cameras"), ofKind(SourceKind::Camera));
    addGroup(tr("Screens and windows"), ofKind(SourceKind::Screen));
    addWindows(m_listLayout, ofKind(SourceKind::Window));
    if (screenFirst)
        addGroup(tr("Cameras"), ofKind(SourceKind::Camera));
    auto sounds = ofKind(SourceKind::Microphone);
    const auto system = ofKind(SourceKind::System);
    sounds.insert(sounds.end(), system.begin(), system.end());
    addGroup(tr("Sound"), sounds);
    if (m_devicesKnown && m_devices.empty())
        m_listLayout->addWidget(ui::mutedLabel(tr("No camera, microphone or screen was found. Plug one in, "
                                                  "then look again; the test picture and tone are "
                                                  "under More sources.")));
    if (m_more->isChecked()) {
        const SourceSpec test{SourceKind::Test, {}};
        m_listLayout->addWidget(ui::mutedLabel(tr("To try it out"), ui::TextStyle::Small));
        addBox(m_listLayout, {test, true, tr("Test picture").toStdString()});
        addBox(m_listLayout, {test, false, tr("Test tone").toStdString()});
    }
    tellMissing();
}

void SourcePanel::addGroup(const QString& heading, const std::vector<Device>& devices) {
    if (devices.empty())
        return;
    m_listLayout->addWidget(ui::mutedLabel(heading, ui::TextStyle::Small));
    for (const Device& device : devices)
        addBox(m_listLayout, asChosen(device));
}

void SourcePanel::addBox(QVBoxLayout* into, const ChosenSource& source) {
    auto* box = new QCheckBox(ui::toQString(source.name));
    box->setIcon(ui::icon(iconOf(source)));
    box->setToolTip(ui::toQString(source.source.toString()));
    box->setObjectName(
        QStringLiteral("%1 %2").arg(source.video ? QStringLiteral("video") : QStringLiteral("audio"),
                                    ui::toQString(source.source.toString())));
    box->setChecked(isWanted(source));
    connect(box, &QCheckBox::toggled, this, &SourcePanel::changed);
    into->addWidget(box);
    m_boxes.push_back({source, box});
}

void SourcePanel::addWindows(QVBoxLayout* into, const std::vector<Device>& windows) {
    if (windows.empty())
        return;
    auto* row = new QHBoxLayout;
    m_windowOn = new QCheckBox(tr("A window:"));
    m_windowOn->setIcon(ui::icon("window"));
    m_window = new QComboBox;
    m_window->setAccessibleName(tr("Which window"));
    m_window->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Device& device : windows) {
        m_window->addItem(ui::toQString(device.name));
        if (isWanted(asChosen(device))) {
            m_window->setCurrentIndex(m_window->count() - 1);
            m_windowOn->setChecked(true);
        }
    }
    m_window->setEnabled(m_windowOn->isChecked());
    row->addWidget(m_windowOn);
    row->addWidget(m_window, 1);
    into->addLayout(row);
    connect(m_windowOn, &QCheckBox::toggled, this, [this](bool on) {
        m_window->setEnabled(on);
        emit changed();
    });
    connect(m_window, &QComboBox::activated, this, &SourcePanel::changed);
}

void SourcePanel::tellMissing() {
    QStringList names;
    if (m_devicesKnown) {
        for (const ChosenSource& one : m_wanted) {
            const bool device =
                one.source.kind == SourceKind::Camera || one.source.kind == SourceKind::Microphone;
            const bool there = std::any_of(m_boxes.begin(), m_boxes.end(),
                                           [&](const Box& box) { return same(box.source, one); });
            if (device && !there)
                names << ui::toQString(one.name);
        }
    }
    m_missing->setVisible(!names.isEmpty());
    m_missing->setText(
        tr("Not there now: %1. Plug it in, or choose another one.").arg(names.join(QStringLiteral(", "))));
}

} // namespace mockingbird::recorder
