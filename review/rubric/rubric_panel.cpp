// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/rubric_panel.h"

#include "common/ui/theme.h"
#include "review/rubric/level_card.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

RubricPanel::RubricPanel(QWidget* parent)
    : QWidget(parent), m_total(ui::label({}, ui::TextStyle::Strong, this)), m_scroll(new QScrollArea(this)) {
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

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_total);
}

void RubricPanel::setRubric(const catalog::Rubric& rubric, std::optional<double> passLinePercent) {
    m_passLine = passLinePercent;
    if (m_rubric.id == rubric.id && m_rubric.version == rubric.version && !m_cards.empty())
        return;
    m_rubric = rubric;
    for (CriterionCard* card : m_cards)
        delete card;
    m_cards.clear();
    m_unfoldedOnce = false;
    for (const catalog::Criterion& criterion : rubric.criteria) {
        auto* card = new CriterionCard(criterion);
        m_column->insertWidget(static_cast<int>(m_cards.size()), card);
        m_cards.push_back(card);
        const catalog::CriterionId id = criterion.id;
        connect(card, &CriterionCard::unfoldRequested, this,
                [this, card] { unfold(card->folded() ? card : nullptr); });
        connect(card, &CriterionCard::levelChosen, this,
                [this, id](int level) { emit levelChosen(id, level); });
        connect(card, &CriterionCard::cleared, this, [this, id] { emit cleared(id); });
        connect(card, &CriterionCard::momentAdded, this, [this, id] { emit momentAdded(id); });
        connect(card, &CriterionCard::jumpRequested, this, &RubricPanel::jumpRequested);
        connect(card, &CriterionCard::evidenceRemoved, this,
                [this, id](const catalog::Evidence& evidence) { emit evidenceRemoved(id, evidence); });
    }
}

void RubricPanel::showStandings(const std::function<CriterionStanding(catalog::CriterionId)>& standing) {
    for (CriterionCard* card : m_cards)
        card->showStanding(standing(card->criterion()));
    if (!m_unfoldedOnce && !m_cards.empty()) {
        m_unfoldedOnce = true;
        const auto open =
            std::ranges::find_if(m_cards, [](const CriterionCard* card) { return !card->chosen(); });
        unfold(open == m_cards.end() ? nullptr : *open);
    }
    showTotal();
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
    double reached = 0;
    double possible = 0;
    std::size_t scored = 0;
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const catalog::Criterion& criterion = m_rubric.criteria[i];
        const auto level = m_cards[i]->chosen();
        if (!level || criterion.levels.empty())
            continue;
        ++scored;
        reached += criterion.weight * *level;
        possible += criterion.weight * criterion.levels.back().level;
    }
    if (scored == 0 || possible <= 0) {
        m_total->setText(tr("No total yet: 0 of %1 criteria scored").arg(m_cards.size()));
        return;
    }
    const double percent = 100 * reached / possible;
    QString text = scored == m_cards.size() ? tr("Total %1 %").arg(percent, 0, 'f', 0)
                                            : tr("%1 % so far, %2 of %3 criteria scored")
                                                  .arg(percent, 0, 'f', 0)
                                                  .arg(scored)
                                                  .arg(m_cards.size());
    if (m_passLine && scored == m_cards.size())
        text += percent >= *m_passLine ? tr(" · reaches the pass line of %1 %").arg(*m_passLine)
                                       : tr(" · below the pass line of %1 %").arg(*m_passLine);
    m_total->setText(text);
}

QString RubricPanel::totalText() const {
    return m_total->text();
}

} // namespace mockingbird::review
