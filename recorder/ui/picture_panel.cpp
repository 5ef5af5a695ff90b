// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/picture_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "recorder/ui/device_check_panel.h"
#include "recorder/ui/meter_panel.h"
#include "recorder/ui/preview_view.h"

#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace mockingbird::recorder {

namespace {
constexpr int kPullMs = 66;
const auto kHideKey = QStringLiteral("record/hide-picture");
} // namespace

PicturePanel::PicturePanel(std::filesystem::path folder, QWidget* parent)
    : ui::Card({}, parent), m_folder(std::move(folder)), m_preview(new PreviewView),
      m_hide(ui::quietButton(tr("&Hide the picture"))), m_meters(new MeterPanel),
      m_check(new DeviceCheckPanel), m_trial(new TrialPanel) {
    m_pull.setInterval(kPullMs);
    m_hide->setObjectName(QStringLiteral("hidePicture"));
    m_hide->setCheckable(true);
    m_hide->setToolTip(tr("It is recorded all the same."));
    body()->addWidget(m_preview);
    body()->addWidget(m_hide, 0, Qt::AlignLeft);
    body()->addWidget(m_meters);
    body()->addWidget(m_check);
    body()->addWidget(m_trial);
    body()->addStretch();
    connect(m_hide, &QPushButton::toggled, this, [this](bool hidden) {
        QSettings().setValue(kHideKey, hidden);
        applyPreview();
    });
    m_hide->setChecked(QSettings().value(kHideKey, false).toBool());
    connect(&m_sources, &LiveSources::opened, this, &PicturePanel::opened);
    connect(&m_sources, &LiveSources::failed, this, [this](const Error& error) {
        m_preview->setSentence(tr("There is no picture or sound yet."));
        emit openFailed(error);
        emit changed();
    });
    connect(&m_pull, &QTimer::timeout, this, &PicturePanel::pull);
    connect(m_check, &DeviceCheckPanel::passedChanged, this, &PicturePanel::changed);
    connect(m_trial, &TrialPanel::failed, this, &PicturePanel::trialFailed);
    close();
}

void PicturePanel::open(const RecorderSettings& settings) {
    m_settings = settings;
    m_trial->setRecorder(nullptr, m_folder);
    m_pull.stop();
    m_meters->clear();
    m_preview->setSources(0);
    m_check->reset(settings);
    m_sources.open(settings);
    m_preview->setSentence(opening() ? tr("Opening ...")
                                     : tr("Choose what is recorded; here is what it will look like."));
    emit changed();
}

void PicturePanel::close() {
    m_trial->setRecorder(nullptr, m_folder);
    m_pull.stop();
    m_sources.close();
    m_meters->clear();
    m_preview->setSources(0);
    m_preview->setSentence(tr("Choose what is recorded; here is what it will look like."));
    emit changed();
}

void PicturePanel::opened() {
    m_preview->setSources(m_settings.video.size());
    m_preview->setSentence(m_settings.video.empty() ? tr("Sound alone is recorded.") : QString());
    m_trial->setRecorder(recorder(), m_folder);
    m_pull.start();
    applyPreview();
    emit changed();
}

void PicturePanel::setInSight(bool inSight) {
    m_inSight = inSight;
    applyPreview();
}

void PicturePanel::setUse(Use use) {
    m_check->setVisible(use == Use::SetUp);
    m_trial->setVisible(use == Use::SetUp);
    if (use == Use::Recording)
        m_trial->close();
}

QString PicturePanel::checkStep() const {
    return m_check->passed() ? QString() : m_check->nextStep();
}

void PicturePanel::applyPreview() {
    const bool hidden = m_hide->isChecked();
    m_hide->setText(hidden ? tr("S&how the picture") : tr("&Hide the picture"));
    m_preview->setVisible(!hidden);
    if (recorder() != nullptr)
        recorder()->setPreviewOn(m_inSight && !hidden);
}

void PicturePanel::pull() {
    if (recorder() == nullptr)
        return;
    const RecorderStats stats = recorder()->stats();
    m_meters->show(stats);
    m_check->show(stats);
    for (std::size_t index = 0; m_inSight && index < m_settings.video.size(); ++index) {
        if (auto picture = recorder()->takePreview(index)) {
            m_check->showPicture(index, *picture);
            m_preview->setPicture(index, std::move(*picture));
        }
    }
    if (const QString step = checkStep(); step != m_step) {
        m_step = step;
        emit changed();
    }
    emit pulled(stats);
}

} // namespace mockingbird::recorder
