// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/rubric_panel.h"

#include "common/ui/theme.h"
#include "review/rubric/evidence_prompt.h"
#include "review/rubric/level_card.h"
#include "review/rubric/question_bar.h"
#include "review/rubric/rubric_total.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mockingbird::review {

RubricPanel::RubricPanel(QWidget* parent)
    : QWidget(parent), m_questions(new QuestionBar(this)),
      m_total(ui::label({}, ui::TextStyle::Strong, this)), m_scroll(new QScrollArea(this)) {
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    m_column->setSpacing(ui::px(ui::kTight));
    m_column->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_total->setWordWrap(true);
    m_questions->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addWidget(m_questions);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_total);
    layout->addWidget(ui::mutedLabel(tr("Practice, not an examination result."), ui::TextStyle::Small, this));

    connect(m_questions, &QuestionBar::chosenChanged, this, [this] {
        refresh();
        unfoldFirstOpen();
    });
    auto* add = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_E), this);
    connect(add, &QShortcut::activated, this, [this] {
        if (CriterionCard* card = unfolded())
            card->addMoment();
    });
}

void RubricPanel::setKit(const catalog::Kit& kit) {
    if (m_kit.id == kit.id && m_kit.version == kit.version && !m_cards.empty())
        return;
    m_kit = kit;
    const bool byQuestion = kit.profile.scoring == catalog::ScoringScope::Question;
    m_questions->setQuestions(byQuestion ? kit.questions : std::vector<catalog::Question>());
    m_questions->setVisible(byQuestion);
    m_standing = nullptr; // it spoke of the kit before
    buildCards();
}

void RubricPanel::buildCards() {
    for (CriterionCard* card : m_cards)
        delete card;
    m_cards.clear();
    m_unfoldedOnce = false;
    for (const catalog::Criterion& criterion : m_kit.rubric.criteria) {
        auto* card = new CriterionCard(criterion);
        card->setOffer(m_offer);
        m_column->insertWidget(static_cast<int>(m_cards.size()), card);
        m_cards.push_back(card);
        const catalog::CriterionId id = criterion.id;
        connect(card, &CriterionCard::unfoldRequested, this,
                [this, card] { unfold(card->folded() ? card : nullptr); });
        connect(card, &CriterionCard::prompted, this, [this, card] {
            // Once the layout has given it its place.
            QTimer::singleShot(0, card,
                               [this, card] { m_scroll->ensureWidgetVisible(card->prompt(), 0, 0); });
        });
        connect(card, &CriterionCard::levelChosen, this,
                [this, id](int level) { emit levelChosen(id, question(), level); });
        connect(card, &CriterionCard::cleared, this, [this, id] { emit cleared(id, question()); });
        connect(card, &CriterionCard::momentAdded, this, [this, id] { emit momentAdded(id, question()); });
        connect(card, &CriterionCard::jumpRequested, this, &RubricPanel::jumpRequested);
        connect(card, &CriterionCard::evidenceRemoved, this, [this, id](const catalog::Evidence& evidence) {
            emit evidenceRemoved(id, question(), evidence);
        });
    }
}

void RubricPanel::setQuestionShown(OptionalQuestion question) {
    m_questions->follow(question);
}

void RubricPanel::setOffer(const EvidenceOffer& offer) {
    if (std::exchange(m_offer, offer) == offer)
        return;
    for (CriterionCard* card : m_cards)
        card->setOffer(offer);
}

RubricPanel::OptionalQuestion RubricPanel::question() const {
    return m_questions->chosen();
}

void RubricPanel::showStandings(Standing standing) {
    m_standing = std::move(standing);
    refresh();
    if (!std::exchange(m_unfoldedOnce, true))
        unfoldFirstOpen();
}

void RubricPanel::refresh() {
    if (!m_standing)
        return;
    for (CriterionCard* card : m_cards)
        card->showStanding(m_standing(card->criterion(), question()));
    showTotal();
}

