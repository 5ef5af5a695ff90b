// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/answer_column.h"

#include "common/ui/buttons.h"
#include "common/ui/error_text.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/player_view/toggle_button.h"
#include "review/side_by_side/answer_list.h"
#include "review/side_by_side/step_picture.h"
#include "review/timeline/time_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <chrono>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

constexpr MediaTime kTenthOfASecond(100ms);

} // namespace

AnswerColumn::AnswerColumn(QuestionAttempt attempt, int number, Room room, QWidget* parent)
    : QWidget(parent), m_room(room), m_attempt(std::move(attempt)), m_start(m_attempt.start),
      m_heading(ui::label({}, ui::TextStyle::Strong, this)),
      m_open(ui::quietButton(room == Room::Wide ? tr("Open in Review") : tr("Open"), nullptr, this)),
      m_picture(new StepPicture(this)), m_failure(ui::label({}, ui::TextStyle::Body, this)),
      m_hear(new ToggleButton("speaker", tr("Hear this attempt"), QString::number(number), this)),
      m_alignment(ui::mutedLabel({}, ui::TextStyle::Small, this)),
      m_reset(ui::quietButton(tr("Reset"), nullptr, this)), m_list(new AnswerList(this)) {
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_reset->setToolTip(tr("Aligns it as it was marked while recording"));
    m_heading->setWordWrap(true);
    m_alignment->setWordWrap(true);
    QSizePolicy kept = m_reset->sizePolicy(); // so that the columns' rows stay level
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    m_open->setToolTip(tr("Opens this attempt in Review, at the moment shown"));
    buildLayout();
    connect(m_open, &QPushButton::clicked, this, &AnswerColumn::openRequested);
    connect(m_hear, &QToolButton::clicked, this, &AnswerColumn::hearRequested);
    connect(m_reset, &QPushButton::clicked, this, [this] { emit startRequested(m_attempt.start); });
    const auto activate = [this](const QListWidgetItem* item) {
        if (const auto at = AnswerList::momentOf(*item))
            emit momentActivated(*at);
    };
    connect(m_list, &QListWidget::itemActivated, this, activate);
    connect(m_list, &QListWidget::itemClicked, this, activate);
    setAttempt(std::move(m_attempt));
}

void AnswerColumn::buildLayout() {
    auto* head = new QHBoxLayout;
    head->setSpacing(ui::px(ui::kSmall));
    head->addWidget(m_heading, 1);
    head->addWidget(m_open);

    auto* controls = new QHBoxLayout;
    controls->setSpacing(m_room == Room::Wide ? ui::px(ui::kTight) : 0);
    controls->addWidget(m_hear);
    auto* alignment = m_room == Room::Wide ? controls : new QHBoxLayout;
    alignment->addWidget(m_alignment, 1);
    alignment->addWidget(m_reset);
    if (alignment != controls)
        controls->addStretch();
    const auto byTime = [&](const QString& text, const QString& name, MediaTime by) {
        QToolButton* button = nudgeButton(text, nullptr, name);
        connect(button, &QToolButton::clicked, this, [this, by] { emit nudged(by); });
        controls->addWidget(button);
    };
    const auto byFrame = [&](const char* icon, const QString& name, int frames) {
        QToolButton* button = nudgeButton({}, icon, name);
        connect(button, &QToolButton::clicked, this, [this, frames] { emit nudgedByFrames(frames); });
        controls->addWidget(button);
    };
    byTime(tr("−0.1 s"), tr("This one 0.1 s back (Alt+Shift+Left)"), MediaTime() - kTenthOfASecond);
    byFrame("step_back", tr("This one a frame back (Alt+Left)"), -1);
    byFrame("step_forward", tr("This one a frame on (Alt+Right)"), 1);
    byTime(tr("+0.1 s"), tr("This one 0.1 s on (Alt+Shift+Right)"), kTenthOfASecond);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    column->addLayout(head);
    column->addWidget(m_picture, 3);
    column->addWidget(m_failure);
    if (alignment != controls)
        column->addLayout(alignment);
    column->addLayout(controls);
    column->addWidget(m_list, 2);
}

QToolButton* AnswerColumn::nudgeButton(const QString& text, const char* icon, const QString& name) {
    auto* button = new QToolButton(this);
    if (icon != nullptr) {
        button->setIcon(ui::icon(icon));
        button->setIconSize(QSize(ui::px(16), ui::px(16)));
    }
    button->setText(text);
    button->setAutoRaise(true);
    button->setAutoRepeat(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void AnswerColumn::setAttempt(QuestionAttempt attempt) {
    m_attempt = std::move(attempt);
    const QString heading =
        tr("Attempt %1 · %2").arg(m_attempt.session.attempt).arg(ui::longDate(m_attempt.session.startedAt));
    m_heading->setText(
        m_room == Room::Wide
            ? heading
            : tr("%1 · %2").arg(m_attempt.session.attempt).arg(ui::longDate(m_attempt.session.startedAt)));
    setAccessibleName(heading);
    m_picture->setAccessibleName(tr("Picture of attempt %1").arg(m_attempt.session.attempt));
    m_list->setAccessibleName(tr("Levels and notes of attempt %1").arg(m_attempt.session.attempt));
    m_list->showAttempt(m_attempt);
    showAlignment();
}

void AnswerColumn::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        m_list->showAttempt(m_attempt); // its headings' colour
        setHeard(m_hear->isChecked());
    }
}

void AnswerColumn::setHeard(bool heard) {
    m_hear->setChecked(heard);
    m_hear->setIcon(ui::icon(heard ? "speaker" : "mute"));
    m_hear->setAccessibleName(heard ? tr("This attempt is heard") : tr("Hear this attempt"));
}

void AnswerColumn::setStart(MediaTime start) {
    m_start = start;
    showAlignment();
}

void AnswerColumn::showAlignment() {
    const MediaTime moved = m_start - m_attempt.start;
    QString text = m_attempt.marked ? tr("Answer begins at %1").arg(preciseTime(m_attempt.start))
                                    : tr("Answer not marked: aligned at the recording's start");
    if (moved != MediaTime())
        text = moved > MediaTime() ? tr("Moved on by %1 s").arg(moved.seconds(), 0, 'f', 2)
                                   : tr("Moved back by %1 s").arg(-moved.seconds(), 0, 'f', 2);
    m_alignment->setText(text);
    m_reset->setVisible(moved != MediaTime());
}

QString AnswerColumn::alignmentText() const {
    return m_alignment->text();
}

void AnswerColumn::setFailure(const std::optional<Error>& failure) {
    QString text;
    if (failure && failure->code == ErrorCode::NotFound)
        text = tr("The file of this recording is missing from the catalog's folder. The others play on.");
    else if (failure)
        text = tr("%1 The others play on.").arg(ui::sentence(*failure));
    if (m_failure->text() == text)
        return;
    m_failure->setText(text);
    m_failure->setVisible(!text.isEmpty() && m_picture->picture().has_value());
    m_picture->setSentence(text);
    m_picture->setAccessibleDescription(text);
}

QString AnswerColumn::failureText() const {
    return m_failure->text();
}

} // namespace mockingbird::review
