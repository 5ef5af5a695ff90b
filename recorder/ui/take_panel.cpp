// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/take_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/chip.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::recorder {

namespace {

constexpr int kOneRowFrom = 800;

/// A button that Space doesn't press: whoever leans on the space bar must not end an interview. Enter does.
class DeliberateKeys : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
            return false;
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space)
            return true;
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && event->type() == QEvent::KeyPress) {
            static_cast<QPushButton*>(watched)->click();
            return true;
        }
        return false;
    }
};

} // namespace

TakePanel::TakePanel(QWidget* parent)
    : QWidget(parent), m_rows(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      m_state(new ui::Chip(tr("Recording"), ui::Tone::Danger)),
      m_elapsed(ui::label(QStringLiteral("0:00"), ui::TextStyle::Clock)),
      m_bookmarks(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_bookmark(ui::button(tr("&Bookmark (B)"), "bookmark")), m_pause(ui::button(tr("&Pause (P)"), "pause")),
      m_stop(ui::recordButton(tr("&Stop"), "stop")) {
    m_bookmark->setObjectName(QStringLiteral("bookmark"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(tr("Ends and files the recording. Alt+S"));
    m_stop->installEventFilter(new DeliberateKeys(m_stop));
    m_elapsed->setAccessibleName(tr("Recorded time"));
    auto* clock = new QHBoxLayout;
    clock->addWidget(m_elapsed);
    clock->addWidget(m_state, 0, Qt::AlignVCenter);
    clock->addWidget(m_bookmarks, 0, Qt::AlignVCenter);
    clock->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(ui::px(ui::kSmall));
    buttons->addWidget(m_bookmark);
    buttons->addWidget(m_pause);
    buttons->addSpacing(ui::px(ui::kLarge));
    buttons->addStretch();
    buttons->addWidget(m_stop);
    m_bookmarks->setWordWrap(false);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(ui::px(ui::kSmall));
    m_rows->addLayout(clock, 1);
    m_rows->addLayout(buttons);
    connect(m_bookmark, &QPushButton::clicked, this, &TakePanel::bookmarkClicked);
    connect(m_pause, &QPushButton::clicked, this, &TakePanel::pauseClicked);
    connect(m_stop, &QPushButton::clicked, this, &TakePanel::stopClicked);
}

void TakePanel::showTime(MediaTime elapsed, bool paused) {
    m_elapsed->setText(ui::shortTime(elapsed));
    if (paused == m_paused)
        return;
    m_paused = paused;
    m_state->setText(paused ? tr("Paused: nothing is recorded") : tr("Recording"));
    m_state->setTone(paused ? ui::Tone::Warning : ui::Tone::Danger);
    m_pause->setText(paused ? tr("&Resume (P)") : tr("&Pause (P)"));
    m_pause->setIcon(ui::icon(paused ? "play" : "pause"));
}

void TakePanel::showBookmarks(int count) {
    m_bookmarks->setText(count == 0   ? QString()
                         : count == 1 ? tr("1 bookmark")
                                      : tr("%1 bookmarks").arg(count));
}

void TakePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_rows->setDirection(width() < ui::px(kOneRowFrom) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TakePanel::focusFirst() {
    m_bookmark->setFocus();
}

} // namespace mockingbird::recorder