void RubricPanel::unfoldFirstOpen() {
    const auto open =
        std::ranges::find_if(m_cards, [](const CriterionCard* card) { return !card->chosen(); });
    unfold(open == m_cards.end() ? nullptr : *open);
}

void RubricPanel::goTo(catalog::CriterionId criterion, OptionalQuestion question) {
    if (question)
        m_questions->choose(*question);
    const auto found = std::ranges::find(m_cards, criterion, &CriterionCard::criterion);
    if (found == m_cards.end())
        return;
    unfold(*found);
    const auto& levels = (*found)->levels();
    const auto chosen = std::ranges::find_if(levels, [](const LevelCard* card) { return card->isChecked(); });
    if (levels.empty())
        return;
    LevelCard* level = chosen == levels.end() ? levels.front() : *chosen;
    level->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, level, [this, level, card = *found] {
        m_scroll->ensureWidgetVisible(level, 0, 0);
        if (!card->prompt()->isHidden())
            m_scroll->ensureWidgetVisible(card->prompt(), 0, 0);
    });
}

void RubricPanel::takeKeyboard() {
    if (m_cards.empty())
        return;
    CriterionCard* open = unfolded();
    QWidget* header = (open == nullptr ? m_cards.front() : open)->header();
    header->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(header, 0, 0);
}

CriterionCard* RubricPanel::unfolded() const {
    const auto found =
        std::ranges::find_if(m_cards, [](const CriterionCard* card) { return !card->folded(); });
    return found == m_cards.end() ? nullptr : *found;
}

void RubricPanel::unfold(CriterionCard* wanted) {
    for (CriterionCard* card : m_cards)
        card->setFolded(card != wanted);
    if (!wanted)
        return;
    // Once the layout has given the unfolded card its height: its header at the top, the levels in sight
    // below.
    QTimer::singleShot(0, wanted, [this, wanted] { m_scroll->verticalScrollBar()->setValue(wanted->y()); });
}

void RubricPanel::showTotal() {
    // Asked once for each level; the bar above counts along.
    std::vector<std::size_t> scored(m_kit.questions.size(), 0);
    const RubricTotal total = totalOf(m_kit, [&](catalog::CriterionId criterion, OptionalQuestion question) {
        const auto own = m_standing(criterion, question).own;
        const auto place = question ? std::ranges::find(m_kit.questions, *question, &catalog::Question::id)
                                    : m_kit.questions.end();
        if (own && place != m_kit.questions.end())
            ++scored[static_cast<std::size_t>(place - m_kit.questions.begin())];
        return own ? std::optional(own->level) : std::nullopt;
    });
    if (m_kit.profile.scoring == catalog::ScoringScope::Question)
        for (std::size_t i = 0; i < scored.size(); ++i)
            m_questions->setProgress(m_kit.questions[i].id, scored[i], m_cards.size());

    const bool byQuestion = m_kit.profile.scoring == catalog::ScoringScope::Question;
    const QString given = byQuestion ? tr("%1 of %2 levels given").arg(total.scored).arg(total.wanted)
                                     : tr("%1 of %2 criteria scored").arg(total.scored).arg(total.wanted);
    if (!total.percent) {
        m_total->setText(tr("No total yet: %1").arg(given));
        return;
    }
    const QString percent = QString::number(*total.percent, 'f', 0);
    QString text =
        total.complete() ? tr("Total %1 %").arg(percent) : tr("%1 % so far, %2").arg(percent, given);
    if (const auto line = m_kit.profile.passLinePercent; line && total.complete())
        text += *total.percent >= *line ? tr(" · reaches the pass line of %1 %").arg(*line)
                                        : tr(" · below the pass line of %1 %").arg(*line);
    else if (line)
        text += tr(" · pass line %1 %").arg(*line);
    m_total->setText(text);
}

QString RubricPanel::totalText() const {
    return m_total->text();
}

} // namespace mockingbird::review
