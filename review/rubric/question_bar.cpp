// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/question_bar.h"

#include "common/ui/flow_layout.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

QuestionBar::QuestionBar(QWidget* parent)
    : QWidget(parent), m_row(new QWidget(this)), m_follow(new QToolButton(this)),
      m_text(ui::label({}, ui::TextStyle::Body, this)) {
    auto* row = new ui::FlowLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kTight));
    m_follow->setText(tr("Follow the recording"));
    m_follow->setToolTip(tr("Shows the question that is being answered at the moment shown"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setIconSize(QSize(ui::px(14), ui::px(14)));
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_follow->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_follow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addWidget(m_row);
    layout->addWidget(m_text);
    m_row->setAccessibleName(tr("Questions"));
    connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
        m_follow->setIcon(on ? ui::icon("check") : QIcon());
        if (on)
            follow(m_shown);
    });
    m_follow->setIcon(ui::icon("check"));
    paintChosen();
}

void QuestionBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        paintChosen();
}

void QuestionBar::paintChosen() {
    const ui::Colors& colors = ui::colors();
    const QString sheet =
        QStringLiteral("QToolButton[question=\"true\"]:checked { background: %1; color: %2; "
                       "border: 2px solid %3; font-weight: 600; }")
            .arg(colors.accentSoft.name(), colors.onAccentSoft.name(), colors.accent.name());
    // Setting a sheet changes the style, which comes back here.
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
}

void QuestionBar::setQuestions(const std::vector<catalog::Question>& questions) {
    m_questions = questions;
    m_chosen.reset();
    m_shown.reset();
    for (QToolButton* button : m_buttons)
        delete button;
    m_buttons.clear();
    m_follow->setChecked(true);
    m_row->layout()->removeWidget(m_follow);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        auto* button = new QToolButton(m_row);
        button->setText(QString::number(i + 1));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(ui::px(14), ui::px(14)));
        button->setToolTip(ui::toQString(questions[i].text));
        button->setProperty("question", true);
        button->setProperty("takesArrowsAndDigits", true);
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, i] { choose(m_questions[i].id); });
        m_row->layout()->addWidget(button);
        m_buttons.push_back(button);
        setProgress(questions[i].id, 0, 0);
    }
    m_row->layout()->addWidget(m_follow); // after the numbers
    if (!questions.empty())
        select(0);
}

std::optional<std::size_t> QuestionBar::indexOf(catalog::QuestionId question) const {
    const auto found = std::ranges::find(m_questions, question, &catalog::Question::id);
    if (found == m_questions.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_questions.begin());
}

void QuestionBar::follow(std::optional<catalog::QuestionId> question) {
    m_shown = question;
    const auto index = question ? indexOf(*question) : std::nullopt;
    if (m_follow->isChecked() && index && index != m_chosen) {
        select(*index);
        emit chosenChanged();
    }
}

void QuestionBar::choose(catalog::QuestionId question) {
    const auto index = indexOf(question);
    if (!index)
        return;
    m_follow->setChecked(false);
    const bool another = index != m_chosen;
    select(*index);
    if (another)
        emit chosenChanged();
}

void QuestionBar::select(std::size_t index) {
    m_chosen = index;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(i == index);
        m_buttons[i]->setFocusPolicy(i == index ? Qt::TabFocus : Qt::ClickFocus); // one stop for the Tab key
    }
    m_text->setText(tr("%1  %2").arg(index + 1).arg(ui::toQString(m_questions[index].text)));
}

void QuestionBar::setProgress(catalog::QuestionId question, std::size_t scored, std::size_t wanted) {
    const auto index = indexOf(question);
    if (!index)
        return;
    QToolButton* button = m_buttons[*index];
    const bool done = wanted > 0 && scored >= wanted;
    const QString name = tr("Question %1, %2 of %3 criteria scored").arg(*index + 1).arg(scored).arg(wanted);
    if (button->accessibleName() == name)
        return;
    button->setAccessibleName(name);
    button->setIcon(done ? ui::icon("check") : QIcon());
    button->setText(done || scored == 0 ? QString::number(*index + 1)
                                        : tr("%1 · %2/%3").arg(*index + 1).arg(scored).arg(wanted));
    button->setAccessibleDescription(ui::toQString(m_questions[*index].text));
    m_row->layout()->invalidate();
}

std::optional<catalog::QuestionId> QuestionBar::chosen() const {
    return m_chosen ? std::optional(m_questions[*m_chosen].id) : std::nullopt;
}

bool QuestionBar::follows() const {
    return m_follow->isChecked();
}

bool QuestionBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || !m_chosen)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int step = key->key() == Qt::Key_Right ? 1 : key->key() == Qt::Key_Left ? -1 : 0;
    if (!plain || step == 0)
        return QWidget::eventFilter(watched, event);
    const auto next = static_cast<std::ptrdiff_t>(*m_chosen) + step;
    if (next >= 0 && next < static_cast<std::ptrdiff_t>(m_buttons.size())) {
        const auto index = static_cast<std::size_t>(next);
        choose(m_questions[index].id);
        m_buttons[index]->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

} // namespace mockingbird::review
