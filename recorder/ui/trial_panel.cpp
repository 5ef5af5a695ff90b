// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/trial_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "recorder/ui/into_sight.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::recorder {

TrialPanel::TrialPanel(QWidget* parent)
    : QWidget(parent), m_try(ui::button(tr("&Try five seconds"), "play")),
      m_close(ui::quietButton(tr("Close the tr&ial"), "close")),
      m_words(ui::mutedLabel({}, ui::TextStyle::Small)), m_column(new QVBoxLayout(this)) {
    m_try->setObjectName(QStringLiteral("tryFiveSeconds"));
    m_close->setObjectName(QStringLiteral("closeTrial"));
    auto* row = new QHBoxLayout;
    row->setSpacing(ui::px(ui::kMedium));
    row->addWidget(m_try);
    row->addWidget(m_close);
    row->addWidget(m_words, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addLayout(row);
    connect(m_try, &QPushButton::clicked, this, &TrialPanel::start);
    connect(m_close, &QPushButton::clicked, this, &TrialPanel::close);
    connect(&m_take, &TrialTake::progress, this,
            [this](int left) { m_words->setText(tr("Say something. %1 ...").arg(left)); });
    connect(&m_take, &TrialTake::finished, this, &TrialPanel::play);
    connect(&m_take, &TrialTake::failed, this, [this](const Error& error) {
        showState();
        emit failed(error);
        emit changed();
    });
    showState();
}

TrialPanel::~TrialPanel() {
    delete m_shown; // before the file goes with m_take
}

void TrialPanel::setPlayer(TrialPlayer player) {
    m_player = std::move(player);
    showState();
}

void TrialPanel::setRecorder(Recorder* recorder, const std::filesystem::path& folder) {
    if (recorder != m_recorder)
        close();
    m_recorder = recorder;
    m_folder = folder;
    showState();
}

void TrialPanel::close() {
    m_take.cancel();
    delete m_shown;
    m_shown = nullptr;
    m_take.discard();
    showState();
    emit changed();
}

void TrialPanel::start() {
    close();
    m_take.start(*m_recorder, m_folder);
    showState();
    emit changed();
}

void TrialPanel::play(const std::filesystem::path& file) {
    m_shown = m_player(file, this);
    if (m_shown == nullptr) {
        close();
        return;
    }
    m_column->addWidget(m_shown);
    showState();
    m_close->setFocus();
    scrollIntoSight(m_shown);
    emit changed();
}

void TrialPanel::showState() {
    m_try->setVisible(m_player != nullptr);
    m_words->setVisible(m_player != nullptr);
    m_try->setEnabled(m_recorder != nullptr && !m_take.running());
    m_try->setText(m_shown != nullptr ? tr("&Try it again") : tr("&Try five seconds"));
    m_close->setVisible(m_shown != nullptr);
    if (m_take.running())
        return;
    m_words->setText(m_shown != nullptr ? tr("This is how it sounds. It is thrown away.")
                                        : tr("See and hear what will be kept."));
}

} // namespace mockingbird::recorder
