// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/device_check_row.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "recorder/ui/source_look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr int kSixSeconds = 90; ///< calls of show(); longer than the engine takes to tell Black

bool has(const SourceStats& stats, Trouble trouble) {
    return std::find(stats.troubles.begin(), stats.troubles.end(), trouble) != stats.troubles.end();
}

SoundCheck::Against against(SourceKind kind) {
    return kind == SourceKind::Microphone ? SoundCheck::Against::Floor : SoundCheck::Against::Silence;
}

} // namespace

DeviceCheckRow::DeviceCheckRow(const SourceSpec& source, bool video, QWidget* parent)
    : QFrame(parent), m_source(source), m_video(video), m_name(sourceWord(source.kind, video)),
      m_sound(against(source.kind)), m_icon(new QLabel), m_title(ui::label({}, ui::TextStyle::Body)),
      m_words(ui::mutedLabel({}, ui::TextStyle::Small)), m_play(ui::button(tr("Play a test sound"), "play")),
      m_on(ui::quietButton(tr("Go on without"))) {
    m_play->setObjectName(QStringLiteral("playTestSound"));
    m_on->setObjectName(QStringLiteral("goOnWithout"));
    m_words->setObjectName(QStringLiteral("checkState"));
    m_title->setMinimumWidth(ui::px(100));
    m_words->setMinimumWidth(ui::px(100));
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(m_title);
    text->addWidget(m_words);
    // Beside them there is no room for large text. Not in a layout of its own: an empty one is as narrow as
    // nothing, and the column with it.
    text->addWidget(m_play, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kMedium));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    row->addWidget(m_on, 0, Qt::AlignTop);
    connect(m_play, &QPushButton::clicked, this, &DeviceCheckRow::playRequested);
    connect(m_on, &QPushButton::clicked, this, [this] { setWithout(!m_without); });
    showState();
}

bool DeviceCheckRow::isFor(const SourceSpec& source, bool video) const {
    return m_source == source && m_video == video;
}

void DeviceCheckRow::show(const SourceStats& stats) {
    const bool there = !has(stats, Trouble::Lost) && !(stats.ended && stats.failure);
    const QString name = stats.name.empty() ? m_name : ui::toQString(stats.name);
    bool ticked = m_ticked;
    if (m_video) {
        const bool comes =
            stats.frames > 0 && there && !has(stats, Trouble::Black) && !has(stats, Trouble::Stalled);
        m_shown = comes ? m_shown + 1 : 0;
        ticked = ticked || m_shown >= kSixSeconds;
    } else {
        m_sound.add(stats.peak);
        ticked = ticked || m_sound.heard();
    }
    if (there == m_there && ticked == m_ticked && name == m_name)
        return;
    m_there = there;
    m_ticked = ticked;
    m_name = name;
    showState();
    emit changed();
}

void DeviceCheckRow::seen() {
    if (!m_video || m_ticked)
        return;
    m_ticked = true;
    showState();
    emit changed();
}

void DeviceCheckRow::soundPlayed(bool played) {
    m_noLoudspeaker = !played;
    showState();
}

void DeviceCheckRow::setWithout(bool without) {
    m_without = without;
    showState();
    emit changed();
}

QString DeviceCheckRow::nextStep() const {
    return m_there ? wish() : tr("%1 is not there now. Plug it in again.").arg(m_name);
}

QString DeviceCheckRow::wish() const {
    switch (m_source.kind) {
    case SourceKind::Microphone:
        return tr("Tap the microphone or say something.");
    case SourceKind::System:
        return m_noLoudspeaker ? tr("No loudspeaker or headphones were found to play a sound on.")
                               : tr("Play the test sound, or anything else.");
    case SourceKind::Camera:
        return tr("Waiting for a picture. Is the camera covered?");
    case SourceKind::Screen:
    case SourceKind::Window:
    case SourceKind::File:
    case SourceKind::Test:
        break;
    }
    return m_video ? tr("Waiting for a picture that is not black.") : tr("Waiting for a sound.");
}

void DeviceCheckRow::showState() {
    const bool fine = m_there && m_ticked;
    QString words;
    const char* icon = sourceIcon(m_source.kind, m_video);
    QColor ui::Colors::*ink = &ui::Colors::muted;
    if (fine) {
        words = m_video ? tr("Seen") : tr("Heard");
        icon = "check";
        ink = &ui::Colors::onSuccessSoft;
    } else if (m_without) {
        words = m_video ? tr("Not seen. It is recorded all the same.")
                        : tr("Not heard. It is recorded all the same.");
        icon = "warning";
        ink = &ui::Colors::onWarningSoft;
    } else {
        words = m_there ? wish() : tr("Not there now. Plug it in again.");
        if (!m_there) {
            icon = "warning";
            ink = &ui::Colors::onDangerSoft;
        }
    }
    m_icon->setPixmap(ui::iconPixmap(icon, ui::px(20), ui::colors().*ink, devicePixelRatioF()));
    m_title->setText(m_name);
    m_words->setText(words);
    setAccessibleName(tr("%1: %2").arg(m_name, words));
    m_play->setVisible(!fine && !m_without && m_there && m_source.kind == SourceKind::System);
    m_play->setAccessibleName(tr("Play a test sound to the loudspeaker or headphones"));
    m_on->setVisible(!fine);
    m_on->setText(m_without ? tr("Check it again") : tr("Go on without"));
    m_on->setAccessibleName(m_without ? tr("Check %1 again").arg(m_name)
                            : m_video ? tr("Go on without seeing %1").arg(m_name)
                                      : tr("Go on without hearing %1").arg(m_name));
}

void DeviceCheckRow::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showState();
}

} // namespace mockingbird::recorder
