// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/record_bar.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "recorder/ui/countdown.h"
#include "recorder/ui/take_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mockingbird::recorder {

namespace {
constexpr int kHintWidth = 200;
}

RecordBar::RecordBar(QWidget* parent)
    : QFrame(parent), m_stack(new QStackedWidget), m_record(ui::recordButton(tr("&Record"), "record")),
      m_hint(ui::label({}, ui::TextStyle::Body)), m_showMissing(ui::quietButton(tr("Show &me"))),
      m_room(ui::mutedLabel({}, ui::TextStyle::Small)), m_start(new QWidget), m_countdown(new Countdown),
      m_take(new TakePanel) {
    setProperty("card", true);
    m_record->setObjectName(QStringLiteral("record"));
    m_record->setProperty("large", true);
    m_hint->setObjectName(QStringLiteral("missing"));
    m_hint->setMinimumSize(ui::px(kHintWidth), 2 * m_hint->fontMetrics().height());
    m_room->setWordWrap(false);
    m_showMissing->setObjectName(QStringLiteral("showMissing"));
    m_room->setObjectName(QStringLiteral("room"));
    auto* row = new QHBoxLayout(m_start);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kLarge));
    row->addWidget(m_record);
    row->addWidget(m_hint, 1);
    row->addWidget(m_showMissing);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_countdown);
    m_stack->addWidget(m_take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kLarge), ui::px(ui::kMedium), ui::px(ui::kLarge),
                               ui::px(ui::kMedium));
    column->setSpacing(ui::px(ui::kTight));
    column->addWidget(m_stack);
    column->addWidget(m_room);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    present(m_start);
    connect(m_record, &QPushButton::clicked, this, &RecordBar::begin);
    connect(m_showMissing, &QPushButton::clicked, this, &RecordBar::showMissingClicked);
    connect(m_countdown, &Countdown::ended, this, &RecordBar::countedDown);
    connect(m_countdown, &Countdown::cancelled, this, [this] {
        showStart();
        m_record->setFocus();
        emit countdownCancelled();
    });
}

void RecordBar::showMissing(const QString& sentence, Place place) {
    m_showMissing->setVisible(!sentence.isEmpty() && place == Place::OnThePage);
    m_record->setEnabled(sentence.isEmpty());
    m_hint->setText(sentence.isEmpty() ? tr("All is ready.") : sentence);
    m_record->setAccessibleDescription(m_hint->text());
}

void RecordBar::showRoom(const QString& sentence) {
    m_room->setText(sentence);
    m_room->setVisible(!sentence.isEmpty());
}

void RecordBar::showStart() {
    present(m_start);
}

void RecordBar::showTake() {
    present(m_take);
    m_take->focusFirst();
}

void RecordBar::begin() {
    emit recordClicked();
    present(m_countdown);
    m_countdown->start(countdownSeconds());
}

/// As high as this page needs, not as the highest.
void RecordBar::present(QWidget* page) {
    for (int index = 0; index < m_stack->count(); ++index) {
        const bool shown = m_stack->widget(index) == page;
        m_stack->widget(index)->setSizePolicy(shown ? QSizePolicy::Preferred : QSizePolicy::Ignored,
                                              shown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_stack->setCurrentWidget(page);
    updateGeometry();
}

} // namespace mockingbird::recorder
