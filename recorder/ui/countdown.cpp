// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/countdown.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <algorithm>
#include <chrono>

namespace mockingbird::recorder {

namespace {
constexpr int kUsualSeconds = 3;
constexpr int kMostSeconds = 30;
} // namespace

Countdown::Countdown(QWidget* parent)
    : QWidget(parent), m_number(ui::label({}, ui::TextStyle::Clock)),
      m_cancel(ui::button(tr("&Cancel (Esc)"))) {
    m_number->setObjectName(QStringLiteral("countdown"));
    m_cancel->setObjectName(QStringLiteral("cancelCountdown"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(m_number);
    row->addWidget(ui::mutedLabel(tr("The recording is about to begin."), ui::TextStyle::Body), 1);
    row->addWidget(m_cancel);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, [this] {
        --m_left;
        showLeft();
        if (m_left > 0)
            return;
        m_tick.stop();
        emit ended();
    });
    connect(m_cancel, &QPushButton::clicked, this, &Countdown::cancel);
}

void Countdown::start(int seconds) {
    m_left = seconds;
    showLeft();
    if (seconds <= 0) {
        emit ended();
        return;
    }
    m_tick.start();
    m_cancel->setFocus();
}

void Countdown::cancel() {
    if (!running())
        return;
    m_tick.stop();
    emit cancelled();
}

void Countdown::showLeft() {
    m_number->setText(QString::number(m_left));
    m_number->setAccessibleName(tr("Recording in %1").arg(m_left));
    QAccessibleEvent told(m_number, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

int countdownSeconds() {
    return std::clamp(QSettings().value(QStringLiteral("record/countdown"), kUsualSeconds).toInt(), 0,
                      kMostSeconds);
}

} // namespace mockingbird::recorder
